using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Reporting;

/// <summary>
/// Tells a history without its routine: what follows from something told is not told again, and seats changed month by month are
/// summed up by season. Offices, the prize, and whatever befalls a head are always told.
/// </summary>
internal sealed class Digest(Trace trace, Phrases phrases)
{
    private static readonly string[] Seasons = ["Winter", "Spring", "Summer", "Autumn"];
    private readonly Scenario _scenario = trace.Scenario;
    private readonly HashSet<PersonId> _heads = [.. trace.Scenario.Cast.Heads];
    private readonly ImmutableArray<ChronicleLine>.Builder _lines = ImmutableArray.CreateBuilder<ChronicleLine>();
    private readonly SortedDictionary<int, List<PersonId>> _routine = [];

    /// <summary>The lines of the history.</summary>
    public ImmutableArray<ChronicleLine> Lines()
    {
        int? season = null;
        foreach (var turn in trace.Entries.GroupBy(e => e.Turn))
        {
            var now = SeasonOf(turn.Key);
            if (season is { } before && before != now)
                SumUp(before);
            season = now;
            Tell([.. turn]);
        }
        if (season is { } last)
            SumUp(last);
        return _lines.ToImmutable();
    }

    private void Tell(TraceEntry[] entries)
    {
        var silent = Follows(entries);
        for (var i = 0; i < entries.Length; i++)
        {
            var e = entries[i];
            // Sentences are made in any case: some of them keep count.
            var line = phrases.Line(e);
            if (silent[i])
                continue;
            switch (e.Kind)
            {
                case TraceKind.Met:
                    _lines.Add(line with { Text = phrases.Meets(e, entries.Where(s => s.Kind == TraceKind.Sent && s.Organ == e.Organ)) });
                    break;
                case TraceKind.Allied:
                    var bloc = entries.Skip(i).TakeWhile(a => a.Kind == TraceKind.Allied && a.Person == e.Person).ToList();
                    _lines.Add(line with { Text = phrases.Allies(bloc) });
                    Hush(silent, i, bloc.Count);
                    break;
                case TraceKind.Renewed:
                    Renewal(entries, silent, i, line);
                    break;
                case TraceKind.Placed or TraceKind.Left when !IsTold(e):
                    if (e.Kind == TraceKind.Placed)
                        (_routine.TryGetValue(e.Organ.Index, out var hands) ? hands : _routine[e.Organ.Index] = []).Add(e.By);
                    break;
                case TraceKind.Placed or TraceKind.Left:
                    Person(entries, silent, i, line);
                    break;
                default:
                    _lines.Add(line);
                    break;
            }
        }
    }

    // What a person gains or loses in one month is one sentence.
    private void Person(TraceEntry[] entries, bool[] silent, int i, ChronicleLine line)
    {
        var e = entries[i];
        var organs = new List<OrganId>();
        for (var k = i; k < entries.Length; k++)
        {
            if (silent[k] || entries[k].Kind != e.Kind || entries[k].Person != e.Person || entries[k].By != e.By || !IsTold(entries[k]))
                continue;
            organs.Add(entries[k].Organ);
            silent[k] = true;
        }
        var by = e.By == e.Person ? PersonId.None : e.By;
        _lines.Add(line with { Text = e.Kind == TraceKind.Placed ? phrases.Takes(phrases.Name(e.Person), organs, by) : phrases.Leaves(phrases.Name(e.Person), organs) });
    }

    private void Renewal(TraceEntry[] entries, bool[] silent, int at, ChronicleLine line)
    {
        var e = entries[at];
        var placed = Enumerable.Range(0, at).Where(i => entries[i].Kind == TraceKind.Placed && entries[i].Organ == e.Organ && !Netted(entries, i)).Select(i => entries[i].By).ToList();
        _lines.Add(line with { Text = phrases.Renews(e with { Value = placed.Count }, ByHands(placed, " of them ")) });
    }

    /// <summary>Which entries only carry out what another has told.</summary>
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
                TraceKind.Stood => byEvent || entries.Take(i).Any(v => v.Kind == TraceKind.Voted && v.Value > 0 && Strikes(v, e.Person) && (Standing)(int)e.Value == Standing.Expelled),
                TraceKind.Heard or TraceKind.Steered => byEvent || byVote,
                TraceKind.Resized => byVote,
                TraceKind.Left => IsGone(entries, i) || entries.Take(i).Any(v => v is { Kind: TraceKind.Voted, Value: > 0 } && Strikes(v, e.Person) && v.Move.Object == e.Organ.Index) || Netted(entries, i) || Renewal(e),
                TraceKind.Placed => Netted(entries, i) || Renewal(e),
                _ => false,
            };
        }
        return silent;

        // Of a renewal only heads and offices are told one by one.
        bool Renewal(TraceEntry e) => renewed.Contains(e.Organ) && !_heads.Contains(e.Person) && !_scenario.Charter[e.Organ].IsOffice;
    }

    // Somebody who leaves a seat and is back in one of the same organ within the month has kept it.
    private static bool Netted(TraceEntry[] entries, int i)
    {
        var e = entries[i];
        return e.Kind == TraceKind.Left
            ? entries.Skip(i + 1).Any(o => o.Kind == TraceKind.Placed && o.Person == e.Person && o.Organ == e.Organ)
            : entries.Take(i).Any(o => o.Kind == TraceKind.Left && o.Person == e.Person && o.Organ == e.Organ);
    }

    private static bool IsGone(TraceEntry[] entries, int i) =>
        entries.Take(i).Any(s => s.Kind == TraceKind.Stood && s.Person == entries[i].Person && (Standing)(int)s.Value is Standing.Dead or Standing.Expelled);

    private static bool Strikes(TraceEntry vote, PersonId person) => vote.Person == person || vote.Second == person || vote.Third == person;

    private bool IsTold(TraceEntry e) => _heads.Contains(e.Person) || _scenario.Charter[e.Organ].IsOffice || e.Organ == _scenario.Question?.Prize;

    private void SumUp(int season)
    {
        var year = season / 4;
        var first = season % 4 == 0 ? new DateOnly(year - 1, 12, 1) : new DateOnly(year, 3 * (season % 4), 1);
        var when = season % 4 == 0 ? FormattableString.Invariant($"Winter {year - 1}-{year % 100:00}") : FormattableString.Invariant($"{Seasons[season % 4]} {year}");
        foreach (var (organ, hands) in _routine)
        {
            var text = $"{hands.Count} {(hands.Count == 1 ? "seat" : "seats")} of {phrases.The(new OrganId(organ), start: false)} {(hands.Count == 1 ? "is" : "are")} filled anew{ByHands(hands, " of them ")}.";
            _lines.Add(new(first < _scenario.Calendar.From ? _scenario.Calendar.From : first, when, "summary", text) { Organ = _scenario.Charter.Organs[organ].Name });
        }
        _routine.Clear();
    }

    private string ByHands(IReadOnlyCollection<PersonId> hands, string ofThem)
    {
        var by = hands
            .Where(h => !h.IsNone)
            .GroupBy(h => h)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.Index)
            .Select((g, i) => hands.Count == 1 ? $"by {phrases.Name(g.Key)}" : $"{g.Count()}{(i == 0 ? ofThem : " ")}by {phrases.Name(g.Key)}")
            .ToList();
        return by.Count == 0 ? "" : $", {Phrases.And(by)}";
    }

    private static void Hush(bool[] silent, int from, int count) => silent.AsSpan(from, count).Fill(true);

    // Winter is counted with the year in which it ends: a season is four times its year and its place in it.
    private int SeasonOf(Turn turn)
    {
        var day = _scenario.Calendar.FirstDayOf(turn);
        return day.Month == 12 ? 4 * (day.Year + 1) : (4 * day.Year) + (day.Month / 3);
    }
}
