using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>How ballots become seats, where it is neither the most votes nor a majority.</summary>
[Sentence("by {rule}", Wording = "by {rule}", Example = "by single transferable vote")]
public sealed record Counting(Counting.Method Rule) : Tail
{
    /// <summary>The rules by-laws name.</summary>
    public enum Method
    {
        /// <summary>Ranked ballots, a quota, and surpluses passed on (Hare 1859).</summary>
        SingleTransferableVote,

        /// <summary>Ranked ballots, the last dropped until one has a majority.</summary>
        [Spelt("instant runoff", "alternative vote", "ranked choice", Instead = "instant run-off")]
        InstantRunoff,

        /// <summary>Whoever beats every other in pairs (Condorcet 1785).</summary>
        [Spelt("the Condorcet method", Instead = "Condorcet")]
        Condorcet,

        /// <summary>A vote for each candidate one approves of (Brams and Fishburn 1978).</summary>
        [Spelt("approval voting")]
        Approval,

        /// <summary>As many votes as seats: a bare majority may take them all.</summary>
        [Spelt("block voting")]
        BlockVote,

        /// <summary>A second vote between the two first.</summary>
        [Spelt("two rounds", "run off", Instead = "run-off")]
        RunOff,
    }

    private static readonly ImmutableArray<ElectionCount> Counts =
    [
        new TransferableCount(),
        new InstantRunoffCount(),
        new CondorcetCount(),
        new ApprovalCount(),
        new BlockCount(),
        new RunOffCount(),
    ];

    /// <inheritdoc/>
    public override ElectionCount? CountsBy => Counts[(int)Rule];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("a plurality"), new("a majority, with a run-off")];
}
