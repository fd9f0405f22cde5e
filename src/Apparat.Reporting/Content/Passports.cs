using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Apparat.Analysis;

namespace Apparat.Reporting;

/// <summary>Passports of comparisons, for readers and for machines.</summary>
public static class Passports
{
    // More than these are told by rows: what they have in common is said once, and a row says what is special to it.
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
        var said = passports.Select(p => Sentences(p, words).ToList()).ToList();
        var common = said.Count == 0 ? [] : said[0].Where(l => said.TrueForAll(x => x.Contains(l))).ToList();
        // What several say and not all is said once and pointed to.
        var notes = said.SelectMany(x => x.Except(common))
            .GroupBy(l => l)
            .Where(g => g.Skip(1).Any())
            .Select((g, i) => (Said: g.Key, Number: i + 1))
            .ToDictionary(n => n.Said, n => n.Number);
        return new(
            summary,
            [
                new Table(
                    "What all of them have in common",
                    [new("item"), new("of every comparison")],
                    [
                        .. common
                            .GroupBy(l => l.Item, StringComparer.Ordinal)
                            .Select(g => ImmutableArray.Create<Cell>(g.Key, string.Join(" ", g.Select(l => l.Text)))),
                    ]
                ),
                .. notes.Count == 0
                    ? ImmutableArray<Block>.Empty
                    :
                    [
                        new Table(
                            "What some of them have in common; the next table names it by number",
                            [new("no."), new("item"), new("of these comparisons")],
                            [.. notes.Select(n => ImmutableArray.Create<Cell>(Figures.Count(n.Value), n.Key.Item, n.Key.Text))]
                        ),
                    ],
                new Table(
                    "Each comparison; to be checked: the trace that differs most clearly between its two worlds",
                    [new("comparison"), new(Instead), new("with it"), new(Check)],
                    [
                        .. passports.Select(
                            (p, i) =>
                                ImmutableArray.Create<Cell>(
                                    words(p.Comparison),
                                    i > 0 && passports[i - 1].Replacements.SequenceEqual(p.Replacements)
                                        ? "the same"
                                        : words(string.Join("; ", p.Replacements)),
                                    string.Join(
                                        " ",
                                        said[i]
                                            .Except(common)
                                            .OrderBy(l => notes.TryGetValue(l, out var number) ? number : int.MaxValue)
                                            .Select(l => notes.TryGetValue(l, out var number) ? $"({number})" : l.Text)
                                    ),
                                    p.Checkable.IsEmpty ? "no measure differs clearly" : Split(p.Checkable[0]).First()
                                )
                        ),
                    ]
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

    private const string Instead = "what stands instead";
    private const string Minimal = "why nothing less would do";
    private const string AlsoTrue = "what must be true with it";
    private const string Check = "to be checked elsewhere";

    private static Table Table(Passport p, Func<string, string> words) =>
        new(
            $"What is compared: {p.Comparison}",
            [new("item"), new("of this comparison")],
            [
                ["antecedent", words(p.Antecedent)],
                ["consequent", words(p.Consequent)],
                [Instead, words(string.Join("; ", p.Replacements))],
                [Minimal, p.Minimal],
                [AlsoTrue, p.AlsoTrue.IsEmpty ? "Nothing else." : words(string.Join(" ", p.AlsoTrue))],
                ["estimand", p.Estimand],
                ["coupling", p.Coupling],
                [
                    Check,
                    p.Checkable.IsEmpty
                        ? "No measure kept of the histories differs clearly between the two worlds."
                        : string.Join(" ", p.Checkable),
                ],
            ]
        );

    // What a passport says beside what is supposed and what could be checked, one sentence each.
    private static IEnumerable<(string Item, string Text)> Sentences(Passport p, Func<string, string> words) =>
        new[]
        {
            (
                "antecedent",
                p.IsInFirst ? "What stands instead does so in the first world." : "What stands instead does so in the second world."
            ),
            ("consequent", words(p.Consequent)),
            (Minimal, p.Minimal),
        }
            .Concat(p.AlsoTrue.Select(t => (AlsoTrue, words(t))))
            .Concat([("estimand", p.Estimand), ("coupling", p.Coupling)])
            .SelectMany(l => Split(l.Item2).Select(t => (l.Item1, t)))
            .Concat(p.Checkable.Take(1).SelectMany(c => Split(c).Skip(1)).Select(t => (Check, t)));

    private static IEnumerable<string> Split(string text) => text.Split(". ").Select(t => t.EndsWith('.') || t.EndsWith('?') ? t : $"{t}.");

    private static JsonArray Array(ImmutableArray<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
