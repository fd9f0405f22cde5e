using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>The worlds in which some factors are as they were and the others at their reference. Factors are kept in order of name, so
/// that their
/// order in the scenario changes nothing.</summary>
internal sealed class FactorWorlds
{
    private static readonly Purpose UnionOrder = Purpose.Of("order of the families of factors");
    private static readonly Purpose MemberOrder = Purpose.Of("order of factors in their family");
    private readonly Scenario _scenario;
    private readonly Amendment? _base;
    private readonly int _reference;

    public FactorWorlds(Scenario scenario, Amendment? window, ImmutableArray<Factor> factors, int reference)
    {
        if (factors.Any(f => f.References.IsDefaultOrEmpty))
            throw new ArgumentException("A factor without a reference cannot be taken away.", nameof(factors));
        if (factors.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count() != factors.Length)
            throw new ArgumentException("Two factors have one name.", nameof(factors));
        _scenario = scenario;
        _base = window;
        _reference = reference;
        Factors = [.. factors.OrderBy(f => f.Name, StringComparer.Ordinal)];
        Unions = new UnionWeights([.. Factors.Select(f => (int)f.Kind)]);
    }

    public ImmutableArray<Factor> Factors { get; }

    public UnionWeights Unions { get; }

    /// <summary>All factors as they were.</summary>
    public int All => (1 << Factors.Length) - 1;

    /// <summary>The reference of a factor that is used: its last one if it has none of that number.</summary>
    public (string Reference, Amendment Change) ReferenceOf(Factor factor) =>
        factor.References[Math.Min(_reference, factor.References.Length - 1)];

    /// <summary>The world in which just these factors are as they were.</summary>
    public Amendment? World(int present)
    {
        var absent = Factors.Where((_, i) => (present & (1 << i)) == 0).Select(f => ReferenceOf(f).Change);
        return Amendments.Join(absent.Prepend(_base));
    }

    public EnsemblePlan Plan(int present, ulong seed, ImmutableArray<int> numbers, Watched watched) =>
        new(_scenario, World(present), seed, numbers) { Watched = watched };

    /// <summary>The sets along a run's order, from none to all: families shuffled, members within, by addresses made of names.</summary>
    public int[] Path(ulong seed, int run, bool reversed)
    {
        var chance = new Chance(seed, (ulong)run);
        var order = Enumerable
            .Range(0, Factors.Length)
            .OrderBy(i => chance.Unit(UnionOrder, Key.Of(Factors[i].Kind.ToString()), 0))
            .ThenBy(i => chance.Unit(MemberOrder, Key.Of(Factors[i].Name), 0))
            .ToArray();
        if (reversed)
            Array.Reverse(order);
        var path = new int[order.Length + 1];
        for (var i = 0; i < order.Length; i++)
            path[i + 1] = path[i] | (1 << order[i]);
        return path;
    }
}

/// <summary>Amendments one after the other.</summary>
internal static class Amendments
{
    /// <summary>Joined in order, without the empty ones and without nesting; null if nothing is left.</summary>
    public static Amendment? Join(IEnumerable<Amendment?> parts)
    {
        ImmutableArray<Amendment> all = [.. parts.SelectMany(Flat)];
        return all.Length switch
        {
            0 => null,
            1 => all[0],
            _ => new Together(all),
        };
    }

    /// <summary>The single amendments of a joined one, in order.</summary>
    public static IEnumerable<Amendment> Flat(Amendment? part) =>
        part switch
        {
            null => [],
            Together together => together.Parts.SelectMany(Flat),
            _ => [part],
        };
}
