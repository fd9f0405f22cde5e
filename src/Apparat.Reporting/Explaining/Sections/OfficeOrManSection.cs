using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>Every contender in the chair, with its powers and without.</summary>
internal static class OfficeOrManSection
{
    /// <summary>The columns of the matrix in plain words.</summary>
    public static readonly ImmutableArray<string> Columns =
    [
        "in the chair, with its powers",
        "in the chair, without them",
        "another in the chair, with them",
    ];

    public static Section Of(Telling t) => new("man", "The office or the man?", [.. Blocks(t)]);

    private static IEnumerable<Block> Blocks(Telling t)
    {
        var m = t.Answer.Matrix;
        var beside = t.Frame.Companions?.Substitution;
        yield return new Paragraph(
            $"Each contender in turn is put in the chair of {InText.The(m.Office)}; nobody else moves, and nobody's qualities change. Each cell counts the histories, of 100, in which the row's own contender comes out: {t.SaidOf("the contender")}. If the first column is high for many, the office explains more than the man; if one row stands out in every column, the man does."
        );
        yield return new Matrix(
            Columns,
            [
                .. m.Rows.Select(r =>
                    (
                        r.Contender,
                        ImmutableArray.Create(r.InOfficeWithPowers, r.InOfficeWithout, r.AnotherInOffice),
                        r.Contender == t.Answer.Holder
                    )
                ),
                .. beside is null
                    ? []
                    : new (string, ImmutableArray<Estimate>, bool)[]
                    {
                        (beside.NewcomerName, [beside.Newcomer.Subject, beside.NewcomerWithout.Subject, Estimate.Undefined(0)], false),
                    },
            ]
        )
        {
            Title = $"Who comes out, by who sits in the chair ({Figures.Count(m.Runs)} histories a world)",
            Alt =
                $"A table of {m.Rows.Length} contenders by three ways of filling the chair. {string.Join(" ", m.Rows.Select(r => $"{r.Contender}: {string.Join(", ", new[] { r.InOfficeWithPowers, r.InOfficeWithout, r.AnotherInOffice }.Select(Figures.Hundredths))}."))}",
        };
        if (beside is not null)
            yield return new Paragraph(SubstitutionReport.OfNewcomer(beside));
        yield return new Folded(
            "That somebody comes out, by who sits in the chair",
            [SubstitutionReport.Someone([.. m.Rows.Select((r, i) => (r.Contender, m.WithPowers[i], m.Without[i]))])]
        );
        yield return new Folded(
            "The matrix split into mean, office, person and fit",
            [
                new Paragraph(
                    "Each cell is exactly mean + effect of the column + effect of the row + fit. The fit is what is special to this person in this chair."
                ),
                new Table(
                    "Effects, of 100 histories",
                    [new(""), new("effect", true), .. Columns.Select(c => new TableColumn($"fit {c}", IsNumber: true))],
                    [
                        [new("mean of all cells"), m.Mean, "", "", ""],
                        .. m.OfficeEffects.Select((e, i) => ImmutableArray.Create<Cell>($"office: {Columns[i]}", e, "", "", "")),
                        .. m.Rows.Select(r =>
                            ImmutableArray.Create<Cell>($"person: {r.Contender}", r.Person, r.Fit[0], r.Fit[1], r.Fit[2])
                        ),
                    ]
                ),
            ]
        );
        if (beside is { Elsewhere.IsEmpty: false })
        {
            foreach (var block in SubstitutionReport.Elsewhere(beside, t.Words))
                yield return block;
        }
    }
}
