using Apparat.Numerics;

namespace Apparat.Model;

/// <summary>
/// Choices of the model that theory leaves open: fixed, reported, and moved one at a time by a robustness run before any headline
/// (theory 4.11, 10).
/// </summary>
public sealed record Constants : Word
{
    /// <summary>Credit of whoever drew up the list for a place got by election; at most 1.</summary>
    public Parameter ListCredit { get; init; } =
        new("credit_list", new Fixed(0.7), "share of the credit", "credit of whoever put a name on the list", "declared");

    /// <summary>Credit of the winning majority's head for a place got by election; at most 1.</summary>
    public Parameter VotesCredit { get; init; } =
        new("credit_votes", new Fixed(0.3), "share of the credit", "credit of the head of the majority that elected", "declared");

    /// <summary>How many are looked at for a seat, from 1 to 8.</summary>
    public Parameter Candidates { get; init; } =
        new("candidates", new Fixed(5), "persons", "how many are looked at for a seat, at most 8", "declared");

    /// <summary>Error with which makers see whose a candidate is, when nobody keeps files.</summary>
    public Parameter FileNoise { get; init; } =
        new("file_noise", new Fixed(0.3), "tie strength", "error with which makers see whose a candidate is", "declared");

    /// <summary>
    /// How several powers of one head over one organ add up: at 1 as independent chances (one minus the product), at 0 the strongest alone.
    /// </summary>
    public Parameter JointReach { get; init; } =
        new(
            "joint_reach",
            new Fixed(1),
            "share",
            "how far several powers over a seat add up: 1 as independent chances, 0 the strongest alone",
            "declared"
        );

    /// <summary>How powers over a person's several seats add up: at 1 their mean by value, at 0 those over the best seat alone.</summary>
    public Parameter AllSeats { get; init; } =
        new(
            "all_seats",
            new Fixed(1),
            "share",
            "how far all of a person's seats count in what he depends on: 1 by value, 0 the best alone",
            "declared"
        );

    /// <summary>The weakest tie that makes a follower, in [0,1].</summary>
    public Parameter WeakestTie { get; init; } =
        new("weakest_tie", new Fixed(0.15), "tie strength", "the weakest tie that makes a follower", "declared");

    /// <summary>How the values of a person's seats make his rank: at 1 the best alone, at 0 all added up.</summary>
    public Parameter BestSeat { get; init; } =
        new(
            "best_seat",
            new Fixed(1),
            "share",
            "how far a person's rank is that of his best seat: 1 the best alone, 0 all added up",
            "declared"
        );

    /// <summary>
    /// The part of the luck in what contenders other than the one asked about choose to move; at 0 each rival makes the best move there is
    /// for him.
    /// </summary>
    public Parameter Slips { get; init; } =
        new("slips", new Fixed(1), "share of the noise", "luck in what rivals choose to move; at 0 always their best", "declared");
}
