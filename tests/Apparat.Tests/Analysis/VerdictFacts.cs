using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>Who answers for a vote: of the record, of a simulated history, of the published examples.</summary>
public sealed class VerdictFacts
{
    [Theory]
    [InlineData(new[] { 1, 1, 1, 1, 1 })]
    [InlineData(new[] { 3, 2, 2, 1 })]
    [InlineData(new[] { 4, 1, 1, 0, 1 })]
    [InlineData(new[] { 2, 2, 3, 1, 1 })]
    public void Parts_of_causes_are_those_a_search_over_all_witnesses_finds(int[] weights)
    {
        for (var needed = 1; needed <= weights.Sum() + 1; needed++)
        {
            for (var votes = 0; votes < 1 << weights.Length; votes++)
            {
                ImmutableArray<bool> yes = [.. Enumerable.Range(0, weights.Length).Select(i => (votes >> i & 1) != 0)];
                var division = new Division(needed, [.. weights], yes);
                var model = new StructuralModel([
                    .. yes.Select((y, i) => ($"V{i}", (Apparat.Analysis.Mechanism)(_ => y))),
                    ("carried", v => Weight(v, weights) >= needed),
                ]);
                var cause = new ActualCause(model, weights.Length);
                for (var i = 0; i < weights.Length; i++)
                {
                    Assert.Equal(cause.IsPartOfCause2015(i), division.SmallestCause(i) is not null);
                    Assert.Equal(cause.IsCause2015(1u << i), division.SmallestCause(i) == 1);
                    // For votes the definition of 2005 finds the same voters; that of Chockler and Halpern also lets the losing side change.
                    Assert.Equal(cause.IsCause2005(i), division.SmallestCause(i) is not null);
                    Assert.Equal(cause.Responsibility(i), 1.0 / (division.SmallestCause(i) ?? double.PositiveInfinity), 12);
                    Assert.True(division.Responsibility(i) >= cause.Responsibility(i) - 1e-12);
                }
            }
        }
    }

    [Fact]
    public void The_votes_of_the_published_table_come_about_in_a_small_scenario_and_bear_its_degrees()
    {
        // Jurors who weigh the status quo alone each vote yes with 0.38. Some history has eleven to none; six of them were needed.
        var unanimous = One(11, d => d.Answerability.For == 0);
        Assert.Equal(11, unanimous.Answerability.Voters.Length);
        Assert.All(unanimous.Answerability.Voters, v => Assert.Equal(Published("vote_11_0"), v.Responsibility, 12));
        Assert.All(unanimous.Answerability.Voters, v => Assert.Equal((true, false, 6), (v.IsCause2005, v.IsCause2015, v.SmallestCause)));

        var close = One(11, d => d.Answerability.Against == 6);
        foreach (var voter in close.Answerability.Voters)
            Assert.Equal(voter.Group.Yes ? 0 : Published("vote_6_5"), voter.Responsibility, 12);
        Assert.All(close.Answerability.Voters.Where(v => !v.Group.Yes), v => Assert.True(v.IsCause2015));

        var five = One(7, d => d.Answerability.Against == 5);
        Assert.All(five.Answerability.Voters, v => Assert.Equal(v.Group.Yes ? 0 : Published("politburo_7_5_2"), v.Responsibility, 12));
    }

    [Fact]
    public void Whoever_voted_is_on_the_roll_of_a_told_history_and_the_roll_adds_up()
    {
        var scenario = ScenarioFile.Load("history/bolshevik-party");
        var divisions = 0;
        for (var run = 0; run < 6; run++)
        {
            foreach (var entry in Histories.Tell(scenario, 1922, run).Entries.Where(e => e.Kind == TraceKind.Voted))
            {
                Assert.Equal((entry.Yes, entry.No), (entry.Roll!.Lines.Sum(l => l.Yes), entry.Roll.Lines.Sum(l => l.No)));
                divisions++;
            }
        }
        Assert.True(divisions > 10);
    }

    [Fact]
    public void Every_division_of_the_shipped_record_with_counts_has_a_verdict()
    {
        var all = Responsible.Recorded(Responsible.FileOf("history/bolshevik-party")!);
        var congress = all.Single(d => d.Date == new DateOnly(1925, 12, 23)).Answerability(n => Majority.Simple.Needed(n))!;

        // 559 to 65 of 624 voting: 313 carry, so 246 others would have had to change.
        Assert.Equal((313, 246), (congress.Needed, congress.Voters[0].Changes!.Value));
        Assert.Equal(1.0 / 247, congress.Most, 12);
        Assert.Equal(0, congress.Voters[1].Responsibility);
        Assert.Equal(247, congress.Voters[0].SmallestCause);
        Assert.Contains(all, d => d.Answerability(n => n) is null);
    }

    private static double Published(string name)
    {
        var row = PublishedTable.Read("actual_cause_responsibility.csv").First(r => r["case"] == name);
        return PublishedTable.Number(row["degree_of_responsibility"]);
    }

    private static SimulatedDivision One(int jurors, Predicate<SimulatedDivision> wanted)
    {
        var scenario = Usable(
            $$"""
            scenario: A jury
            from: 2000-01-01
            until: 2000-03-31
            step: month
            organs:
              Jury:   {seats: {{jurors}}, rank: 0.5, source: declared}
              Clerk:  {seats: 1, rank: 0.1, source: declared}
              Warden: {seats: 1, rank: 1, source: declared}
            people:
              Accused: {holds: [Warden], source: declared}
              Keeper:  {holds: [Clerk], source: declared}
            contenders: {people: [Accused], source: declared}
            cadres:     {number: 60, called: a juror, source: declared}
            documents:
              the Charge: {asks to remove: Warden, audiences: [Jury], source: declared}
            behaviour:
              - voters weigh the status quo
              - there are no alliances
            clauses:
              1: Clerk decides who hears the Charge [declared]
              2: Jury dismisses Warden by majority [declared]
              3: Jury is drawn by lot [declared]
            events:
              2000-02-01: {what: the Charge is delivered to Clerk, kind: given, source: declared}
            outcomes:
              acquitted(X): X sits in Warden [declared]
            """
        );
        for (var run = 0; run < 3000; run++)
        {
            if (Responsible.Simulated(scenario, 1, run).FirstOrDefault(d => wanted(d)) is { } division)
                return division;
        }
        throw new InvalidOperationException("no such division came about");
    }

    private static Scenario Usable(string text)
    {
        var read = Reading.Text(text);
        return read.IsUsable ? read.Scenario! : throw new ScenarioException(read);
    }

    private static int Weight(ReadOnlySpan<bool> votes, int[] weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += votes[i] ? weights[i] : 0;
        return sum;
    }
}
