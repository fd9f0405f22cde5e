using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Reporting;

/// <summary>
/// Tells a history without its routine: what follows from something told is not told again; seats changed month by month and who stood
/// against whom are summed up by season. Posts, the prize, and whatever befalls a head are always told.
/// </summary>
internal sealed class Digest
{
    private static readonly string[] Seasons = ["Winter", "Spring", "Summer", "Autumn"];
    private readonly Trace _trace;
    private readonly Phrases _phrases;
    private readonly Scenario _scenario;
    private readonly HashSet<PersonId> _heads;
    private readonly OrganId? _prize;
    private readonly ImmutableArray<ChronicleLine>.Builder _lines = ImmutableArray.CreateBuilder<ChronicleLine>();
    private readonly SortedDictionary<int, List<PersonId>> _routine = [];
    private readonly Blocs _blocs = new();
    private (TraceEntry[] Entries, bool[] Silent) _month;

    public Digest(Trace trace, Phrases phrases)
    {
        (_trace, _phrases, _scenario) = (trace, phrases, trace.Scenario);
        _heads = [.. _scenario.Cast.Heads];
        // Where the prize is the body that decides, its seats are as routine as others.
        _prize = _scenario.Question is { } q && q.Prize != q.DecisiveBody ? q.Prize : null;
    }

    /// <summary>The lines of the history.</summary>
    public ImmutableArray<ChronicleLine> Lines()
    {
        int? season = null;
        foreach (var turn in _trace.Entries.GroupBy(e => e.Turn))
        {
            var now = SeasonOf(turn.Key);
            if (season is { } before && before != now)
                SumUp(before);
            season = now;
            TraceEntry[] entries = [.. turn];
            _month = (entries, Follows(entries));
            for (var i = 0; i < entries.Length; i++)
                Tell(i);
        }
        if (season is { } last)
            SumUp(last);
        return _lines.ToImmutable();
    }

    private void Tell(int i)
    {
        var (entries, silent) = _month;
        var e = entries[i];
        var sizes = e.Kind == TraceKind.Resized && !silent[i] ? _phrases.Sizes([.. All(i, x => x.Kind == TraceKind.Resized)]) : null;
        // The sentence is made in any case: some of them keep count.
        var line = _phrases.Line(e);
        if (sizes is null && silent[i])
            return;
        switch (e.Kind)
        {
            case TraceKind.Met:
                Add(line, _phrases.Meets(e, entries.Where(s => s.Kind == TraceKind.Sent && s.Organ == e.Organ)));
                break;
            case TraceKind.Resized:
                Add(line, sizes!);
                break;
            case TraceKind.Allied:
                _blocs.Change(e.Person, All(i, x => x.Kind == TraceKind.Allied && x.Person == e.Person).Select(x => x.By));
                break;
            case TraceKind.Renewed:
                Renewal(i, line);
                break;
            case TraceKind.Placed or TraceKind.Left when IsTold(e):
                Person(i, line);
                break;
            case TraceKind.Placed:
                (_routine.TryGetValue(e.Organ.Index, out var hands) ? hands : _routine[e.Organ.Index] = []).Add(e.By);
                break;
            case TraceKind.Left:
                break;
            default:
                _lines.Add(line);
                break;
        }
    }

    private void Add(ChronicleLine line, string text) => _lines.Add(line with { Text = Phrases.Sentence(text) });

    // This month's lines like the one at hand, which are herewith told.
    private List<TraceEntry> All(int from, Func<TraceEntry, bool> like)
    {
        var all = new List<TraceEntry>();
        for (var k = from; k < _month.Entries.Length; k++)
        {
            if (_month.Silent[k] || !like(_month.Entries[k]))
                continue;
            all.Add(_month.Entries[k]);
            _month.Silent[k] = true;
        }
        return all;
    }

    // What a person gains or loses in one month is one sentence.
    private void Person(int i, ChronicleLine line)
    {
        var e = _month.Entries[i];
        var organs = All(i, x => x.Kind == e.Kind && x.Person == e.Person && x.By == e.By && IsTold(x)).ConvertAll(x => x.Organ);
        var name = _phrases.Name(e.Person);
        Add(
            line,
            e.Kind == TraceKind.Placed
                ? _phrases.Takes(name, organs, e.By == e.Person ? PersonId.None : e.By)
                : _phrases.Leaves(name, organs)
        );
    }

    private void Renewal(int i, ChronicleLine line)
    {
        var e = _month.Entries[i];
        var hands = Newcomers(i);
        if (hands.Count > 0)
        {
            Add(line, _phrases.Renews(e with { Value = hands.Count }, ByHands(hands)));
            return;
        }
        var electors = _phrases.ElectorsOf(e);
        var kept = Enumerable
            .Range(i, _month.Entries.Length - i)
            .Where(k =>
                _month.Entries[k].Kind == TraceKind.Renewed
                && _phrases.ElectorsOf(_month.Entries[k]) == electors
                && (electors is not null || k == i)
                && Newcomers(k).Count == 0
            )
            .ToList();
        foreach (var k in kept)
            _month.Silent[k] = true;
        Add(line, _phrases.Keeps(kept.ConvertAll(k => _month.Entries[k].Organ), e));
    }

    private List<PersonId> Newcomers(int renewed)
    {
        var entries = _month.Entries;
        return
        [
            .. Enumerable
                .Range(0, renewed)
                .Where(k => entries[k].Kind == TraceKind.Placed && entries[k].Organ == entries[renewed].Organ && !IsBack(entries, k))
                .Select(k => entries[k].By),
        ];
    }

    // Which lines only carry out what another has told.
    private bool[] Follows(TraceEntry[] entries)
    {
        var silent = new bool[entries.Length];
        var renewed = entries.Where(e => e.Kind == TraceKind.Renewed).Select(e => e.Organ).ToHashSet();
        for (var i = 0; i < entries.Length; i++)
        {
            var e = entries[i];
            var before = i > 0 ? entries[i - 1] : default;
            var byEvent = i > 0 && before.Kind == TraceKind.Happened;
            var byVote = i > 0 && before is { Kind: TraceKind.Voted, Value: > 0 };
            silent[i] = e.Kind switch
            {
                TraceKind.Sent => true,
                TraceKind.Happened => _scenario.Events[(int)e.Value].Happening is ISizeChange,
                TraceKind.Stood => byEvent || ((Standing)(int)e.Value == Standing.Expelled && Carried(entries, i).Any()),
                TraceKind.Heard or TraceKind.Steered => byEvent || byVote,
                TraceKind.Resized => byVote,
                TraceKind.Left => IsGone(entries, i)
                    || Carried(entries, i).Any(v => v.Move.Object == e.Organ.Index)
                    || IsBack(entries, i)
                    || Renewal(e),
                TraceKind.Placed => IsBack(entries, i) || Renewal(e),
                _ => false,
            };
        }
        return silent;

        // Of a renewal only heads and posts are told one by one.
        bool Renewal(TraceEntry e) => renewed.Contains(e.Organ) && !_heads.Contains(e.Person) && !_phrases.IsPost(e.Organ);
    }

    // Motions carried this month against the person a line is about.
    private static IEnumerable<TraceEntry> Carried(TraceEntry[] entries, int i)
    {
        var person = entries[i].Person;
        return entries
            .Take(i)
            .Where(v => v is { Kind: TraceKind.Voted, Value: > 0 } && (v.Person == person || v.Second == person || v.Third == person));
    }

    // Somebody who leaves a seat and is back in one of the same organ within the month has kept it.
    private static bool IsBack(TraceEntry[] entries, int i)
    {
        var e = entries[i];
        return e.Kind == TraceKind.Left
            ? entries.Skip(i + 1).Any(o => o.Kind == TraceKind.Placed && o.Person == e.Person && o.Organ == e.Organ)
            : entries.Take(i).Any(o => o.Kind == TraceKind.Left && o.Person == e.Person && o.Organ == e.Organ);
    }

    private static bool IsGone(TraceEntry[] entries, int i) =>
        entries
            .Take(i)
            .Any(s =>
                s.Kind == TraceKind.Stood && s.Person == entries[i].Person && (Standing)(int)s.Value is Standing.Dead or Standing.Expelled
            );

    private bool IsTold(TraceEntry e) => _heads.Contains(e.Person) || _phrases.IsPost(e.Organ) || e.Organ == _prize;

    private void SumUp(int season)
    {
        var year = season / 4;
        var day = season % 4 == 0 ? new DateOnly(year - 1, 12, 1) : new DateOnly(year, 3 * (season % 4), 1);
        var when =
            season % 4 == 0
                ? FormattableString.Invariant($"Winter {year - 1}-{year % 100:00}")
                : FormattableString.Invariant($"{Seasons[season % 4]} {year}");
        if (day < _scenario.Calendar.From)
            day = _scenario.Calendar.From;
        foreach (var (target, members) in _blocs.SumUp())
            _lines.Add(new(day, when, "summary", _phrases.Stand(members, target)) { Person = _phrases.Name(target) });
        if (_routine.Count == 0)
            return;
        var seats = _routine.Select(
            (r, i) =>
                i == 0
                    ? $"{r.Value.Count} {(r.Value.Count == 1 ? "seat" : "seats")} of {_phrases.The(new OrganId(r.Key), start: false)} {(r.Value.Count == 1 ? "is" : "are")} filled anew{ByHands(r.Value)}"
                    : $"{r.Value.Count} of {_phrases.The(new OrganId(r.Key), start: false)}{ByHands(r.Value)}"
        );
        _lines.Add(new(day, when, "summary", $"{string.Join("; ", seats)}."));
        _routine.Clear();
    }

    private string ByHands(IReadOnlyCollection<PersonId> hands)
    {
        var by = hands
            .Where(h => !h.IsNone)
            .GroupBy(h => h)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.Index)
            .Select(
                (g, i) =>
                    hands.Count == 1 ? $"by {_phrases.Name(g.Key)}"
                    : g.Count() == hands.Count ? $"all by {_phrases.Name(g.Key)}"
                    : $"{g.Count()}{(i == 0 ? " of them" : "")} by {_phrases.Name(g.Key)}"
            )
            .ToList();
        return by.Count == 0 ? "" : $", {Phrases.And(by)}";
    }

    // Winter is counted with the year in which it ends: a season is four times its year and its place in it.
    private int SeasonOf(Turn turn)
    {
        var day = _scenario.Calendar.FirstDayOf(turn);
        return day.Month == 12 ? 4 * (day.Year + 1) : (4 * day.Year) + (day.Month / 3);
    }
}

/// <summary>Who stands against whom: blocs shift from month to month, and only what they were for a season is told, and only if it is new.</summary>
internal sealed class Blocs
{
    private readonly SortedDictionary<int, Dictionary<PersonId, int>> _months = [];
    private readonly Dictionary<int, HashSet<PersonId>> _told = [];
    private (PersonId Target, ImmutableArray<PersonId> Members) _standing = (PersonId.None, []);

    /// <summary>Another bloc stands, or none.</summary>
    public void Change(PersonId target, IEnumerable<PersonId> members)
    {
        _standing = (target, [.. members.Where(m => !m.IsNone)]);
        Count();
    }

    /// <summary>The blocs of the season that are not as they were last told; their members by how often they joined.</summary>
    public List<(PersonId Target, List<PersonId> Members)> SumUp()
    {
        var news = new List<(PersonId, List<PersonId>)>();
        foreach (var (target, months) in _months)
        {
            if (_told.TryGetValue(target, out var told) && told.SetEquals(months.Keys))
                continue;
            _told[target] = [.. months.Keys];
            news.Add((new PersonId(target), [.. months.OrderByDescending(m => m.Value).ThenBy(m => m.Key.Index).Select(m => m.Key)]));
        }
        foreach (var gone in _told.Keys.Where(t => !_months.ContainsKey(t)).ToList())
            _told.Remove(gone);
        _months.Clear();
        Count();
        return news;
    }

    private void Count()
    {
        if (_standing.Members.IsEmpty)
            return;
        var months = _months.TryGetValue(_standing.Target.Index, out var known) ? known : _months[_standing.Target.Index] = [];
        foreach (var member in _standing.Members)
            months[member] = months.GetValueOrDefault(member) + 1;
    }
}
