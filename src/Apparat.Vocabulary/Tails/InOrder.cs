using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>In what order those concerned go.</summary>
[Sentence("{order} first", Wording = "the {order} first", Example = "longest in office first")]
public sealed record InOrder(InOrder.By Order) : Tail
{
    /// <summary>The orders by-laws name.</summary>
    public enum By
    {
        /// <summary>Those who have sat longest.</summary>
        [Spelt("longest serving", "longest-serving")]
        LongestInOffice,

        /// <summary>Those elected with the fewest votes.</summary>
        FewestVotes,
    }

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("by lot"), new("longest in office first")];
}
