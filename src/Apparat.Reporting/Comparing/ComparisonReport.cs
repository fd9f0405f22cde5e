using System.Collections.Immutable;
using System.Globalization;
using Apparat.Analysis;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>What a change would have done to an outcome, as a report.</summary>
public static class ComparisonReport
{
    /// <summary>How normal the change is taken to be where nobody says: as normal as not.</summary>
    public const double EvenOdds = 0.5;

    /// <summary>The report.</summary>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="attack">The answer attacked; null if it was not.</param>
    /// <param name="colophon">Program and command.</param>
    public static Report Of(string scenario, CounterfactualAnswer answer, AttackTable? attack, string colophon)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var (d, c) = (answer.Difference, answer.Comparison);
        var n = d.Necessity;
        var (effectSize, strength) = CausalJudgement.Of(d.Counts, EvenOdds);
        return new(
            $"{d.Statement}: {d.FirstWorld}, or {d.SecondWorld}",
            [
                $"It comes about {Figures.InHundred(d.First)} as against {Figures.InHundred(d.Second)}; the difference is {Figures.OfHundred(d.Change)}.",
                answer.Estimand,
                "These are priors, not yet calibrated.",
            ],
            [
                new(
                    "worlds",
                    "The two worlds",
                    [
                        new Table(
                            $"P({d.Statement}) from {c.Runs} histories in each world; 95 % intervals, Wilson's for each world and that of paired proportions for the difference",
                            [new("world"), new("of 100 histories", IsNumber: true), new("fingerprint")],
                            [
                                [d.FirstWorld, d.First, c.FirstFingerprint.ToString()],
                                [$"reference: {d.SecondWorld}", d.Second, c.SecondFingerprint.ToString()],
                                ["difference", d.Change, ""],
                            ]
                        ),
                    ]
                ),
                new(
                    "necessity",
                    "Necessary, sufficient",
                    [
                        new Table(
                            "What the first world has and the reference has not; the bounds hold however luck is coupled between the worlds",
                            [new("question"), new("of 100, on this luck", IsNumber: true), new("bounds", IsNumber: true)],
                            [
                                [
                                    "PN: it happened; would it not have, in the reference?",
                                    Cell(n.Necessary, n.NecessaryUndefined),
                                    Bounds(n.NecessaryBounds),
                                ],
                                [
                                    "PS: it does not happen in the reference; would it, in the first?",
                                    Cell(n.Sufficient, n.SufficientUndefined),
                                    Bounds(n.SufficientBounds),
                                ],
                                [
                                    "PNS: it happens in the first and not in the reference",
                                    n.NecessaryAndSufficient,
                                    Bounds(n.NecessaryAndSufficientBounds),
                                ],
                                ["How strongly it would be called a cause, if as normal as not: effect size", effectSize, ""],
                                ["The same: necessity-sufficiency strength", strength, ""],
                            ]
                        ),
                    ]
                ),
                .. attack is null ? ImmutableArray<Section>.Empty : [Attacks.Section([attack])],
                Passports.Section([answer.Passport]),
                .. answer.Cautions.IsEmpty
                    ? ImmutableArray<Section>.Empty
                    :
                    [
                        new(
                            "cautions",
                            "Doubts",
                            [.. answer.Cautions.Select(w => (Block)new Callout(CalloutKind.Caution, w.What, $"{w.Why} {w.Do}".Trim()))]
                        ),
                    ],
            ],
            [$"Seed {c.Seed}, {c.Runs} pairs of histories of {scenario}. {colophon}"]
        );
    }

    private static Cell Cell(Estimate value, string? undefined) => undefined is null ? value : new Cell(undefined);

    private static string Bounds(Bounds b) =>
        b.IsDefined ? string.Create(CultureInfo.InvariantCulture, $"{100 * b.Low:0} to {100 * b.High:0}") : "not defined";
}
