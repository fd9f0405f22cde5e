using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>An editor who prints what the branches read wins their members.</summary>
public sealed class The_press : Mechanism
{
    private const string Clause = "P1: Editor publishes for Locals";

    public override Scenario Played => SmallParty.With(Clause);
    public override Scenario Replaced => Played.Struck("P1");
    public override Scenario Neutral => Played.Set("eta", 0);
    public override string Statistic => "leaning_b";
    public override int Direction => 1;
}

/// <summary>Recruits defer to the head whom the leader of their branch follows.</summary>
public sealed class Enrolment_by_an_office : Mechanism
{
    private const string Clause = "P1: Secretary enrols members";

    public override Scenario Played => SmallParty.With(Clause);
    public override Scenario Replaced => Played.Struck("P1", 1);
    public override Scenario Neutral => Played.Set("growth", 0);
    public override string Statistic => "leaning_a";
    public override int Direction => 1;
}

/// <summary>A levy at a date, whose recruits defer.</summary>
public sealed class An_enrolment_at_a_date : Mechanism
{
    public override Scenario Played => SmallParty.With(events: "2002-01-31: the enrolment of 12000 members");
    public override Scenario Replaced => new ChangeEvent("the enrolment of 12000 members").Apply(Played);
    public override string Statistic => "leaning_a";
    public override int Direction => 1;
}

/// <summary>A congress that may add seats to the committee it elects.</summary>
public sealed class Enlargement : Mechanism
{
    private const string Clause = "P1: Congress enlarges Committee";

    public override Scenario Played => SmallParty.With(Clause);
    public override Scenario Replaced => Played.Struck("P1");
    public override Scenario Neutral => Played.Set("enlargement", 0);
    public override string Statistic => "size_of_committee_a";
    public override int Direction => 1;
}

/// <summary>New seats filled by the list make a majority; filled by lot they do not.</summary>
public sealed class New_seats_filled_by_the_list : Mechanism
{
    public override Scenario Played => SmallParty.With("P1: Congress enlarges Committee", set: ("enlargement", 0.5));
    public override Scenario Replaced => Played.Struck("P1", 1);
    public override string Statistic => "patronage_in_committee_a";
    public override int Direction => 1;
}

/// <summary>A convener who lacks a following puts congresses off, and what they would have decided with them.</summary>
public sealed class Convening : Mechanism
{
    private const string Clauses = "P0: Congress enlarges Committee\nP1: Editor convenes Congress";

    public override Scenario Played => Often(SmallParty.With(Clauses, set: [("enlargement", 0.05), ("delay", 1)]));
    public override Scenario Replaced => Played.Struck("P1");
    public override Scenario Neutral => Played.Set("delay", 0);
    public override Scenario Absent => Often(SmallParty.With("P0: Congress enlarges Committee", set: ("enlargement", 0.05)));
    public override string Statistic => "size_of_committee_a";
    public override int Direction => -1;

    // A congress a month: what is put off by a month or two is then lost and not only late.
    private static Scenario Often(Scenario party) => party.Struck("S5").Struck("S6").Meeting("Congress", Meetings.Monthly);
}

/// <summary>A postscript is written where many follow the holder; once it is heard he counts for less against his rivals.</summary>
public sealed class The_postscript : Mechanism
{
    private const string Clauses = "P1: Committee decides who hears the Paper\nP2: Secretary serves at the pleasure of Committee";
    private const string Events = "2000-04-10: D may add a postscript to the Paper\n2000-06-10: the Paper is delivered to Committee";

    public override Scenario Played => SmallParty.With(Clauses, Events).Struck("P1");
    public override Scenario Replaced => SmallParty.With(Clauses, Events, set: ("alarm", 0)).Struck("P1");
    public override string Statistic => "esteem_in_committee_a";
    public override int Direction => -1;
}

/// <summary>A coalition that no part of itself would break turns on whoever stands outside it.</summary>
public sealed class The_ultimate_ruling_coalition : AllianceMechanism
{
    protected override AllianceRule Rule => new UltimateCoalition();
}

/// <summary>The weakest coalition that wins turns on whoever stands outside it.</summary>
public sealed class The_minimal_winning_coalition : AllianceMechanism
{
    protected override AllianceRule Rule => new MinimalWinning();
}

/// <summary>Three stand together against a fourth from first to last.</summary>
public sealed class Fixed_factions : AllianceMechanism
{
    protected override AllianceRule Rule => new FixedFactions([new PersonId(0), new PersonId(1), new PersonId(2)], [new PersonId(3)]);

    public override string Statistic => "formal_rank_d";
}

/// <summary>All join against the greatest threat.</summary>
public sealed class Balance_of_threat : AllianceMechanism
{
    protected override AllianceRule Rule => new BalanceOfThreat();
}

/// <summary>An alliance rule against none at all: somebody is struck who would not have been.</summary>
public abstract class AllianceMechanism : Mechanism
{
    protected abstract AllianceRule Rule { get; }

    public override Scenario Played => SmallParty.OfEquals with { Alliances = Rule };
    public override Scenario Replaced => Played with { Alliances = new NoAlliances() };
    public override string Statistic => "formal_rank_b";
    public override int Direction => -1;
}

/// <summary>Those who learn to look at following stop fearing the merely visible.</summary>
public sealed class Learning_about_threats : Mechanism
{
    public override Scenario Played => Absent.Set("learning", 0.2);
    public override Scenario Replaced => Played.Set("learning", 0);
    public override Scenario Neutral => Replaced;
    public override Scenario Absent => SmallParty.With(set: [("nu", 2), ("chi", 1)]);
    public override string Statistic => "following_a";
    public override int Direction => -1;
    public override int Runs => 800;
}
