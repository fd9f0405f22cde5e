using System.Globalization;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat;

/// <summary>What a change would have done: the scenario with and without it, each history played in both worlds on the same luck.</summary>
public static class Counterfactual
{
    /// <summary>What is asked of histories: <c>outcome(Person)</c>, <c>outcome(someone)</c> or <c>outcome(Group)</c>; null for the question's own headline.</summary>
    /// <exception cref="ArgumentException">The scenario has no such outcome or person; the message says which there are.</exception>
    public static Statement About(Scenario scenario, string? text)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var known =
            $"Outcomes: {string.Join(", ", scenario.Outcomes.Select(o => $"{o.Name}(X)"))}. X is {string.Join(", ", scenario.Cast.Contenders.Select(c => scenario[c].Name))} or someone.";
        if (text is null)
        {
            if (scenario.Question is not { } q)
                throw new ArgumentException($"This scenario asks nothing of its own: say on what the worlds are to be compared. {known}");
            return Statement.Of(scenario.Outcomes.First(o => o.Name == q.Headline), scenario[q.Holder]);
        }
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var (name, subject) = open > 0 && text.EndsWith(')') ? (text[..open].Trim(), text[(open + 1)..^1].Trim()) : (text, "");
        var outcome =
            scenario.Outcomes.FirstOrDefault(o => o.Name == name) ?? throw new ArgumentException($"I know no outcome \"{text}\". {known}");
        if (subject == "someone")
            return Statement.OfSomeone(outcome, scenario);
        if (scenario.Cast.Contenders.Select(c => scenario[c]).FirstOrDefault(p => p.Name == subject) is { } person)
            return Statement.Of(outcome, person);
        return scenario.Question?.Rivals.FirstOrDefault(g => g.Name == subject) is { } group
            ? Statement.OfEach(outcome, group.Name, group.People, scenario)
            : throw new ArgumentException($"Outcomes are kept of contenders only, and \"{subject}\" is none. {known}");
    }

    /// <summary>Compares the scenario as it stands with what a change makes of it.</summary>
    /// <param name="scenario">The scenario as read.</param>
    /// <param name="both">A change made in both worlds; null for none.</param>
    /// <param name="change">What is otherwise in the second world.</param>
    /// <param name="on">What is asked of the histories.</param>
    /// <param name="seed">Seed of all chance.</param>
    /// <param name="runs">Histories in each world.</param>
    /// <param name="runner">Who plays.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">When cancelled, what is finished in both worlds is answered from, and the answer says so.</param>
    public static async Task<CounterfactualAnswer> Run(
        Scenario scenario,
        Amendment? both,
        Amendment change,
        Statement on,
        ulong seed,
        int runs,
        IEnsembleRunner runner,
        IProgress<EnsembleProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        var first = EnsemblePlan.Of(scenario, both, seed, runs) with { Watched = on.Watched };
        var second = first with { Change = both is null ? change : new Together([both, change]) };
        var set = new EnsembleSet();
        var study = new Compare(first, second);
        var comparison = await Explain.Answer(study, set, runner, progress, cancel).ConfigureAwait(false);
        var difference = Difference.Of(on, set.Rows(first), set.Rows(second));
        var passport = Passport.Of($"{first.WorldName} / {second.WorldName}", on.Text, first, second, comparison.Measures);
        return new(
            difference,
            Estimand(scenario, difference),
            comparison with
            {
                Outcomes = [difference],
            },
            passport,
            study.Needs(set).Count == 0
        );
    }

    /// <summary>Attacks the same comparison: the assumptions on which it hangs most, each put at its worst in both worlds.</summary>
    /// <param name="scenario">The scenario as read.</param>
    /// <param name="both">A change made in both worlds; null for none.</param>
    /// <param name="change">What is otherwise in the second world.</param>
    /// <param name="on">What is asked of the histories.</param>
    /// <param name="seed">Seed of all chance.</param>
    /// <param name="runs">Histories in each world of the comparison.</param>
    /// <param name="attackRuns">Histories in each world of an attack at first; up to four times as many while it leaves the answer in doubt.</param>
    /// <param name="runner">Who plays.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">When cancelled, what is finished is told.</param>
    public static async Task<AttackTable> Attack(
        Scenario scenario,
        Amendment? both,
        Amendment change,
        Statement on,
        ulong seed,
        int runs,
        int attackRuns,
        IEnsembleRunner runner,
        IProgress<EnsembleProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        var first = EnsemblePlan.Of(scenario, both, seed, runs);
        var second = EnsemblePlan.Of(scenario, both is null ? change : new Together([both, change]), seed, runs);
        var study = new AttackStudy("the comparison", on, first, second, attackRuns, 4 * attackRuns);
        return await Explain.Answer(study, new EnsembleSet(), runner, progress, cancel).ConfigureAwait(false);
    }

    private static string Estimand(Scenario scenario, Difference d) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The part of all histories in which {d.Statement} holds on {scenario.Calendar.Until:yyyy-MM-dd} in the world \"{d.FirstWorld}\", less that part in the world \"{d.SecondWorld}\". Each history is played in both worlds with the same draws of all parameters and the same luck: what differs is the change and what follows from it."
        );
}
