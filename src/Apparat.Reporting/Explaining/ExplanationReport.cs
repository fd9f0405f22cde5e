using System.Collections.Immutable;
using System.Globalization;
using Apparat.Analysis;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>How an explanation is told: the answer, then what it rests on, then its doubts.</summary>
public static class ExplanationReport
{
    /// <summary>The report of an explanation.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="program">Name and version of the program, for the colophon.</param>
    public static Report Of(Explanation answer, string program)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new Report(
            answer.Question,
            Lead(answer),
            [
                new("windows", "Two windows, two answers", [.. Windows(answer)]),
                new("necessary", "Was it necessary, was it enough?", [.. Necessity(answer)]),
                new("who", "That somebody wins, and who", [.. Who(answer)]),
                new("time", "Through the years", [.. OverTime(answer)]),
                new("shares", "Rules, people, events, luck", [.. Shares(answer)]),
                new("man", "The office or the man?", [.. OfficeOrMan(answer)]),
                new("rivals", "Rival by rival", [.. Rivals(answer)]),
                new("charter", "The charter", [.. CharterSection(answer)]),
                new("doubts", "Doubts", [.. Doubts(answer)]),
                new("worlds", "With what it was compared", [.. Worlds(answer)]),
                new("sources", "Sources", [new Items([.. answer.Scenario.Sources.Select(Cited)])]),
            ],
            [
                program,
                Invariant($"Seed {answer.Seed}; {answer.Histories} histories played in {answer.Worlds.Length} worlds; fingerprint {answer.Fingerprint}."),
                $"Scenario \"{answer.Scenario.Name}\", digest {answer.Scenario.Digest}.",
                "Intervals hold 95 %: Wilson for proportions, normal for paired differences and means.",
            ]
        );
    }

    private static ImmutableArray<string> Lead(Explanation a)
    {
        var forward = a.Windows[0];
        var lead = ImmutableArray.CreateBuilder<string>();
        lead.Add(
            $"{(a.IsCalibrated ? "" : "These are priors, not yet calibrated. ")}In them {a.Headline} comes about in {Figures.OfHundred(a.PriorPredictive)}: so often before any look at the record."
        );
        lead.Add(
            $"With the powers of {a.Office} struck from {forward.From:yyyy-MM-dd} on, and title, seat and rank left, it comes about in {Figures.OfHundred(forward.PowersStruck.Second)}; the difference is {Figures.Of(forward.PowersStruck.Change)}."
        );
        if (a.Windows.Length > 1)
        {
            var branch = a.Windows[1];
            lead.Add(
                $"With the record's seats forced up to {branch.From:yyyy-MM-dd} and everyone placed by then left in place, the powers still make a difference of {Figures.Of(branch.PowersStruck.Change)}: {Figures.OfHundred(branch.PowersStruck.First)} with them, {Figures.OfHundred(branch.PowersStruck.Second)} without."
            );
        }
        if (a.Matrix.Rows.FirstOrDefault(r => r.Contender == a.Holder) is { } row)
        {
            var others = a.Matrix.Rows.Where(r => r.Contender != a.Holder).ToList();
            var best = others.MaxBy(r => r.InOfficeWithPowers.Value);
            lead.Add(
                $"The office or the man: {a.Holder} in the chair with its powers {Figures.Of(row.InOfficeWithPowers)}, without them {Figures.Of(row.InOfficeWithout)}, another in the chair {Figures.Of(row.AnotherInOffice)}"
                    + (best is null ? "." : $"; {best.Contender} in the chair with its powers would have {Figures.Of(best.InOfficeWithPowers)}.")
            );
        }
        return lead.ToImmutable();
    }

    private static IEnumerable<Block> Windows(Explanation a)
    {
        yield return new Callout(CalloutKind.Prior, $"P({a.Headline}) = {Figures.Of(a.PriorPredictive)} in the scenario as it stands, before any data.", $"{a.HeadlineText}. The outcome does not mention patronage or the office, so that it cannot contain what is to explain it.");
        foreach (var window in a.Windows)
        {
            var rows = ImmutableArray.CreateBuilder<(string, Estimate)>();
            rows.Add(("with the powers", window.PowersStruck.First));
            rows.Add(("struck, first references", window.PowersStruck.Second));
            rows.Add(("struck, second references", window.PowersStruckSecond.Second));
            if (window.FirstSizes is { } sizes)
            {
                rows.Add(("first sizes and calendar, with", sizes.First));
                rows.Add(("first sizes and calendar, struck", sizes.Second));
            }
            if (window.AnotherInChair is { } another)
                rows.Add(("another contender in the chair", another.Second));
            yield return new IntervalDots(rows.ToImmutable())
            {
                Title = $"{Capital(window.Name)}: P({a.Headline})",
                Alt = $"Probabilities of {a.Headline} in {rows.Count} worlds, from {Figures.Of(window.PowersStruck.Second)} to {Figures.Of(window.PowersStruck.First)}.",
            };
            yield return new Table(
                "Paired differences on common luck",
                [new("with the powers of the office, against"), new("with", true), new("against", true), new("difference", true), new("runs", true)],
                [
                    .. Named(window).Select(x =>
                        ImmutableArray.Create<Cell>(x.Name, x.Difference.First, x.Difference.Second, x.Difference.Change, Invariant($"{x.Difference.Counts.Runs}"))
                    ),
                ]
            );
        }
        if (a.Windows.Length > 1)
            yield return new Paragraph($"The first window asks what the office did from the start. The second forces the recorded seats up to {a.Windows[1].From:yyyy-MM-dd} and asks what its powers still added with everyone already placed; who followed whom by then is the model's guess.");
        if (a.Windows[0].FirstSizes is not null)
            yield return new Paragraph("Sizes of bodies and days of meetings are held at the record although somebody decided them. The rows with first sizes show the answer without those decisions.");
    }

    private static IEnumerable<Block> Necessity(Explanation a)
    {
        yield return new Paragraph("Necessity: of the histories in which it happened, the part in which it would not have happened with the powers struck. Sufficiency: of those in which it did not happen without them, the part in which they bring it about. The estimates take the same decision by the same person in the same month as the same luck; the bounds hold however luck is coupled.");
        yield return new Table(
            "Necessity and sufficiency of the powers, first references",
            [new("window"), new("necessity PN", true), new("bounds"), new("sufficiency PS", true), new("bounds"), new("both PNS", true)],
            [
                .. a.Windows.Select(w =>
                {
                    var n = w.PowersStruck.Necessity;
                    return ImmutableArray.Create<Cell>(
                        w.Name,
                        n.NecessaryUndefined is { } why ? new Cell(why) : n.Necessary,
                        Between(n.NecessaryBounds),
                        n.SufficientUndefined is { } whyNot ? new Cell(whyNot) : n.Sufficient,
                        Between(n.SufficientBounds),
                        n.NecessaryAndSufficient
                    );
                }),
            ]
        );
        yield return new Paragraph("Necessity alone says little where the outcome is rare: read both numbers, and the probability above them.");
    }

    private static IEnumerable<Block> Who(Explanation a)
    {
        yield return new Paragraph("A charter may explain that there is one winner and not who it is.");
        foreach (var window in a.Windows)
        {
            yield return new Table(
                Capital(window.Name),
                [new("world"), new("someone", true), new(a.Holder, true), new($"{a.Holder}, if someone", true)],
                [.. window.WhetherAndWho.Select((w, i) => ImmutableArray.Create<Cell>(Short(window, i, w.World), w.Someone, w.Subject, w.SubjectGivenSomeone))]
            );
        }
    }

    private static IEnumerable<Block> OverTime(Explanation a)
    {
        var said = a.Headline.Split('(')[0];
        var worlds = a.OverTime.Select(s => s.World).Distinct().ToList();
        yield return new LinesOverTime([.. a.OverTime.Where(s => s.Name == said && s.Subject == a.Holder).Select(Named)])
        {
            Title = $"P({a.Headline} holds on a day), with and without the powers of {a.Office}",
            Alt = $"Two lines from {a.Scenario.Calendar.From:yyyy} to {a.Scenario.Calendar.Until:yyyy}, with bands.",
        };
        foreach (var measure in a.OverTime.Where(s => !s.IsOutcome && s.Subject == a.Holder).GroupBy(s => s.Name))
        {
            yield return new LinesOverTime([.. measure.Select(Named)])
            {
                Title = $"{Capital(measure.Key.Replace('_', ' '))}: {a.Holder}, mean over histories",
                Alt = $"The mean part of members whose strongest tie is to {a.Holder}, with and without the powers.",
            };
        }

        Line Named(TimeSeries s) => new(worlds.IndexOf(s.World) == 0 ? "with the powers" : "powers struck", s.Points, worlds.IndexOf(s.World) > 0);
    }

    private static IEnumerable<Block> Shares(Explanation a)
    {
        if (a.Shares.IsEmpty)
        {
            yield return new Paragraph("The scenario declares no factors.");
            yield break;
        }
        yield return new Paragraph($"1 = baseline + factors + luck, exactly, in every history. Baseline is what happens with every factor at its reference; luck is what is left when all factors are as they were. Rules, people and events are unions: cutting the office into more clauses cannot enlarge its share. A share is a part of the probability of {a.Headline}, not itself a probability.");
        for (var i = 0; i < a.Shares.Length; i++)
        {
            var s = a.Shares[i];
            yield return new Attribution([.. s.Parts.Select(p => new Part(Capital(p.Name), KindOf(p, s), p.Value))])
            {
                Title = $"Shares of {a.Headline}, {(i == 0 ? "first" : "second")} references",
                Alt = $"Baseline {Figures.Of(s.Baseline.Value)}, {string.Join(", ", s.Kinds.Select(k => $"{k.Name} {Figures.Of(k.Value)}"))}, luck {Figures.Of(s.Luck.Value)}.",
            };
            yield return new Paragraph(
                Invariant($"{s.Runs} histories, each with {(s.Exact ? "every setting of the factors" : "one antithetic pair of orders")}; {s.Histories} histories in all.")
                    + (s.OfOffice is { } office ? $" Powers of the office together: {Figures.Of(office.Value)}." : "")
            );
            var strongest = s.Interactions.Where(x => x.Index.IsDefined).OrderByDescending(x => Math.Abs(x.Index.Value)).Take(6).ToList();
            if (i == 0 && strongest.Count > 0)
            {
                yield return new Table(
                    "Strongest interactions of pairs (Shapley interaction index): redundant pairs back each other up, complementary ones need each other",
                    [new("first"), new("second"), new("index", true), new("which is")],
                    [.. strongest.Select(x => ImmutableArray.Create<Cell>(x.First, x.Second, x.Index, x.Word))]
                );
            }
        }
    }

    private static IEnumerable<Block> OfficeOrMan(Explanation a)
    {
        var m = a.Matrix;
        yield return new Paragraph($"Each contender in turn is put in the chair of {m.Office}; nobody else moves. Cells: P({m.Outcome}(the row's contender)).");
        yield return new Matrix([.. OfficeOrManMatrix.Columns], [.. m.Rows.Select(r => (r.Contender, ImmutableArray.Create(r.InOfficeWithPowers, r.InOfficeWithout, r.AnotherInOffice)))])
        {
            Title = $"Who would have won in the chair, with {m.Runs.ToString(CultureInfo.InvariantCulture)} histories a world",
            Alt = $"A table of {m.Rows.Length} contenders by three ways of filling the chair.",
        };
        yield return new Table(
            "The matrix split: cell = mean + office + person + fit, exactly",
            [new(""), new("effect", true), new("fit with powers", true), new("fit without", true), new("fit another", true)],
            [
                [new("mean of all cells"), m.Mean, "", "", ""],
                .. m.OfficeEffects.Select((e, i) => ImmutableArray.Create<Cell>($"office: {OfficeOrManMatrix.Columns[i]}", e, "", "", "")),
                .. m.Rows.Select(r => ImmutableArray.Create<Cell>($"person: {r.Contender}", r.Person, r.Fit[0], r.Fit[1], r.Fit[2])),
            ]
        );
    }

    private static IEnumerable<Block> Rivals(Explanation a)
    {
        var t = a.Rivals;
        if (t.Rows.IsEmpty)
        {
            yield return new Paragraph("The scenario declares no outcome that says a rival has fallen.");
            yield break;
        }
        yield return new Table(
            "When each rival is out for good",
            [new("rival"), new("world"), new("out at the end", true), new("median"), new("middle half of the days")],
            [
                .. t.Falls.Select((f, i) =>
                    ImmutableArray.Create<Cell>(f.Rival, i % 2 == 0 ? "as it was" : "powers struck", f.Fallen, Day(f.Median), f.Median is null ? "" : $"{Day(f.Early)} to {Day(f.Late)}")
                ),
            ]
        );
        yield return new Table(
            $"Factor by rival: how much less likely each is out at the end when the factor alone is taken away; paired, {t.Runs.ToString(CultureInfo.InvariantCulture)} histories a world",
            [new("factor"), .. t.Rivals.Select(r => new TableColumn(r, IsNumber: true))],
            [.. t.Rows.Select(r => ImmutableArray.CreateRange<Cell>([new Cell(r.Factor), .. r.Rivals.Select(d => (Cell)d.Change)]))]
        );
    }

    private static IEnumerable<Block> CharterSection(Explanation a)
    {
        var charter = a.Scenario.Charter;
        var office = a.Scenario.Question!.Office;
        yield return CharterMapOf.Draw(charter, office);
        var graph = InfluenceGraph.Of(charter);
        var node = graph[office];
        var circles = graph.Circles().Where(c => c.Steps.Any(e => e.From == node.Index)).OrderBy(c => c.Length).ToList();
        yield return new Paragraph(
            circles.Count == 0
                ? $"No closed circle passes through {node.Name}."
                : Invariant($"{circles.Count} closed circles pass through {node.Name}. Loop gain {LoopGain.Of(SelectionMatrix.Of(graph), node.Index):0.00} at prior means: the chance that asking \"who chose the chooser?\" from {node.Name} leads back to it before it leads outside (1 would be a circle without any outside influence).")
        );
        if (circles.Count > 0)
            yield return new Items([.. circles.Take(4).Select(c => string.Join(" - ", c.Steps.Select(e => $"{graph.Nodes[e.From].Name} ({e.Provision})")) + $" - {graph.Nodes[c.Steps[0].From].Name}")]);
        yield return new Table(
            "The clauses",
            [new("clause"), new("the document's words, where given"), new("source")],
            [.. charter.Clauses.Select(c => ImmutableArray.Create<Cell>(c.Id.Text, c.Says ?? "", string.Join(", ", c.Source.Keys)))]
        );
    }

    private static IEnumerable<Block> Doubts(Explanation a)
    {
        foreach (var scope in a.Scope)
            yield return new Callout(CalloutKind.Scope, scope);
        foreach (var warning in a.Cautions.Where(w => !a.Scope.Contains(w.What, StringComparer.Ordinal)))
            yield return new Callout(CalloutKind.Caution, warning.What, $"{warning.Why} {warning.Do}".Trim());
        if (!a.Notes.IsEmpty)
            yield return new Items(a.Notes);
    }

    private static IEnumerable<Block> Worlds(Explanation a)
    {
        yield return new Paragraph($"A clause is never merely removed: it is replaced by a named arrangement. The powers of the office are {string.Join(", ", a.Powers)}.");
        yield return new Table(
            "Reference worlds",
            [new("what is taken away"), new("first reference"), new("second reference")],
            [.. a.References.Select(r => ImmutableArray.Create<Cell>(r.Subject, r.References.ElementAtOrDefault(0) ?? "", r.References.ElementAtOrDefault(1) ?? ""))]
        );
        yield return new Table(
            "What each answer cost; answers share histories",
            [new("answer"), new("worlds", true), new("histories", true)],
            [.. a.Costs.Select(c => ImmutableArray.Create<Cell>(c.Answer, Invariant($"{c.Worlds}"), Invariant($"{c.Histories}")))]
        );
    }

    private static IEnumerable<(string Name, Difference Difference)> Named(WindowAnswer w)
    {
        yield return ("the powers struck, first references", w.PowersStruck);
        yield return ("the powers struck, second references", w.PowersStruckSecond);
        if (w.FirstSizes is { } sizes)
            yield return ("first sizes: the powers struck", sizes);
        if (w.AnotherInChair is { } another)
            yield return ("another contender in the chair, with the powers", another);
    }

    // Worlds are listed as the window plans them: as it was, struck, struck under the second references, sizes, sizes struck, another.
    private static string Short(WindowAnswer window, int index, string world)
    {
        string[] names =
        [
            "with the powers",
            "struck, first references",
            "struck, second references",
            .. window.FirstSizes is null ? Array.Empty<string>() : ["first sizes, with the powers", "first sizes, struck"],
            .. window.AnotherInChair is null ? Array.Empty<string>() : ["another contender in the chair"],
        ];
        return index < names.Length ? names[index] : world;
    }

    private static PartKind KindOf(Share share, Shares shares) =>
        share.Kind switch
        {
            FactorKind.Rules => PartKind.Rules,
            FactorKind.People => PartKind.People,
            FactorKind.Events => PartKind.Events,
            _ => ReferenceEquals(share, shares.Baseline) || share == shares.Baseline ? PartKind.Baseline : PartKind.Luck,
        };

    private static string Between(Bounds b) => b.IsDefined ? $"{Figures.Of(b.Low)} to {Figures.Of(b.High)}" : "not defined";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Cited(Source source)
    {
        var f = source.Fields;
        string[] parts = [f.GetValueOrDefault("author") ?? "", f.GetValueOrDefault("title") ?? "", f.GetValueOrDefault("journal") ?? f.GetValueOrDefault("booktitle") ?? f.GetValueOrDefault("publisher") ?? "", f.GetValueOrDefault("year") ?? ""];
        return $"{source.Key}: {string.Join(". ", parts.Where(p => p.Length > 0))}";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
