using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>How many must agree, and of what that is a share.</summary>
[Sentence("by {majority} [majority|vote] [{base}]", Wording = "by {majority} [{base}]", Example = "by two thirds of those voting")]
[Sentence("by at least {least} [{base}]", Wording = "by at least {least} [{base}]")]
public sealed record Threshold(
    Threshold.Kind Majority = Threshold.Kind.Majority,
    Threshold.Of Base = Threshold.Of.OfThoseVoting,
    Ratio? Least = null
) : Tail
{
    /// <summary>The majority, where it has a name: "at least two thirds" is two thirds.</summary>
    public Kind Majority { get; init; } = Named(Least) ?? Majority;

    /// <summary>The share, where it has no name; null where it has.</summary>
    public Ratio? Least { get; init; } = Least is { OutOf: > 0 } && Named(Least) is null ? Least : null;

    /// <summary>The majorities by-laws name.</summary>
    public enum Kind
    {
        /// <summary>More than half.</summary>
        Majority,

        /// <summary>More votes than anyone else.</summary>
        [Spelt("most votes", "relative majority")]
        Plurality,

        /// <summary>At least three fifths.</summary>
        ThreeFifths,

        /// <summary>At least two thirds.</summary>
        TwoThirds,

        /// <summary>At least three quarters.</summary>
        ThreeQuarters,

        /// <summary>At least four fifths.</summary>
        FourFifths,

        /// <summary>Everyone.</summary>
        [Spelt("unanimous")]
        Unanimity,
    }

    /// <summary>The bases by-laws name.</summary>
    public enum Of
    {
        /// <summary>Of those voting.</summary>
        [Spelt("of those present and voting", "of the votes cast", "of votes cast")]
        OfThoseVoting,

        /// <summary>Of those present.</summary>
        [Spelt("of the members present", "of members present")]
        OfThosePresent,

        /// <summary>Of all members.</summary>
        [Spelt("of the whole membership", "of all the members")]
        OfAllMembers,

        /// <summary>Of all seats.</summary>
        OfAllSeats,
    }

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("a simple majority of those voting"), new("a plurality")];

    /// <inheritdoc/>
    public override Decision Shape(Decision decision)
    {
        var on = Base switch
        {
            Of.OfThosePresent => MajorityBase.Present,
            Of.OfAllMembers => MajorityBase.Members,
            Of.OfAllSeats => MajorityBase.Seats,
            _ => MajorityBase.Voting,
        };
        return decision with
        {
            Majority = Majority switch
            {
                _ when Least is { } share => new Majority(share.Number, share.OutOf, Strict: false, on),
                Kind.TwoThirds => new Majority(2, 3, Strict: false, on),
                Kind.ThreeFifths => new Majority(3, 5, Strict: false, on),
                Kind.FourFifths => new Majority(4, 5, Strict: false, on),
                Kind.ThreeQuarters => new Majority(3, 4, Strict: false, on),
                Kind.Unanimity => new Majority(1, 1, Strict: false, on),
                _ => new Majority(1, 2, Strict: true, on),
            },
        };
    }

    /// <summary>How votes for persons are counted under its tails: plurality unless a threshold says otherwise, a simple majority where it is struck.</summary>
    internal static Method MethodOf(Rule rule, Ballot ballot, Seat seat)
    {
        var threshold = rule.TailOf<Threshold>();
        if (threshold is not null && !ballot.Decides(threshold, seat))
            return Method.Majority;
        return threshold?.Majority switch
        {
            _ when threshold?.Least is not null => Method.TwoThirds,
            Kind.Majority => Method.Majority,
            Kind.TwoThirds or Kind.ThreeFifths or Kind.ThreeQuarters or Kind.FourFifths or Kind.Unanimity => Method.TwoThirds,
            _ => Method.Plurality,
        };
    }

    private static Kind? Named(Ratio? share) =>
        share switch
        {
            (2, 3) => Kind.TwoThirds,
            (3, 5) => Kind.ThreeFifths,
            (3, 4) => Kind.ThreeQuarters,
            (4, 5) => Kind.FourFifths,
            (1, 1) => Kind.Unanimity,
            _ => null,
        };
}
