using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Apparat.Analysis;

namespace Apparat.Reporting;

/// <summary>Passports of comparisons, for readers and for machines.</summary>
public static class Passports
{
    /// <summary>A section with a table a comparison.</summary>
    /// <param name="passports">The passports.</param>
    /// <param name="words">Puts what the model calls by short names into a report's own words; as it is unless given.</param>
    public static Section Section(IReadOnlyList<Passport> passports, Func<string, string>? words = null)
    {
        ArgumentNullException.ThrowIfNull(passports);
        words ??= text => text;
        return new(
            "passports",
            passports.Count == 1 ? "Passport of the comparison" : "Passports of the comparisons",
            [
                .. passports.Count > 1
                    ? (Block[])
                        [
                            new Paragraph(
                                $"Each of the {passports.Count} comparisons carries what is needed to argue with it: what is supposed, what stands instead and why nothing less would do, what the number estimates, how luck is shared, and what could be checked elsewhere. On paper they are left out; the page and its text have them."
                            ),
                        ]
                    : [],
                .. passports.Select(p =>
                    passports.Count == 1 ? (Block)Table(p, words) : new Folded(Telling.Capital(p.Comparison), [Table(p, words)])
                ),
            ]
        );
    }

    /// <summary>A passport for machines.</summary>
    public static JsonObject ToJson(Passport passport)
    {
        ArgumentNullException.ThrowIfNull(passport);
        return new()
        {
            ["antecedent"] = passport.Antecedent,
            ["consequent"] = passport.Consequent,
            ["replacements"] = Array(passport.Replacements),
            ["minimal"] = passport.Minimal,
            ["also_true"] = Array(passport.AlsoTrue),
            ["estimand"] = passport.Estimand,
            ["coupling"] = passport.Coupling,
            ["checkable"] = Array(passport.Checkable),
        };
    }

    private static Table Table(Passport p, Func<string, string> words) =>
        new(
            $"What is compared: {p.Comparison}",
            [new("item"), new("of this comparison")],
            [
                ["antecedent", words(p.Antecedent)],
                ["consequent", words(p.Consequent)],
                ["what stands instead", words(string.Join("; ", p.Replacements))],
                ["why nothing less would do", p.Minimal],
                ["what must be true with it", words(string.Join(" ", p.AlsoTrue))],
                ["estimand", p.Estimand],
                ["coupling", p.Coupling],
                [
                    "to be checked elsewhere",
                    p.Checkable.IsEmpty
                        ? "No measure kept of the histories differs clearly between the two worlds."
                        : string.Join(" ", p.Checkable),
                ],
            ]
        );

    private static JsonArray Array(ImmutableArray<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
