using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Apparat.Analysis;

namespace Apparat.Reporting;

/// <summary>Passports of comparisons, for readers and for machines.</summary>
public static class Passports
{
    // More than these are one table: what they have in common is said once, and a row says what is special to it.
    private const int Boxes = 8;

    /// <summary>A section with a table a comparison, or where there are many with a row a comparison.</summary>
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
                .. passports.Count > Boxes ? [Rows($"The {passports.Count} passports", passports, words)]
                : passports.Count == 1 ? [Table(passports[0], words)]
                : passports.Select(p => (Block)new Folded(Telling.Capital(p.Comparison), [Table(p, words)])),
            ]
        );
    }

    /// <summary>Many passports in two tables: what all have in common, and a row a comparison with what is special to it.</summary>
    /// <param name="summary">What they are of, in a line.</param>
    /// <param name="passports">The passports.</param>
    /// <param name="words">Puts what the model calls by short names into a report's own words; as it is unless given.</param>
    public static Folded Rows(string summary, IReadOnlyList<Passport> passports, Func<string, string>? words = null)
    {
        ArgumentNullException.ThrowIfNull(passports);
        words ??= text => text;
        var lines = passports.Select(p => Lines(p, words).ToList()).ToList();
        // What stands instead is always a column of its own, and so is what could be checked.
        var common = lines.Count == 0 ? [] : lines[0].Where(l => l.Item is not (Instead or Check) && lines.TrueForAll(x => x.Contains(l))).ToList();
        return new(
            summary,
            [
                new Table(
                    "What all of them have in common",
                    [new("item"), new("of every comparison")],
                    [.. common.Select(l => ImmutableArray.Create<Cell>(l.Item, l.Text))]
                ),
                new Table(
                    "Each comparison, its first world named first; to be checked: the trace that differs most clearly between its two worlds",
                    [new("comparison"), new(Instead), new("and with it"), new(Check)],
                    [
                        .. passports.Select(
                            (p, i) =>
                                ImmutableArray.Create<Cell>(
                                    words(p.Comparison),
                                    Text(i, Instead),
                                    string.Join(" ", lines[i].Where(l => l.Item is not (Instead or Check or Supposed)).Except(common).Select(l => l.Text)),
                                    p.Checkable.IsEmpty ? NothingToCheck : p.Checkable[0]
                                )
                        ),
                    ]
                ),
            ]
        );

        string Text(int passport, string item) => lines[passport].First(l => l.Item == item).Text;
    }

    /// <summary>A passport for machines.</summary>
    public static JsonObject ToJson(Passport passport)
    {
        ArgumentNullException.ThrowIfNull(passport);
        return new()
        {
            ["comparison"] = passport.Comparison,
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

    /// <summary>Reads a passport back.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    internal static Passport Read(JsonNode json)
    {
        return new(
            Text("comparison"),
            Text("antecedent"),
            Text("consequent"),
            Texts("replacements"),
            Text("minimal"),
            Texts("also_true"),
            Text("estimand"),
            Text("coupling"),
            Texts("checkable")
        );

        string Text(string name) => (string?)json[name] ?? throw new InvalidOperationException($"A passport has no {name}.");

        ImmutableArray<string> Texts(string name) =>
            [.. (json[name] ?? throw new InvalidOperationException($"A passport has no {name}.")).AsArray().Select(t => (string)t!)];
    }

    private const string Supposed = "antecedent";
    private const string Instead = "what stands instead";
    private const string Check = "to be checked elsewhere";
    private const string NothingToCheck = "No measure kept of the histories differs clearly between the two worlds.";

    private static Table Table(Passport p, Func<string, string> words) =>
        new(
            $"What is compared: {p.Comparison}",
            [new("item"), new("of this comparison")],
            [.. Lines(p, words).Select(l => ImmutableArray.Create<Cell>(l.Item, l.Text))]
        );

    private static IEnumerable<(string Item, string Text)> Lines(Passport p, Func<string, string> words) =>
        [
            (Supposed, words(p.Antecedent)),
            ("consequent", words(p.Consequent)),
            (Instead, words(string.Join("; ", p.Replacements))),
            ("why nothing less would do", p.Minimal),
            ("what must be true with it", words(string.Join(" ", p.AlsoTrue))),
            ("estimand", p.Estimand),
            ("coupling", p.Coupling),
            (Check, p.Checkable.IsEmpty ? NothingToCheck : string.Join(" ", p.Checkable)),
        ];

    private static JsonArray Array(ImmutableArray<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
