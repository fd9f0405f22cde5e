using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Reads cards: mechanisms under textbook names, each with the rows of the record that speak for and against it.</summary>
internal static class CardBinder
{
    // Every setting of the cards is a world to play: twelve make 4,096.
    private const int Most = 12;

    public static ImmutableArray<Card> Cards(Context context, Node? node, ImmutableArray<Factor> factors, AmendmentReader amendments)
    {
        var tables = new Dictionary<string, CsvTable?>(StringComparer.Ordinal);
        var cards = ImmutableArray.CreateBuilder<Card>();
        foreach (var (key, value) in context.AtMost(context.Entries(node, "cards"), Most, "cards", e => e.Key.Span))
        {
            context.Know(value, "A card", ScenarioShapes.Card);
            var changes = Changes(context, value, factors, amendments).ToList();
            if (changes.Count == 0)
            {
                // Of what is named and cannot be read the reader of changes has spoken.
                if (value["factors"] is null && value["strike"] is null && value["without"] is null)
                    context.Diagnostics.Error(
                        "APP315",
                        key.Span,
                        $"What does the card \"{key.Text}\" hold?",
                        "factors: [names of factors], strike: C6, or without: a change such as \"there are no alliances\""
                    );
                continue;
            }
            Amendment change = changes is [var only] ? only : new Together([.. changes]);
            cards.Add(
                new Card
                {
                    Name = key.Text,
                    Change = change,
                    Reference = amendments.Describe(change),
                    Played = context.Text(value["played"], "What is played") ?? "",
                    Worked = context.Text(value["worked"], "How it worked") ?? "",
                    Link = context.Text(value["link"], "The link to the question") ?? "",
                    Evidence = Facts(context, value["evidence"], tables),
                    Counter = Facts(context, value["counter"], tables),
                    Claims = [.. context.List(value["claims"]).Select(n => context.Text(n, "A claim")).OfType<string>()],
                }
            );
        }
        return cards.ToImmutable();
    }

    public static ImmutableArray<RivalGroup> Stages(Context context, Node? node, ImmutableArray<PersonId> contenders)
    {
        var stages = ImmutableArray.CreateBuilder<RivalGroup>();
        foreach (var (key, value) in context.Entries(node, "stages"))
        {
            var people = ImmutableArray.CreateBuilder<PersonId>();
            foreach (var item in context.List(value))
            {
                if (context.Person(item, "A rival") is not { } person)
                    continue;
                if (contenders.Contains(person))
                    people.Add(person);
                else
                    context.Diagnostics.Error(
                        "APP316",
                        item.Span,
                        $"\"{item.Text}\" is no contender, so no outcome is kept of him.",
                        repair: "Name contenders only, or add him to \"contenders\"."
                    );
            }
            if (people.Count > 0)
                stages.Add(new(key.Text, people.ToImmutable()));
        }
        return stages.ToImmutable();
    }

    private static IEnumerable<Amendment> Changes(Context context, Node card, ImmutableArray<Factor> factors, AmendmentReader amendments)
    {
        foreach (var item in context.List(card["factors"]))
        {
            if (factors.FirstOrDefault(f => f.Name == item.Text) is { } factor)
                yield return factor.References[0].Change;
            else
                context.Unknown(item, "factor", item.Text, factors.Select(f => f.Name));
        }
        if (card["strike"] is { } strike)
        {
            var names = string.Join(", ", context.List(strike).Select(n => n.Text));
            if (amendments.Read($"strike {names}", strike) is { } change)
                yield return change;
        }
        if (card["without"] is { } without && context.Text(without, "A change") is { } text && amendments.Read(text, without) is { } other)
            yield return other;
    }

    private static ImmutableArray<CardFact> Facts(Context context, Node? node, Dictionary<string, CsvTable?> tables)
    {
        var facts = ImmutableArray.CreateBuilder<CardFact>();
        foreach (var item in context.List(node))
        {
            if (item["row"] is null && item["source"] is not null)
            {
                if (Cited(context, item) is { } cited)
                    facts.Add(cited);
                continue;
            }
            if (Row(context, item, tables) is not { } row)
                continue;
            facts.Add(
                new(
                    context.Text(item["when"], "When it was") ?? When(row),
                    context.Text(item["says"], "The fact") ?? row("title") ?? row("statement") ?? row("question") ?? row("metric") ?? "",
                    row("source") ?? "",
                    row("confidence") ?? ""
                )
            );
        }
        return facts.ToImmutable();
    }

    // A fact that no row has: it says itself what, when, whence and how sure.
    private static CardFact? Cited(Context context, Node item)
    {
        context.Know(item, "A fact", ScenarioShapes.CardFact);
        var source = context.Cite(item, Citation.None);
        if (
            context.Text(item["says"], "The fact") is { Length: > 0 } says
            && context.Text(item["when"], "When it was") is { Length: > 0 } when
            && context.Text(item["confidence"], "How sure it is") is ("high" or "medium" or "low") and var sure
        )
            return new(when, says, string.Join("; ", source.Keys), sure);
        context.Diagnostics.Error(
            "APP318",
            item.Span,
            "A fact without a row says what, when and how sure.",
            "{says: the fact, when: 1922, source: a key, confidence: high, medium or low}"
        );
        return null;
    }

    // A day known only by its month is given by its month.
    private static string When(Func<string, string?> row) =>
        row("date") is { } date ? (row("date_precision") == "month" && date.Length >= 7 ? date[..7] : date)
        : row("period") is { } period ? period.Replace("/", " to ", StringComparison.Ordinal)
        : "";

    /// <summary>The cells of the one row that has all the cells named, by heading; null, with a diagnostic, if no row or several have.</summary>
    private static Func<string, string?>? Row(Context context, Node item, Dictionary<string, CsvTable?> tables)
    {
        if (item.Kind != NodeKind.Map || item["row"] is not { IsEmpty: false } place || context.List(place) is not [_, ..] named)
        {
            context.Diagnostics.Error(
                "APP317",
                item.Span,
                "This names no row of the record.",
                "row: [record/events.csv, cells that only this row has]"
            );
            return null;
        }
        context.Know(item, "A fact", ScenarioShapes.CardFact);
        var file = named[0].Text;
        if (!tables.TryGetValue(file, out var table))
            tables[file] = table = CsvTable.Read(context, named[0], "source", "confidence");
        if (table is null)
            return null;
        string[] cells = [.. named.Skip(1).Select(n => n.Text)];
        var found = table.Rows.Where(r => cells.All(c => r.Cells.Contains(c, StringComparer.Ordinal))).ToList();
        if (found.Count != 1)
        {
            context.Diagnostics.Error(
                "APP317",
                place.Span,
                found.Count == 0 ? $"No row of {file} has all of these cells." : $"{found.Count} rows of {file} have all of these cells.",
                "cells, written as in the table, that only one row has"
            );
            return null;
        }
        var row = found[0].Cells;
        return heading => table.Headings.IndexOf(heading) is var i and >= 0 && row[i].Length > 0 ? row[i] : null;
    }
}
