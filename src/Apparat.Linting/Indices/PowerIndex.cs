using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>A way to say in a number how much power a voter has.</summary>
/// <param name="Id">Its name in machine-readable output and on the command line.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Short">A heading of a few letters.</param>
/// <param name="Reads">What a value says, in a sentence.</param>
/// <param name="Source">The paper it comes from.</param>
public abstract record PowerIndex(string Id, string Name, string Short, string Reads, string Source)
{
    /// <summary>Indices made of swings.</summary>
    public static ImmutableArray<SwingIndex> OfSwings { get; } =
    [new ShapleyShubik(), new BanzhafAbsolute(), new BanzhafNormalised(), new BanzhafRaw(), new ColemanPrevent(), new ColemanInitiate()];

    /// <summary>Indices that need each coalition looked at.</summary>
    public static ImmutableArray<CensusIndex> OfCensus { get; } = [new Johnston(), new DeeganPackel(), new HollerPackel()];

    /// <summary>Indices of players in factions.</summary>
    public static ImmutableArray<UnionIndex> OfUnions { get; } = [new OwenValue(), new BanzhafOwen()];
}

/// <summary>An index made of the three numbers of <see cref="Swings{T}"/>.</summary>
public abstract record SwingIndex(string Id, string Name, string Short, string Reads, string Source)
    : PowerIndex(Id, Name, Short, Reads, Source)
{
    /// <summary>The value of one given member of each class.</summary>
    /// <param name="swings">The three numbers a class.</param>
    /// <param name="counts">How many players each class has.</param>
    public abstract ImmutableArray<T> Of<T>(Swings<T> swings, ImmutableArray<int> counts)
        where T : IArithmetic<T>;
}

/// <summary>An index made of a census of all coalitions.</summary>
public abstract record CensusIndex(string Id, string Name, string Short, string Reads, string Source)
    : PowerIndex(Id, Name, Short, Reads, Source)
{
    /// <summary>The value of one given member of each class.</summary>
    public abstract ImmutableArray<Fraction> Of(CoalitionCensus census, ImmutableArray<int> counts);

    /// <summary>Each class's claim over the claims of all players together.</summary>
    protected static ImmutableArray<Fraction> Share(ImmutableArray<Fraction> claims, ImmutableArray<int> counts)
    {
        var all = claims.Zip(counts, (claim, count) => claim * Fraction.Of(count)).Aggregate((a, b) => a + b);
        return [.. claims.Select(claim => claim / all)];
    }
}

/// <summary>An index of players in unions: orders or coalitions in which unions keep together, except for the member looked at and his own.</summary>
public abstract record UnionIndex(string Id, string Name, string Short, string Reads, string Source)
    : PowerIndex(Id, Name, Short, Reads, Source)
{
    /// <summary>The weight of a coalition in which a member is critical.</summary>
    /// <param name="unions">How many unions there are.</param>
    /// <param name="others">How many other unions are in the coalition.</param>
    /// <param name="members">How many members his own has.</param>
    /// <param name="own">How many of his own, he not among them, are in the coalition.</param>
    public abstract Fraction Weight(int unions, int others, int members, int own);
}
