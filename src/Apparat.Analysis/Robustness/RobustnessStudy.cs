using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>The headline if one modelling choice had been made otherwise.</summary>
/// <param name="Choice">The choice.</param>
/// <param name="Headline">P(headline) with the alternative and as it is, on common luck.</param>
/// <param name="Office">P(headline) with the office's powers less that with them struck, with the alternative.</param>
/// <param name="OfficeChange">That difference with the alternative less that as it is, on common luck.</param>
/// <param name="Passport">What the comparison of the alternative with the model as it stands carries to be argued with.</param>
public sealed record ChoiceEffect(ModellingChoice Choice, Difference Headline, Estimate Office, Estimate OfficeChange, Passport Passport)
{
    /// <summary>True if the alternative turns the sign of what the office did, beyond doubt on both sides.</summary>
    public bool Turns(Estimate standard)
    {
        ArgumentNullException.ThrowIfNull(standard);
        return (standard.Low > 0 && Office.High < 0) || (standard.High < 0 && Office.Low > 0);
    }
}

/// <summary>How far the headline hangs on choices that theory leaves open.</summary>
public sealed record RobustnessAnswer : IAnswer
{
    /// <inheritdoc/>
    public string Title => $"Robustness of: {Headline}";

    /// <inheritdoc/>
    public required Scenario Scenario { get; init; }

    /// <summary>What the headline says, and of whom.</summary>
    public required string Headline { get; init; }

    /// <summary>What is struck in the second world of each pair.</summary>
    public required string Followed { get; init; }

    /// <summary>The headline as the model stands, with the office's powers and with them struck.</summary>
    public required Difference Standard { get; init; }

    /// <summary>What the comparison of the powers with them struck carries; under a choice it is the same with the choice made in both worlds.</summary>
    public required Passport Passport { get; init; }

    /// <summary>Every choice, that which moves what the office did furthest first.</summary>
    public required ImmutableArray<ChoiceEffect> Choices { get; init; }

    /// <summary>Runs of each world.</summary>
    public required long Runs { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <inheritdoc/>
    public required bool IsComplete { get; init; }

    /// <inheritdoc/>
    Estimate? IAnswer.PriorPredictive => Standard.First;

    /// <inheritdoc/>
    public IEnumerable<Difference> Differences => [Standard];
}

/// <summary>Plays the headline anew under every alternative, one at a time, with the office's powers and with them struck (theory 4.12, 10).</summary>
public sealed class RobustnessStudy : IStudy<RobustnessAnswer>
{
    private readonly Scenario _scenario;
    private readonly Question _question;
    private readonly Outcome _headline;
    private readonly string _followed;
    private readonly ImmutableArray<ModellingChoice> _choices;
    private readonly (EnsemblePlan With, EnsemblePlan Struck) _standard;
    private readonly ImmutableArray<(EnsemblePlan With, EnsemblePlan Struck)> _plans;

    /// <summary>The headline of a scenario over modelling choices.</summary>
    /// <param name="scenario">It must ask a question.</param>
    /// <param name="choices">The choices with their alternatives.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="runs">Runs of each world.</param>
    /// <param name="struck">The provisions whose effect is followed; empty for the powers of the question's office.</param>
    /// <exception cref="ArgumentException">The scenario asks nothing.</exception>
    public RobustnessStudy(
        Scenario scenario,
        ImmutableArray<ModellingChoice> choices,
        ulong seed,
        int runs,
        ImmutableArray<string> struck = default
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        _question = scenario.Question ?? throw new ArgumentException("The scenario asks nothing.", nameof(scenario));
        _headline = scenario.Outcomes.First(o => o.Name == _question.Headline);
        (_scenario, _choices) = (scenario, choices);
        var powers = struck.IsDefaultOrEmpty ? OfficePowers.Of(scenario) : struck;
        _followed = struck.IsDefaultOrEmpty
            ? $"the powers of {InText.The(scenario.Charter[_question.Office].Name)}"
            : string.Join(", ", struck);
        _standard = Worlds(null);
        _plans = [.. choices.Select(c => Worlds(c.Change))];

        (EnsemblePlan, EnsemblePlan) Worlds(Amendment? change) =>
            (
                EnsemblePlan.Of(scenario, change, seed, runs),
                EnsemblePlan.Of(scenario, Amendments.Join([change, new Strike(powers)]), seed, runs)
            );
    }

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        return soFar.Missing(_plans.Prepend(_standard).SelectMany(p => new[] { p.With, p.Struck }));
    }

    /// <inheritdoc/>
    public RobustnessAnswer Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var said = Statement.Of(_headline, _scenario[_question.Holder]);
        var (with, struck) = (ensembles.Rows(_standard.With), ensembles.Rows(_standard.Struck));
        return new()
        {
            Scenario = _scenario,
            Headline = said.Text,
            Followed = _followed,
            Standard = Difference.Of(said, with, struck),
            Passport = Passport(_followed, _standard.With, _standard.Struck),
            Choices = [.. _choices.Select((c, i) => Effect(c, _plans[i])).OrderByDescending(e => Size(e.OfficeChange))],
            Runs = Math.Min(with.Count, struck.Count),
            Seed = _standard.With.Seed,
            IsComplete = Needs(ensembles).Count == 0,
        };

        ChoiceEffect Effect(ModellingChoice choice, (EnsemblePlan With, EnsemblePlan Struck) plans)
        {
            var (other, otherStruck) = (ensembles.Rows(plans.With), ensembles.Rows(plans.Struck));
            return new(
                choice,
                Difference.Of(said, other, with),
                Difference.Of(said, other, otherStruck).Change,
                OfDifferences(said, [other, otherStruck, with, struck]),
                Passport($"{choice.Name}: {choice.Alternative} instead of {choice.Standard}", plans.With, _standard.With)
            );
        }

        Passport Passport(string name, EnsemblePlan first, EnsemblePlan second) =>
            Analysis.Passport.Of(name, said.Text, first, second, ensembles);

        static double Size(Estimate e) => e.IsDefined ? Math.Abs(e.Value) : -1;
    }

    // (first - second) - (third - fourth), run by run over the numbers that all four have.
    private static Estimate OfDifferences(Statement said, Rows[] rows)
    {
        var common = rows[0].Numbers.ToHashSet();
        foreach (var r in rows)
            common.IntersectWith(r.Numbers);
        var truth = rows.Select(r => said.In(r.Only(common))).ToArray();
        var moments = new Moments();
        for (var i = 0; i < common.Count; i++)
            moments.Add(truth[0][i] - truth[1][i] - (truth[2][i] - truth[3][i]));
        return moments.Estimate;
    }
}
