using Apparat.Model;
using Apparat.Numerics;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Rivals who slip lose more of their own rank than rivals who always make their best move.</summary>
public sealed class Rivals_mistakes : Mechanism
{
    public override Scenario Played => SmallParty.With(set: [("nu", 2), ("slips", 3)]);
    public override Scenario Replaced => Played.Set("slips", 0);
    public override Scenario Neutral => SmallParty.With(set: [("nu", 2), ("slips", 1)]);
    public override Scenario Absent => SmallParty.With(set: ("nu", 2));
    public override string Statistic => "formal_rank_b";
    public override int Direction => -1;
    public override int Runs => 800;
}

/// <summary>An industrious holder of an office places more people than an idle one.</summary>
public sealed class A_diligent_holder : Mechanism
{
    public override Scenario Played => Absent.OfCapacity(2);
    public override Scenario Replaced => Absent.OfCapacity(0.1);
    public override Scenario Neutral => Absent.OfCapacity(1);
    public override Scenario Absent => SmallParty.With(set: ("kappa", 0.1));
    public override string Statistic => "patronage_in_locals_a";
    public override int Direction => 1;
}

/// <summary>Nobody fears in a secret ballot.</summary>
public sealed class The_secret_ballot : Mechanism
{
    public override Scenario Played => SmallParty.With("P1: Bureau dismisses Bureau in secret", set: ("nu", 2)).Struck("S8");
    public override Scenario Replaced => Played.Struck("P1/secret");
    public override string Statistic => "heads_a";
    public override int Direction => -1;
}

/// <summary>What is, is easier to leave.</summary>
public sealed class The_status_quo : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("nu", 2));
    public override Scenario Replaced => Played.Without(new StatusQuo());
    public override Scenario Neutral => Played.Set("status_quo", 0);
    public override Scenario Absent => Replaced;
    public override string Statistic => "formal_rank_b";
    public override int Direction => 1;
}

/// <summary>Votes that are tosses of a coin, a coin that mostly says yes against a fair one.</summary>
public sealed class Votes_as_tosses_of_a_coin : Mechanism
{
    public override Scenario Played => Tossed.Set("coin", 0.95);
    public override Scenario Replaced => Tossed.Set("coin", 0.55);
    public override string Statistic => "responsibility_b";
    public override int Direction => -1;

    private static Scenario Tossed => SmallParty.With(set: ("nu", 2)) with { Motives = [new CoinTosses()] };
}

/// <summary>A side counts a little more the more heads stand on it.</summary>
public sealed class Numbers_on_a_side : Mechanism
{
    public override Scenario Played => SmallParty.With(set: [("nu", 2), ("side_size", 2)]);
    public override Scenario Replaced => Played.Set("side_size", 0);
    public override string Statistic => "responsibility_a";
    public override int Direction => -1;
}

/// <summary>A side is feared as far as all its heads reach together.</summary>
public sealed class A_side_feared_together : Mechanism
{
    public override Scenario Played => Absent.Without(new Fears()).Also(new JointFears());
    public override Scenario Replaced => Absent;
    public override Scenario Absent => SmallParty.With("P1: Bureau dismisses Committee", set: [("nu", 2), ("b_fear", 6)]);
    public override string Statistic => "formal_rank_a";
    public override int Direction => -1;
    public override int Runs => 1600;
}

/// <summary>Nobody foresees who will win, so that nobody jumps on a bandwagon.</summary>
public sealed class Fear_without_foresight : Mechanism
{
    public override Scenario Played => Absent.Without(new Fears()).Also(new BlindFears());
    public override Scenario Replaced => Absent;
    public override Scenario Absent => SmallParty.With(set: [("nu", 2), ("b_fear", 6)]);
    public override string Statistic => "responsibility_a";
    public override int Direction => -1;
}

/// <summary>Several powers of one head over one seat add up.</summary>
public sealed class Powers_that_add_up : Mechanism
{
    public override Scenario Played => SmallParty.With(set: [("nu", 2), ("b_fear", 6)]);
    public override Scenario Replaced => Played.Set("joint_reach", 0);
    public override string Statistic => "responsibility_a";
    public override int Direction => -1;
    public override int Runs => 800;
}

/// <summary>All seats of a person count in what he depends on.</summary>
public sealed class All_seats_counted : Mechanism
{
    public override Scenario Played => SmallParty.With(set: [("nu", 2), ("b_fear", 6)]);
    public override Scenario Replaced => Played.Set("all_seats", 0);
    public override string Statistic => "formal_rank_b";
    public override int Direction => -1;
    public override int Runs => 1600;
}

/// <summary>Whoever drew up the list has his part of the credit for a place.</summary>
public sealed class Credit_for_the_list : Mechanism
{
    public override Scenario Played => SmallParty.With();
    public override Scenario Replaced => Played.Set("credit_list", 0);
    public override string Statistic => "patronage_in_committee_a";
    public override int Direction => 1;
}

/// <summary>So has the head of the majority that elected.</summary>
public sealed class Credit_for_the_votes : Mechanism
{
    public override Scenario Played => SmallParty.With().Struck("S2/slate");
    public override Scenario Replaced => Played.Set("credit_votes", 0);
    public override string Statistic => "patronage_in_committee_a";
    public override int Direction => 1;
}

/// <summary>The more are looked at for a seat, the better makers find their own.</summary>
public sealed class A_choice_of_candidates : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("a_loy", 6)).Without(new Gratitude());
    public override Scenario Replaced => Played.Set("candidates", 1);
    public override string Statistic => "patronage_in_locals_a";
    public override int Direction => 1;
}

/// <summary>Electors favour whom they follow and those who follow the same head.</summary>
public sealed class Fellow_clients_elected : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("b_loy", 4)).Struck("S2/slate");
    public override Scenario Replaced => Played.Without(new FellowClients());
    public override string Statistic => "patronage_in_committee_a";
    public override int Direction => 1;
}

/// <summary>Electors favour the esteemed.</summary>
public sealed class The_esteemed_elected : Mechanism
{
    public override Scenario Played => SmallParty.With(set: ("b_pres", 6)).Struck("S2/slate");
    public override Scenario Replaced => Played.Without(new Esteem());
    public override string Statistic => "heads_b";
    public override int Direction => 1;
}

/// <summary>Makers and electors favour those whose positions are near their own: whoever stands far from all is not chosen.</summary>
public sealed class The_like_minded_chosen : Mechanism
{
    public override Scenario Played => Apart(SmallParty.With(set: [("b_pol", 8), ("tau", 0.5)]).Struck("S2/slate"));
    public override Scenario Replaced => Played.Without(new Likeness());
    public override string Statistic => "heads_b";
    public override int Direction => -1;
    public override int Runs => 800;

    // The unnamed stand from -0.2 to 0.8.
    private static Scenario Apart(Scenario scenario) =>
        scenario with
        {
            Cast = scenario.Cast with
            {
                People =
                [
                    .. scenario.Cast.People.Select(p =>
                        p.Name == "B" ? p with { Traits = p.Traits.SetItem(Trait.Issue1, new Fixed(-1)) } : p
                    ),
                ],
            },
        };
}

file static class Diligence
{
    /// <summary>The scenario with one capacity for all heads.</summary>
    public static Scenario OfCapacity(this Scenario scenario, double capacity) =>
        scenario with
        {
            Cast = scenario.Cast with
            {
                HeadTraits = scenario.Cast.HeadTraits.Add(new(Trait.Capacity, new Fixed(capacity), [], 0, 10, Citation.None)),
            },
        };
}
