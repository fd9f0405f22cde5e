using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Reads clauses: one or several sentences, the document's own words, how far each provision really decides, and what decides otherwise.</summary>
internal static class ClauseBinder
{
    private const int MostClauses = 40_000;
    private const int MostSentences = 100;

    public static ImmutableArray<Clause> Bind(Context context, Node? node)
    {
        var entries = context.AtMost(context.Entries(node, "clauses"), MostClauses, "clauses", e => e.Key.Span);
        for (var i = 0; i < entries.Length; i++)
            Declare(context, entries[i].Key, i);
        var grammar = context.Grammar(Grammar.RuleFamilies);
        return [.. entries.Select(e => One(context, grammar, new ClauseId(e.Key.Text), e.Key, e.Value))];
    }

    // A slash separates a clause from its sentences and tails (C2/2, C2/slate), commas and semicolons separate clauses.
    private static void Declare(Context context, Node key, int index)
    {
        context.Names.Declare(typeof(ClauseId), key.Text, index);
        if (key.Text.Length == 0 || key.Text.IndexOfAny(['/', ',', ';']) >= 0 || key.Text.Any(char.IsWhiteSpace))
            context.Diagnostics.Error(
                "APP312",
                key.Span,
                $"\"{key.Text}\" cannot be the number of a clause.",
                "digits, letters, dots and brackets, such as 3.10 or 5.3(b)(ii)",
                key.Text.Contains('/', StringComparison.Ordinal)
                    ? "Sentences of one clause are counted by themselves: means: [first, second] gives the second the name C2/2."
                    : null
            );
    }

    /// <summary>One clause, read with a grammar that knows the names it may use.</summary>
    public static Clause One(Context context, Grammar grammar, ClauseId id, Node key, Node value)
    {
        var map = value.Kind == NodeKind.Map ? value : null;
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var citation = Citation.None;
        var sentences = context.AtMost(
            context.List(map is null ? value : map["means"]),
            MostSentences,
            $"sentences in clause {id}",
            s => s.Span
        );
        var says = context.Text(map?["says"], "The document's words");
        var gist = context.Text(map?["gist"], "What the document says in short");
        var aside = context.Text(map?["aside"], "Why a clause is set aside");
        if (aside is not null && !sentences.IsEmpty)
            context.Diagnostics.Error(
                "APP314",
                map!["aside"]!.Span,
                $"Clause {id} is set aside and yet says something.",
                "either means or aside"
            );
        else if (sentences.IsEmpty && aside is null && (says ?? gist) is not null)
            context.Diagnostics.Warning(
                "APP313",
                key.Span,
                $"Clause {id} is open: its words are here, what they mean is not.",
                "means: a sentence, or aside: not about power"
            );
        else if (sentences.IsEmpty && aside is null)
            context.Diagnostics.Error(
                "APP304",
                key.Span,
                $"Clause {id} says nothing.",
                "a sentence, a list of sentences, or {means: sentence, share: 0.2..0.5}"
            );
        foreach (var sentence in sentences)
        {
            var own = sentence.Kind == NodeKind.Map ? sentence : null;
            if (context.Text(own is null ? sentence : own["means"], "A sentence") is not { } text)
            {
                if (own is { } && own["means"] is null)
                    context.Diagnostics.Error(
                        "APP304",
                        own.Span,
                        $"A sentence of clause {id} says nothing.",
                        "{means: sentence, share: 0.2..0.5}"
                    );
                continue;
            }
            var place = own?["means"] ?? sentence;
            var (words, source) = context.Citation(place, text);
            var cited = own is null ? source : context.Cite(own, source);
            citation = new Citation(
                [.. citation.Keys, .. cited.Keys],
                cited.KnownFrom ?? citation.KnownFrom,
                cited.Coder ?? citation.Coder,
                cited.Interpretation || citation.Interpretation
            );
            if (context.Sentence(grammar, words, place) is not Rule rule)
                continue;
            if (own is not null)
                KnowShares(context, own, $"A sentence of clause {id}", ScenarioShapes.Sentence, [rule]);
            rules.Add(Shared(context, id, rules.Count, rule, own, map, grammar));
        }
        if (map is not null)
        {
            KnowShares(context, map, $"Clause {id}", ScenarioShapes.Clause, rules);
            citation = context.Cite(map, citation);
        }
        return new Clause(id, rules.ToImmutable(), says, context.Keep($"clause {id}", key.Span, citation), key.Span)
        {
            Gist = gist,
            Aside = aside,
        };
    }

    private static void KnowShares(Context context, Node map, string what, FieldsShape shape, IReadOnlyCollection<Rule> rules)
    {
        context.Know(map, what, shape);
        string[] tails = [.. rules.SelectMany(r => r.Tails).Select(t => $"{Charter.TailName(t)} share").Distinct(StringComparer.Ordinal)];
        foreach (
            var (key, _) in map.Entries.Where(e =>
                rules.Count > 0
                && e.Key.Text.EndsWith(shape.Ending!, StringComparison.Ordinal)
                && !tails.Contains(e.Key.Text, StringComparer.Ordinal)
            )
        )
            context.Diagnostics.Error(
                "APP305",
                key.Span,
                $"No sentence here has the tail \"{key.Text[..^6]}\".",
                tails.Length == 0 ? "share" : string.Join(", ", tails)
            );
    }

    // Every provision has a share of its own, so that each can be struck or set by its name; a sentence's own long form stands over the clause's.
    private static Rule Shared(Context context, ClauseId id, int number, Rule rule, Node? own, Node? clause, Grammar grammar)
    {
        var name = number == 0 ? id.Text : $"{id.Text}/{number + 1}";
        var otherwise = own?["otherwise"] ?? clause?["otherwise"];
        return rule with
        {
            Share = Share(context, name, "share", own, clause),
            Otherwise =
                otherwise is not null && context.Text(otherwise, "\"otherwise\"") is { } text
                    ? Otherwise(context, otherwise, text, grammar)
                    : null,
            Tails =
            [
                .. rule.Tails.Select(t =>
                    t with
                    {
                        Share = Share(context, $"{name}/{Charter.TailName(t)}", $"{Charter.TailName(t)} share", own, clause),
                    }
                ),
            ],
        };
    }

    private static Parameter Share(Context context, string name, string key, Node? own, Node? clause)
    {
        var map = own?[key] is not null ? own : clause;
        if (map?[key] is not { } node || context.Prior(node, "A share", 0, 1) is not { } prior)
            return Parameter.Share($"{name}.share", new Numerics.Fixed(1), "declared");
        var source = prior.Source;
        if (source.Keys.IsEmpty)
            source = context.Cite(map, context.Cite(clause ?? map, source));
        if (!source.Keys.IsEmpty)
            context.Keep($"the share of {name}", node.Span, source);
        return Parameter.Share($"{name}.share", prior.Prior, source.Keys is [var first, ..] ? first : "declared");
    }

    private static Reference? Otherwise(Context context, Node node, string text, Grammar grammar)
    {
        var (words, _) = context.Citation(node, text);
        return context.Sentence(grammar, words, node) is Rule rule ? new Reference(words, rule) : null;
    }
}
