using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>What cannot be seen in one place of a file: too many holders, exclusive seats, organs nobody fills, facts that are not inputs.</summary>
internal static class ScenarioChecks
{
    public static void Run(Context context, Scenario scenario)
    {
        Seats(context, scenario);
        Heads(context, scenario);
        Exclusive(context, scenario);
        Days(context, scenario);
        Branches(context, scenario);
        Asked(context, scenario);
        // What a clause that could not be read would have said is not known: no complaint that nobody says it.
        if (context.Diagnostics.HasErrors)
            return;
        ClauseChanges(context, scenario);
        Filled(context, scenario);
        Defaults(context, scenario);
        Played(context, scenario);
    }

    private static void Seats(Context context, Scenario s)
    {
        foreach (var organ in s.Charter.Organs)
        {
            var holders = s.Cast.People.Where(p => p.Holds.Contains(organ.Id)).ToList();
            if (holders.Count > organ.Seats)
            {
                context.Diagnostics.Error(
                    "APP601",
                    holders[organ.Seats].Span,
                    $"{organ.Name} has {organ.Seats} seat{(organ.Seats == 1 ? "" : "s")}, but {holders.Count} people hold one: {string.Join(", ", holders.Select(h => h.Name))}.",
                    repair: "Give it more seats, or take somebody out."
                );
            }
            if (organ.OfficeOf is { } body)
            {
                foreach (var holder in holders.Where(h => !h.Holds.Contains(body)))
                    context.Diagnostics.Error(
                        "APP605",
                        holder.Span,
                        $"{holder.Name} is {organ.Name} but holds no seat of {s.Charter[body].Name}, which that office heads.",
                        repair: $"Add {s.Charter[body].Name} to what {holder.Name} holds."
                    );
            }
        }
    }

    private static void Heads(Context context, Scenario s)
    {
        foreach (var body in s.Charter.Organs.Where(o => o.OfficeOf is not null).GroupBy(o => o.OfficeOf!.Value).Where(g => g.Count() > 1))
        {
            var second = body.ElementAt(1);
            var (heads, led) = (string.Join(" and ", body.Select(o => o.Name)), s.Charter[body.Key].Name);
            context.Diagnostics.Warning(
                "APP614",
                second.Span,
                $"{heads} all head {led}: a body acts through one head, and I take {body.OrderBy(o => o.Key).First().Name}.",
                repair: $"Keep \"office of\" for the one through whom it acts; {second.Name} can be {{seats: 1, pool: [{led}], closed: yes}}."
            );
        }
    }

    // Each seat a person holds is tried against the limits, with the person in all his other seats.
    private static void Exclusive(Context context, Scenario s)
    {
        var limits = s.Charter.Clauses.SelectMany(c => c.Rules.OfType<Limit>().Select(r => (c.Id, Rule: r))).ToList();
        if (limits.Count == 0)
            return;
        var view = new RecordView(s with { Record = Record.Empty });
        view.MoveTo(s.Calendar.From);
        foreach (var person in s.Cast.People.Where(p => p.Holds.Length > 0))
        {
            foreach (var organ in person.Holds)
            {
                view.Seat(person.Id, person.Holds.Where(h => h != organ));
                if (limits.FirstOrDefault(l => !l.Rule.Allows(view, person.Id, organ)) is not { Rule: not null } broken)
                    continue;
                context.Diagnostics.Error(
                    "APP602",
                    person.Span,
                    $"{person.Name} may not sit in {s.Charter[organ].Name} on the first day: clause {broken.Id} forbids it.",
                    repair: person.Holds.Length > 1
                        ? $"{person.Name} holds {string.Join(", ", person.Holds.Select(h => s.Charter[h].Name))}: take one of them away."
                        : $"Take {s.Charter[organ].Name} away, or mend clause {broken.Id}."
                );
                break;
            }
        }
    }

    private static void Filled(Context context, Scenario s)
    {
        var filled = s.Charter.Clauses.SelectMany(c => c.Rules).OfType<SelectionRule>().SelectMany(r => r.Fills).ToHashSet();
        foreach (var organ in s.Charter.Organs.Where(o => !filled.Contains(o.Id) && o.Joins.IsEmpty && o.Count is null))
            context.Diagnostics.Warning(
                "APP606",
                organ.Span,
                $"No clause says who fills {organ.Name}; its seats stay empty once vacated.",
                repair: "Add a clause that fills them: see apparat words elects, appoints, coopts."
            );
    }

    private static void Days(Context context, Scenario s)
    {
        foreach (var e in s.Events.Where(e => e.Date < s.Calendar.From || e.Date > s.Calendar.Until))
            context.Diagnostics.Warning(
                "APP607",
                e.Span,
                $"\"{e.Name}\" is dated {e.Date:yyyy-MM-dd}, outside {s.Calendar.From:yyyy-MM-dd} to {s.Calendar.Until:yyyy-MM-dd}; it never happens."
            );
    }

    private static void Branches(Context context, Scenario s)
    {
        foreach (var organ in s.Charter.Organs.Where(o => o.LeadsBranches && s.Cast.Branches.Length != o.Seats))
            context.Diagnostics.Error(
                "APP608",
                organ.Span,
                $"{organ.Name} leads branches with {organ.Seats} seats, but {s.Cast.Branches.Length} branches are declared.",
                "one branch a seat",
                $"branches: {{number: {organ.Seats}}}"
            );
    }

    private static void ClauseChanges(Context context, Scenario s)
    {
        foreach (var e in s.Events)
        {
            foreach (
                var clause in e.Happening.Enacts.Select(x => x.Clause).Where(c => s.Charter.Clauses.First(x => x.Id == c).Rules.IsEmpty)
            )
                context.Diagnostics.Error(
                    "APP615",
                    e.Span,
                    $"Clause {clause} says nothing before it is changed.",
                    repair: $"Say in clause {clause} what holds until {e.Date:yyyy-MM-dd}, or change a clause that says something."
                );
        }
    }

    private static void Asked(Context context, Scenario s)
    {
        if (s.Question is not { } q)
            return;
        if (!s.Cast.Contenders.Contains(q.Holder))
            context.Diagnostics.Error(
                "APP609",
                s[q.Holder].Span,
                $"{s[q.Holder].Name} is asked about but is not among the contenders.",
                repair: $"Add {s[q.Holder].Name} to contenders."
            );
        if (!s[q.Holder].Holds.Contains(q.Office))
            context.Diagnostics.Error(
                "APP611",
                s[q.Holder].Span,
                $"{s[q.Holder].Name} does not hold {s.Charter[q.Office].Name} on the first day, as the question has it.",
                repair: $"Add {s.Charter[q.Office].Name} to what {s[q.Holder].Name} holds, or name its holder in the question."
            );
        HeldAtTheRecord(context, s);
    }

    // Sizes and meetings are told by organ: a line for each, not one for each day.
    private static void HeldAtTheRecord(Context context, Scenario s)
    {
        var recorded = s.Events.Where(e => e.Kind == FactKind.Recorded).ToList();
        var lines = new List<string>();
        foreach (var organ in s.Charter.Organs)
        {
            var sizes = recorded
                .Where(e => e.Happening is ISizeChange size && size.Organ == organ.Id)
                .Select(e => $"{e.Date:yyyy-MM-dd}")
                .ToList();
            var held = new List<string>();
            if (sizes.Count > 0)
                held.Add($"its size from {string.Join(", ", sizes)}");
            if (!organ.Meets.Dates.IsEmpty)
                held.Add($"its {organ.Meets.Dates.Length} meeting{(organ.Meets.Dates.Length == 1 ? "" : "s")}");
            if (held.Count > 0)
                lines.Add($"- {organ.Name}: {string.Join("; ", held)}");
        }
        lines.AddRange(recorded.Where(e => e.Happening is not ISizeChange).Select(e => $"- {e.Name}, {e.Date:yyyy-MM-dd}"));
        if (lines.Count == 0)
            return;
        var first = recorded.Select(e => e.Span).Concat(s.Charter.Organs.Where(o => !o.Meets.Dates.IsEmpty).Select(o => o.Span)).First();
        context.Diagnostics.Note(
            "APP610",
            first,
            $"Somebody decided these facts, yet forward worlds hold them at the record:\n{string.Join("\n", lines)}",
            "Reports repeat this, and print the answer with the first sizes beside it."
        );
    }

    private static void Defaults(Context context, Scenario s)
    {
        var defaults = s.Charter.Clauses.Where(c => c.DefaultOf is not null).ToList();
        if (defaults.Count == 0)
            return;
        var writer = new SentenceWriter(context.Lexicon, s);
        context.Diagnostics.Note(
            "APP613",
            defaults[0].Span,
            $"The charter is silent here; \"{defaults[0].DefaultOf}\" fills the gap:\n{string.Join("\n", defaults.SelectMany(c => c.Rules.Select(r => $"- {c.Id}: {writer.Write(r)}")))}",
            "Say otherwise in a clause of your own, and the default stands aside."
        );
    }

    private static void Played(Context context, Scenario s)
    {
        var linted = s
            .Charter.Clauses.SelectMany(c =>
                c.Rules.SelectMany(r => r.Tails.Append<Provision>(r))
                    .Select(p => (Clause: c, Word: context.Lexicon.Entries.FirstOrDefault(e => e.Type == p.GetType())))
            )
            .Where(x => x.Word is { Sentence.Played: false })
            .ToList();
        if (linted.Count == 0)
            return;
        var lines = linted
            .GroupBy(x => x.Word!.Type)
            .Select(g => (g.First().Word!.Sentence, Clauses: string.Join(", ", g.Select(x => x.Clause.Id).Distinct())))
            .Select(w =>
                $"- \"{w.Sentence.Example}\" and the like, in {w.Clauses}: {w.Sentence.Unplayed}{(w.Sentence.PlayedAs is { } instead ? $"; played is {instead}" : "")}"
            );
        context.Diagnostics.Note(
            "APP612",
            linted[0].Clause.Span,
            $"Read and linted, but not played at the step \"{s.Calendar.Step.Name}\":\n{string.Join("\n", lines)}"
        );
    }
}
