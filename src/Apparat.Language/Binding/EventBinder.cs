using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Reads dated events and documents.</summary>
internal static class EventBinder
{
    public static ImmutableArray<HistoricalEvent> Bind(
        Context context,
        Node? node,
        ImmutableArray<(OrganId Organ, DateOnly Day, int Seats, Node Node)> sizes,
        ImmutableArray<Organ> organs
    )
    {
        var grammar = context.Grammar(typeof(Happening));
        var events = ImmutableArray.CreateBuilder<HistoricalEvent>();
        foreach (var (key, value) in context.AtMost(context.Entries(node, "events"), 2_000, "days with events", e => e.Key.Span))
        {
            if (context.Date(key, "The day of an event") is not { } day)
                continue;
            foreach (var item in value.Kind == NodeKind.Map ? [value] : context.List(value))
                One(context, grammar, day, item, events);
        }
        foreach (var (organ, day, seats, place) in sizes)
        {
            var text = $"{organs[organ.Index].Name} has {seats} seats";
            if (grammar.Read(text, context.Diagnostics, 0, place) is Happening happening)
                events.Add(Keep(context, new(text, day, happening.Kind, happening, organs[organ.Index].Source, place.Span)));
        }
        return Named(events);
    }

    public static ImmutableArray<Document> Documents(Context context, Node? node)
    {
        var entries = context.AtMost(context.Entries(node, "documents"), 100, "documents", e => e.Key.Span);
        for (var i = 0; i < entries.Length; i++)
            context.Names.Declare(typeof(DocumentId), entries[i].Key.Text, i);
        return [.. entries.Select((e, i) => DocumentOf(context, new DocumentId(i), e.Key, e.Value))];
    }

    private static void One(Context context, Grammar grammar, DateOnly day, Node item, ImmutableArray<HistoricalEvent>.Builder events)
    {
        var map = item.Kind == NodeKind.Map ? item : null;
        context.Know(map, "An event", ScenarioShapes.Event);
        var sentence = map is null ? item : map["what"];
        if (sentence is null || context.Text(sentence, "What happens") is not { } text)
            return;
        var (words, source) = context.Citation(sentence, text);
        if (context.Sentence(grammar, words, sentence) is not Happening happening)
            return;
        var kind = context.Text(map?["kind"], "The kind of a fact");
        FactKind? known = kind switch
        {
            null => happening.Kind,
            "given" => FactKind.Given,
            "due" => FactKind.Due,
            "recorded" => FactKind.Recorded,
            _ => null,
        };
        if (known is null)
        {
            context.Diagnostics.Error(
                "APP127",
                map!["kind"]!.Span,
                $"A dated fact is not \"{kind}\".",
                "given (the same in all worlds), due (laid down by statute) or recorded (decided by someone the model plays)"
            );
            return;
        }
        var citation = map is null ? source : context.Cite(map, source);
        events.Add(Keep(context, new(context.Text(map?["name"], "A name") ?? words, day, known.Value, happening, citation, sentence.Span)));
    }

    private static HistoricalEvent Keep(Context context, HistoricalEvent e)
    {
        context.Keep($"\"{e.Name}\"", e.Span, e.Source);
        context.Data[^1] = context.Data[^1] with { Day = e.Date, Kind = e.Kind };
        return e;
    }

    // Two events of one name are told apart by their days.
    private static ImmutableArray<HistoricalEvent> Named(ImmutableArray<HistoricalEvent>.Builder events)
    {
        var twice = events
            .GroupBy(e => e.Name, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. events.Select(e => twice.Contains(e.Name) ? e with { Name = $"{e.Name} ({e.Date:yyyy-MM-dd})" } : e).OrderBy(e => e.Date),
        ];
    }

    private static Document DocumentOf(Context context, DocumentId id, Node key, Node value)
    {
        var source = context.Keep(key.Text, key.Span, context.Cite(value, Citation.None));
        context.Know(value, "A document", ScenarioShapes.Document);
        var harms = context
            .Entries(value["harms"], "harms")
            .Select(e =>
                (
                    Person: context.Person(e.Key, "Whom it harms"),
                    Damage: context.Parameter(
                        e.Value,
                        $"{key.Text}.{e.Key.Text}",
                        "share of esteem",
                        $"what {key.Text} costs {e.Key.Text}",
                        source,
                        0,
                        1
                    )
                )
            )
            .Where(h => h.Person is not null && h.Damage is not null)
            .Select(h => (h.Person!.Value, h.Damage!));
        ImmutableArray<OrganId> audiences =
        [
            .. context.List(value["audiences"]).Select(n => context.Organ(n, "An audience")).OfType<OrganId>(),
        ];
        if (audiences.IsEmpty)
            context.Diagnostics.Error("APP128", key.Span, $"{key.Text} has no audience.", "audiences: from the narrowest to the widest");
        return new(
            id,
            key.Text,
            Numerics.Key.Of(key.Text),
            [.. harms],
            context.Organ(value["asks to remove"], "The office whose holder it asks to remove"),
            context.Parameter(
                value["against holder"],
                $"{key.Text}.holder",
                "share of esteem",
                $"what {key.Text} costs the holder it asks to remove",
                source,
                0,
                1
            ),
            audiences,
            source
        );
    }
}
