using Apparat.Model;

namespace Apparat.Tests;

/// <summary>Those whom a board lets in owe their vote to whoever moved it; those who join at their own wish lean as the others do.</summary>
public sealed class Admission_by_a_board : Mechanism
{
    public override Scenario Played => Led.Played;
    public override Scenario Replaced => Played.Struck("P2");
    public override Scenario Neutral => Played.Set("applying", 0);
    public override Scenario Absent => Association.With(Led.Agenda);
    public override string Statistic => "patronage_in_board_a";
    public override int Direction => 1;
}

/// <summary>Where nobody is admitted the membership stays as small as it was.</summary>
public sealed class Members_who_join : Mechanism
{
    public override Scenario Played => Led.Played;
    public override Scenario Replaced => Played.Struck("P2", 1);
    public override string Statistic => "size_of_members_a";
    public override int Direction => 1;
}

/// <summary>Those admitted defer to whoever had them admitted.</summary>
public sealed class Deference_of_those_admitted : Mechanism
{
    public override Scenario Played => Led.Played;
    public override Scenario Replaced => Played.Set("deferring", 0);
    public override string Statistic => "patronage_in_board_a";
    public override int Direction => 1;
}

/// <summary>Whoever has to wait for his vote comes too late for the next elections.</summary>
public sealed class A_waiting_period : Mechanism
{
    public override Scenario Played => Association.With($"{Led.Clauses}\nP3: Members of at least 5 years vote", set: Led.Numbers);
    public override Scenario Replaced => Played.Struck("P3");
    public override string Statistic => "patronage_in_board_a";
    public override int Direction => -1;
}

/// <summary>Where most stay away a quorum is found by proxy alone; without one no election is held, and nobody speaks against those who sit.</summary>
public sealed class Votes_by_proxy : Mechanism
{
    private const string Meetings = "P1: Chair sets the agenda of Members\nP2: Members need one half of Members";

    public override Scenario Played =>
        Association.With($"{Meetings}\nP3: Members vote by proxy", "count: 100, turnout: 0.3", ("proxies", 0.9));
    public override Scenario Replaced => Played.Struck("P3");
    public override Scenario Neutral => Played.Set("proxies", 0);
    public override Scenario Absent => Association.With(Meetings, "count: 100, turnout: 0.3");
    public override string Statistic => "formal_rank_b";
    public override int Direction => -1;
}

/// <summary>An association whose agenda A sets.</summary>
file static class Led
{
    public const string Agenda = "P1: Chair sets the agenda of Board";
    public const string Clauses = Agenda + "\nP2: Board admits Members by majority";

    public static (string, double)[] Numbers => [("applying", 0.05), ("deferring", 0.8)];

    public static Scenario Played => Association.With(Clauses, set: Numbers);
}
