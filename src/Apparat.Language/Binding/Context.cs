using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Language;

/// <summary>What all binders share: where to complain, which names are declared, which sources exist, and how small things are read.</summary>
internal sealed partial class Context(Lexicon lexicon, Diagnostics diagnostics, Func<string, byte[]?> open)
{
    /// <summary>Sources that say of a number that it rests on no document.</summary>
    private static readonly string[] Plain = ["declared", "weakly informed"];

    public Lexicon Lexicon { get; } = lexicon;

    public Diagnostics Diagnostics { get; } = diagnostics;

    public Names Names { get; } = new();

    /// <summary>The bytes of a file beside the scenario; null if there is none.</summary>
    public Func<string, byte[]?> Open { get; } = open;

    public Dictionary<string, Source> Sources { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ImmutableArray<string>> Lines { get; } = new(StringComparer.Ordinal);

    public Organ[] Organs { get; set; } = [];

    public DateOnly From { get; set; }

    public ImmutableArray<SharedAttribute> Attributes { get; set; } = [];

    /// <summary>Every datum read with a citation, for the hindsight guard and for missing sources.</summary>
    public List<Datum> Data { get; } = [];

    /// <summary>Notes a datum; one without a source is a diagnostic.</summary>
    public Citation Keep(string what, SourceSpan span, Citation source)
    {
        Data.Add(new(what, span, source));
        if (source.Keys.IsEmpty)
            Diagnostics.Warning(
                "APP504",
                span,
                $"{Capital(what)} has no source.",
                repair: "Add a key of sources.bib in brackets, or [declared] for a choice of your own."
            );
        return source;
    }

    /// <summary>Every sentence that could be read, with its canonical form.</summary>
    public List<SaidSentence> Sentences { get; } = [];

    /// <summary>Reads a sentence that stands in a node; null, with a diagnostic, if it cannot be read.</summary>
    public Word? Sentence(Grammar grammar, string words, Node node)
    {
        var word = grammar.Read(words, Diagnostics, 0, node);
        if (word is not null)
            Sentences.Add(new(node, words, grammar.Write(word)));
        return word;
    }

    public Grammar Grammar(params Type[] families) => Language.Grammar.For(Lexicon, Names, families);

    /// <summary>The text of a scalar; null, with a diagnostic, if the node is something else.</summary>
    public string? Text(Node? node, string what)
    {
        if (node is null)
            return null;
        if (node.Kind == NodeKind.Text)
            return node.Text;
        Diagnostics.Error(
            "APP110",
            node.Span,
            $"{what} should be text here.",
            "words or a number on this line",
            "Text that starts with [ or { stands in quotes."
        );
        return null;
    }

    /// <summary>The items of a list; a single value is a list of one.</summary>
    public ImmutableArray<Node> List(Node? node) =>
        node is null || node.IsEmpty ? []
        : node.Kind == NodeKind.List ? node.Items
        : [node];

    /// <summary>The entries of a map; a diagnostic if the node is something else.</summary>
    public ImmutableArray<(Node Key, Node Value)> Entries(Node? node, string what)
    {
        if (node is null || node.IsEmpty)
            return [];
        if (node.Kind == NodeKind.Map)
            return node.Entries;
        Diagnostics.Error("APP111", node.Span, $"{Capital(what)} should be names with values here.", "name: value");
        return [];
    }

    /// <summary>Complains about keys that a shape does not have.</summary>
    public void Know(Node? node, string what, FieldsShape shape) =>
        Know(
            node,
            what,
            shape.Ending is { } ending
                ?
                [
                    .. shape.Names,
                    .. (node?.Entries ?? []).Select(e => e.Key.Text).Where(k => k.EndsWith(ending, StringComparison.Ordinal)),
                ]
                : shape.Names
        );

    /// <summary>Complains about keys that are not among those known.</summary>
    public void Know(Node? node, string what, params string[] keys)
    {
        if (node is not { Kind: NodeKind.Map })
            return;
        foreach (var (key, value) in node.Entries)
        {
            if (!keys.Contains(key.Text, StringComparer.Ordinal))
            {
                var meant = Meant(key.Text, keys);
                // {means: Board may remove Board, with notice} is two entries to a reader of YAML, the second without a value.
                var cutAtComma = meant is null && key.InFlow && value.IsEmpty;
                Diagnostics.Error(
                    "APP112",
                    key.Span,
                    $"{what} has no \"{key.Text}\".",
                    string.Join(", ", keys),
                    meant is not null ? $"Did you mean \"{meant}\"?"
                        : cutAtComma ? "Inside braces a comma ends a value: put the whole text in quotes."
                        : null
                );
            }
        }
    }

    public DateOnly? Date(Node? node, string what)
    {
        if (Text(node, what) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Diagnostics.Error("APP120", node!.Span, $"\"{text}\" is not a date.", "yyyy-mm-dd, for example 1922-04-03", DateRepair(text));
        return null;
    }

    public int? Whole(Node? node, string what, int least = 0, int most = 1_000_000)
    {
        if (Text(node, what) is not { } text)
            return null;
        if (Spelling.TryWhole(text.Trim(), out var number) && number >= least && number <= most)
            return number;
        Diagnostics.Error("APP121", node!.Span, $"{what} cannot be \"{text}\".", $"a whole number from {least} to {most}");
        return null;
    }

    public bool Flag(Node? node, string what)
    {
        if (Text(node, what) is not { } text)
            return false;
        if (text is "yes" or "true" or "no" or "false")
            return text is "yes" or "true";
        Diagnostics.Error("APP122", node!.Span, $"{what} is either yes or no.", "yes or no");
        return false;
    }

    /// <summary>A belief, with its citation if one stands behind it in brackets.</summary>
    public (Distribution Prior, Citation Source)? Prior(
        Node? node,
        string what,
        double least = double.NegativeInfinity,
        double most = double.PositiveInfinity
    )
    {
        if (node is { Kind: NodeKind.Map })
        {
            Know(node, what, ScenarioShapes.Belief);
            var inner = Prior(node["prior"] ?? node["value"], what, least, most);
            return inner is { } found ? (found.Prior, Cite(node, found.Source)) : null;
        }
        if (Text(node, what) is not { } text)
            return null;
        var (words, source) = Citation(node!, text);
        if (!DistributionText.TryParse(words, out var prior, out var error))
        {
            Diagnostics.Error("APP401", node!.Part(0, Math.Max(1, words.Length)), error, DistributionText.Forms);
            return null;
        }
        if (prior.Low < least - 1e-12 || prior.High > most + 1e-12)
        {
            var bounds = double.IsPositiveInfinity(most) ? $"at least {Plainly(least)}" : $"{Plainly(least)} to {Plainly(most)}";
            var reach = prior is Fixed ? $"cannot be {words.Trim()}" : $"reaches from {Plainly(prior.Low)} to {Plainly(prior.High)}";
            Diagnostics.Error(
                "APP402",
                node!.Part(0, Math.Max(1, words.Length)),
                $"{Capital(what)} {reach}.",
                bounds,
                prior is Fixed or Uniform || double.IsInfinity(most)
                    ? null
                    : $"Cut it off there: {words.Trim()} within {Plainly(least)}..{Plainly(most)}"
            );
            return null;
        }
        return (prior, source);
    }

    /// <summary>A parameter that a scenario declares with its own name; its source is its own or else that of what it belongs to.</summary>
    public Parameter? Parameter(
        Node? node,
        string name,
        string unit,
        string meaning,
        Citation of,
        double least = double.NegativeInfinity,
        double most = double.PositiveInfinity
    )
    {
        if (node is null || Prior(node, meaning, least, most) is not { } prior)
            return null;
        var source = prior.Source.Keys.IsEmpty ? of : Keep(meaning, node.Span, prior.Source);
        return new Parameter(name, prior.Prior, unit, meaning, source.Keys is [var first, ..] ? first : "declared");
    }

    public OrganId? Organ(Node? node, string what)
    {
        if (Text(node, what) is not { } text)
            return null;
        var index = Names.Find(typeof(OrganId), text);
        if (index >= 0)
            return new OrganId(index);
        Unknown(node!, "organ", text, Names.Of(typeof(OrganId)));
        return null;
    }

    public PersonId? Person(Node? node, string what)
    {
        if (Text(node, what) is not { } text)
            return null;
        var index = Names.Find(typeof(PersonId), text);
        if (index >= 0)
            return new PersonId(index);
        Unknown(node!, "person", text, Names.Of(typeof(PersonId)));
        return null;
    }

    public void Unknown(Node node, string kind, string text, IEnumerable<string> names)
    {
        var all = names.ToList();
        var meant = Meant(text, all);
        Diagnostics.Error(
            "APP202",
            node.Span,
            $"No {kind} is called \"{text}\".",
            all.Count == 0 ? null : string.Join(", ", all.Take(12)) + (all.Count > 12 ? ", ..." : ""),
            meant is null ? $"Declare it, or choose one of those declared." : $"Did you mean \"{meant}\"?"
        );
    }

    /// <summary>The first few of a list; a diagnostic if it has more than can be held apart.</summary>
    public ImmutableArray<T> AtMost<T>(ImmutableArray<T> all, int most, string what, Func<T, SourceSpan> place)
    {
        if (all.Length <= most)
            return all;
        Diagnostics.Error(
            "APP108",
            place(all[most]),
            $"There are {all.Length:N0} {what}; I read at most {most:N0}.",
            repair: "Count what need not be named: see \"cadres\", \"count\" and \"branches\"."
        );
        return all[..most];
    }

    private string? Meant(string text, IEnumerable<string> names) => Diagnostics.MayGuess ? Nearest.To(text, names) : null;

    /// <summary>Splits the citation in square brackets off the end of a text.</summary>
    public (string Text, Citation Source) Citation(Node node, string text)
    {
        var match = Brackets().Match(text);
        if (!match.Success)
            return (text.TrimEnd(), Model.Citation.None);
        var keys = Keys(node, match.Groups["keys"].Value, match.Groups["keys"].Index);
        return (text[..match.Index].TrimEnd(), new Citation(keys));
    }

    /// <summary>The citation of a long form: <c>source</c>, <c>known</c>, <c>coder</c>, <c>basis</c>.</summary>
    public Citation Cite(Node node, Citation inline)
    {
        var keys = inline.Keys;
        foreach (var source in List(node["source"]))
            keys = keys.AddRange(Keys(source, source.Text, 0));
        var basis = Text(node["basis"], "The basis");
        if (basis is not (null or "record" or "interpretation"))
            Diagnostics.Error(
                "APP123",
                node["basis"]!.Span,
                $"The basis is not \"{basis}\".",
                "record (read off a document) or interpretation (a later judgement)"
            );
        return new(
            keys,
            Date(node["known"], "The day from which it was known"),
            Text(node["coder"], "The coder"),
            basis == "interpretation"
        );
    }

    /// <summary>The keys of a citation; a missing one is a diagnostic.</summary>
    public ImmutableArray<string> Keys(Node node, string text, int offset)
    {
        var keys = ImmutableArray.CreateBuilder<string>();
        foreach (var part in text.Split(';'))
        {
            var comma = part.IndexOf(',', StringComparison.Ordinal);
            var key = (comma < 0 ? part : part[..comma]).Trim();
            if (key.Length == 0)
                continue;
            keys.Add(key);
            if (!Sources.ContainsKey(key) && !Plain.Contains(key, StringComparer.Ordinal))
            {
                var meant = Meant(key, Sources.Keys);
                Diagnostics.Error(
                    "APP501",
                    node.Part(offset + text.IndexOf(key, StringComparison.Ordinal), key.Length),
                    $"The bibliography has no \"{key}\".",
                    repair: meant is null ? "Add it to sources.bib." : $"Did you mean \"{meant}\"? Otherwise add it to sources.bib."
                );
            }
        }
        return keys.ToImmutable();
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Plainly(double x) =>
        double.IsPositiveInfinity(x) ? "infinity"
        : double.IsNegativeInfinity(x) ? "minus infinity"
        : x.ToString("0.####", CultureInfo.InvariantCulture);

    private static string? DateRepair(string text)
    {
        string[] forms = ["d.M.yyyy", "d/M/yyyy", "yyyy/M/d", "yyyy-M-d", "d MMMM yyyy", "MMMM d, yyyy", "d MMM yyyy", "yyyy"];
        return DateOnly.TryParseExact(text.Trim(), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? $"Did you mean {day:yyyy-MM-dd}?"
            : null;
    }

    [GeneratedRegex(@"\s*\[(?<keys>[^\[\]]*)\]\s*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Brackets();
}
