using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Positions give way to the mean of the esteemed, and contenders come nearer to those who vote.</summary>
public sealed class Giving_way : Mechanism
{
    public override Scenario Played => Absent.Also(new GivingWay());
    public override Scenario Replaced => Absent;
    public override Scenario Neutral => Played.Set("susceptibility", 0);
    public override string Statistic => "position_1_b";
    public override int Direction => 1;
    public override int Runs => 1600;
}

/// <summary>The like-minded move together.</summary>
public sealed class Bounded_confidence : Mechanism
{
    public override Scenario Played => Absent.Also(new BoundedConfidence());
    public override Scenario Replaced => Absent;
    public override Scenario Neutral => Played.Set("confidence_bound", 0);
    public override string Statistic => "position_1_a";
    public override int Direction => 1;
    public override int Runs => 800;
}

/// <summary>Contenders move to the median of those who vote.</summary>
public sealed class A_leader_who_moves_to_the_median : Mechanism
{
    public override Scenario Played => Absent.Also(new ToTheMedian());
    public override Scenario Replaced => Absent;
    public override Scenario Neutral => Played.Set("to_median", 0);
    public override string Statistic => "position_1_a";
    public override int Direction => 1;
}

/// <summary>Those who serve gain esteem.</summary>
public sealed class Service_in_office : Mechanism
{
    public override Scenario Played => Absent.Also(new Service());
    public override Scenario Replaced => Absent;
    public override Scenario Neutral => Played.Set("service", 0);
    public override string Statistic => "esteem_a";
    public override int Direction => 1;
}

/// <summary>Those kept in place grow loyal to whoever could remove them.</summary>
public sealed class Tenure_renewed : Mechanism
{
    public override Scenario Played => Absent.Also(new RenewedTenure());
    public override Scenario Replaced => Absent;
    public override Scenario Neutral => Played.Set("tenure", 0);
    public override string Statistic => "patronage_in_locals_a";
    public override int Direction => 1;
}

/// <summary>Those far from the common line are condemned, and lose esteem.</summary>
public sealed class Doctrine : Mechanism
{
    public override Scenario Played => SmallParty.With("P1: Bureau condemns deviations", set: ("nu", 1));
    public override Scenario Replaced => Played.Struck("P1");
    public override Scenario Neutral => Played.Set("doctrine", 0);
    public override Scenario Absent => SmallParty.With(set: ("nu", 1));
    public override string Statistic => "esteem_b";
    public override int Direction => -1;
}
