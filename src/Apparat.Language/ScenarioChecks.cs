using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>What cannot be seen in one place of a file: too many holders, exclusive seats, organs nobody fills, facts that are not inputs.</summary>
internal static class ScenarioChecks
{
    public static void Run(Context context, Scenario scenario)
    {
        Seats(context, scenario);
        Exclusive(context, scenario);
        Filled(context, scenario);
        Days(context, scenario);
        Branches(context, scenario);
        Asked(context, scenario);
        Played(context, scenario);
    }

    private static void Seats(Context context, Scenario s)
    {
        foreach (var organ in s.Charter.Organs)
        {
            var holders = s.Cast.People.Where(p => p.Holds.Contains(organ.Id)).ToList();
            if (holders.Count > organ.Seats)
            {
                context.Diagnostics.Error("APP601", holders[organ.Seats].Span, $"{organ.Name} has {organ.Seats} seat{(organ.Seats == 1 ? "" : "s")}, but {holders.Count} people hold one: {string.Join(", ", holders.Select(h => h.Name))}.",
                    repair: "Give it more seats, or take somebody out.");
            }
            if (organ.OfficeOf is { } body)
            {
                foreach (var holder in holders.Where(h => !h.Holds.Contains(body)))
                    context.Diagnostics.Error("APP605", holder.Span, $"{holder.Name} is {organ.Name} but holds no seat of {s.Charter[body].Name}, which that office heads.", repair: $"Add {s.Charter[body].Name} to what {holder.Name} holds.");
            }
        }
    }

    // Each seat a person holds is tried against the limits, with the person in all his other seats.
    private static void Exclusive(Context context, Scenario s)
    {
        var limits = s.Charter.Clauses.SelectMany(c => c.Rules.OfType<Limit>().Select(r => (c.Id, Rule: r))).ToList();
        if (limits.Count == 0)
            return;
        foreach (var person in s.Cast.People.Where(p => p.Holds.Length > 0))
        {
            foreach (var organ in person.Holds)
            {
                var others = new RecordView(s with { Record = new Record([.. person.Holds.Where(h => h != organ).Select(h => new Tenure(person.Id, h, s.Calendar.From, null, Citation.None))], [], []) });
                foreach (var (clause, limit) in limits.Where(l => !l.Rule.Allows(others, person.Id, organ)).Take(1))
                    context.Diagnostics.Error("APP602", person.Span, $"{person.Name} may not sit in {s.Charter[organ].Name} on the first day: clause {clause} forbids it.",
                        repair: person.Holds.Length > 1 ? $"He holds {string.Join(", ", person.Holds.Select(h => s.Charter[h].Name))}: take one of them away." : null);
            }
        }
    }

    private static void Filled(Context context, Scenario s)
    {
        var filled = s.Charter.Clauses.SelectMany(c => c.Rules).OfType<SelectionRule>().SelectMany(r => r.Fills).ToHashSet();
        foreach (var organ in s.Charter.Organs.Where(o => !filled.Contains(o.Id) && o.Joins.IsEmpty && o.Count is null))
            context.Diagnostics.Warning("APP606", organ.Span, $"No clause says who fills {organ.Name}; its seats stay empty once vacated.", repair: $"Add a clause such as: Members elect {organ.Name}");
    }

    private static void Days(Context context, Scenario s)
    {
        foreach (var e in s.Events.Where(e => e.Date < s.Calendar.From || e.Date > s.Calendar.Until))
            context.Diagnostics.Warning("APP607", e.Span, $"\"{e.Name}\" is dated {e.Date:yyyy-MM-dd}, outside {s.Calendar.From:yyyy-MM-dd} to {s.Calendar.Until:yyyy-MM-dd}; it never happens.");
    }

    private static void Branches(Context context, Scenario s)
    {
        foreach (var organ in s.Charter.Organs.Where(o => o.LeadsBranches && s.Cast.Branches.Length != o.Seats))
            context.Diagnostics.Error("APP608", organ.Span, $"{organ.Name} leads branches with {organ.Seats} seats, but {s.Cast.Branches.Length} branches are declared.", "one branch a seat", $"branches: {{number: {organ.Seats}}}");
    }

    private static void Asked(Context context, Scenario s)
    {
        if (s.Question is not { } q)
            return;
        if (!s.Cast.Contenders.Contains(q.Holder))
            context.Diagnostics.Error("APP609", s[q.Holder].Span, $"{s[q.Holder].Name} is asked about but is not among the contenders.", repair: $"Add {s[q.Holder].Name} to contenders.");
        if (!s[q.Holder].Holds.Contains(q.Office))
            context.Diagnostics.Error("APP611", s[q.Holder].Span, $"{s[q.Holder].Name} does not hold {s.Charter[q.Office].Name} on the first day, as the question has it.");
        var recorded = s.Events.Where(e => e.Kind == FactKind.Recorded).ToList();
        var dated = s.Charter.Organs.Where(o => !o.Meets.Dates.IsEmpty).Select(o => o.Name).ToList();
        if (recorded.Count > 0 || dated.Count > 0)
        {
            context.Diagnostics.Note("APP610", recorded.Count > 0 ? recorded[0].Span : s.Charter.Organs.First(o => !o.Meets.Dates.IsEmpty).Span,
                $"Held at the record in forward worlds although someone decided it: {string.Join(", ", recorded.Select(e => $"{e.Name} ({e.Date:yyyy-MM-dd})").Concat(dated.Select(d => $"the meetings of {d}")))}.",
                "Reports repeat this, and print the answer with the first sizes beside it.");
        }

    }

    private static void Played(Context context, Scenario s)
    {
        var linted = s
            .Charter.Clauses.SelectMany(c => c.Rules.SelectMany(r => r.Tails.Append<Provision>(r)).Select(p => (Clause: c, Word: context.Lexicon.Entries.FirstOrDefault(e => e.Type == p.GetType()))))
            .Where(x => x.Word is { Sentence.Played: false })
            .ToList();
        foreach (var word in linted.GroupBy(x => x.Word!.Type))
            context.Diagnostics.Note("APP612", word.First().Clause.Span, $"\"{word.First().Word!.Sentence.Example}\" and the like ({string.Join(", ", word.Select(x => x.Clause.Id).Distinct())}) are read and linted, but not yet played.");
    }
}
