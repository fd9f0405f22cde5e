using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Reads what is asked: behaviour, outcomes, measures, the question, the factors.</summary>
internal static partial class QuestionBinder
{
    /// <summary>The words of behaviour: those listed, or the standard ones if none are; <c>also</c> and <c>without</c> change the standard ones.</summary>
    public static ImmutableArray<Word> Behaviour(Context context, Node? node)
    {
        Type[] families = [typeof(Motive), typeof(Criterion), typeof(Bond), typeof(AllianceRule), typeof(OpinionRule)];
        var grammar = context.Grammar(families);
        if (node is { Kind: not NodeKind.Map })
            return Read(node);
        context.Know(node, "\"behaviour\"", "also", "without");
        var without = Read(node?["without"]);
        // A rule of alliances that is added takes the place of the standard one.
        var also = Read(node?["also"]);
        var standard = context
            .Lexicon.Entries.Where(e => e.IsStandard && families.Contains(e.Family))
            .DistinctBy(e => e.Type)
            .Select(e => (Word)e.Constructor.Invoke([]));
        return
        [
            .. standard.Where(w =>
                !without.Concat(also).Any(x => x.GetType() == w.GetType()) && !(w is AllianceRule && also.Any(x => x is AllianceRule))
            ),
            .. also,
        ];

        ImmutableArray<Word> Read(Node? list) =>
            [
                .. context
                    .List(list)
                    .Select(n => (n, context.Text(n, "A sentence of behaviour")))
                    .Where(x => x.Item2 is not null)
                    .Select(x => QuestionBinder.Read(context, grammar, x.n, x.Item2!).Word)
                    .OfType<Word>(),
            ];
    }

    public static ImmutableArray<Outcome> Outcomes(Context context, Node? node)
    {
        var grammar = context.Grammar(typeof(Condition));
        var outcomes = ImmutableArray.CreateBuilder<Outcome>();
        foreach (var (key, value) in context.AtMost(context.Entries(node, "outcomes"), 100, "outcomes", e => e.Key.Span))
        {
            var match = Name().Match(key.Text);
            if (!match.Success)
            {
                context.Diagnostics.Error(
                    "APP306",
                    key.Span,
                    $"\"{key.Text}\" does not name an outcome.",
                    "a name and its free person, such as defeats(X)"
                );
                continue;
            }
            if (context.Text(value, "An outcome") is { } text && Read(context, grammar, value, text) is (Condition condition, var source))
                outcomes.Add(
                    new(match.Groups["name"].Value, condition, text, context.Keep($"outcome {key.Text}", key.Span, source), key.Span)
                );
        }
        return outcomes.ToImmutable();
    }

    public static ImmutableArray<Measure> Measures(Context context, Node? node, ImmutableArray<Organ> organs)
    {
        var grammar = context.Grammar(typeof(Measure));
        var measures = ImmutableArray.CreateBuilder<Measure>();
        foreach (var item in context.AtMost(context.List(node), 100, "measures", n => n.Span))
        {
            if (context.Text(item, "A measure") is { } text && Read(context, grammar, item, text).Word is Measure measure)
                measures.Add(measure with { About = About(measure, organs) });
        }
        return measures.ToImmutable();
    }

    public static Question? Question(Context context, Node? node, ImmutableArray<Outcome> outcomes)
    {
        if (node is null)
            return null;
        context.Know(node, "\"question\"", ScenarioShapes.Question);
        string[] lacking = [.. ScenarioShapes.Question.Required.Where(k => node[k] is null)];
        if (lacking.Length > 0)
            context.Diagnostics.Error(
                "APP307",
                node.Span,
                $"The question lacks {string.Join(", ", lacking.Select(k => $"\"{k}\""))}.",
                "text, office, its holder on the first day, decisive body (whose votes are power), prize (whose seats are won), headline (the name of an outcome)"
            );
        if (
            context.Text(node["text"], "The question") is not { } text
            || context.Organ(node["office"], "The office asked about") is not { } office
            || context.Person(node["holder"], "Its holder") is not { } holder
            || context.Organ(node["decisive body"], "The decisive body") is not { } body
            || context.Organ(node["prize"], "The prize") is not { } prize
        )
            return null;
        return new Question
        {
            Text = text,
            Office = office,
            Holder = holder,
            DecisiveBody = body,
            Prize = prize,
            Headline = OutcomeName(context, node["headline"], outcomes) ?? "",
            Fall = OutcomeName(context, node["fall"], outcomes),
            Branch = context.Date(node["branch"], "The day of the second window"),
            Rivals =
            [
                .. context
                    .Entries(node["rivals"], "rivals")
                    .Select(e => new RivalGroup(
                        e.Key.Text,
                        [.. context.List(e.Value).Select(n => context.Person(n, "A rival")).OfType<PersonId>()]
                    )),
            ],
            Scope = [.. context.List(node["scope"]).Select(n => n.Text)],
        };
    }

    public static ImmutableArray<Factor> Factors(Context context, Node? node, AmendmentReader amendments)
    {
        var factors = ImmutableArray.CreateBuilder<Factor>();
        foreach (var (key, value) in context.AtMost(context.Entries(node, "factors"), Factor.Most, "factors", e => e.Key.Span))
        {
            context.Know(value, "A factor", ScenarioShapes.Factor);
            FactorKind? kind = context.Text(value["kind"], "The kind of a factor") switch
            {
                "rules" => FactorKind.Rules,
                "people" => FactorKind.People,
                "events" => FactorKind.Events,
                _ => null,
            };
            if (kind is null)
            {
                context.Diagnostics.Error(
                    "APP308",
                    value["kind"]?.Span ?? key.Span,
                    $"Of what kind is \"{key.Text}\"?",
                    "kind: rules, people or events"
                );
                continue;
            }
            var references = ImmutableArray.CreateBuilder<(string, Amendment)>();
            if (value["strike"] is { } strike)
            {
                var names = string.Join(", ", context.List(strike).Select(n => n.Text));
                foreach (var under in (string[])["", " under reference 2"])
                {
                    if (amendments.Read($"strike {names}{under}", strike) is { } change)
                        references.Add((amendments.Describe(change), change));
                }
            }
            foreach (var place in (Node?[])[value["without"], value["or"]])
            {
                if (place is not null && context.Text(place, "A change") is { } text && amendments.Read(text, place) is { } change)
                    references.Add((amendments.Describe(change), change));
            }
            if (factors.Count(f => f.Kind == kind) == Factor.MostOfAKind)
                context.Diagnostics.Error(
                    "APP329",
                    key.Span,
                    $"\"{key.Text}\" is one too many of its kind: shares are dealt out over at most {Factor.MostOfAKind} factors of a kind.",
                    repair: "Let one factor take several things away: strike: [C6, C7]. Or take the factor out; apparat compare plays any change alone."
                );
            else if (references.Count > 0)
                factors.Add(new(key.Text, kind.Value, references.ToImmutable(), context.Flag(value["office"], "\"office\"")));
            else if (value["strike"] is null && value["without"] is null)
                context.Diagnostics.Error(
                    "APP309",
                    key.Span,
                    $"What takes \"{key.Text}\" away?",
                    "strike: C6, or without: a change such as \"there are no alliances\""
                );
        }
        return factors.ToImmutable();
    }

    private static (Word? Word, Citation Source) Read(Context context, Grammar grammar, Node node, string text)
    {
        var (words, source) = context.Citation(node, text);
        return (context.Sentence(grammar, words, node), source);
    }

    private static string? OutcomeName(Context context, Node? node, ImmutableArray<Outcome> outcomes)
    {
        if (context.Text(node, "An outcome") is not { } text)
            return null;
        var name = text.Split('(')[0].Trim();
        if (outcomes.Any(o => o.Name == name))
            return name;
        context.Unknown(node!, "outcome", name, outcomes.Select(o => o.Name));
        return null;
    }

    private static string About(Measure measure, ImmutableArray<Organ> organs)
    {
        var names = measure
            .GetType()
            .GetProperties()
            .Where(p => p.PropertyType == typeof(OrganId))
            .Select(p => organs[((OrganId)p.GetValue(measure)!).Index].Name);
        return string.Join('_', names).ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
    }

    [GeneratedRegex(@"^(?<name>[a-z][a-z0-9_]*)\(X\)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
