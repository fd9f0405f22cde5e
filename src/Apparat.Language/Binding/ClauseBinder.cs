using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Language;

/// <summary>Reads clauses: one or several sentences, the document's own words, how far each provision really decides, and what decides otherwise.</summary>
internal static class ClauseBinder
{
    private static readonly string[] Keys = ["means", "says", "share", "otherwise", "source", "known", "coder", "basis"];

    public static ImmutableArray<Clause> Bind(Context context, Node? node)
    {
        var grammar = context.Grammar(Grammar.RuleFamilies);
        var clauses = ImmutableArray.CreateBuilder<Clause>();
        foreach (var (key, value) in context.Entries(node, "clauses"))
        {
            var id = new ClauseId(key.Text);
            context.Names.Declare(typeof(ClauseId), key.Text, clauses.Count);
            clauses.Add(One(context, grammar, id, key, value));
        }
        return clauses.ToImmutable();
    }

    private static Clause One(Context context, Grammar grammar, ClauseId id, Node key, Node value)
    {
        var map = value.Kind == NodeKind.Map ? value : null;
        if (map is not null)
        {
            var known = Keys.Concat(map.Entries.Select(e => e.Key.Text).Where(k => k.EndsWith(" share", StringComparison.Ordinal))).ToArray();
            context.Know(map, "A clause", known);
        }
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var citation = Citation.None;
        var sentences = context.List(map is null ? value : map["means"]);
        if (sentences.IsEmpty)
            context.Diagnostics.Error("APP304", key.Span, $"Clause {id} says nothing.", "a sentence, a list of sentences, or {means: sentence, share: 0.2..0.5}");
        foreach (var sentence in sentences)
        {
            if (context.Text(sentence, "A sentence") is not { } text)
                continue;
            var (words, source) = context.Citation(sentence, text);
            citation = new Citation([.. citation.Keys, .. source.Keys]);
            if (grammar.Read(words, context.Diagnostics, 0, sentence) is Rule rule)
                rules.Add(Shared(context, id, rules.Count, rule, map, grammar));
        }
        foreach (var (other, _) in map?.Entries ?? [])
        {
            if (other.Text.EndsWith(" share", StringComparison.Ordinal) && !rules.Any(r => r.Tails.Any(t => other.Text == $"{Charter.TailName(t)} share")))
                context.Diagnostics.Error("APP305", other.Span, $"No sentence of clause {id} has the tail \"{other.Text[..^6]}\".",
                    rules.SelectMany(r => r.Tails).Select(t => $"{Charter.TailName(t)} share").DefaultIfEmpty("share").Aggregate((a, b) => $"{a}, {b}"));
        }
        if (map is not null)
            citation = context.Cite(map, citation);
        return new Clause(id, rules.ToImmutable(), context.Text(map?["says"], "The document's words"), context.Keep($"clause {id}", key.Span, citation), key.Span);
    }

    // Every provision has a share of its own, so that each can be struck or set by its name.
    private static Rule Shared(Context context, ClauseId id, int number, Rule rule, Node? map, Grammar grammar)
    {
        var name = number == 0 ? id.Text : $"{id.Text}/{number + 1}";
        var otherwise = map?["otherwise"] is { } node && context.Text(node, "\"otherwise\"") is { } text ? Otherwise(context, node, text, grammar) : null;
        return rule with
        {
            Share = Share(context, name, map?["share"], map),
            Otherwise = otherwise,
            Tails = [.. rule.Tails.Select(t => t with { Share = Share(context, $"{name}/{Charter.TailName(t)}", map?[$"{Charter.TailName(t)} share"], map) })],
        };
    }

    private static Parameter Share(Context context, string name, Node? node, Node? map)
    {
        if (node is null || context.Prior(node, "A share", 0, 1) is not { } prior)
            return Parameter.Share($"{name}.share", new Fixed(1), "declared");
        var source = context.Keep($"the share of {name}", node.Span, map is null || !prior.Source.Keys.IsEmpty ? prior.Source : context.Cite(map, prior.Source));
        return Parameter.Share($"{name}.share", prior.Prior, source.Keys is [var first, ..] ? first : "declared");
    }

    private static Reference? Otherwise(Context context, Node node, string text, Grammar grammar)
    {
        var (words, _) = context.Citation(node, text);
        return grammar.Read(words, context.Diagnostics, 0, node) is Rule rule ? new Reference(words, rule) : null;
    }
}
