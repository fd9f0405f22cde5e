using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Papers counted together put every seat to the vote, where a plurality confirms those who sit; whoever leads the electors gains.</summary>
public sealed class Papers_counted_together : Mechanism
{
    private static readonly Elects Plainly = new(
        AnyWord.Organ(SmallParty.With(), "Congress"),
        [AnyWord.Organ(SmallParty.With(), "Committee")]
    );

    public override Scenario Played =>
        SmallParty
            .With()
            .Reading(
                "S2",
                _ => Plainly with { Tails = [new Counting(Counting.Method.SingleTransferableVote), new TieBreak(TieBreak.Way.ByLot)] }
            );
    public override Scenario Replaced => Played.Struck("S2/counting");
    public override string Statistic => "patronage_in_committee_a";
    public override int Direction => 1;
}

/// <summary>A body that must agree lets those pass who are of its own mind.</summary>
public sealed class Confirmation : Mechanism
{
    public override Scenario Played => SmallParty.With("P1: Bureau confirms Locals by four fifths");
    public override Scenario Replaced => Played.Struck("P1");
    public override string Statistic => "patronage_in_locals_a";
    public override int Direction => 1;
}

/// <summary>Whoever was placed until he is confirmed may have to leave, and another is placed who owes it.</summary>
public sealed class Confirmation_afterwards : Mechanism
{
    public override Scenario Played =>
        SmallParty
            .With()
            .Reading(
                "S5",
                s => s with { Tails = [new UntilConfirmed(AnyWord.Organ(SmallParty.With(), "Bureau"), Threshold.Kind.FourFifths)] }
            );
    public override Scenario Replaced => Played.Struck("S5/untilconfirmed");
    public override string Statistic => "patronage_in_committee_a";
    public override int Direction => 1;
}

/// <summary>A veto saves whom its holder would save.</summary>
public sealed class A_veto : Mechanism
{
    public override Scenario Played => SmallParty.With("P1: Secretary vetoes decisions of Committee", set: ("nu", 2));
    public override Scenario Replaced => Played.Struck("P1");
    public override string Statistic => "formal_rank_a";
    public override int Direction => 1;
}

/// <summary>A veto that can be overridden saves fewer.</summary>
public sealed class Overriding_a_veto : Mechanism
{
    public override Scenario Played =>
        SmallParty.With("P1: Secretary vetoes decisions of Committee\nP2: Bureau overrides Secretary by majority", set: ("nu", 2));
    public override Scenario Replaced => Played.Struck("P2");
    public override string Statistic => "formal_rank_a";
    public override int Direction => -1;
}

/// <summary>A motion of which notice must be given comes late, and may find that its object has gone.</summary>
public sealed class Notice_of_a_motion : Mechanism
{
    public override Scenario Played => SmallParty.With("P1: Committee dismisses Bureau with 360 days notice", set: ("nu", 2)).Struck("S8");
    public override Scenario Replaced => Played.Struck("P1/notice");
    public override string Statistic => "formal_rank_b";
    public override int Direction => 1;
}

/// <summary>A recall that members start for themselves, where seats that are emptied stay so.</summary>
public sealed class A_recall_on_petition : Mechanism
{
    public override Scenario Played =>
        SmallParty
            .With(
                "P1: Committee votes within 60 days to remove Bureau by majority, on petition of 3 Committee",
                set: [("nu", 0), ("petitioning", 0.5)]
            )
            .Struck("S8")
            .Struck("S3", 1);
    public override Scenario Replaced => Played.Struck("P1");
    public override string Statistic => "formal_rank_b";
    public override int Direction => -1;
}

/// <summary>A meeting that members call does what would have waited.</summary>
public sealed class A_meeting_called_by_members : Mechanism
{
    public override Scenario Played => Yearly.With("P1: 3 Committee call a meeting of Committee");
    public override Scenario Replaced => Played.Struck("P1");
    public override Scenario Neutral => Played.Set("petitioning", 0);
    public override Scenario Absent => Yearly.With();
    public override string Statistic => "formal_rank_b";
    public override int Direction => -1;

    private static class Yearly
    {
        public static Scenario With(string clauses = "") =>
            SmallParty.With(clauses, set: ("nu", 0)).Meeting("Committee", new Meetings([], 12));
    }
}

/// <summary>Whoever is suspended can neither vote nor act for a while.</summary>
public sealed class Suspension : Mechanism
{
    public override Scenario Played => SmallParty.With("P1: Committee suspends Bureau, for at most 12 months", set: ("nu", 2)).Struck("S8");
    public override Scenario Replaced => Played.Struck("P1");
    public override string Statistic => "responsibility_d";
    public override int Direction => -1;
    public override int Runs => 1600;
}

/// <summary>Where a part retires at a time, the list opens so much less at once.</summary>
public sealed class Rotation_of_terms : Mechanism
{
    public override Scenario Played =>
        SmallParty.With("P1: one third of Committee retires at each Congress, longest in office first", set: ("tau", 0.6));
    public override Scenario Replaced => Played.Struck("P1");
    public override string Statistic => "patronage_in_committee_a";
    public override int Direction => -1;
}

/// <summary>Who follows whom hangs on how weak a tie may be.</summary>
public sealed class Weak_ties_that_count : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("weakest_tie", 0.05));
    public override Scenario Replaced => SmallParty.With();
    public override string Statistic => "patronage_in_committee_a";
    public override int Direction => 1;
}

/// <summary>Whoever holds several seats has more to lose where they add up.</summary>
public sealed class Seats_added_up : Mechanism
{
    public override Scenario Played => SmallParty.With(set: [("best_seat", 0), ("nu", 2)]);
    public override Scenario Replaced => Played.Set("best_seat", 1);
    public override string Statistic => "formal_rank_b";
    public override int Direction => 1;
}
