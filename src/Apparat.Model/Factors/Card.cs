using System.Collections.Immutable;

namespace Apparat.Model;

/// <summary>A dated fact that bears on a card, from a row of the record.</summary>
/// <param name="When">A day, a month or a span of months, as the record gives it.</param>
/// <param name="Text">The fact in the reader's words.</param>
/// <param name="Source">Where the record has it from.</param>
/// <param name="Confidence">How sure the record is: high, medium or low.</param>
public sealed record CardFact(string When, string Text, string Source, string Confidence);

/// <summary>Mechanisms grouped under a name a textbook gives them, to be switched off together. A card changes nothing by being declared.</summary>
public sealed record Card
{
    /// <summary>The textbook's name.</summary>
    public required string Name { get; init; }

    /// <summary>What takes it away.</summary>
    public required Amendment Change { get; init; }

    /// <summary>The world it is compared with, in words.</summary>
    public required string Reference { get; init; }

    /// <summary>What of the textbook's matter is played and what is not; empty if the name says it.</summary>
    public string Played { get; init; } = "";

    /// <summary>How it worked, in a sentence.</summary>
    public string Worked { get; init; } = "";

    /// <summary>How it bears on the question, in a sentence.</summary>
    public string Link { get; init; } = "";

    /// <summary>Facts that speak for it.</summary>
    public ImmutableArray<CardFact> Evidence { get; init; } = [];

    /// <summary>Facts that speak against it.</summary>
    public ImmutableArray<CardFact> Counter { get; init; } = [];

    /// <summary>What is often said of it: claims of the case's ledger by their ids, judged where they are told.</summary>
    public ImmutableArray<string> Claims { get; init; } = [];

    /// <summary>The card as a factor, for studies of factors.</summary>
    public Factor AsFactor => new(Name, FactorKind.Rules, [(Reference, Change)]);
}
