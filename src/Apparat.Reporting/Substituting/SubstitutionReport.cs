using System.Collections.Immutable;
using System.Globalization;
using Apparat.Analysis;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>How a substitution is told: who comes out with whom in the chair, the exact split, the same man elsewhere, doubts.</summary>
public static class SubstitutionReport
{
    /// <summary>The report of a substitution.</summary>
    public static Report Of(Substitution answer, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(frame);
        return new Report(
            answer.Title,
            [.. Lead(answer)],
            [
                new("man", "Who comes out, by who sits in the chair", [.. Matrix(answer)]),
                new("someone", "That somebody comes out, and who", [.. WhetherAndWho(answer)]),
                new("split", "The office, the man, and the fit of the two", [Split(answer.Matrix)]),
                .. answer.Elsewhere.IsEmpty
                    ? ImmutableArray<Section>.Empty
                    : [new("elsewhere", $"{answer.Man} in another office", [.. Elsewhere(answer)])],
                .. answer.Passports.IsEmpty ? ImmutableArray<Section>.Empty : [Passports.Section(answer.Passports)],
                .. Cautions.Of(answer.Cautions),
            ],
            [
                $"To get the same again: {frame.Command}",
                frame.Program,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Seed {answer.Seed}; {answer.Worlds.Sum(w => w.Runs)} histories in {answer.Worlds.Length} worlds; fingerprint {Fingerprint.Combine(answer.Worlds.Select(w => w.Fingerprint))}."
                ),
                $"Scenario \"{answer.Scenario.Name}\"{(answer.Scenario.Digest.Length > 0 ? $", digest {answer.Scenario.Digest}" : "")}.",
            ]
        );
    }

    private static IEnumerable<string> Lead(Substitution a)
    {
        var m = a.Matrix;
        if (a.PowersFor.FirstOrDefault(p => p.Who == a.Holder) is { Who: not null } holder)
            yield return $"Under priors, not yet calibrated on the record: with {a.Holder} as {m.Office} and its powers in hand, {Telling.SaidOf(a.Outcome.Text, a.Holder!)} {Figures.InHundred(holder.Difference.First)}; with the powers struck, {Figures.InHundred(holder.Difference.Second)}.";
        if (
            m.Rows.Where(r => r.Contender != a.Holder).MaxBy(r => r.InOfficeWithPowers.Value) is { InOfficeWithPowers.IsDefined: true } best
        )
            yield return $"Of the others the office serves {best.Contender} best: {Figures.InHundred(best.InOfficeWithPowers)}. {Telling.Capital(a.NewcomerName)}, whom nobody owes anything, comes out {Figures.InHundred(a.Newcomer.Subject)}.";
        if (m.Mean.IsDefined)
        {
            var (low, high) = (m.Rows.MinBy(r => r.Person.Value)!, m.Rows.MaxBy(r => r.Person.Value)!);
            yield return $"In the exact split of the matrix the powers are worth {Figures.OfHundred(Between(m.OfficeEffects[0], m.OfficeEffects[1]))} between the first two columns, whoever sits; the persons lie between {Figures.OfHundred(low.Person)} ({low.Contender}) and {Figures.OfHundred(high.Person)} ({high.Contender}).";
        }
    }

    private static IEnumerable<Block> Matrix(Substitution a)
    {
        var m = a.Matrix;
        yield return new Paragraph(
            $"Each in turn holds the post of {m.Office} from the first day; only that seat changes hands. A cell counts the histories, of 100, in which the row's own person comes out: {Telling.SaidOf(a.Outcome.Text, "that person")}. {(a.Powers.IsEmpty ? $"{m.Office} has no powers in this charter, so the first two columns are the same world." : $"Its powers: {string.Join(", ", a.Powers)}.")}"
        );
        yield return new Matrix(
            OfficeOrManSection.Columns,
            [
                .. m.Rows.Select(
                    (r, i) =>
                        (
                            r.Contender,
                            ImmutableArray.Create(m.WithPowers[i].Subject, m.Without[i].Subject, r.AnotherInOffice),
                            r.Contender == a.Holder
                        )
                ),
                (a.NewcomerName, [a.Newcomer.Subject, a.NewcomerWithout.Subject, Estimate.Undefined(0)], false),
            ]
        )
        {
            Title = $"Who comes out, by who sits in the chair ({Figures.Count(m.Runs)} histories a world, 95 % intervals)",
            Alt =
                $"A table of {m.Rows.Length} contenders and a newcomer by three ways of filling the chair. {string.Join(" ", m.Rows.Select(r => $"{r.Contender}: {Figures.Hundredths(r.InOfficeWithPowers)} with the powers, {Figures.Hundredths(r.InOfficeWithout)} without."))}",
        };
        yield return new Paragraph(OfNewcomer(a));
    }

    private static IEnumerable<Block> WhetherAndWho(Substitution a)
    {
        yield return new Paragraph(
            "A charter may explain that there is one winner and not who it is. \"Someone\" counts the histories in which the outcome is true of anybody; the next column those in which it is true of him who sits in the chair; the last, of the first, how many of 100 are his."
        );
        yield return Someone([
            .. a.Matrix.Rows.Select((r, i) => (r.Contender, a.Matrix.WithPowers[i], a.Matrix.Without[i])),
            (a.NewcomerName, a.Newcomer, a.NewcomerWithout),
        ]);
        yield return new Folded(
            "Who comes out in whose place: every contender, with each in the chair and its powers",
            [
                new Table(
                    "Rows: who sits in the chair with its powers. Columns: who comes out, of 100 histories",
                    [new(""), .. a.Matrix.Rows.Select(r => new TableColumn(r.Contender, IsNumber: true))],
                    [
                        .. a.Matrix.Rows.Select(
                            (r, i) =>
                                ImmutableArray.CreateRange<Cell>([
                                    new Cell(r.Contender),
                                    .. a.Matrix.WithPowers[i].Contenders.Select(c => (Cell)c.Value),
                                ])
                        ),
                        ImmutableArray.CreateRange<Cell>([
                            new Cell(a.NewcomerName),
                            .. a.Newcomer.Contenders.SkipLast(1).Select(c => (Cell)c.Value),
                        ]),
                    ]
                ),
            ]
        );
    }

    /// <summary>Whether somebody comes out, and whether it is he who sits in the chair, with its powers and without.</summary>
    internal static Table Someone(ImmutableArray<(string Who, WhetherAndWho With, WhetherAndWho Without)> rows) =>
        new(
            "Whether and who, of 100 histories",
            [
                new("in the chair"),
                new("someone, with the powers", true),
                new("he", true),
                new("he, if someone", true),
                new("someone, without", true),
                new("he", true),
                new("he, if someone", true),
            ],
            [
                .. rows.Select(r =>
                    ImmutableArray.Create<Cell>(
                        r.Who,
                        r.With.Someone,
                        r.With.Subject,
                        r.With.SubjectGivenSomeone,
                        r.Without.Someone,
                        r.Without.Subject,
                        r.Without.SubjectGivenSomeone
                    )
                ),
            ]
        );

    private static Table Split(OfficeOrManMatrix m) =>
        new(
            $"Each cell is exactly mean + office + person + fit; of 100 histories, contenders only, {Figures.Count(m.Runs)} histories a world on the same luck",
            [new(""), new("effect", true), .. OfficeOrManSection.Columns.Select(c => new TableColumn($"fit {c}", IsNumber: true))],
            [
                [new("mean of all cells"), m.Mean, "", "", ""],
                .. m.OfficeEffects.Select((e, i) => ImmutableArray.Create<Cell>($"office: {OfficeOrManSection.Columns[i]}", e, "", "", "")),
                .. m.Rows.Select(r => ImmutableArray.Create<Cell>($"person: {r.Contender}", r.Person, r.Fit[0], r.Fit[1], r.Fit[2])),
            ]
        );

    /// <summary>Who the newcomer is.</summary>
    internal static string OfNewcomer(Substitution a) =>
        $"{Telling.Capital(a.NewcomerName)} has the medians of the cadres' qualities and no ties; he is in the cast only where he sits in the chair, so the third column is not defined for him.";

    /// <summary>The same man in one office after another.</summary>
    /// <param name="a">The answer.</param>
    /// <param name="words">Puts powers into words; by their numbers unless given.</param>
    internal static IEnumerable<Block> Elsewhere(Substitution a, Func<IEnumerable<string>, IEnumerable<string>>? words = null)
    {
        yield return new Paragraph(
            $"{a.Man} sits in one office of the list and in no other; one that was his goes to another contender, mixed evenly. \"Worth\" is how much more often it comes about with him there than with him in none of them, history by history on the same luck."
        );
        yield return new Table(
            $"{a.Man} in one office after another, of 100 histories",
            [new("office"), new("with its powers", true), new("without", true), new("someone, with", true), new("worth", true)],
            [
                .. a.Elsewhere.Select(e =>
                    ImmutableArray.Create<Cell>(
                        e.IsHis ? $"{e.Office} (his on the first day)" : e.Office,
                        e.With.Subject,
                        e.Without.Subject,
                        e.With.Someone,
                        e.Worth.Change
                    )
                ),
            ]
        );
        yield return new Folded(
            "Which powers go with each",
            [
                new Items([
                    .. a.Elsewhere.Select(e =>
                        $"{e.Office}: {(e.Powers.IsEmpty ? "none" : words is null ? string.Join(", ", e.Powers) : string.Join("; ", words(e.Powers)))}."
                    ),
                ]),
            ]
        );
    }

    // The two effects are means over the same runs; without their covariance the interval is the wider of what it can be.
    private static Estimate Between(Estimate first, Estimate second) =>
        Estimate.Normal(first.Value - second.Value, first.StandardError + second.StandardError, first.Runs);
}
