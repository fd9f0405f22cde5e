using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Who loses the seat when a cap is passed.</summary>
[Sentence(
    "{loser} gives|give way",
    Unplayed = "most persons in play have no employer or region",
    Wording = "the one with the {loser} giving way",
    Example = "fewest votes gives way"
)]
public sealed record GivesWay(GivesWay.Who Loser) : Tail
{
    /// <summary>The ways to choose.</summary>
    public enum Who
    {
        /// <summary>The one elected with the fewest votes.</summary>
        [Spelt("fewest")]
        FewestVotes,

        /// <summary>The one who came last.</summary>
        [Spelt("latest")]
        LatestElection,
    }

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("by lot"), new("the latest elected gives way")];
}
