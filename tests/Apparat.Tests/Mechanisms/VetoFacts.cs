using Apparat.Model;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Whoever may stop a motion is reckoned with before it is moved, by the rule by which he then decides.</summary>
public sealed class VetoFacts
{
    private const string Removes = "2: Chamber dismisses Chamber";
    private const string Veto = "\nV: President vetoes decisions of Chamber";
    private static readonly OrganId Chamber = new(0);

    [Theory]
    [InlineData(Removes, 1)]
    [InlineData(Removes + Veto, 1.0 / 2)]
    // Of four senators who toss coins three must say yes.
    [InlineData(Removes + Veto + "\nO: Senate overrides President by two thirds", 1 - (0.5 * 11 / 16))]
    [InlineData(Removes + " with the consent of Senate", 5.0 / 16)]
    [InlineData(Removes + " with the consent of Senate" + Veto, 5.0 / 32)]
    public void What_is_foreseen_of_a_motion_is_how_often_it_is_carried_and_not_stopped(string clauses, double passes)
    {
        var scenario = Read(clauses) with { Motives = [new Coins()] };
        var w = MechanismFacts.FirstDay(scenario);
        var power = w.C.Rules.First(r => r.Clause.Text == "2").Power!;
        var move = new Move(new ClauseId("2"), 0, PersonId.None, w.C.Heads[0], Chamber.Index, 0, power.By(Chamber));
        Assert.Equal(passes / 2, w.Floor.Weigh(move, power), 12);
        Assert.Equal(0.5, w.Floor.WeighUnhindered(move, power), 12);

        Sample stopped = new();
        var told = Enumerable.Range(0, 120).SelectMany(run => new Stage(scenario).Play(5, run).ToList()).ToList();
        var carried = told.Count(e => e is { Kind: TraceKind.Voted, Clause.Text: "2", Value: > 0 });
        var ended = told.Count(e => e is { Kind: TraceKind.Vetoed, Value: 0 });
        Assert.True(carried > 200);
        for (var k = 0; k < carried; k++)
            stopped.Add(k < ended ? 1 : 0);
        stopped.HasProbability(1 - passes, "stopped");
    }

    [Fact]
    public void A_veto_that_decides_in_part_of_its_uses_is_foreseen_in_that_part()
    {
        var w = MechanismFacts.FirstDay(
            Read(Removes + "\nV: {means: President vetoes decisions of Chamber, share: 0.5}") with
            {
                Motives = [new Coins()],
            }
        );
        var power = w.C.Rules.First(r => r.Clause.Text == "2").Power!;
        var move = new Move(new ClauseId("2"), 0, PersonId.None, w.C.Heads[0], Chamber.Index, 0, power.By(Chamber));

        Assert.Equal(0.5 * 0.75, w.Floor.Weigh(move, power), 12);
        Assert.Equal(0, w.FirstUse[w.C.Rules.First(r => r.Clause.Text == "V").Provision]);
        // Whoever moved it does not stop it.
        var president = new PersonId(w.ActorOf(1));
        Assert.Equal(0.5, w.Floor.Weigh(move with { Sponsor = president }, power), 12);
    }

    [Fact]
    public void Nobody_moves_what_is_always_vetoed_if_losing_it_costs_him()
    {
        // Everyone but the President gains by any motion; whoever loses one that he has moved loses by it. A well-disposed President is risked.
        Assert.True(Moved(Removes) > 20);
        Assert.Equal(0, Moved(Removes + Veto));
        Assert.True(Moved(Removes + Veto, president: 3) > 20);
        Assert.Equal(Moved(Removes), Moved(Removes + Veto, struck: true));

        static int Moved(string clauses, double president = -1000, bool struck = false)
        {
            var scenario = Read(clauses) with { Motives = [new Hopes(president), new Costs()] };
            var stage = new Stage(struck ? scenario.Struck("V") : scenario);
            return Enumerable.Range(0, 30).Sum(run => stage.Play(5, run).Count(e => e.Kind == TraceKind.Voted));
        }
    }

    private static Scenario Read(string clauses) =>
        Stage.Read(
            $$"""
            scenario: A chamber and those who may stop it
            from: 2000-01-01
            until: 2001-12-31
            organs:
              Chamber:   {seats: 9, rank: 1, turnover: 0, term: until next President}
              President: {seats: 1, rank: 1, meets: never}
              Senate:    {seats: 4, rank: 0.5, turnover: 0}
            people:
              A: {holds: Chamber}
              B: {holds: Chamber}
              C: {holds: Chamber}
              P: {holds: President}
            contenders: [A, B, C]
            cadres: 40
            traits:
              heads:  {prestige: {base: 0.4} }
              cadres: {prestige: {base: 0.1} }
            behaviour:
              - there are no alliances
            priors: {nu: 2, sig: 0, delta: 0}
            clauses:
              1: Chamber coopts Chamber by majority
              {{clauses.Replace("\n", "\n  ", StringComparison.Ordinal)}}
            """
        );

    /// <summary>A stranger's motive: everyone tosses a coin, and whoever moves a motion gains by it.</summary>
    private sealed record Coins : Motive
    {
        public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
        {
            if (voters is [var one] && one == move.Sponsor)
                utility[0] += 1e-9;
        }
    }

    /// <summary>A stranger's motive: everyone is for everything, but the President for his part so much.</summary>
    private sealed record Hopes(double President) : Motive
    {
        public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
        {
            for (var v = 0; v < voters.Length; v++)
                utility[v] += now.Sits(voters[v], new OrganId(1)) ? President : 1;
        }
    }

    /// <summary>A stranger's motive: what moving a motion that is lost costs.</summary>
    private sealed record Costs : Motive
    {
        public override bool NeedsForecast => true;

        public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
        {
            for (var v = 0; v < voters.Length; v++)
                utility[v] -= voters[v] == move.Sponsor ? 1 - now.Forecast : 0;
        }
    }
}
