using System.Collections.Immutable;
using System.Globalization;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Language;

/// <summary>Reads what-ifs as people say them: "strike C6", "kappa is 0.03", "there are no alliances". Several are joined by semicolons.</summary>
public sealed class AmendmentReader
{
    /// <summary>What can be said, for help and for messages.</summary>
    public static ImmutableArray<string> Forms { get; } =
    [
        "strike C6, C2/slate [under reference 2] [from 1924-01-21]",
        "redraft C2: <a sentence of a charter>, such as: redraft C2: Members elect Board by two thirds",
        "insert M9: <a sentence of a charter>, such as: insert M9: Members of at least 90 days vote",
        "kappa is 0.03",
        "<event> does not happen",
        "<event> happens 12 months later",
        "<person> holds <office>",
        "another contender holds <office>",
        "nobody holds <office>",
        "<person> has median qualities",
        "<person> has another contender's qualities",
        "<a sentence about alliances>, such as: there are no alliances",
        "with <a sentence of behaviour>, such as: with service earns esteem",
        "without <a sentence of behaviour>, such as: without voters weigh their fears",
        "there are no ties from before",
        "ties from before are dealt evenly",
        "bodies keep their first size",
        "the record holds until 1924-01-21",
    ];

    private readonly Scenario _scenario;
    private readonly Grammar _alliances;
    private readonly Grammar _behaviour;
    private readonly Lazy<Grammar> _rules;
    private readonly Diagnostics _diagnostics;

    // Words put in by one change bring numbers that a later one may set.
    private readonly SortedSet<string> _brought = new(StringComparer.Ordinal);

    /// <summary>A reader for the changes of one scenario.</summary>
    public AmendmentReader(Scenario scenario, Lexicon lexicon, Diagnostics diagnostics)
    {
        _scenario = scenario;
        _alliances = Grammar.For(lexicon, new Names(), typeof(AllianceRule));
        _behaviour = Grammar.For(
            lexicon,
            new Names(),
            typeof(Motive),
            typeof(Criterion),
            typeof(Bond),
            typeof(AllianceRule),
            typeof(OpinionRule)
        );
        _rules = new(() => Grammar.For(lexicon, Names.Of(scenario), Grammar.RuleFamilies));
        _diagnostics = diagnostics;
    }

    /// <summary>Reads a change; null, with a diagnostic, if it cannot be read.</summary>
    public Amendment? Read(string text, Node? node = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var read = parts.Select(p => One(p, node)).ToList();
        return read.Count == 0 || read.Contains(null) ? null
            : read.Count == 1 ? read[0]
            : new Together([.. read!]);
    }

    /// <summary>Reads <c>name=value</c> as the command line gives it: a parameter and a belief, or a provision and "off".</summary>
    public Amendment? ReadSetting(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            Complain(null, $"\"{text}\" sets nothing.", "name=value, such as kappa=0.03, C6.share=0.2..0.4 or C6=off");
            return null;
        }
        var (name, value) = (text[..equals].Trim(), text[(equals + 1)..].Trim());
        return value == "off" ? Strike(name, null) : Parameter(name, value, null);
    }

    internal string Describe(Amendment change) => change.Describe(_scenario);

    private Amendment? One(string text, Node? node)
    {
        if (After(text, "strike ") is { } struck)
            return Strike(struck, node);
        if (After(text, "redraft ") is { } redraft)
            return Redraft(redraft, node);
        if (After(text, "insert ") is { } insert)
            return Insert(insert, node);
        if (After(text, "with ") is { } more)
            return _behaviour.Read(more, _diagnostics, 5, node) is { } word ? new ChangeBehaviour([], [Brought(word)], text) : null;
        if (After(text, "without ") is { } less)
            return _behaviour.Read(less, _diagnostics, 8, node) is { } word ? new ChangeBehaviour([word], [], text) : null;
        if (After(text, "the record holds until ") is { } until)
            return Day(until, node) is { } day ? new Replay(day) : null;
        switch (text)
        {
            case "there are no ties from before":
                return new ChangeFirstTies(Evenly: false);
            case "ties from before are dealt evenly":
                return new ChangeFirstTies(Evenly: true);
            case "bodies keep their first size":
                return new KeepFirstSizes();
        }
        if (Before(text, " does not happen") is { } absent)
            return Event(absent, node) is { } e ? new ChangeEvent(e) : null;
        if (
            Before(text, " months later") is { } late
            && late.LastIndexOf(" happens ", StringComparison.Ordinal) is var at and > 0
            && int.TryParse(late[(at + 9)..], CultureInfo.InvariantCulture, out var months)
            && Math.Abs((long)months) <= 1200
        )
            return Event(late[..at], node) is { } e ? new ChangeEvent(e, months) : null;
        if (Before(text, " has median qualities") is { } plain)
            return Person(plain, node) is { } p ? new ChangeQualities(new QualityChange(p, FromAnother: false)) : null;
        if (Before(text, " has another contender's qualities") is { } other)
            return Person(other, node) is { } p ? new ChangeQualities(new QualityChange(p, FromAnother: true)) : null;
        if (text.IndexOf(" holds ", StringComparison.Ordinal) is var holds and > 0)
            return Holder(text[..holds], text[(holds + 7)..], node);
        if (_alliances.Read(text, null, 0) is AllianceRule rule)
            return new ChangeAlliances(Brought(rule), text);
        if (text.IndexOf(" is ", StringComparison.Ordinal) is var colon and > 0)
            return Parameter(text[..colon], text[(colon + 4)..], node);
        Complain(node, $"I cannot read the change \"{text}\".", string.Join("; ", Forms));
        return null;
    }

    private TWord Brought<TWord>(TWord word)
        where TWord : Word
    {
        _brought.UnionWith(word.Parameters.Select(p => p.Name));
        return word;
    }

    private Strike? Strike(string text, Node? node)
    {
        DateOnly? from = null;
        var reference = 0;
        if (text.IndexOf(" from ", StringComparison.Ordinal) is var at and > 0)
        {
            from = Day(text[(at + 6)..], node);
            if (from is null)
                return null;
            text = text[..at];
        }
        if (text.IndexOf(" under reference ", StringComparison.Ordinal) is var under and > 0)
        {
            if (!Spelling.TryWhole(text[(under + 17)..].Trim(), out reference) || reference < 1)
            {
                Complain(node, "References are counted from 1.", "under reference 2");
                return null;
            }
            reference--;
            text = text[..under];
        }
        var known = _scenario.Charter.Provisions.Select(p => p.Name).ToList();
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
        foreach (var name in names.Where(n => !known.Contains(n, StringComparer.Ordinal)))
        {
            Unknown("provision", name, known, node);
            return null;
        }
        return new Strike(names, reference, from);
    }

    private Redraft? Redraft(string text, Node? node)
    {
        if (Sentence(text, "redraft", node) is not var (name, rule))
            return null;
        var rules = _scenario.Charter.Provisions.Where(p => p.Provision is Rule).ToList();
        if (rules.FirstOrDefault(p => p.Name == name).Provision is not Rule old)
        {
            Unknown("sentence", name, rules.Select(p => p.Name), node);
            return null;
        }
        // What stays as it was keeps its share and its reference; what is new always decides.
        var sameHead = _rules.Value.Write(old with { Tails = [] }) == _rules.Value.Write(rule with { Tails = [] });
        var kept = rule with
        {
            Share = sameHead ? old.Share : Always(name),
            Otherwise = sameHead ? old.Otherwise : null,
            Tails =
            [
                .. rule.Tails.Select(t =>
                    old.Tails.FirstOrDefault(o => o.GetType() == t.GetType() && _rules.Value.Write(o) == _rules.Value.Write(t))
                    ?? t with
                    {
                        Share = Always($"{name}/{Charter.TailName(t)}"),
                    }
                ),
            ],
        };
        return new Redraft(name, kept, _rules.Value.Write(kept));
    }

    private InsertClause? Insert(string text, Node? node)
    {
        if (Sentence(text, "insert", node) is not var (name, rule))
            return null;
        if (name.Length == 0 || name.IndexOfAny(['/', ',', ';']) >= 0 || name.Any(char.IsWhiteSpace))
        {
            Complain(
                node,
                $"\"{name}\" cannot be the number of a clause.",
                "digits, letters, dots and brackets, such as 3.10 or 5.3(b)(ii)"
            );
            return null;
        }
        if (_scenario.Charter.Clauses.Any(c => c.Id.Text == name))
        {
            Complain(node, $"There is a clause {name} already.", $"redraft {name}: ..., or another number");
            return null;
        }
        var added = rule with
        {
            Share = Always(name),
            Tails = [.. rule.Tails.Select(t => t with { Share = Always($"{name}/{Charter.TailName(t)}") })],
        };
        return new InsertClause(new ClauseId(name), added, _rules.Value.Write(added));
    }

    private (string Name, Rule Rule)? Sentence(string text, string act, Node? node)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            Complain(node, $"\"{act} {text}\" does not say what is to stand there.", $"{act} C2: a sentence");
            return null;
        }
        var words = text[(colon + 1)..].Trim();
        return _rules.Value.Read(words, _diagnostics, act.Length + colon + 3, node) is Rule rule ? (text[..colon].Trim(), rule) : null;
    }

    private static Parameter Always(string provision) => Model.Parameter.Share($"{provision}.share", new Fixed(1), "declared");

    private SetParameter? Parameter(string name, string value, Node? node)
    {
        name = name.Trim();
        var known = _scenario.Parameters.Select(p => p.Name).Concat(_brought).ToList();
        if (!known.Contains(name, StringComparer.Ordinal))
        {
            Unknown("parameter", name, known, node);
            return null;
        }
        if (DistributionText.TryParse(value, out var prior, out var error))
            return new SetParameter(name, prior);
        Complain(node, error, DistributionText.Forms);
        return null;
    }

    private ChangeHolder? Holder(string who, string office, Node? node)
    {
        var organ = _scenario.Charter.Organs.FirstOrDefault(o => o.Name == office.Trim());
        if (organ is null)
        {
            Unknown("office", office.Trim(), _scenario.Charter.Organs.Where(o => o.IsOffice).Select(o => o.Name), node);
            return null;
        }
        if (who == "nobody")
            return new ChangeHolder(new HolderChange(organ.Id, []));
        if (who == "another contender")
        {
            var now = _scenario.Cast.People.FirstOrDefault(p => p.Holds.Contains(organ.Id))?.Id ?? PersonId.None;
            return new ChangeHolder(new HolderChange(organ.Id, [.. _scenario.Cast.Contenders.Where(c => c != now)]));
        }
        return Person(who, node) is { } person ? new ChangeHolder(new HolderChange(organ.Id, [person])) : null;
    }

    private PersonId? Person(string name, Node? node)
    {
        var person = _scenario.Cast.People.FirstOrDefault(p => p.Name == name.Trim());
        if (person is not null)
            return person.Id;
        Unknown("person", name.Trim(), _scenario.Cast.People.Select(p => p.Name), node);
        return null;
    }

    private string? Event(string name, Node? node)
    {
        if (_scenario.Events.Any(e => e.Name == name.Trim()))
            return name.Trim();
        Unknown("event", name.Trim(), _scenario.Events.Select(e => e.Name), node);
        return null;
    }

    private DateOnly? Day(string text, Node? node)
    {
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Complain(node, $"\"{text}\" is not a date.", "yyyy-mm-dd");
        return null;
    }

    private void Unknown(string kind, string name, IEnumerable<string> known, Node? node)
    {
        var all = known.ToList();
        var meant = Nearest.To(name, all);
        Complain(
            node,
            $"No {kind} is called \"{name}\".",
            string.Join(", ", all.Take(40)) + (all.Count > 40 ? ", ..." : ""),
            meant is null ? null : $"Did you mean \"{meant}\"?"
        );
    }

    private void Complain(Node? node, string message, string expected, string? repair = null) =>
        _diagnostics.Error("APP310", node?.Span ?? SourceSpan.Nowhere, message, expected, repair);

    private static string? After(string text, string start) =>
        text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : null;

    private static string? Before(string text, string end) => text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length] : null;
}
