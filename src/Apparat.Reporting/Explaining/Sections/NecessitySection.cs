using System.Collections.Immutable;
using Apparat.Analysis;

namespace Apparat.Reporting;

/// <summary>Whether the powers were necessary, and whether they were enough, with what holds however luck is coupled.</summary>
internal static class NecessitySection
{
    public static Section Of(Telling t) => new("necessary", "Was it necessary, was it enough?", [.. Blocks(t)]);

    private static IEnumerable<Block> Blocks(Telling t)
    {
        yield return new Paragraph(
            "Necessary: of the histories in which it happened, how many of 100 would have gone otherwise with the powers taken away. Enough: of the histories in which it did not happen without them, how many of 100 they turn."
        );
        yield return new Paragraph(
            "Both compare a history with its twin in which the same person, facing the same decision in the same month, has the same luck. Another idea of \"the same luck\" would give other numbers; the bounds hold under any."
        );
        yield return new Table(
            "Necessity and sufficiency of the powers, first replacements; of 100, with the interval of 95 of 100",
            [
                new("window"),
                new("necessary (PN)", true),
                new("bounds", true),
                new("enough (PS)", true),
                new("bounds", true),
                new("both (PNS)", true),
            ],
            [
                .. t.Answer.Windows.Select(w =>
                {
                    var n = w.PowersStruck.Necessity;
                    return ImmutableArray.Create<Cell>(
                        WindowsSection.Name(w),
                        n.NecessaryUndefined is { } why ? new Cell(why) : n.Necessary,
                        Between(n.NecessaryBounds),
                        n.SufficientUndefined is { } whyNot ? new Cell(whyNot) : n.Sufficient,
                        Between(n.SufficientBounds),
                        n.NecessaryAndSufficient
                    );
                }),
            ]
        );
        if (t.Answer.Retrospective is { } back)
        {
            foreach (var block in LookingBack(t, back))
                yield return block;
        }
        yield return new Paragraph(
            "How strongly would people call the powers a cause? Two models of such judgements answer it: counterfactual effect size (Quillien and Lucas 2023), a correlation from -100 to 100, and necessity-sufficiency strength (Icard, Kominsky and Knobe 2017), 0 to 100. Both ask how normal it is for the cause to be there, which no history tells; three answers stand side by side. They describe judgements, not the world."
        );
        yield return Judgement([.. t.Answer.Windows.Select(w => (WindowsSection.Name(w), w.PowersStruck.Counts))]);
        yield return new Paragraph(
            "Where an outcome is rare, something can be necessary for it and still be far from enough: read both numbers together, never the first alone."
        );
        yield return new Paragraph(
            Wording.Of(t.Answer.Windows.Select(w => w.PowersStruck.Necessity), t.Answer.IsCalibrated) is { } words
                ? $"In words: {string.Join("; ", new[] { words.Necessary, words.Sufficient }.Where(w => w.Length > 0))}."
                : "Words such as \u201Cmainly depended on\u201D are given only once the parameters fit the record and the fit has been checked. Until then these are numbers under priors, and no verdict."
        );
    }

    // The third question: given all that is recorded, the same histories without the powers.
    private static IEnumerable<Block> LookingBack(Telling t, LookingBack back)
    {
        var all = back.Kept[0];
        yield return new Paragraph(
            $"The windows look forward. Most sentences of historians look back: given all that came about, would this have come about without the powers? Of the {Figures.Count(all.Difference.Counts.Runs)} histories from {Figures.Day(t.Answer.Windows[0].From)} on those nearest the record are kept, and the same histories, with the same parameters and the same luck, are read with the powers taken away. Compared are {back.Compared} things that the record settles, such as when and for whom first each other outcome came true; never the outcome asked about."
        );
        yield return new Table(
            "Looking back: histories nearest the record, and the same without the powers; of 100, with the interval of 95 of 100",
            [
                new("histories"),
                new("how many", true),
                new("agreement with the record, of 100", true),
                new("it comes about", true),
                new("without the powers", true),
                new("necessary (PN)", true),
                new("bounds", true),
            ],
            [
                // Where ties make two rules keep the same histories, one row is enough.
                .. back
                    .Kept.DistinctBy(k => k.Difference.Counts.Runs)
                    .Select(k =>
                    {
                        var n = k.Difference.Necessity;
                        return ImmutableArray.Create<Cell>(
                            k.Nearest >= 1
                                ? "all"
                                : $"the nearest {Whole((double)k.Difference.Counts.Runs / all.Difference.Counts.Runs)} of 100",
                            Figures.Count(k.Difference.Counts.Runs),
                            Whole(k.Agreement),
                            k.Difference.First,
                            k.Difference.Second,
                            n.NecessaryUndefined is { } why ? new Cell(why) : n.Necessary,
                            Between(n.NecessaryBounds)
                        );
                    }),
            ]
        );
        yield return new Paragraph(
            "This rule is declared and not fitted: it is no calibration. Things compared hang together and count alike; histories as near as the last that is kept are kept with it. Whether the answer moves from row to row says how much hangs on the rule. Sufficiency asks of histories in which it did not come about, and the record has none."
        );
    }

    /// <summary>How strongly people would call it a cause, by two models of such judgements, for three ideas of how normal it is.</summary>
    public static Table Judgement(IReadOnlyList<(string Name, Numerics.PairedCounts Counts)> comparisons) =>
        new(
            "How strongly people would call it a cause, by two models of causal judgement, if it is there in one half, one tenth or nine tenths of the cases they think of",
            [
                new("comparison"),
                new("effect size, at 1/2", true),
                new("at 1/10", true),
                new("at 9/10", true),
                new("strength, at 1/2", true),
                new("at 1/10", true),
                new("at 9/10", true),
            ],
            [
                .. comparisons.Select(c =>
                {
                    var judged = new[] { 0.5, 0.1, 0.9 }.Select(n => CausalJudgement.Of(c.Counts, n)).ToList();
                    return ImmutableArray.CreateRange<Cell>([
                        new Cell(c.Name),
                        .. judged.Select(j => (Cell)j.EffectSize),
                        .. judged.Select(j => (Cell)j.NecessitySufficiency),
                    ]);
                }),
            ]
        );

    private static string Between(Bounds b)
    {
        if (!b.IsDefined)
            return "not defined";
        var (low, high) = (Whole(b.Low), Whole(b.High));
        return low == high ? $"{low} exactly" : $"{low} to {high}";
    }

    private static string Whole(double value) => Math.Round(100 * value).ToString("0", System.Globalization.CultureInfo.InvariantCulture);
}
