using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>What decides when votes are equal.</summary>
[Sentence("ties {how}", Wording = "ties {how}", Example = "ties by lot")]
public sealed record TieBreak(TieBreak.Way How) : Tail
{
    /// <summary>What decides.</summary>
    public enum Way
    {
        /// <summary>By lot.</summary>
        ByLot,

        /// <summary>A tie fails.</summary>
        Fail,
    }

    /// <inheritdoc/>
    public override bool SettlesTies => true;

    /// <inheritdoc/>
    public override bool DrawsLots => How == Way.ByLot;

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("a tie fails"), new("ties by lot")];
}
