using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Whoever has seats in his gift buys votes with them.</summary>
public sealed class Promised_seats : Mechanism
{
    public override Scenario Played => Absent.Also(new PromisedSeats());
    public override Scenario Replaced => Absent;
    public override Scenario Neutral => Played.Set("bargain_until", 0);
    public override Scenario Absent => SmallParty.With(set: [("nu", 2), ("delta", 0.1)]);
    public override string Statistic => "following_a";
    public override int Direction => 1;
}

/// <summary>Whoever stands between a leader who cannot act and all others comes to be owed what is owed to him.</summary>
public sealed class The_gatekeeper : Mechanism
{
    public override Scenario Played => SmallParty.With("P1: Secretary keeps the door of D", "2000-02-10: D falls ill");
    public override Scenario Replaced => Played.Struck("P1");
    public override Scenario Neutral => Played.Set("access", 0);
    public override Scenario Absent => SmallParty.With(events: "2000-02-10: D falls ill");
    public override string Statistic => "patronage_in_locals_d";
    public override int Direction => -1;
}

/// <summary>Whoever stands in for an office uses its powers while its holder cannot.</summary>
public sealed class A_caretaker : Mechanism
{
    public override Scenario Played => SmallParty.With("P1: Editor stands in for Secretary", "2000-02-10: A falls ill");
    public override Scenario Replaced => Played.Struck("P1");
    public override string Statistic => "patronage_in_locals_b";
    public override int Direction => 1;
}
