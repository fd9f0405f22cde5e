using Apparat.Model;

namespace Apparat.Tests;

/// <summary>The scenarios that come with the program read cleanly, and what really happened satisfies what they ask about.</summary>
public sealed class ShippedScenarios
{
    [Theory]
    [InlineData("history/bolshevik-party", "Trotsky, Zinoviev, Kamenev, Bukharin, Pyatakov")]
    [InlineData("history/bolshevik-party/complete", "Trotsky, Zinoviev, Kamenev, Bukharin, Pyatakov")]
    [InlineData("history/bolshevik-party/broad", "Trotsky, Zinoviev, Kamenev, Bukharin, Pyatakov, Rykov, Tomsky")]
    public void On_the_record_one_contender_defeats_the_others(string name, string fallen)
    {
        var check = Check.Run(name);

        Assert.DoesNotContain(check.Read.Diagnostics, d => d.Severity > Severity.Note);
        Assert.True(check.HeadlineHolds);
        Assert.Equal(["Stalin"], check.Verdicts.Where(v => v is { Outcome: "defeats", Holds: true }).Select(v => v.Person));
        Assert.Equal(fallen, string.Join(", ", check.Verdicts.Where(v => v is { Outcome: "out", Holds: true }).Select(v => v.Person)));
    }

    [Fact]
    public void What_a_scenario_says_of_people_and_of_the_record_is_added_to_its_tables()
    {
        var (table, both) = (ScenarioFile.Load("history/bolshevik-party"), ScenarioFile.Load("history/bolshevik-party/complete"));
        var (before, after) = (Lenin(table), Lenin(both));

        Assert.Equal(table.Cast.People.Length, both.Cast.People.Length);
        Assert.Equal([.. Seats(table, before), "Chairman of Sovnarkom", "People's Commissars"], Seats(both, after));
        Assert.Equal((before.Born, before.Joined), (after.Born, after.Joined));
        Assert.Equal(before.Attributes["votes_1921"], after.Attributes["votes_1921"]);
        Assert.Equal(table.Record.Tenures.Length + 3, both.Record.Tenures.Length);
    }

    [Fact]
    public void The_premiership_is_a_title_without_a_power_over_seats()
    {
        var complete = ScenarioFile.Load("history/bolshevik-party/complete");
        var premier = complete.Charter.Organs.Single(o => o.Name == "Chairman of Sovnarkom").Id;

        var powers = Holds(complete).Where(i => i.From == premier).ToList();

        Assert.All(powers, i => Assert.Equal(Hold.Agenda, i.Hold));
        Assert.Equal("People's Commissars", complete.Charter[Assert.Single(powers).To].Name);
    }

    [Fact]
    public void No_power_of_the_Secretariat_reaches_the_Comintern()
    {
        var complete = ScenarioFile.Load("history/bolshevik-party/complete");
        var over = Holds(complete)
            .Where(i => complete.Charter[i.To].Name is "World Congress" or "Executive of the Comintern" or "Chairman of the Comintern")
            .Select(i => complete.Charter[i.From].Name)
            .Distinct()
            .ToList();

        Assert.Equal(["World Congress"], over);
        Assert.Contains(Holds(complete), i => complete.Charter[i.From].Name == "Secretariat");
    }

    private static IEnumerable<Influence> Holds(Scenario scenario) => scenario.Charter.Influences.Select(i => i.Influence);

    private static Person Lenin(Scenario scenario) => scenario.Cast.People.Single(p => p.Name == "Lenin");

    private static IEnumerable<string> Seats(Scenario scenario, Person person) => person.Holds.Select(o => scenario.Charter[o].Name);
}
