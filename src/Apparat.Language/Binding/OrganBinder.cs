using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Language;

/// <summary>Reads the organs: offices, bodies, joint meetings, bodies of members.</summary>
internal static class OrganBinder
{
    private const int MostOrgans = 20_000;

    /// <summary>Declares all names first, so that organs may speak of one another in any order.</summary>
    public static void Declare(Context context, Node? node)
    {
        var index = 0;
        var entries = Entries(context, node);
        foreach (var (key, _) in entries)
        {
            if (!context.Names.Declare(typeof(OrganId), key.Text, index++))
                context.Diagnostics.Error(
                    "APP203",
                    key.Span,
                    $"There are two organs called \"{key.Text}\".",
                    repair: "Give one of them another name."
                );
        }
        for (var i = 0; i < entries.Length; i++)
        {
            if ((entries[i].Value["each"] ?? entries[i].Value["member"]) is { Kind: NodeKind.Text, Text.Length: > 0 } member)
                context.Names.DeclareMember<OrganId>(member.Text, i);
        }
    }

    /// <summary>The organs, and the recorded sizes of those whose seats are given by date.</summary>
    public static (ImmutableArray<Organ> Organs, ImmutableArray<(OrganId Organ, DateOnly Day, int Seats, Node Node)> Sizes) Bind(
        Context context,
        Node? node
    )
    {
        var organs = ImmutableArray.CreateBuilder<Organ>();
        var sizes = ImmutableArray.CreateBuilder<(OrganId, DateOnly, int, Node)>();
        var index = 0;
        foreach (var (key, value) in Entries(context, node))
            organs.Add(One(context, new OrganId(index++), key, value, sizes));
        CheckInclusion(context, organs, node);
        return (organs.ToImmutable(), sizes.ToImmutable());
    }

    private static ImmutableArray<(Node Key, Node Value)> Entries(Context context, Node? node) =>
        context.AtMost(context.Entries(node, "organs"), MostOrgans, "organs", e => e.Key.Span);

    private static Organ One(
        Context context,
        OrganId id,
        Node key,
        Node value,
        ImmutableArray<(OrganId, DateOnly, int, Node)>.Builder sizes
    )
    {
        var organ = new Organ
        {
            Id = id,
            Name = key.Text,
            Key = Key.Of(key.Text),
            Span = key.Span,
        };
        if (value.IsEmpty)
            return organ;
        if (value.Kind != NodeKind.Map)
        {
            context.Diagnostics.Error(
                "APP113",
                value.Span,
                $"{key.Text} should be described here.",
                "{seats: 7}, {office of: Board} or {of: [Board, Committee]}"
            );
            return organ;
        }
        context.Know(value, "An organ", ScenarioShapes.Organ);
        var before = sizes.Count;
        var seats = Seats(context, id, value["seats"], sizes);
        var most = Math.Max(seats, sizes.Skip(before).Select(s => s.Item3).DefaultIfEmpty(0).Max());
        var source = context.Keep($"what is told of {key.Text}", key.Span, context.Cite(value, Citation.None));
        most = Math.Max(most, context.Whole(value["most"], "The most seats", 1, 100_000) ?? 0);
        return organ with
        {
            Seats = seats,
            MostSeats = most,
            Member = Member(context, id, value),
            OfficeOf = context.Organ(value["office of"], "The body an office heads"),
            Joins = [.. context.List(value["of"]).Select(n => context.Organ(n, "An organ of a joint meeting")).OfType<OrganId>()],
            Meets = Meetings(context, value["meets"]),
            Term = TermOf(context, value["term"]),
            Rank = context.Prior(value["rank"], "A rank", 0)?.Prior.Mean ?? 0,
            Turnover = context.Parameter(
                value["turnover"],
                $"{key.Text}.turnover",
                "per month",
                $"natural turnover of a seat in {key.Text}",
                source,
                0,
                1
            )
                is { } turnover
                ? turnover with
                {
                    Accrues = Accrual.Rate,
                }
                : null,
            HeadsLeave = context.Flag(value["heads leave"], "\"heads leave\""),
            LeadsBranches = context.Flag(value["leads branches"], "\"leads branches\""),
            Counted = context.Flag(value["counted"], "\"counted\""),
            Count = context.Parameter(value["count"], $"{key.Text}.count", "members", $"how many {key.Text} there are", source, 0),
            Turnout = context.Parameter(
                value["turnout"],
                $"{key.Text}.turnout",
                "share",
                $"share of {key.Text} that turns up",
                source,
                0,
                1
            ),
            Split = SplitBy(context, value["split"]),
            Pool = [.. context.List(value["pool"]).Select(n => context.Organ(n, "An organ of the pool")).OfType<OrganId>()],
            Closed = context.Flag(value["closed"], "\"closed\""),
            Source = source,
        };
    }

    // "member" is the older spelling of "each".
    private static string? Member(Context context, OrganId id, Node value)
    {
        var node = value["each"] ?? value["member"];
        if (context.Text(node, "The name of one member") is not { Length: > 0 } name)
            return null;
        if (context.Names.Member(id.Index) != name)
            context.Diagnostics.Error(
                "APP209",
                node!.Span,
                $"\"{name}\" is the name of something else already.",
                "what one member of this body is called, such as Director",
                "Choose a name that no organ and no other body's members have."
            );
        return name;
    }

    private static AttributeId? SplitBy(Context context, Node? node)
    {
        if (context.Text(node, "What splits a body") is not { } name)
            return null;
        if (context.Attributes.Any(a => a.Id.Name == name))
            return new AttributeId(name);
        context.Unknown(node!, "attribute", name, context.Attributes.Select(a => a.Id.Name));
        return null;
    }

    private static int Seats(Context context, OrganId id, Node? node, ImmutableArray<(OrganId, DateOnly, int, Node)>.Builder sizes)
    {
        if (node is not { Kind: NodeKind.Map })
            return node is null ? 1 : context.Whole(node, "Seats", 1, 100_000) ?? 1;
        var first = 1;
        var earliest = DateOnly.MaxValue;
        foreach (var (day, seats) in node.Entries)
        {
            if (
                context.Date(day, "The day from which a size holds") is not { } from
                || context.Whole(seats, "Seats", 1, 100_000) is not { } number
            )
                continue;
            if (from < earliest)
                (earliest, first) = (from, number);
            if (from > context.From)
                sizes.Add((id, from, number, day));
        }
        if (earliest > context.From && context.From != default && earliest != DateOnly.MaxValue)
            context.Diagnostics.Warning(
                "APP124",
                node.Span,
                $"No size is given for the first day, {context.From:yyyy-MM-dd}; I take {first}."
            );
        return first;
    }

    private static Meetings Meetings(Context context, Node? node)
    {
        if (node is null)
            return Model.Meetings.Monthly;
        if (node.Kind == NodeKind.List)
            return new([.. node.Items.Select(n => context.Date(n, "A meeting")).OfType<DateOnly>().Order()]);
        if (node.Kind == NodeKind.Map)
        {
            context.Know(node, "\"meets\"", ScenarioShapes.Meets);
            var rhythm = Meetings(context, node["statute"]);
            return new(
                [.. context.List(node["dates"]).Select(n => context.Date(n, "A meeting")).OfType<DateOnly>().Order()],
                node["statute"] is null ? 0 : rhythm.EveryMonths,
                node["statute"] is null ? 0 : rhythm.EveryDays
            );
        }
        if (node.Text == "weekly")
            return new([], 1, 7);
        var words = node.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var months = words switch
        {
            ["monthly"] => 1,
            ["quarterly"] => 3,
            ["half-yearly"] => 6,
            ["yearly"] => 12,
            ["never"] => 0,
            ["every", var n, "months"] when Spelling.TryWhole(n, out var m) && m > 0 => m,
            ["every", var n, "years"] when Spelling.TryWhole(n, out var y) && y > 0 => 12 * y,
            _ => -1,
        };
        if (months < 0)
            context.Diagnostics.Error(
                "APP125",
                node.Span,
                $"I do not know the rhythm \"{node.Text}\".",
                "weekly, monthly, quarterly, half-yearly, yearly, never, every 2 months, every 5 years or a list of dates"
            );
        return new([], Math.Max(0, months));
    }

    private static Term TermOf(Context context, Node? node)
    {
        if (node is null || context.Text(node, "A term") is not { } text || text == "at pleasure")
            return Term.AtPleasure;
        const string until = "until next ";
        if (text.StartsWith(until, StringComparison.Ordinal))
        {
            var name = text[until.Length..];
            var index = context.Names.Find(typeof(OrganId), name);
            if (index < 0)
                context.Unknown(node, "organ", name, context.Names.Of(typeof(OrganId)));
            return index < 0 ? Term.AtPleasure : new Term(Until: new OrganId(index));
        }
        var words = text.Split(' ');
        if (
            words is [var n, var unit]
            && Spelling.TryWhole(n, out var length)
            && length > 0
            && unit is "month" or "months" or "year" or "years"
        )
            return new Term(Months: unit[0] == 'y' ? 12 * length : length);
        context.Diagnostics.Error(
            "APP126",
            node.Span,
            $"I do not know the term \"{text}\".",
            "at pleasure, 12 months, 4 years, or until next <organ>"
        );
        return Term.AtPleasure;
    }

    // A joint meeting of itself, or an office of an office of itself, would never end.
    private static void CheckInclusion(Context context, ImmutableArray<Organ>.Builder organs, Node? node)
    {
        for (var i = 0; i < organs.Count; i++)
        {
            var seen = new HashSet<int>();
            if (Includes(i, i, seen))
            {
                context.Diagnostics.Error(
                    "APP204",
                    organs[i].Span,
                    $"{organs[i].Name} includes itself.",
                    repair: "Break the circle: take it out of \"of\" or \"office of\"."
                );
                organs[i] = organs[i] with { Joins = [], OfficeOf = null };
            }
            if (organs[i].OfficeOf is not null && !organs[i].Joins.IsEmpty)
                context.Diagnostics.Error(
                    "APP205",
                    organs[i].Span,
                    $"{organs[i].Name} cannot both head a body and be a joint meeting.",
                    repair: "Keep one of \"office of\" and \"of\"."
                );
        }

        bool Includes(int from, int what, HashSet<int> seen)
        {
            var parts = organs[from].Joins.Select(j => j.Index).Concat(organs[from].OfficeOf is { } b ? [b.Index] : Array.Empty<int>());
            foreach (var part in parts)
            {
                if (part == what || (seen.Add(part) && Includes(part, what, seen)))
                    return true;
            }
            return false;
        }
    }
}
