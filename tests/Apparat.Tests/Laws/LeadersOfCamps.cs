using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>Heads who stand for a camp: they leave a seat like anybody else and keep their followers.</summary>
public sealed class LeadersOfCamps
{
    private const int Runs = 40;

    // One seat, filled at once by whoever held it last as its own chooser would: the council, all of whom follow Red.
    private static string See(string leaving) =>
        $$"""
            scenario: A see
            from: 2020-01-01
            until: 2024-12-31
            organs:
              Council: {seats: 5, rank: 0.5, source: declared}
              See:     {seats: 1, rank: 1, pool: [Council], closed: yes, turnover: "0.3 [declared]"{{leaving}}, source: declared}
            people:
              Red:    {holds: [See], source: declared}
              First:  {holds: [Council], source: declared}
              Second: {holds: [Council], source: declared}
            contenders: {people: [Red], source: declared}
            cadres: {number: 200, source: declared}
            ties:
              - {from: First, to: Red, strength: 1, source: declared}
              - {from: Second, to: Red, strength: 1, source: declared}
            behaviour: {without: [ties fade]}
            priors: {l0: "1 [declared]"}
            clauses:
              1: See appoints Council [declared]
              2: Council elects See by majority, from Council [declared]
            outcomes:
              sits(X): X sits in See [declared]
              keeps(X): X or a follower of X sits in See [declared]
            """;

    [Fact]
    public async Task A_head_stays_until_an_event_takes_him_unless_the_seat_says_that_heads_leave()
    {
        Assert.Equal(1, await Share(See(""), "sits_red"));
        Assert.Equal(0, await Share(See(", heads leave: yes"), "sits_red"));
    }

    [Fact]
    public async Task A_follower_in_the_seat_keeps_it_for_the_head_who_has_left()
    {
        // Now and then the council elects one of its members who follows nobody.
        Assert.InRange(await Share(See(", heads leave: yes"), "keeps_red"), 0.8, 1);
        Assert.Equal(1, await Share(See(""), "keeps_red"));
    }

    private static async Task<double> Share(string text, string column)
    {
        var read = Reading.Text(text);
        read.ShouldRead();
        var table = await new LocalRunner(1).Run(
            EnsemblePlan.Of(read.Scenario!, null, 1, Runs),
            null,
            TestContext.Current.CancellationToken
        );
        return Enumerable.Range(0, Runs).Average(i => table[column][i]);
    }
}
