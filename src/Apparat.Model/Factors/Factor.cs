using System.Collections.Immutable;

namespace Apparat.Model;

/// <summary>The historian's families of causes; luck is what is left.</summary>
public enum FactorKind
{
    /// <summary>Clauses and powers.</summary>
    Rules,

    /// <summary>Persons, their qualities, ties and alliances.</summary>
    People,

    /// <summary>Dated events.</summary>
    Events,
}

/// <summary>Something that could have been otherwise, with the worlds it is compared with, named.</summary>
/// <param name="Name">In the reader's words.</param>
/// <param name="Kind">Which family; factors of one family stay together in every order in which shares are dealt.</param>
/// <param name="References">The amendments that take it away, each under the name of its reference world; the first is the default.</param>
/// <param name="OfOffice">True if it is one of the powers of the office the question asks about.</param>
public sealed record Factor(
    string Name,
    FactorKind Kind,
    ImmutableArray<(string Reference, Amendment Change)> References,
    bool OfOffice = false
)
{
    /// <summary>How many factors of one kind shares can be dealt out over: the numbers of their orders stay whole numbers of 64 bits.</summary>
    public const int MostOfAKind = 12;

    /// <summary>How many factors there may be together.</summary>
    public const int Most = 30;
}
