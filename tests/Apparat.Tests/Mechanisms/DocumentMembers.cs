using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>A paper that its custodians withhold does not harm those it names.</summary>
public sealed class Withholding : Mechanism
{
    public override Scenario Played =>
        SmallParty.With("P1: Bureau decides who hears the Paper", "2000-06-10: the Paper is delivered to Bureau");
    public override Scenario Replaced => Played.Struck("P1");
    public override string Statistic => "esteem_in_committee_a";
    public override int Direction => 1;
}

/// <summary>A paper read in part harms less.</summary>
public sealed class Partial_reading : Mechanism
{
    public override Scenario Played => Absent.Set("read_part", 0.2);
    public override Scenario Replaced => Absent;
    public override Scenario Neutral => Absent.Set("read_part", 1);
    public override Scenario Absent =>
        SmallParty.With("P1: Bureau decides who hears the Paper", "2000-06-10: the Paper is delivered to Bureau");
    public override string Statistic => "esteem_in_locals_a";
    public override int Direction => 1;
    public override int Runs => 600;
}

/// <summary>A paper that leaks harms those it names.</summary>
public sealed class A_leak : Mechanism
{
    public override Scenario Played => Absent.Set("leak", 0.2);
    public override Scenario Replaced => Absent;
    public override Scenario Neutral => Absent.Set("leak", 0);
    public override Scenario Absent =>
        SmallParty.With("P1: Bureau decides who hears the Paper", "2000-06-10: the Paper is delivered to Bureau");
    public override string Statistic => "esteem_in_committee_a";
    public override int Direction => -1;
}

/// <summary>A paper known to be withheld is itself evidence.</summary>
public sealed class A_known_but_unread_letter : Mechanism
{
    public override Scenario Played => Absent.Set("ups", 0.5);
    public override Scenario Replaced => Absent;
    public override Scenario Neutral => Absent.Set("ups", 0);
    public override Scenario Absent =>
        SmallParty.With("P1: Bureau decides who hears the Paper", "2000-06-10: the Paper is delivered to Bureau");
    public override string Statistic => "esteem_in_committee_a";
    public override int Direction => -1;
}
