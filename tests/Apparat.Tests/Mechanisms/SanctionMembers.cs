using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Those censured keep their seats and lose esteem.</summary>
public sealed class Censure : Mechanism
{
    public override Scenario Played => SmallParty.With("P1: Bureau censures Bureau", set: ("nu", 1));
    public override Scenario Replaced => Played.Struck("P1");
    public override Scenario Neutral => Played.Set("censure", 0);
    public override Scenario Absent => SmallParty.With(set: ("nu", 1));
    public override string Statistic => "esteem_b";
    public override int Direction => -1;
}

/// <summary>A body may take a seat from a contender.</summary>
public sealed class Dismissal_by_motion : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("nu", 1));
    public override Scenario Replaced => Played.Struck("S8");
    public override string Statistic => "out_b";
    public override int Direction => 1;
}

/// <summary>A body may take all seats from a contender.</summary>
public sealed class Expulsion : Mechanism
{
    public override Scenario Played => SmallParty.With("P0: Committee expels Committee", set: ("nu", 1));
    public override Scenario Replaced => Played.Struck("P0");
    public override string Statistic => "formal_rank_c";
    public override int Direction => -1;
    public override int Runs => 800;
}

/// <summary>The exiled can no longer be followed.</summary>
public sealed class Exile : Mechanism
{
    public override Scenario Played => SmallParty.With("P0: Committee expels Committee\nP1: Bureau exiles the expelled", set: ("nu", 2));
    public override Scenario Replaced => Played.Struck("P1");
    public override string Statistic => "patronage_in_locals_c";
    public override int Direction => -1;
}

/// <summary>Those who recant come back, on terms.</summary>
public sealed class Readmission : Mechanism
{
    public override Scenario Played =>
        SmallParty.With("P0: Committee expels Committee\nP1: Bureau readmits those who recant", set: ("nu", 2));
    public override Scenario Replaced => Played.Struck("P1");
    public override Scenario Neutral => Played.Set("recanting", 0);
    public override Scenario Absent => SmallParty.With("P0: Committee expels Committee", set: ("nu", 2));
    public override string Statistic => "esteem_c";
    public override int Direction => -1;
}

/// <summary>Whoever offers to resign and is refused gains esteem.</summary>
public sealed class Offers_to_resign : Mechanism
{
    public override Scenario Played => SmallParty.With("P1: Secretary may offer to resign to Committee");
    public override Scenario Replaced => Played.Struck("P1");
    public override Scenario Neutral => Played.Set("resigning", 0);
    public override string Statistic => "esteem_a";
    public override int Direction => 1;
}

/// <summary>Those whose challenge has failed are the easier to remove.</summary>
public sealed class The_ban_on_factions : Mechanism
{
    public override Scenario Played => SmallParty.With("P1: Committee forbids factions", set: ("nu", 2));
    public override Scenario Replaced => Played.Struck("P1");
    public override Scenario Neutral => Played.Set("b_ban", 0);
    public override Scenario Absent => SmallParty.With(set: ("nu", 2));
    public override string Statistic => "formal_rank_a";
    public override int Direction => -1;
}

/// <summary>A patron who has been challenged dismisses less.</summary>
public sealed class Restraint_after_a_challenge : Mechanism
{
    public override Scenario Played => Absent.Set("restraint", 1);
    public override Scenario Replaced => Absent;
    public override Scenario Neutral => Absent.Set("restraint", 0);
    public override Scenario Absent =>
        SmallParty
            .With("P1: Bureau censures Bureau", set: [("nu", 3), ("kappa", 0.02), ("delta", 0.002), ("b_fear", 0)])
            .Struck("S8")
            .Struck("S9");
    public override string Statistic => "patronage_in_locals_a";
    public override int Direction => -1;
}

/// <summary>A defeated challenge is answered.</summary>
public sealed class Retaliation : Mechanism
{
    public override Scenario Played => SmallParty.With(set: [("nu", 1), ("sig", 1)]);
    public override Scenario Replaced => SmallParty.With(set: [("nu", 1), ("sig", 0)]);
    public override string Statistic => "patronage_in_committee_a";
    public override int Direction => 1;
}
