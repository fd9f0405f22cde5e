using System.Collections.Immutable;

namespace Apparat.Reporting;

/// <summary>That somebody comes out, and who: a charter may explain the one and not the other.</summary>
internal static class WhetherAndWhoSection
{
    public static Section Of(Telling t) => new("who", "That somebody wins, and who", [.. Blocks(t)]);

    private static IEnumerable<Block> Blocks(Telling t)
    {
        var holder = t.Answer.Holder;
        yield return new Paragraph(
            $"A charter may explain that there is one winner and not who it is. \"Someone\" counts the histories in which the outcome is true of anybody; the last column, of those, how many of 100 are {holder}'s."
        );
        yield return new Table(
            "Whether and who, of 100 histories",
            [new("window"), new("world"), new("someone", true), new(holder, true), new($"{holder}, if someone", true)],
            [
                .. t.Answer.Windows.SelectMany(w =>
                    w.WhetherAndWho.Select(
                        (x, i) =>
                            ImmutableArray.Create<Cell>(
                                WindowsSection.Name(w),
                                World(w, i, x.World),
                                x.Someone,
                                x.Subject,
                                x.SubjectGivenSomeone
                            )
                    )
                ),
            ]
        );
    }

    // Worlds are listed as the window plans them: as it was, struck, struck under the second references, sizes, sizes struck, another.
    private static string World(Analysis.WindowAnswer window, int index, string world)
    {
        string[] names =
        [
            "with the powers",
            "taken away, first replacement",
            "taken away, second replacement",
            .. window.FirstSizes is null ? Array.Empty<string>() : ["first sizes, with the powers", "first sizes, taken away"],
            .. window.AnotherInChair is null ? Array.Empty<string>() : ["another contender in the chair"],
        ];
        return index < names.Length ? names[index] : world;
    }
}
