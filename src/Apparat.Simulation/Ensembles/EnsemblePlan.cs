using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>What is to be run: a scenario, perhaps amended, and which runs of which seed.</summary>
/// <param name="Scenario">The scenario as read.</param>
/// <param name="Change">The amendment, or null for the scenario as it stands.</param>
/// <param name="Seed">The seed. Run k of a seed is the same history in any ensemble, on any machine.</param>
/// <param name="Numbers">Run numbers, ascending.</param>
public sealed record EnsemblePlan(Scenario Scenario, Amendment? Change, ulong Seed, ImmutableArray<int> Numbers)
{
    /// <summary>A plan for the first <paramref name="runs"/> runs.</summary>
    public static EnsemblePlan Of(Scenario scenario, Amendment? change, ulong seed, int runs) =>
        new(scenario, change, seed, [.. Enumerable.Range(0, runs)]);

    /// <summary>The world that is run.</summary>
    public Scenario World => Change?.Apply(Scenario) ?? Scenario;

    /// <summary>The world in the reader's words.</summary>
    public string WorldName => Change?.Describe(Scenario) ?? "as it was";

    /// <summary>Slice <paramref name="index"/> of <paramref name="count"/>, counted from 1: every count-th run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not between 1 and count.</exception>
    public EnsemblePlan Slice(int index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(index, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, count);
        return this with { Numbers = [.. Numbers.Where((_, i) => i % count == index - 1)] };
    }
}

/// <summary>How far a runner has come.</summary>
/// <param name="Done">Runs finished over all plans handed over so far.</param>
/// <param name="Total">Runs planned so far.</param>
public readonly record struct EnsembleProgress(long Done, long Total);

/// <summary>Someone who runs plans: threads of this machine, or many machines.</summary>
public interface IEnsembleRunner
{
    /// <summary>Runs a plan. When cancelled it returns what is finished instead of throwing.</summary>
    Task<Ensemble> Run(EnsemblePlan plan, IProgress<EnsembleProgress>? progress = null, CancellationToken cancel = default);
}
