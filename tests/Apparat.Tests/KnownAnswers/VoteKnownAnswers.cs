using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>Votes as the engine plays them against the exact count of yes votes (theory 8.1).</summary>
public sealed class VoteKnownAnswers
{
    private const int Runs = 6000;

    public static TheoryData<string> Rows => [.. PublishedTable.Read("vote_pass_probability.csv").Select(r => r["yes_probabilities"])];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_body_votes_as_the_table_says(string probabilities)
    {
        var row = PublishedTable.Read("vote_pass_probability.csv").Single(r => r["yes_probabilities"] == probabilities);
        double[] yes = [.. probabilities.Split(' ').Select(PublishedTable.Number)];
        double[] pmf = [.. row["pmf_0_to_n"].Split(' ').Select(PublishedTable.Number)];
        var carried = PublishedTable.Number(row["pass_probability_exact"]);
        Assert.Equal(int.Parse(row["quota"]), (yes.Length / 2) + 1);

        var scenario = Trial(yes.Length, "voters weigh policy");
        var votes = Votes(scenario with { Motives = [new Inclination(yes)] });

        Assert.All(votes, v => Assert.Equal(carried, v.Forecast, 1e-12));
        var passed = new Sample();
        foreach (var vote in votes)
            passed.Add(vote.Value);
        passed.HasProbability(carried, "carried");
        for (var k = 0; k <= yes.Length; k++)
        {
            var count = new Sample();
            foreach (var vote in votes)
                count.Add(vote.Yes == k ? 1 : 0);
            count.HasProbability(pmf[k], $"{k} yes");
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(12)]
    public void With_every_weight_at_nothing_a_vote_is_as_many_coins_as_voters(int voters)
    {
        // Theory 8.1: all betas 0 leaves the status quo alone, half a unit of log-odds against a removal.
        var scenario = Trial(
            voters,
            "voters weigh the status quo\n  - voters weigh policy\n  - voters weigh their loyalties\n  - voters weigh their own careers\n  - voters weigh prestige\n  - voters weigh their fears"
        );
        foreach (var weight in (string[])["b_pol", "b_loy", "b_off", "b_pres", "b_fear"])
            scenario = new SetParameter(weight, new Numerics.Fixed(0)).Apply(scenario);
        var p = 1 / (1 + Math.Exp(0.5));
        var exact = Numerics.PoissonBinomial.AtLeastExactly([.. Enumerable.Repeat(p, voters)], (voters / 2) + 1);
        var votes = Votes(scenario);

        Assert.All(votes, v => Assert.Equal(exact, v.Forecast, 1e-12));
        Sample passed = new(),
            count = new();
        foreach (var vote in votes)
        {
            passed.Add(vote.Value);
            count.Add(vote.Yes);
        }
        passed.HasProbability(exact, "carried");
        count.HasMean(voters * p, Math.Sqrt(voters * p * (1 - p)), "yes votes");
        count.HasStandardDeviation(Math.Sqrt(voters * p * (1 - p)), "yes votes");
    }

    private static List<TraceEntry> Votes(Scenario scenario)
    {
        var stage = new Stage(scenario);
        var votes = new List<TraceEntry>();
        for (var run = 0; run < Runs; run++)
            votes.Add(stage.Play(8, run).Single(e => e.Kind == TraceKind.Voted));
        return votes;
    }

    // A paper that asks for a removal is read to the court, which votes on it at once.
    private static Scenario Trial(int voters, string motives) =>
        Stage.Read(
            $$"""
            scenario: A trial
            from: 2000-01-01
            until: 2000-02-28
            organs:
              Court: {seats: {{voters}}}
              Clerk: {seats: 1}
              Warden: {seats: 1, rank: 1}
            people:
              Accused: {holds: [Warden]}
              Keeper: {holds: [Clerk]}
              {{string.Join("\n  ", Enumerable.Range(1, voters).Select(i => $"Judge {i}: {{holds: [Court]}}"))}}
            contenders: [Accused]
            documents:
              the Charge: {asks to remove: Warden, audiences: [Court]}
            behaviour:
              - there are no alliances
              - {{motives}}
            priors: {delta: 0}
            clauses:
              1: Clerk decides who hears the Charge
              2: Court may remove Warden by majority
            events:
              2000-01-20: {what: the Charge is delivered to Clerk, kind: given}
            """
        );

    /// <summary>A stranger's motive: each judge says yes with a probability of his own.</summary>
    private sealed record Inclination(double[] Yes) : Motive
    {
        public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
        {
            for (var i = 0; i < voters.Length; i++)
            {
                var p = voters[i].Index >= 2 ? Yes[voters[i].Index - 2] : 0.5;
                utility[i] += Math.Log(p / (1 - p));
            }
        }
    }
}
