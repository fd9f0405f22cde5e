using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>An office that fills posts makes clients of those it places.</summary>
public sealed class Appointment : Mechanism
{
    public override Scenario Played => SmallParty.With();
    public override Scenario Replaced => Played.Struck("S5");
    public override string Statistic => "patronage_in_locals_a";
    public override int Direction => 1;
}

/// <summary>An office that empties posts fills them sooner.</summary>
public sealed class Directed_dismissal : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("kappa", 0.1));
    public override Scenario Replaced => Played.Struck("S6");
    public override string Statistic => "patronage_in_locals_a";
    public override int Direction => 1;
}

/// <summary>Who draws up the list for the committee comes to own it.</summary>
public sealed class The_slate : Mechanism
{
    public override Scenario Played => SmallParty.With();
    public override Scenario Replaced => Played.Struck("S2/slate");
    public override string Statistic => "patronage_in_committee_a";
    public override int Direction => 1;
}

/// <summary>Secretaries who lead delegations carry their patron to the committee.</summary>
public sealed class Delegates_led_by_their_secretaries : Mechanism
{
    public override Scenario Played => SmallParty.With().Struck("S2/slate");
    public override Scenario Replaced => Played.Struck("S1");
    public override string Statistic => "patronage_in_committee_a";
    public override int Direction => 1;
}

/// <summary>Who keeps the files sees who is his.</summary>
public sealed class The_files : Mechanism
{
    public override Scenario Played =>
        SmallParty.With("P1: Secretary controls the files of Locals", set: ("a_loy", 6)).Without(new Gratitude());
    public override Scenario Replaced => Played.Struck("P1");
    public override string Statistic => "patronage_in_locals_a";
    public override int Direction => 1;
    public override int Runs => 2400;
}

/// <summary>Who sets the agenda chooses what is moved.</summary>
public sealed class The_agenda : Mechanism
{
    public override Scenario Played => SmallParty.With("P1: Secretary sets the agenda of Bureau, Committee", set: ("nu", 2));
    public override Scenario Replaced => Played.Struck("P1");
    public override string Statistic => "responsibility_a";
    public override int Direction => -1;
}

/// <summary>A body that decides policy moves it.</summary>
public sealed class Policy : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("nu", 2));
    public override Scenario Replaced => Played.Struck("S7");
    public override string Statistic => "responsibility_a";
    public override int Direction => 1;
}

/// <summary>Those placed owe their patron.</summary>
public sealed class Gratitude_for_a_place : Mechanism
{
    public override Scenario Played => SmallParty.With();
    public override Scenario Replaced => Played.Without(new Gratitude());
    public override string Statistic => "patronage_in_locals_a";
    public override int Direction => 1;
}

/// <summary>Ties fade.</summary>
public sealed class Fading : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("lam", 0.05));
    public override Scenario Replaced => Played.Without(new Fade());
    public override Scenario Neutral => Played.Set("lam", 0);
    public override Scenario Absent => SmallParty.With().Without(new Fade());
    public override string Statistic => "patronage_in_locals_a";
    public override int Direction => -1;
}

/// <summary>Makers favour their own.</summary>
public sealed class Favour_for_their_own : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("a_loy", 4)).Without(new Gratitude());
    public override Scenario Replaced => Played.Without(new Favour());
    public override Scenario Neutral => Played.Set("a_loy", 0);
    public override Scenario Absent => SmallParty.With().Without(new Gratitude(), new Favour());
    public override string Statistic => "patronage_in_locals_a";
    public override int Direction => 1;
}

/// <summary>Clients vote with their patron.</summary>
public sealed class Loyalty_in_votes : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("nu", 2));
    public override Scenario Replaced => Played.Without(new Loyalties());
    public override Scenario Neutral => SmallParty.With(set: [("nu", 2), ("b_loy", 0)]);
    public override Scenario Absent => Replaced.Without(new FellowClients());
    public override string Statistic => "out_b";
    public override int Direction => 1;
}

/// <summary>Voters weigh who has power over their seats.</summary>
public sealed class Careers_in_votes : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("nu", 2));
    public override Scenario Replaced => Played.Without(new Careers());
    public override Scenario Neutral => Played.Set("b_off", 0);
    public override Scenario Absent => Replaced;
    public override string Statistic => "out_b";
    public override int Direction => 1;
    public override int Runs => 900;
}

/// <summary>Voters fear those who can reach their seat.</summary>
public sealed class Fear : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("nu", 2));
    public override Scenario Replaced => Played.Without(new Fears());
    public override Scenario Neutral => Played.Set("b_fear", 0);
    public override Scenario Absent => Replaced;
    public override string Statistic => "responsibility_a";
    public override int Direction => 1;
}

/// <summary>Voters defer to the esteemed.</summary>
public sealed class Prestige : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("nu", 2));
    public override Scenario Replaced => Played.Without(new Deference());
    public override Scenario Neutral => Played.Set("b_pres", 0);
    public override Scenario Absent => Replaced.Without(new Esteem());
    public override string Statistic => "responsibility_a";
    public override int Direction => -1;
    public override int Runs => 900;
}

/// <summary>A side counts as the sum of its heads and not as the best of them.</summary>
public sealed class Prestige_summed : Mechanism
{
    public override Scenario Played => Absent.Without(new Deference()).Also(new SummedPrestige());
    public override Scenario Replaced => Absent;
    public override Scenario Absent => SmallParty.With(set: ("nu", 2));
    public override string Statistic => "formal_rank_a";
    public override int Direction => -1;
}

/// <summary>Voters prefer policy near their own.</summary>
public sealed class Policy_in_votes : Mechanism
{
    public override Scenario Played => SmallParty.With(set: [("nu", 2), ("b_pol", 4)]);
    public override Scenario Replaced => Played.Without(new Policies());
    public override Scenario Neutral => Played.Set("b_pol", 0);
    public override Scenario Absent => Replaced.Without(new Likeness());
    public override string Statistic => "responsibility_a";
    public override int Direction => 1;
    public override int Runs => 1600;
}

/// <summary>Those who joined against the greatest threat want him weakened.</summary>
public sealed class The_common_threat : Mechanism
{
    public override Scenario Played => SmallParty.With("P1: Bureau dismisses Bureau", set: [("nu", 1), ("a_T", 20), ("chi", 0)]);
    public override Scenario Replaced => Played.Without(new CommonThreat());
    public override string Statistic => "formal_rank_a";
    public override int Direction => -1;
    public override int Runs => 800;
}

/// <summary>Voting against a patron breaks the tie.</summary>
public sealed class Betrayal_of_a_patron : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("nu", 2));
    public override Scenario Replaced => Played.Without(new Betrayal());
    public override string Statistic => "patronage_in_committee_b";
    public override int Direction => -1;
    public override int Runs => 800;
}

/// <summary>Attacks are resented.</summary>
public sealed class Grievance_of_the_attacked : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("nu", 2));
    public override Scenario Replaced => Played.Without(new Grievance());
    public override Scenario Neutral => Played.Set("grievance", 0);
    public override Scenario Absent => Replaced;
    public override string Statistic => "following_a";
    public override int Direction => -1;
    public override int Runs => 1400;
}

/// <summary>The followers of the dead find another.</summary>
public sealed class Succession : Mechanism
{
    public override Scenario Played => SmallParty.With(events: "2000-06-10: D dies");
    public override Scenario Replaced => Played.Without(new Inheritance());
    public override string Statistic => "esteem_a";
    public override int Direction => 1;
}

/// <summary>Esteem is mistaken for following.</summary>
public sealed class Misperceived_threat : Mechanism
{
    public override Scenario Played => SmallParty.With(set: [("nu", 2), ("chi", 1)]);
    public override Scenario Replaced => Played.Set("chi", 0);
    public override string Statistic => "out_a";
    public override int Direction => -1;
}

/// <summary>Each member counts for the head he follows.</summary>
public sealed class Following_counted_by_patrons : Mechanism
{
    public override Scenario Played => Absent.Set("temperature", 0);
    public override Scenario Replaced => Absent;
    public override Scenario Absent => SmallParty.With(set: ("nu", 2));
    public override string Statistic => "following_a";
    public override int Direction => 1;
    public override int Runs => 800;
}

/// <summary>Seats fall vacant by nature.</summary>
public sealed class Natural_turnover : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("delta", 0.05));
    public override Scenario Replaced => Played.Set("delta", 0);
    public override string Statistic => "patronage_in_locals_a";
    public override int Direction => 1;
}

/// <summary>A list opens some of the seats.</summary>
public sealed class Opening_the_list : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("tau", 0.5));
    public override Scenario Replaced => Played.Set("tau", 0);
    public override string Statistic => "patronage_in_committee_a";
    public override int Direction => 1;
}
