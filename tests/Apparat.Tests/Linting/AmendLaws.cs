using Apparat.Linting;
using Apparat.Model;
using CsCheck;

namespace Apparat.Tests;

/// <summary>The smallest amendments, held against every combination of the changes tried, each read from its words and linted whole.</summary>
public sealed class AmendLaws
{
    private static readonly AmendGoal[] Goals = [new(), new(Below: 0.4), new(Cost: 3), new(Below: 0.6, Cost: 2)];

    private static readonly Gen<(string Text, string Rule, AmendGoal Goal)> AnyTask = Gen.Select(
        LawInForceLaws.AnyCharter,
        Gen.OneOf("CAP001", "CAP002", "BAL001", "TEN001"),
        Gen.OneOf(Goals)
    );

    [Fact]
    public void An_amendment_is_enough_when_linted_anew_and_none_with_fewer_changes_is() =>
        AnyTask.Sample(
            task =>
            {
                var scenario = PeopleFacts.Scenario(task.Text);
                foreach (var answer in Amend.Of(scenario, task.Rule, task.Goal).Take(1))
                {
                    Assert.All(answer.Remedies, r => Assert.True(IsEnough(scenario, r.Changes, answer.Finding, task.Goal)));
                    var alone = answer.Candidates.Where(c => IsEnough(scenario, [c], answer.Finding, task.Goal)).ToHashSet();
                    if (answer.Remedies.IsEmpty || answer.Remedies[0].Changes.Length > 1)
                        Assert.Empty(alone);
                    else if (answer.Remedies.Length < Amend.MostRemedies)
                        Assert.Equal(alone.Select(Words).ToHashSet(), answer.Remedies.Select(r => Words(r.Changes.Single())).ToHashSet());
                    else
                        Assert.True(alone.Count >= Amend.MostRemedies);
                }
            },
            iter: 60
        );

    [Fact]
    public void Where_no_two_changes_are_enough_none_are_found() =>
        AnyTask.Sample(
            task =>
            {
                var scenario = PeopleFacts.Scenario(task.Text);
                foreach (var answer in Amend.Of(scenario, task.Rule, new AmendGoal(Cost: 9)).Take(1))
                {
                    if (!answer.Remedies.IsEmpty || answer.Candidates.Length > 16)
                        continue;
                    Assert.Equal(Math.Min(2, answer.Candidates.Length), answer.Tried);
                    foreach (var one in answer.Candidates)
                    foreach (var other in answer.Candidates.Where(c => Sentence(c) != Sentence(one)))
                        Assert.False(IsEnough(scenario, [one, other], answer.Finding, new AmendGoal(Cost: 9)));
                }
            },
            iter: 40
        );

    [Fact]
    public void An_amendment_applied_leaves_the_charter_it_was_made_from_as_it_was() =>
        AnyTask.Sample(
            task =>
            {
                var scenario = PeopleFacts.Scenario(task.Text);
                var before = Lint.Run(scenario);
                _ = Amend.Of(scenario, task.Rule, new AmendGoal(), most: 1);
                var after = Lint.Run(scenario);
                return before.Findings.Select(f => f.Fingerprint).SequenceEqual(after.Findings.Select(f => f.Fingerprint));
            },
            iter: 20
        );

    private static bool IsEnough(Scenario scenario, IEnumerable<string> changes, Finding finding, AmendGoal goal)
    {
        var amended = ScenarioFile.Change(scenario, changes, [])!.Apply(scenario);
        return Lint.Run(amended)
            .Findings.Where(f => f.Rule == finding.Rule && f.Organs.Any(finding.Organs.Contains))
            .All(f =>
                (goal.Below is not null || goal.Cost is not null)
                && (goal.Below is null || f.Measures.GetValueOrDefault("loop_gain", 1) < goal.Below)
                && (goal.Cost is null || f.Measures.GetValueOrDefault("capture_cost", double.PositiveInfinity) >= goal.Cost)
            );
    }

    // A clause put in is the same under another number.
    private static string Words(string change) =>
        change.StartsWith("insert ", StringComparison.Ordinal) ? change[change.IndexOf(':', StringComparison.Ordinal)..] : change;

    private static string Sentence(string change) => change.Split(' ')[1].TrimEnd(':').Split('/')[0];
}
