using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Reads what really happened to the seats.</summary>
internal static class RecordBinder
{
    private const int MostTenures = 100_000;

    /// <summary>The recorded seats, from the table and then from the scenario itself.</summary>
    public static Record Bind(Context context, Node? node, Node? table, ImmutableArray<Person> people)
    {
        context.Know(node, "\"record\"", ScenarioShapes.Record);
        ImmutableArray<OrganId> covers =
        [
            .. context.List(node?["covers"]).Select(n => context.Organ(n, "An organ the record covers")).OfType<OrganId>(),
        ];
        var tenures = ImmutableArray.CreateBuilder<Tenure>();
        if (table is not null && CsvTable.Read(context, table, "person", "organ", "from", "until", "source") is { } csv)
        {
            foreach (var row in csv.First(context, MostTenures, "recorded seats"))
                Add(context, tenures, h => csv.Cell(row, h, context), new(csv.File, row.Line, 1, 1), csv.Citation(row, context));
        }
        foreach (var seat in context.AtMost(context.List(node?["seats"]), MostTenures, "recorded seats", s => s.Span))
        {
            context.Know(seat, "A recorded seat", ScenarioShapes.RecordedSeat);
            Add(context, tenures, h => seat[h], seat.Span, context.Cite(seat, Citation.None));
        }
        CheckOverlaps(context, tenures, people, table?.Text ?? node?.Span.File ?? "");
        return new Record(tenures.ToImmutable(), covers, []);
    }

    private static void Add(
        Context context,
        ImmutableArray<Tenure>.Builder tenures,
        Func<string, Node?> cell,
        SourceSpan place,
        Citation source
    )
    {
        if (
            context.Organ(cell("organ"), "An organ") is not { } organ
            || context.Date(cell("from"), "The first day of a tenure") is not { } from
        )
            return;
        var until = context.Date(cell("until"), "The last day of a tenure");
        if (until < from)
            context.Diagnostics.Error("APP603", cell("until")!.Span, "This tenure ends before it begins.");
        // Those who rose later are cadres of the story: the record names them, the cast does not.
        var name = cell("person")?.Text ?? "";
        var index = context.Names.Find(typeof(PersonId), name);
        if (source.Keys.IsEmpty)
            context.Diagnostics.Warning(
                "APP504",
                place,
                $"The seat of {name} in {context.Organs[organ.Index].Name} has no source.",
                repair: "Add a key of sources.bib in the column source."
            );
        tenures.Add(new(index < 0 ? PersonId.None : new PersonId(index), organ, from, until, source));
    }

    private static void CheckOverlaps(Context context, IEnumerable<Tenure> tenures, ImmutableArray<Person> people, string file)
    {
        foreach (var same in tenures.Where(t => !t.Person.IsNone).GroupBy(t => (t.Person, t.Organ)))
        {
            var ordered = same.OrderBy(t => t.From).ToList();
            for (var i = 1; i < ordered.Count; i++)
            {
                if ((ordered[i - 1].Until ?? DateOnly.MaxValue) > ordered[i].From)
                    context.Diagnostics.Warning(
                        "APP604",
                        new(file, 1, 1, 1),
                        $"The record has {people[same.Key.Person.Index].Name} twice in one organ around {ordered[i].From:yyyy-MM-dd}."
                    );
            }
        }
    }
}
