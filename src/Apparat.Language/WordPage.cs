using System.Collections.Immutable;
using System.Reflection;
using System.Xml;
using System.Xml.Linq;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Everything there is to know about one word, taken from its record: the reference page, the list and the schema are made of these.</summary>
public sealed record WordPage
{
    private static readonly (Type Family, string Title, string About)[] Families =
    [
        (typeof(SelectionRule), "Selection", "how seats are filled"),
        (typeof(Power), "Powers", "what an organ may do to others"),
        (typeof(Limit), "Limits", "bounds on who may hold, vote or be chosen"),
        (typeof(Tail), "Tails", "refinements of a sentence; each can be struck alone"),
        (typeof(Happening), "Events", "what may stand under events"),
        (typeof(Condition), "Conditions", "what outcomes are made of; X is the free person"),
        (typeof(Measure), "Measures", "numbers kept of every run"),
        (typeof(AllianceRule), "Alliances", "who joins against whom; a scenario has one such sentence under behaviour"),
        (typeof(OpinionRule), "Opinions", "how positions drift; under behaviour"),
        (typeof(Motive), "Motives", "what voters weigh; under behaviour"),
        (typeof(Criterion), "Criteria", "what is weighed in choosing between persons; under behaviour"),
        (typeof(Bond), "Bonds", "how ties come, fade and break; under behaviour"),
        (typeof(Assertion), "Assertions", "what claims are made of: said of the dated record, never of a run (see claims.md)"),
    ];

    private WordPage() { }

    /// <summary>The word's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its family.</summary>
    public required string Family { get; init; }

    /// <summary>What it means: the summary of its record; empty if the documentation is not at hand.</summary>
    public required string Meaning { get; init; }

    /// <summary>Its sentences with slots in angle brackets, the canonical one first.</summary>
    public required ImmutableArray<string> Sentences { get; init; }

    /// <summary>An example; null if it has none.</summary>
    public required string? Example { get; init; }

    /// <summary>How by-laws word it; null for words that are no law.</summary>
    public required string? Wording { get; init; }

    /// <summary>For a head, the tails it takes; for a tail, the heads that take it: name and sentence.</summary>
    public required ImmutableArray<(string Name, string Sentence)> With { get; init; }

    /// <summary>The holds it gives, in words.</summary>
    public required ImmutableArray<string> Holds { get; init; }

    /// <summary>What decides when it is struck, the default first.</summary>
    public required ImmutableArray<string> References { get; init; }

    /// <summary>The model parameters that belong to it.</summary>
    public required ImmutableArray<Parameter> Parameters { get; init; }

    /// <summary>False if it is read and linted but not played at any step yet.</summary>
    public required bool Played { get; init; }

    /// <summary>Why it is not played; null if it is.</summary>
    public required string? Unplayed { get; init; }

    /// <summary>What is played in its place; null if nothing, or if it is played itself.</summary>
    public required string? PlayedAs { get; init; }

    /// <summary>True if a scenario uses it unless it chooses its own.</summary>
    public required bool Standard { get; init; }

    /// <summary>True for a tail.</summary>
    public bool IsTail => Family == "Tails";

    /// <summary>The families in the order of the reference, each with a line on what its words are.</summary>
    public static ImmutableArray<(string Title, string About)> Order { get; } = [.. Families.Select(f => (f.Title, f.About))];

    /// <summary>The meaning cut to its first sentence.</summary>
    public string ShortMeaning
    {
        get
        {
            var end = Meaning.IndexOf(". ", StringComparison.Ordinal);
            return end < 0 ? Meaning : Meaning[..(end + 1)];
        }
    }

    /// <summary>The pages of all words of a lexicon, by family and name.</summary>
    public static ImmutableArray<WordPage> All(Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        var summaries = lexicon
            .Entries.Select(e => e.Type.Assembly)
            .Distinct()
            .SelectMany(Summaries)
            .ToLookup(s => s.Member, s => s.Text, StringComparer.Ordinal);
        return
        [
            .. lexicon
                .Entries.GroupBy(e => e.Type)
                .Select(g => Of(lexicon, [.. g], summaries[$"T:{g.Key.FullName}"].FirstOrDefault() ?? ""))
                .OrderBy(p => Order.Select(o => o.Title).ToList().IndexOf(p.Family))
                .ThenBy(p => p.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// The words a reader may mean: by name; else those whose sentences hold the text; else, if nothing comes close, none.
    /// </summary>
    public static ImmutableArray<WordPage> Find(ImmutableArray<WordPage> pages, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var asked = text.Trim();
        bool Named(WordPage p) => p.Name.Equals(asked.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        if (pages.Any(Named))
            return [.. pages.Where(Named)];
        var holding = pages
            .Where(p => p.Sentences.Any(s => $" {Plain(s)} ".Contains($" {asked} ", StringComparison.OrdinalIgnoreCase)))
            .ToImmutableArray();
        if (holding.Length > 0)
            return holding;
        var near = Nearest.To(
            asked,
            pages.Select(p => p.Name).Concat(pages.SelectMany(p => p.Sentences).SelectMany(s => Plain(s).Split(' ')))
        );
        return near is null ? [] : Find(pages, near);
    }

    private static WordPage Of(Lexicon lexicon, ImmutableArray<WordEntry> entries, string meaning)
    {
        var entry = entries[0];
        var slots = ImmutableArray.CreateBuilder<string>();
        var word = Sample(entry, slots);
        var takes = entries.SelectMany(e => e.Sentence.Takes).Distinct();
        var with =
            word is Tail
                ? lexicon.Entries.Where(e => e.Sentence.Takes.Contains(entry.Type)).DistinctBy(e => e.Type)
                : takes.Select(t => lexicon.Entries.First(e => e.Type == t));
        return new WordPage
        {
            Name = entry.Name,
            Family = Families.First(f => f.Family == entry.Family).Title,
            Meaning = meaning,
            Sentences = [.. entries.Select(e => Shown(e.Sentence.Template))],
            Example = entry.Sentence.Example,
            Wording = entry.Sentence.Wording is { } wording ? Shown(wording) : null,
            With = [.. with.Select(e => (e.Name, Shown(e.Sentence.Template))).OrderBy(w => w.Name, StringComparer.Ordinal)],
            Holds = [.. HoldsOf(lexicon, entry, word, slots).Distinct()],
            References = word is Provision provision ? [.. provision.References.Select(r => r.Name)] : [],
            Parameters = [.. word.Parameters.Where(p => p != Parameter.One).DistinctBy(p => p.Name, StringComparer.Ordinal)],
            Played = entry.Sentence.Played,
            Unplayed = entry.Sentence.Unplayed,
            PlayedAs = entry.Sentence.PlayedAs,
            Standard = entry.IsStandard,
        };
    }

    // What a tail gives depends on its head: it is told for a head that fills seats, if one takes it.
    private static IEnumerable<string> HoldsOf(Lexicon lexicon, WordEntry entry, Word word, ImmutableArray<string>.Builder slots)
    {
        if (word is Rule rule)
            return rule.Influences.Select(i => Told(i, slots));
        var head = lexicon.Entries.FirstOrDefault(e => e.Sentence.Takes.Contains(entry.Type));
        return word is Tail tail && head is not null && Sample(head, slots) is Rule taken
            ? [.. tail.InfluencesOn(taken).Select(i => Told(i, slots))]
            : [];
    }

    // A word with a different organ in every slot, so that its holds can be told by the names of its slots.
    private static Word Sample(WordEntry entry, ImmutableArray<string>.Builder slots)
    {
        var arguments = new List<object?>();
        foreach (var parameter in entry.Constructor.GetParameters())
        {
            var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
            var here = new OrganId(slots.Count);
            if (type == typeof(OrganId) || type == typeof(Portion) || type == typeof(ImmutableArray<OrganId>))
                slots.Add(parameter.Name!.ToLowerInvariant());
            arguments.Add(
                type == typeof(OrganId) ? here
                : type == typeof(Portion) ? new Portion(new Quantity(1), here)
                : type == typeof(ImmutableArray<OrganId>) ? ImmutableArray.Create(here)
                : type == typeof(ImmutableArray<PersonId>) ? ImmutableArray<PersonId>.Empty
                : type == typeof(ImmutableArray<ClauseId>) ? ImmutableArray<ClauseId>.Empty
                : type == typeof(string) ? ""
                : type.IsValueType ? Activator.CreateInstance(type)
                : null
            );
        }
        return (Word)entry.Constructor.Invoke([.. arguments]);
    }

    private static string Told(Influence influence, ImmutableArray<string>.Builder slots)
    {
        var hold = influence.Hold switch
        {
            Hold.Fill => "fills seats of",
            Hold.List => "draws up the list for",
            Hold.Confirm => "must agree to who sits in",
            Hold.Remove => "removes from",
            Hold.Expel => "expels from",
            Hold.Agenda => "controls what is decided by",
            Hold.Papers => "controls what is known of or to",
            Hold.Press => "controls what is published to",
            _ => "shapes",
        };
        string Slot(OrganId organ) => organ.Index < slots.Count ? $"<{slots[organ.Index]}>" : "another organ";
        return $"{Slot(influence.From)} {hold} {Slot(influence.To)}{(influence.Decides ? ", and decides it" : "")}";
    }

    private static string Shown(string template) =>
        string.Join(' ', Words(Template.Parse(template)))
            .Replace(" ,", ",", StringComparison.Ordinal)
            .Replace("[ ", "[", StringComparison.Ordinal)
            .Replace(" ]", "]", StringComparison.Ordinal);

    private static IEnumerable<string> Words(IEnumerable<Piece> pieces) =>
        pieces.SelectMany(p =>
            p switch
            {
                Literal words => [words.Spellings[0].One],
                Slot slot => [slot.As is null ? $"<{slot.Name}>" : $"{slot.As} <{slot.Name}>"],
                Optional optional => Words(optional.Pieces).Prepend("[").Append("]"),
                _ => Array.Empty<string>(),
            }
        );

    private static string Plain(string sentence) =>
        sentence.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    // The documentation file the compiler writes beside an assembly.
    private static IEnumerable<(string Member, string Text)> Summaries(Assembly assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        if (!File.Exists(file))
            return [];
        try
        {
            return
            [
                .. XDocument
                    .Load(file)
                    .Descendants("member")
                    .Select(m => ((string?)m.Attribute("name") ?? "", Words(m.Element("summary")))),
            ];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static string Words(XElement? summary)
    {
        if (summary is null)
            return "";
        var text = string.Concat(
            summary
                .Nodes()
                .Select(n =>
                    n is XElement e
                        ? (e.Value.Length > 0 ? e.Value : ((string?)e.Attribute("cref") ?? "").Split('.', ':')[^1])
                        : n.ToString()
                )
        );
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
