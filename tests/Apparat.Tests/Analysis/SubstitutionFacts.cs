using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using static Apparat.Tests.HandMadeWorlds;

namespace Apparat.Tests;

/// <summary>Everybody in the chair in turn, and one man in other chairs.</summary>
public sealed class SubstitutionFacts
{
    [Fact]
    public void A_power_that_serves_whoever_holds_it_serves_the_newcomer_too()
    {
        var answer = Answer(
            new SubstituteStudy(Scenario(), Chair, Wins, seed: 3, runs: 200),
            (world, chance, who) => world.Strikes.Count == 0 && OfficeFacts.HolderOf(world) == who && chance.Draw("luck") < 0.6,
            out var histories
        );

        Assert.Equal(4 * 2 * 200, histories);
        Assert.Equal(answer.Matrix.Rows[0].InOfficeWithPowers, answer.Newcomer.Subject);
        Assert.Equal(answer.Newcomer.Someone, answer.Newcomer.Subject);
        Assert.Equal(0, answer.NewcomerWithout.Someone.Value);
        Assert.Equal(["A", "B", "C", "the median cadre"], answer.PowersFor.Select(p => p.Who));
        Assert.True(answer.IsComplete);
    }

    [Fact]
    public void Every_comparison_of_a_substitution_has_its_passport_and_supposes_something()
    {
        var answer = Answer(
            new SubstituteStudy(Scenario(), Chair, Wins, seed: 3, runs: 20, man: A, offices: [Chair, HandMadeWorlds.Board]),
            (_, chance, who) => who == A && chance.Draw("luck") < 0.5,
            out _
        );

        // Each of three and a newcomer with the powers and without, the newcomer in his place, and A in two offices.
        Assert.Equal(7, answer.Passports.Length);
        Assert.All(answer.Passports, p => Assert.StartsWith("Suppose: ", p.Antecedent, StringComparison.Ordinal));
        Assert.Contains(answer.Passports, p => p.Antecedent == "Suppose: B or C as Chair.");
        Assert.Contains(answer.Passports, p => p.Antecedent == "Suppose: A as Board.");
    }

    [Fact]
    public void The_newcomer_has_the_medians_of_the_cadres_and_nothing_of_his_own()
    {
        var scenario = Board();
        var newcomer = SeatNewcomer.Of(scenario);
        var world = new SeatNewcomer(scenario.Question!.Office).Apply(scenario);

        Assert.Equal("the median outsider", newcomer.Name);
        Assert.All(
            scenario.Cast.CadreTraits,
            f => Assert.Equal(f.Base.Quantile(0.5), Assert.IsType<Fixed>(newcomer.Traits[f.Trait]).Value, 12)
        );
        Assert.Equal(new Fixed(1), newcomer.Traits[Trait.Capacity]);
        Assert.Contains(newcomer.Id, world.Cast.Contenders);
        Assert.DoesNotContain(scenario.Cast.People, p => p.Name == newcomer.Name);
    }

    [Fact]
    public void Only_the_one_seat_and_its_place_in_the_body_change_hands()
    {
        var scenario = Board();
        var office = scenario.Question!.Office;
        var was = Histories.Tell(scenario, 7, 0).FirstSeats;
        var (holder, newcomer) = (scenario.Question.Holder, SeatNewcomer.Of(scenario).Id);

        var now = Histories.Tell(new SeatNewcomer(office).Apply(scenario), 7, 0).FirstSeats;

        Assert.Equal(was.Where(s => s.Person != holder).Order(BySeat), now.Where(s => s.Person != newcomer).Order(BySeat));
        Assert.Equal(
            was.Where(s => s.Person == holder).Select(s => s.Organ.Index).Order(),
            now.Where(s => s.Person == newcomer).Select(s => s.Organ.Index).Order()
        );
    }

    [Fact]
    public void A_man_is_worth_what_he_wins_in_an_office_less_what_he_wins_in_none()
    {
        var offices = Answer(
            new ManInOffices(Scenario(), Wins, B, [Chair, Council], seed: 3, runs: 300),
            (world, chance, who) =>
                who == B && world.Holders.Any(h => h.Office == Chair && h.OneOf is [var one] && one == B) && chance.Draw("luck") < 0.5,
            out _
        );

        Assert.Equal(["Chair", "Council"], offices.Select(o => o.Office));
        Assert.InRange(offices[0].Worth.Change.Value, 0.4, 0.6);
        Assert.Equal(offices[0].With.Subject.Value, offices[0].Worth.Change.Value, 12);
        Assert.Equal(0, offices[1].Worth.Change.Value);
        Assert.Equal(["C1", "C2/slate", "C4"], offices[0].Powers);
    }

    [Fact]
    public void An_office_that_was_his_goes_to_another_where_he_sits_elsewhere()
    {
        var plans = new ManInOffices(Scenario(), Wins, A, [Chair, Council], seed: 3, runs: 1).Plans();

        Assert.Equal("B or C as Chair", plans[0].WorldName);
        Assert.Equal("as it was", plans[1].WorldName);
        Assert.Equal("B or C as Chair; A as Council", plans[3].WorldName);
    }

    [Fact]
    public void Worlds_that_were_finished_are_told_though_others_are_missing()
    {
        var study = new SubstituteStudy(Scenario(), Chair, Wins, seed: 3, runs: 50);
        var set = new EnsembleSet();
        set.Add(Play(study.Plans()[0], (_, chance, who) => who == A && chance.Draw("luck") < 0.5));

        var answer = study.Read(set);

        Assert.False(answer.IsComplete);
        Assert.Equal(50, answer.Matrix.WithPowers[0].Subject.Runs);
        Assert.False(answer.Matrix.WithPowers[1].Subject.IsDefined);
    }

    private static readonly Comparer<(OrganId Organ, PersonId Person)> BySeat = Comparer<(OrganId Organ, PersonId Person)>.Create(
        (a, b) => (a.Organ.Index, a.Person.Index).CompareTo((b.Organ.Index, b.Person.Index))
    );

    private static Scenario Board() => ScenarioFile.Load(AtTheConsole.Board);
}
