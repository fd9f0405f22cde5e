using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Apparat.Analysis;

namespace Apparat.Reporting;

/// <summary>Where a hostile reader would attack each headline, and whether it falls.</summary>
public static class Attacks
{
    /// <summary>A section with a table a headline.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="words">Puts provisions into a report's own words; by their numbers unless given.</param>
    public static Section Section(IReadOnlyList<AttackTable> tables, Func<string, string>? words = null)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return new("attacks", "Where to attack it", [.. Blocks(tables, words ?? (text => text))]);
    }

    /// <summary>A table for machines.</summary>
    public static JsonObject ToJson(AttackTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new()
        {
            ["has_answer"] = table.HasAnswer,
            ["screened"] = table.Screened,
            ["looks"] = new JsonArray([.. table.Looks.Select(n => (JsonNode)n)]),
            ["attacks"] = new JsonArray([
                .. table.Attacks.Select(a =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["assumption"] = a.Assumption,
                            ["as_assumed"] = a.AsAssumed,
                            ["put_at"] = a.Worst,
                            ["difference"] = JsonRenderer.Of(a.Change),
                            ["flips_at"] = a.FlipsAt,
                            ["defensible"] = a.Range is { } range ? new JsonArray(range.Low, range.High) : null,
                            ["flip_is_defensible"] = a.FlipIsDefensible,
                            ["flips"] = Word(a.Against(table.Headline.Change)),
                        }
                ),
            ]),
        };
    }

    private static IEnumerable<Block> Blocks(IReadOnlyList<AttackTable> tables, Func<string, string> words)
    {
        yield return new Paragraph(
            "For each headline the assumptions on which it hangs most. A parameter is found by a straight line through all histories and then played at the worse end of what its prior holds defensible (2.5 or 97.5 of 100), in both worlds; an arrangement is taken away in both worlds. One assumption is moved at a time: several together may do what none does alone."
        );
        if (tables.FirstOrDefault(t => t.Looks.Length > 1)?.Looks is { } looks)
            yield return new Paragraph(
                $"Each is played in {Figures.Count(looks[0])} histories a world, and while the interval still holds 0 in twice as many, {Figures.Count(looks[^1])} at most. Looking so often misleads more often: the intervals of these tables are widened, so that all looks together err 5 times in 100 (Pocock 1977; Jennison and Turnbull 1989)."
            );
        foreach (var table in tables)
        {
            yield return new Paragraph(
                table.HasAnswer
                    ? $"{Telling.Capital(table.Name)}: {Verdict(table)}"
                    : $"{Telling.Capital(table.Name)}: the interval of the answer holds 0, so that there is no answer to flip."
            );
            yield return new Table(
                $"Attacks on \"{table.Name}\", {Figures.OfHundred(table.Headline.Change)}; the worst for it first",
                [
                    new("assumption"),
                    new("as assumed"),
                    new("put at"),
                    new("the difference then", true),
                    new("histories", true),
                    new("flips at"),
                    new("does it flip?"),
                ],
                [
                    .. table.Attacks.Select(a =>
                        ImmutableArray.Create<Cell>(
                            Telling.Capital(words(a.Assumption)),
                            a.AsAssumed,
                            a.Worst,
                            a.Change,
                            Figures.Count(a.AtWorst.Counts.Runs),
                            Flip(a),
                            Word(a.Against(table.Headline.Change))
                        )
                    ),
                ]
            );
        }
    }

    private static string Verdict(AttackTable table)
    {
        var flips = table.Attacks.Count(a => a.Against(table.Headline.Change) == Resistance.Flips);
        var doubt = table.Attacks.Count(a => a.Against(table.Headline.Change) == Resistance.InDoubt);
        return flips > 0 ? $"{flips} of {table.Attacks.Length} assumptions turn it within what is defensible."
            : doubt > 0 ? $"no single assumption turns it; {doubt} of {table.Attacks.Length} leave it in doubt."
            : $"none of {table.Attacks.Length} assumptions, the worst of {table.Screened} parameters among them, turns it or leaves it in doubt.";
    }

    private static string Flip(Attack a) =>
        a is not { FlipsAt: { } at, Range: { } range } ? "-"
        : a.FlipIsDefensible ? $"{Short(at)}, within {Short(range.Low)} to {Short(range.High)}"
        : $"only beyond {Short(range.Low)} to {Short(range.High)}";

    private static string Word(Resistance resistance) =>
        resistance switch
        {
            Resistance.Holds => "no",
            Resistance.Flips => "yes",
            _ => "in doubt",
        };

    private static string Short(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
