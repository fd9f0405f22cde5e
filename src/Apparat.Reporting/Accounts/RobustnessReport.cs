using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>How far a headline hangs on choices that theory leaves open, as a report.</summary>
public static class RobustnessReport
{
    /// <summary>The report.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="colophon">Program and command.</param>
    /// <param name="heading">What the rows are.</param>
    public static Report Of(RobustnessAnswer answer, string colophon, string heading = "One choice at a time made otherwise")
    {
        ArgumentNullException.ThrowIfNull(answer);
        var warnings = Caution.AllFor(answer);
        return new(
            answer.Title,
            [.. Lead(answer)],
            [
                new(
                    "choices",
                    heading,
                    [
                        new Table(
                            $"P({answer.Headline}); the same less that of the model as it stands; what {answer.Followed} did to it; that less what they do as it stands. In hundredths, all on common luck, {Figures.Count(answer.Runs)} histories a world, 95 % intervals",
                            [
                                new("choice"),
                                new("in theory"),
                                new("instead of"),
                                new("taken"),
                                new("headline", IsNumber: true),
                                new("change", IsNumber: true),
                                new("what it did", IsNumber: true),
                                new("change of that", IsNumber: true),
                            ],
                            [
                                ["as it stands", "", "", "", answer.Standard.First, "", answer.Standard.Change, ""],
                                .. answer.Choices.Select(c =>
                                    (ImmutableArray<Cell>)
                                        [
                                            c.Choice.Name,
                                            c.Choice.Where,
                                            c.Choice.Standard,
                                            c.Choice.Alternative,
                                            c.Headline.First,
                                            c.Headline.Change,
                                            c.Office,
                                            c.OfficeChange,
                                        ]
                                ),
                            ]
                        ),
                    ]
                ),
                new(
                    "cautions",
                    "Doubts",
                    [.. warnings.Select(w => (Block)new Callout(CalloutKind.Caution, w.What, $"{w.Why} {w.Do}".Trim()))]
                ),
                OfComparisons(answer),
            ],
            [$"Seed {answer.Seed}. {colophon}"]
        );
    }

    private static Section OfComparisons(RobustnessAnswer answer)
    {
        var section = Passports.Section([answer.Passport, .. answer.Choices.Select(c => c.Passport)]);
        return section with
        {
            Blocks =
            [
                .. section.Blocks,
                new Paragraph(
                    $"What {answer.Followed} did under a choice is the first comparison with that choice made in both of its worlds."
                ),
            ],
        };
    }

    private static IEnumerable<string> Lead(RobustnessAnswer answer)
    {
        var standard = answer.Standard;
        yield return $"As the model stands, {answer.Headline} comes about {Figures.InHundred(standard.First)}, and {answer.Followed} add {Figures.OfHundred(standard.Change)}.";
        var told = answer.Choices.Where(c => c.Office.IsDefined).ToList();
        if (told.Count == 0)
            yield break;
        var (least, most) = (told.MinBy(c => c.Office.Value)!, told.MaxBy(c => c.Office.Value)!);
        yield return $"Over {told.Count} alternatives they add from {Figures.OfHundred(least.Office)} ({Named(least)}) to {Figures.OfHundred(most.Office)} ({Named(most)}).";
        var turned = told.Where(c => c.Turns(standard.Change)).ToList();
        var moved = told.Count(c => c.OfficeChange.Low > 0 || c.OfficeChange.High < 0);
        yield return turned.Count == 0
            ? $"No alternative turns its sign; {moved} of them move it beyond their own interval."
            : $"It turns its sign under {string.Join(", ", turned.Select(Named))}.";
    }

    private static string Named(ChoiceEffect c) => $"{c.Choice.Name}: {c.Choice.Alternative}";
}
