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
    /// <summary>What is kept of the runs; everything unless told otherwise. It changes no run.</summary>
    public Watched Watched { get; init; } = Watched.All;

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

/// <summary>How far the playing has come: of one plan as its runner tells it, of many as a study's caller adds them up.</summary>
/// <param name="Done">Runs finished.</param>
/// <param name="Total">Runs planned.</param>
/// <param name="World">The world now played, in the reader's words.</param>
/// <param name="Number">Which of the worlds planned it is, counted from 1.</param>
/// <param name="Of">How many worlds are planned.</param>
public readonly record struct EnsembleProgress(long Done, long Total, string World, int Number = 1, int Of = 1);

/// <summary>Tells the progress of one part as progress of the whole.</summary>
/// <param name="whole">Who is told.</param>
/// <param name="before">Runs finished before this part.</param>
/// <param name="total">Runs planned in all.</param>
/// <param name="number">Which world this part is, counted from 1.</param>
/// <param name="of">How many worlds are planned.</param>
public sealed class PartialProgress(IProgress<EnsembleProgress> whole, long before, long total, int number = 1, int of = 1)
    : IProgress<EnsembleProgress>
{
    /// <inheritdoc/>
    public void Report(EnsembleProgress value) => whole.Report(new(before + value.Done, total, value.World, number, of));
}

/// <summary>Someone who runs plans: threads of this machine, or many machines.</summary>
public interface IEnsembleRunner
{
    /// <summary>Runs a plan and tells how far it has come with it. When cancelled it returns what is finished instead of throwing.</summary>
    Task<Ensemble> Run(EnsemblePlan plan, IProgress<EnsembleProgress>? progress = null, CancellationToken cancel = default);
}
