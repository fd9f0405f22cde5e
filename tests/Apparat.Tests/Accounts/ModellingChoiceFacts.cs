using Apparat.Analysis;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>Choices of the model that could have been made otherwise.</summary>
public sealed class ModellingChoiceFacts
{
    private static readonly Lazy<Scenario> Complete = new(() =>
        ScenarioFile.Load(Path.Combine(Golden.Root, "scenarios", "history", "bolshevik-party", "complete.yaml"))
    );

    [Fact]
    public async Task Every_choice_has_an_alternative_that_the_complete_model_can_play_and_that_changes_histories()
    {
        var choices = ModellingChoices.Of(Complete.Value);
        Assert.Equal(ModellingChoices.All.Length, choices.Length);
        var standard = await Play(null);
        foreach (var choice in choices)
            Assert.True(standard != await Play(choice.Change), $"{choice.Name}: {choice.Alternative} changes nothing");

        static async Task<Numerics.Fingerprint> Play(Amendment? change) =>
            (await new LocalRunner().Run(EnsemblePlan.Of(Complete.Value, change, 5, 8))).Fingerprint;
    }

    [Fact]
    public void A_choice_that_a_scenario_does_not_make_is_left_out()
    {
        var small = SmallParty.With() with { Motives = [] };

        var named = ModellingChoices.Of(small).Select(c => c.Name).ToList();
        Assert.DoesNotContain("reach of a side", named);
        Assert.Contains("candidates for a seat", named);
    }

    [Fact]
    public async Task The_change_of_what_the_office_did_is_the_difference_of_the_two_differences()
    {
        var scenario = SmallParty.With(set: ("nu", 1));
        var answer = await ModellingChoices.Run(scenario, 4, 40, null, ModellingChoices.All);

        Assert.True(answer.IsComplete);
        Assert.Equal(40, answer.Runs);
        foreach (var c in answer.Choices)
        {
            Assert.Equal(c.Office.Value - answer.Standard.Change.Value, c.OfficeChange.Value, 12);
            Assert.Equal(answer.Standard.First.Value, c.Headline.Second.Value, 12);
        }
        Assert.Equal(
            answer.Choices.Select(c => Math.Abs(c.OfficeChange.Value)).OrderDescending(),
            answer.Choices.Select(c => Math.Abs(c.OfficeChange.Value))
        );
    }

    [Fact]
    public async Task Each_channel_of_a_clause_is_shown_apart()
    {
        var scenario = SmallParty.With(set: ("nu", 1));
        var answer = await ModellingChoices.Run(scenario, 4, 20, ["S5"], ModellingChoices.Channels);

        Assert.Equal(["career", "fear", "gratitude"], answer.Choices.Select(c => c.Choice.Name).Order());
        Assert.Contains("S5", answer.Standard.SecondWorld, StringComparison.Ordinal);
    }
}
