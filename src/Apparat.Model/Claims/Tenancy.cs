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

    /// <summary>His rows that touch a stretch, as facts.</summary>
    public ImmutableArray<RecordedFact> His(Stretch stretch) => [.. Rows.Where(h => h.Days.Meets(stretch)).Select(Told)];

    /// <summary>All his rows as facts.</summary>
    public ImmutableArray<RecordedFact> All => [.. Rows.Select(Told)];

    /// <summary>His first holding after a stretch, which is part of the answer when he held it.</summary>
    public ImmutableArray<RecordedFact> Next(Stretch stretch) => [.. Rows.Where(h => h.From > stretch.Until).Take(1).Select(Told)];

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

    private ImmutableArray<Absence> Absences()
    {
        var all = ImmutableArray.CreateBuilder<Absence>();
        var name = _record.People[_person.Index];
        if (Office.Single)
            all.AddRange(
                _record
                    .Holdings.Where(h => h.Office == _office && h.Person != _person)
                    .OrderBy(h => h.From)
                    .Select(h => new Absence(Why.Another, h.Days, Told(h)))
            );
        if (Office.Created is { } created && created > DateOnly.MinValue)
            all.Add(
                new(
                    Why.Impossible,
                    new(DateOnly.MinValue, created.AddDays(-1)),
                    new(Stretch.Of(created), $"{Office.Name} came into being", Office.Grounds)
                )
            );
        foreach (var life in _record.Lives.Where(l => l.Person == _person))
        {
            if (life.Born is { } born && born > DateOnly.MinValue)
                all.Add(
                    new(Why.Impossible, new(DateOnly.MinValue, born.AddDays(-1)), new(Stretch.Of(born), $"{name} was born", life.Grounds))
                );
            if (life.Died is { } died && died < DateOnly.MaxValue)
                all.Add(new(Why.Impossible, new(died.AddDays(1), DateOnly.MaxValue), new(Stretch.Of(died), $"{name} died", life.Grounds)));
        }
        if (Office.Covered is { } covered)
            all.Add(
                new(
                    Why.Complete,
                    covered,
                    new(covered, $"every holder of {Office.Name} is recorded, and {name} is not among them", Office.Grounds)
                )
            );
        return all.ToImmutable();
    }

    // The most telling reason that is enough: who held it instead, or that it was impossible; else when he held it himself, or that the list is complete.
    private ImmutableArray<RecordedFact> Reasons(IEnumerable<Absence> shown, Stretch stretch)
    {
        var there = shown.Where(s => s.Days.Meets(stretch)).ToImmutableArray();
        ImmutableArray<Absence> Only(Why why) => [.. there.Where(s => s.Why == why)];
        foreach (var why in (Why[])[Why.Another, Why.Impossible])
        {
            if (Joined(Only(why).Select(s => s.Days)).Any(s => s.Contains(stretch)))
                return [.. Only(why).Select(s => s.Fact)];
        }
        return [.. Only(Why.Another).Select(s => s.Fact).Concat(Rows.IsEmpty ? Only(Why.Complete).Select(s => s.Fact) : Beside(stretch))];
    }

    // His last holding before a stretch and his first after it.
    private IEnumerable<RecordedFact> Beside(Stretch stretch) =>
        Rows.Where(h => h.Days.Until < stretch.From).TakeLast(1).Concat(Rows.Where(h => h.From > stretch.Until).Take(1)).Select(Told);

    private enum Why
    {
        Another,
        Impossible,
        Complete,
    }

    private sealed record Absence(Why Why, Stretch Days, RecordedFact Fact);

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
