using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>
/// Something was done to each of those named, in the time named: an act of the record. Rows of one occasion that disagree, on whether it happened
/// or when, are both shown. An act recorded only at another time, or only by somebody else, contradicts.
/// </summary>
[Sentence(
    "{subjects} was/were|is/are {act} [{place}] [by {agent}] [{days}]",
    Example = "Anna, Bert were expelled from the party by Board in 1927"
)]
public sealed record Underwent(
    ImmutableArray<SubjectId> Subjects,
    ActId Act,
    SubjectId? Place = null,
    SubjectId? Agent = null,
    Days? Days = null
) : Assertion
{
    /// <inheritdoc/>
    public override bool Implies(Assertion other) =>
        other is Underwent act
        && act.Act == Act
        && act.Subjects.All(Subjects.Contains)
        && (act.Place is null || act.Place == Place)
        && (act.Agent is null || act.Agent == Agent)
        && FallsInto(Days, act.Days);

    /// <inheritdoc/>
    protected override Judgement Look(DatedRecord record) => Judgement.All(Subjects.Select(s => Of(record, s)));

    private Judgement Of(DatedRecord record, SubjectId subject)
    {
        var here = record
            .Acts.Where(a => a.Act == Act && a.Subjects.Contains(subject) && (Place is null || a.Place == Place))
            .ToImmutableArray();
        var occasions = here.Where(a => Agent is null || a.By.Contains(Agent.Value) || (a.By.IsEmpty && a.Happened == Happened.No))
            .GroupBy(a => a.Id, StringComparer.Ordinal)
            .Select(g => Occasion(record, [.. g]))
            .ToList();
        if (occasions.Find(o => o.Truth == Truth.Holds) is { } once)
            return once;
        if (occasions.Find(o => o.Truth == Truth.Disputed) is { } disputed)
            return disputed;
        if (occasions.Count > 0)
            return Judgement.Failing(occasions.SelectMany(o => o.Against));
        // Done, but by others than the sentence says.
        return Agent is not null && here.Any(a => !a.By.IsEmpty)
            ? Judgement.Failing(here.Where(a => !a.By.IsEmpty).Select(a => Told(record, a)))
            : Judgement.Nothing;
    }

    private Judgement Occasion(DatedRecord record, ImmutableArray<ActEntry> rows)
    {
        var yes = rows.Where(a => a.Happened == Happened.Yes && IsIn(a.When, Days)).ToImmutableArray();
        var no = rows.Where(a => a.Happened == Happened.No || (a.Happened == Happened.Yes && !IsIn(a.When, Days))).ToImmutableArray();
        var doubtful = rows.Where(a => a.Happened == Happened.Doubtful).ToImmutableArray();
        var found = Judgement.Weigh([.. yes.Select(a => Told(record, a))], [.. no.Select(a => Told(record, a))]);
        return doubtful.IsEmpty
            ? found
            : new(
                Truth.Disputed,
                [.. found.For, .. yes.IsEmpty ? doubtful.Select(a => Told(record, a)) : []],
                [.. found.Against, .. yes.IsEmpty ? [] : doubtful.Select(a => Told(record, a))]
            );
    }

    private static RecordedFact Told(DatedRecord record, ActEntry a)
    {
        var not = a.Happened switch
        {
            Happened.No => " not",
            Happened.Doubtful => " perhaps",
            _ => "",
        };
        var subjects = string.Join(", ", a.Subjects.Select(record.Name));
        var place = a.Place is { } p ? $" {record.Name(p)}" : "";
        var by = a.By.IsEmpty ? "" : $" by {string.Join(", ", a.By.Select(record.Name))}";
        return new(
            a.When,
            $"{subjects} {(a.Subjects.Length > 1 ? "were" : "was")}{not} {record.ActNames[a.Act.Index]}{place}{by}",
            a.Grounds
        );
    }
}
