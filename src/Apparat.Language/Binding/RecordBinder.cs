using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Reads what really happened to the seats.</summary>
internal static class RecordBinder
{
    public static Record Bind(Context context, Node? node, Node? table, ImmutableArray<Person> people)
    {
        context.Know(node, "\"record\"", ScenarioShapes.Record);
        ImmutableArray<OrganId> covers =
        [
            .. context.List(node?["covers"]).Select(n => context.Organ(n, "An organ the record covers")).OfType<OrganId>(),
        ];
        if (table is null || CsvTable.Read(context, table, "person", "organ", "from", "until", "source") is not { } csv)
            return new Record([], covers, []);
        var tenures = ImmutableArray.CreateBuilder<Tenure>();
        foreach (var row in csv.First(context, 100_000, "recorded seats"))
        {
            if (
                context.Organ(csv.Cell(row, "organ", context), "An organ") is not { } organ
                || context.Date(csv.Cell(row, "from", context), "The first day of a tenure") is not { } from
            )
                continue;
            var until = context.Date(csv.Cell(row, "until", context), "The last day of a tenure");
            if (until < from)
                context.Diagnostics.Error("APP603", csv.Cell(row, "until", context)!.Span, "This tenure ends before it begins.");
            // Those who rose later are cadres of the story: the record names them, the cast does not.
            var name = csv.Cell(row, "person", context)?.Text ?? "";
            var index = context.Names.Find(typeof(PersonId), name);
            var source = csv.Citation(row, context);
            if (source.Keys.IsEmpty)
                context.Diagnostics.Warning(
                    "APP504",
                    new(csv.File, row.Line, 1, 1),
                    $"The seat of {name} in {context.Organs[organ.Index].Name} has no source.",
                    repair: "Add a key of sources.bib in the column source."
                );
            tenures.Add(new(index < 0 ? PersonId.None : new PersonId(index), organ, from, until, source));
        }
        CheckOverlaps(context, tenures, people, csv.File);
        return new Record(tenures.ToImmutable(), covers, []);
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
