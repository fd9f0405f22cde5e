using System.Collections.Immutable;
using Apparat.Analysis;

namespace Apparat.Reporting;

/// <summary>Rules, people, events, luck.</summary>
internal static class SharesSection
{
    private const int MostPairs = 6;

    public static Section Of(Telling t) => new("shares", "Rules, people, events, luck", [.. Blocks(t)]);

    /// <summary>The shares as a chart; families and parts in the order of the bar.</summary>
    public static Attribution Chart(Telling t, Shares s) =>
        new(
            [.. Families(s)],
            [
                new Part("Baseline", PartKind.Baseline, s.Baseline.Value),
                .. s.Factors.Select(f => new Part(Telling.Capital(f.Name), Telling.KindOf(f, s), f.Value)).OrderBy(p => p.Kind),
                new Part("Luck", PartKind.Luck, s.Luck.Value),
            ]
        )
        {
            Title = $"Where the 100 of 100 come from, {(s.Reference == 0 ? "first" : "second")} replacements",
            Alt =
                $"One bar. {string.Join(", ", Families(s).Select(f => $"{f.Name} {Figures.Hundredths(f.Value)}"))} of 100. Below it a dot with its interval for the baseline and each factor.",
        };

    private static IEnumerable<Part> Families(Shares s) =>
        new[] { new Part("Baseline", PartKind.Baseline, s.Baseline.Value) }
            .Concat(s.Kinds.Select(k => new Part(Telling.Capital(k.Name), Telling.KindOf(k, s), k.Value)).OrderBy(p => p.Kind))
            .Append(new Part("Luck", PartKind.Luck, s.Luck.Value));

    private static IEnumerable<Block> Blocks(Telling t)
    {
        var a = t.Answer;
        if (a.Shares.IsEmpty)
        {
            yield return new Paragraph("The scenario names no factors to deal the outcome out to.");
            yield break;
        }
        yield return new Paragraph(
            "The outcome happened: 100 of 100. This deals those 100 out, exactly: how many would have come about with every named factor away (baseline), what the factors add, and what is left to luck with all of them in place. Rules, people and events are dealt first and divided within, so that cutting the office into more clauses cannot enlarge its share. A number below 0 worked against the outcome."
        );
        foreach (var s in a.Shares)
        {
            yield return Chart(t, s);
            yield return new Paragraph(
                (s.OfOffice is { } office ? $"The powers of the office together: {Figures.OfHundred(office.Value)}. " : "")
                    + (
                        s.Counted > s.Runs
                            ? $"Luck is counted on {Figures.Count(s.Counted)} histories of the scenario as it stands. {Figures.Count(s.Runs)} of them, with more of those in which it came about than their part, were followed through one order of adding the factors and its reverse, and each counts for as many of its kind as it stands for; "
                            : $"{Figures.Count(s.Runs)} draws of luck and parameters, each with {(s.Exact ? "every setting of the factors" : "one order of adding the factors and its reverse")}; "
                    )
                    + $"{Figures.Count(s.Histories)} histories."
            );
        }
        var tables = a.Shares.Select(Pairs).OfType<Table>().ToImmutableArray();
        if (!tables.IsEmpty)
            yield return new Folded("Which factors need or replace each other", [.. tables]);
    }

    private static Table? Pairs(Shares shares)
    {
        var strongest = shares
            .Interactions.Where(x => x.Index.IsDefined)
            .OrderByDescending(x => Math.Abs(x.Index.Value))
            .Take(MostPairs)
            .ToList();
        return strongest.Count == 0
            ? null
            : new(
                $"Strongest interactions of pairs, {(shares.Reference == 0 ? "first" : "second")} replacements, of 100 (Shapley interaction index): below 0 one would do without the other (redundant), above 0 they need each other (complementary)",
                [new("first"), new("second"), new("index", true), new("which is")],
                [.. strongest.Select(x => ImmutableArray.Create<Cell>(Telling.Capital(x.First), x.Second, x.Index, x.Word))]
            );
    }
}
