using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>The page that says where each switch, parameter and constant of theory is to be found holds.</summary>
public sealed class SwitchTables
{
    private static readonly Lazy<Scenario> Complete = new(() =>
        ScenarioFile.Load(Path.Combine(Golden.Root, "scenarios", "history", "bolshevik-party", "complete.yaml"))
    );

    private static readonly string[] Switches =
    [
        "appoint",
        "dismiss",
        "slate",
        "delegate_control",
        "records",
        "patron_bias",
        "gratitude",
        "decay",
        "fear",
        "prestige",
        "policy",
        "alliances",
        "misperception",
        "bargaining",
        "sanctions",
        "propaganda",
        "levy",
        "recruit_deference",
        "withhold",
        "succession",
        "agenda",
        "charter_change",
    ];

    [Fact]
    public async Task Each_of_the_22_switches_is_one_edit_that_changes_histories_of_the_complete_model()
    {
        var rows = Rows("The 22 switches").ToDictionary(r => r[0], r => r);
        Assert.Equal(Switches.Order(), rows.Keys.Order());
        var whole = await Play(null);
        foreach (var row in rows.Values)
        {
            var change = ScenarioFile.Change(Complete.Value, [row[1]], [])!;
            Assert.True(whole != await Play(change), $"{row[0]}: {row[1]} changes nothing");
        }

        static async Task<Numerics.Fingerprint> Play(Amendment? change) =>
            (await new LocalRunner().Run(EnsemblePlan.Of(Complete.Value, change, 5, 10))).Fingerprint;
    }

    [Fact]
    public void Each_of_the_21_parameters_is_a_number_of_the_complete_model_with_the_prior_the_page_gives()
    {
        var rows = Rows("The parameters").ToList();
        Assert.Equal(Enumerable.Range(1, 21).Select(i => $"{i}"), rows.Select(r => r[0]).Distinct());
        Assert.All(rows, r => Holds(r[2], r[4]));
    }

    [Fact]
    public void Each_fixed_constant_is_a_number_that_can_be_set()
    {
        var rows = Rows("Fixed constants").ToList();
        Assert.True(rows.Count >= 9);
        Assert.All(rows, r => Holds(r[1], r[2]));
    }

    private static void Holds(string name, string prior)
    {
        var parameter = Complete.Value.Parameters.SingleOrDefault(p => p.Name == name);
        Assert.True(parameter is not null, $"there is no {name} among {string.Join(", ", Complete.Value.Parameters.Select(p => p.Name))}");
        Assert.True(prior == $"{Complete.Value.PriorOf(parameter)}", $"{name} is {Complete.Value.PriorOf(parameter)}, not {prior}");
    }

    // The rows of the table under a heading, each as its cells without marks of code.
    private static IEnumerable<string[]> Rows(string heading)
    {
        var page = File.ReadAllText(Path.Combine(Golden.Root, "docs", "reference", "switches-and-parameters.md"));
        var from = page.IndexOf($"## {heading}", StringComparison.Ordinal);
        Assert.True(from >= 0, $"no heading {heading}");
        return page[from..]
            .Split('\n')
            .Skip(1)
            .TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))
            .Where(l => l.StartsWith('|'))
            .Skip(2)
            .Select(l => l.Trim().Trim('|').Split('|').Select(c => c.Trim().Replace("`", "", StringComparison.Ordinal)).ToArray());
    }
}
