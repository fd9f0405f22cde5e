using System.Collections.Immutable;

namespace Apparat.Model;

/// <summary>One person and one office in a record: when he held it, and when it is known that he did not.</summary>
public sealed class Tenancy
{
    private readonly DatedRecord _record;
    private readonly PersonId _person;
    private readonly OrganId _office;

    /// <summary>Looks a person up in an office.</summary>
    public Tenancy(DatedRecord record, PersonId person, OrganId office)
    {
        ArgumentNullException.ThrowIfNull(record);
        (_record, _person, _office) = (record, person, office);
        Rows = [.. record.Holdings.Where(h => h.Person == person && h.Office == office).OrderBy(h => h.From)];
        Spells = Joined(Rows.Select(h => h.Days));
    }

    /// <summary>The rows of his holdings, the earliest first.</summary>
    public ImmutableArray<Holding> Rows { get; }

    /// <summary>His holdings with those that follow one another without a break made one.</summary>
    public ImmutableArray<Stretch> Spells { get; }

    private OfficeEntry Office => _record.Offices[_office.Index];

    /// <summary>Whether he held it on every day of a stretch.</summary>
    public bool HeldThroughout(Stretch stretch) => Spells.Any(s => s.Contains(stretch));

    /// <summary>Whether he held it on some day of a stretch.</summary>
    public bool HeldIn(Stretch stretch) => Spells.Any(s => s.Meets(stretch));

    /// <summary>His rows that touch a stretch, as facts; all of them if none does.</summary>
    public ImmutableArray<RecordedFact> His(Stretch stretch) => [.. Rows.Where(h => h.Days.Meets(stretch)).Select(Told)];

    /// <summary>All his rows as facts.</summary>
    public ImmutableArray<RecordedFact> All => [.. Rows.Select(Told)];

    /// <summary>Others recorded in an office of one, in a stretch.</summary>
    public ImmutableArray<RecordedFact> Others(Stretch stretch) =>
        Office.Single
            ?
            [
                .. _record
                    .Holdings.Where(h => h.Office == _office && h.Person != _person && h.Days.Meets(stretch))
                    .OrderBy(h => h.From)
                    .Select(Told),
            ]
            : [];

    /// <summary>
    /// The rows that show he did not hold it on any day of a stretch: others held an office of one, the record names every holder and not him,
    /// the office did not exist, or he did not live. Null if they do not show it.
    /// </summary>
    public ImmutableArray<RecordedFact>? NotIn(Stretch stretch)
    {
        if (HeldIn(stretch))
            return null;
        var shown = Absences();
        return Joined(shown.Select(s => s.Days)).Any(s => s.Contains(stretch)) ? Reasons(shown, stretch) : null;
    }

    /// <summary>The rows that show there was a day of a stretch on which he did not hold it; null if they do not show it.</summary>
    public ImmutableArray<RecordedFact>? NotThroughout(Stretch stretch)
    {
        if (HeldThroughout(stretch))
            return null;
        var absent = Absences().Where(s => Without(s.Days).Any(d => d.Meets(stretch))).ToImmutableArray();
        return absent.IsEmpty ? null : [.. Reasons(absent, stretch).Concat(His(stretch)).Distinct()];
    }

    // What is left of a stretch when his own spells are taken out.
    private IEnumerable<Stretch> Without(Stretch stretch)
    {
        var from = stretch.From;
        foreach (var spell in Spells)
        {
            if (spell.Until < from || spell.From > stretch.Until)
                continue;
            if (spell.From > from)
                yield return new(from, spell.From.AddDays(-1));
            if (spell.Until >= stretch.Until)
                yield break;
            from = spell.Until.AddDays(1);
        }
        yield return new(from, stretch.Until);
    }

    private ImmutableArray<(Stretch Days, RecordedFact Fact, bool Coverage)> Absences()
    {
        var all = ImmutableArray.CreateBuilder<(Stretch, RecordedFact, bool)>();
        if (Office.Single)
            all.AddRange(_record.Holdings.Where(h => h.Office == _office && h.Person != _person).Select(h => (h.Days, Told(h), false)));
        if (Office.Created is { } created && created > DateOnly.MinValue)
            all.Add((new(DateOnly.MinValue, created.AddDays(-1)), new(Stretch.Of(created), $"{Office.Name} came into being", Office.Grounds), false));
        if (Office.Covered is { } covered)
            all.Add((covered, new(covered, $"every holder of {Office.Name} is recorded, and {_record.People[_person.Index]} is not among them", Office.Grounds), true));
        foreach (var life in _record.Lives.Where(l => l.Person == _person))
        {
            if (life.Born is { } born)
                all.Add((new(DateOnly.MinValue, born.AddDays(-1)), new(Stretch.Of(born), $"{_record.People[_person.Index]} was born", life.Grounds), false));
            if (life.Died is { } died && died < DateOnly.MaxValue)
                all.Add((new(died.AddDays(1), DateOnly.MaxValue), new(Stretch.Of(died), $"{_record.People[_person.Index]} died", life.Grounds), false));
        }
        return all.ToImmutable();
    }

    // Who held it instead, or when he did himself, says more than that the list is complete; that is told where nothing else is enough.
    private ImmutableArray<RecordedFact> Reasons(ImmutableArray<(Stretch Days, RecordedFact Fact, bool Coverage)> shown, Stretch stretch)
    {
        var there = shown.Where(s => s.Days.Meets(stretch)).ToImmutableArray();
        var telling = there.Where(s => !s.Coverage).ToImmutableArray();
        var enough = Joined(telling.Select(s => s.Days)).Any(s => s.Contains(stretch));
        var facts = (enough || !Rows.IsEmpty ? telling : there).OrderBy(s => s.Fact.When?.From).Select(s => s.Fact);
        return [.. facts.Concat(enough ? [] : All).Distinct()];
    }

    // Told with the day of leaving, as histories give it.
    private RecordedFact Told(Holding h) =>
        new(
            new(h.From, h.Until ?? DateOnly.MaxValue),
            $"{_record.People[h.Person.Index]} {(Office.Single ? "was" : "sat in")} {Office.Name}",
            h.Grounds
        );

    private static ImmutableArray<Stretch> Joined(IEnumerable<Stretch> stretches)
    {
        var joined = new List<Stretch>();
        foreach (var s in stretches.OrderBy(s => s.From))
        {
            if (joined.Count > 0 && (joined[^1].Until == DateOnly.MaxValue || s.From <= joined[^1].Until.AddDays(1)))
                joined[^1] = joined[^1] with { Until = s.Until > joined[^1].Until ? s.Until : joined[^1].Until };
            else
                joined.Add(s);
        }
        return [.. joined];
    }
}
