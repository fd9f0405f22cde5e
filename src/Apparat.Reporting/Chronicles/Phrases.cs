using System.Collections.Frozen;
using System.Globalization;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Reporting;

/// <summary>
/// The sentence of each kind of line of a trace. To be asked for one after the other in the order of the trace, since a sentence
/// may tell from what to what something changed.
/// </summary>
internal sealed class Phrases
{
    /// <summary>One sentence a kind, and all kinds have one.</summary>
    public static readonly FrozenDictionary<TraceKind, Func<Phrases, TraceEntry, string>> OfKind = new Dictionary<
        TraceKind,
        Func<Phrases, TraceEntry, string>
    >
    {
        [TraceKind.Placed] = (p, e) => p.Takes(p.Name(e.Person), [e.Organ], e.By == e.Person ? PersonId.None : e.By),
        [TraceKind.Left] = (p, e) => p.Leaves(p.Name(e.Person), [e.Organ]),
        [TraceKind.Stood] = (p, e) => p.Stands(e),
        [TraceKind.Voted] = (p, e) => p.Votes(e),
        [TraceKind.Heard] = (p, e) => $"{p.The(e.Organ)} {p.Verb(e.Organ, "hears", "hear")} {p._scenario.Documents[(int)e.Value].Name}.",
        [TraceKind.Steered] = (p, e) => p.Steers(e),
        [TraceKind.Resized] = (p, e) => p.Resizes(e),
        [TraceKind.Allied] = (p, e) =>
            e.By.IsNone
                ? $"The bloc against {p.Name(e.Person)} breaks up."
                : $"{p.Name(e.By)} stands in a bloc of {e.Yes} against {p.Name(e.Person)}.",
        [TraceKind.Renewed] = (p, e) => p.Renews(e, ""),
        [TraceKind.Happened] = (p, e) => p.Happens(p._scenario.Events[(int)e.Value]),
        [TraceKind.Met] = (p, e) => $"{p.The(e.Organ)} {p.Verb(e.Organ, "meets", "meet")}: {Whole(e.Value)} {p.Members(e.Organ)}.",
        [TraceKind.PutOff] = (p, e) =>
            $"{p.The(e.Organ)} should meet and {p.Verb(e.Organ, "does", "do")} not{(e.Value > 1 ? $", for the {Ordinal((int)e.Value)} {p._scenario.Calendar.Step.Unit}" : "")}.",
        [TraceKind.Inquorate] = (p, e) =>
            $"{p.The(e.Organ)} {p.Verb(e.Organ, "meets", "meet")} without a quorum: {e.Yes} of the {Whole(e.Value)} it needs.",
        [TraceKind.Petitioned] = (p, e) =>
            $"{p.Name(e.By)} petitions for a meeting of {p.The(e.Organ, start: false)}: {e.Yes} of the {Whole(e.Value)} needed sign.",
        [TraceKind.Vetoed] = (p, e) =>
            e.By.IsNone
                ? $"What {p.The(e.Organ, start: false)} has carried is not agreed to by those who must."
                : $"{p.Name(e.By)} vetoes what {p.The(e.Organ, start: false)} has carried{(e.Value > 0 ? ", and is overridden" : "")}.",
        [TraceKind.Joined] = (p, e) => $"{Whole(e.Value)} who had asked to join {p.The(e.Organ, start: false)} are admitted.",
        [TraceKind.Appended] = (p, e) =>
            $"{p._scenario.Documents[(int)e.Value].Name} is given a postscript that asks to remove {p.Name(e.Person)} as {p._scenario.Charter[e.Organ].Name}.",
        [TraceKind.Sent] = (p, e) =>
            $"{Whole(e.Value)} {p.Members(e.Organ)} of {p.The(e.Organ, start: false)} follow {p.Name(e.Person)}, {e.Yes} of them sent by their leaders.",
    }.ToFrozenDictionary();

    private readonly Trace _trace;
    private readonly Scenario _scenario;
    private readonly int[] _size;
    private readonly double[] _policy;
    private DateOnly? _eventDay;

    public Phrases(Trace trace)
    {
        (_trace, _scenario) = (trace, trace.Scenario);
        _size = [.. _scenario.Charter.Organs.Select(o => o.Seats)];
        _policy = [.. _scenario.Issues.Select(i => i.Start)];
    }

    /// <summary>A line of the trace in a sentence, with its day if that is known.</summary>
    public ChronicleLine Line(TraceEntry e) => Line(e, OfKind[e.Kind](this, e));

    private ChronicleLine Line(TraceEntry e, string text)
    {
        var day = DayOf(e);
        return new(
            day ?? _scenario.Calendar.FirstDayOf(e.Turn),
            day is { } d ? Date(d) : Month(e.Turn),
            e.Kind.ToString().ToLowerInvariant(),
            Sentence(text),
            e
        )
        {
            Person = OfPerson(e) && !e.Person.IsNone ? Name(e.Person) : null,
            By = e.By.IsNone ? null : Name(e.By),
            Organ = OfOrgan(e) ? _scenario.Charter[e.Organ].Name : null,
            Clause = string.IsNullOrEmpty(e.Clause.Text) ? null : e.Clause.Text,
        };
    }

    public string Name(PersonId person) =>
        person.IsNone ? "nobody"
        : person.Index < _scenario.Cast.People.Length ? _scenario[person].Name
        : _trace.Names.GetValueOrDefault(person) ?? _scenario.Cast.CadreName;

    /// <summary>An organ with its article.</summary>
    public string The(OrganId organ, bool start = true) => $"{(start ? "The" : "the")} {_scenario.Charter[organ].Name}";

    /// <summary>Somebody takes seats: an office is become, a body entered.</summary>
    public string Takes(string who, IReadOnlyList<OrganId> organs, PersonId by)
    {
        var hand = by.IsNone ? "" : $", by the hand of {Name(by)}";
        return $"{who} {Both(organs, o => $"becomes {o}", o => $"enters {o}")}{hand}.";
    }

    /// <summary>Somebody loses seats.</summary>
    public string Leaves(string who, IReadOnlyList<OrganId> organs) =>
        $"{who} {Both(organs, o => $"is no longer {o}", o => $"leaves {o}")}.";

    /// <summary>Who stood against whom for a while, the most steadfast first.</summary>
    public string Stand(IReadOnlyList<PersonId> members, PersonId target) =>
        $"Against {Name(target)} {(members.Count == 1 ? "stands" : "stand")} {And(members.Select(Name))}.";

    /// <summary>Several organs change their size at once.</summary>
    public string Sizes(IReadOnlyList<TraceEntry> resized)
    {
        if (resized.Count == 1)
            return Resizes(resized[0]);
        var changes = resized
            .Select(e => (e.Organ, Before: _size[e.Organ.Index], Now: (int)e.Value))
            .Where(c => c.Before != c.Now)
            .ToList();
        foreach (var e in resized)
            _size[e.Organ.Index] = (int)e.Value;
        return $"Sizes change: {And(changes.Select((c, i) => $"{The(c.Organ, start: false)} from {c.Before} to {c.Now}{(i == 0 ? " seats" : "")}"))}.";
    }

    /// <summary>Electors keep everybody in several organs.</summary>
    public string Keeps(IReadOnlyList<OrganId> organs, TraceEntry like) =>
        ElectorsOf(like) is { } by
            ? $"{The(by)} {Verb(by, "confirms", "confirm")} {And(organs.Select(o => The(o, start: false)))}."
            : And(organs.Select((o, i) => The(o, start: i == 0)))
                + (organs.Count == 1 ? $" {Verb(organs[0], "is", "are")}" : " are")
                + " renewed with nobody new.";

    /// <summary>The organ that elected another; null if it renewed itself.</summary>
    public OrganId? ElectorsOf(TraceEntry renewed) =>
        RuleOf(renewed.Clause, 0) is SelectionRule { Electors: { } body } && body != renewed.Organ ? body : null;

    /// <summary>Whether an organ is one person's: an office, or a single seat.</summary>
    public bool IsPost(OrganId organ) =>
        _scenario.Charter[organ] is { IsOffice: true } or { Seats: 1, MostSeats: <= 1, Counted: false, Count: null, Joins.IsEmpty: true };

    /// <summary>A counted body meets, and whom its members follow.</summary>
    public string Meets(TraceEntry met, IEnumerable<TraceEntry> sent)
    {
        var following = sent.OrderByDescending(s => s.Person.IsNone ? -1 : s.Value)
            .Select((s, i) => $"{Whole(s.Value)}{(i == 0 ? " follow" : "")} {Name(s.Person)}")
            .ToList();
        var text = OfKind[TraceKind.Met](this, met);
        return following.Count == 0 ? text : $"{text.TrimEnd('.')}, of whom {And(following)}.";
    }

    /// <summary>An organ is renewed; <paramref name="more"/> says by whose hand seats went.</summary>
    public string Renews(TraceEntry e, string more)
    {
        if (e.Value == 0)
            return Keeps([e.Organ], e);
        var seats = $"{Whole(e.Value)} of {_size[e.Organ.Index]} seats {(e.Value == 1 ? "changes" : "change")} hands{more}";
        return (ElectorsOf(e), IsPost(e.Organ)) switch
        {
            (null, _) => $"{The(e.Organ)} {Verb(e.Organ, "is", "are")} renewed: {seats}.",
            ({ } by, true) => $"{The(by)} {Verb(by, "elects", "elect")} a new {_scenario.Charter[e.Organ].Name}{more}.",
            ({ } by, false) => $"{The(by)} {Verb(by, "elects", "elect")} {The(e.Organ, start: false)}: {seats}.",
        };
    }

    /// <summary>"a, b and c".</summary>
    public static string And(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} and {all[^1]}";
    }

    /// <summary>A day in words.</summary>
    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private string Month(Turn turn) => _scenario.Calendar.FirstDayOf(turn).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    private string Both(IReadOnlyList<OrganId> organs, Func<string, string> office, Func<string, string> body)
    {
        var offices = organs.Where(IsPost).Select(o => _scenario.Charter[o].Name).ToList();
        var bodies = organs.Where(o => !IsPost(o)).Select(o => The(o, start: false)).ToList();
        return And(
            new[] { offices.Count > 0 ? office(And(offices)) : "", bodies.Count > 0 ? body(And(bodies)) : "" }.Where(t => t.Length > 0)
        );
    }

    // An event whose sentence is not the only one of its kind carries its day in its name; here the day stands before it.
    private string Happens(HistoricalEvent e) =>
        e.Name.Replace(FormattableString.Invariant($" ({e.Date:yyyy-MM-dd})"), "", StringComparison.Ordinal) + ".";

    private string Stands(TraceEntry e) =>
        (Standing)(int)e.Value switch
        {
            Standing.Dead => $"{Name(e.Person)} dies.",
            Standing.Expelled => $"{Name(e.Person)} is expelled.",
            Standing.Incapacitated => $"{Name(e.Person)} can no longer act.",
            Standing.Suspended => $"{Name(e.Person)} is suspended.",
            _ => $"{Name(e.Person)} acts again.",
        };

    private string Votes(TraceEntry e)
    {
        var sponsor = e.By.IsNone ? "" : $" by {Name(e.By)}";
        var result = e.Value > 0 ? "carried" : "lost";
        var needed =
            e.Move.By.Majority.Base == MajorityBase.Voting && e.Move.By.Majority is { Numerator: 1, Denominator: 2, Strict: true }
                ? ""
                : $", {e.Needed} being needed";
        var secret = e.Move.By.Open ? "" : ", by secret ballot";
        return $"Motion{sponsor} in {The(e.Organ, start: false)} {What(e)}: {result} {e.Yes} to {e.No}{needed}{secret}.";
    }

    // Deeds are told apart by the hold that the rule gives, not by its word, so that a stranger's word is told too.
    private string What(TraceEntry e)
    {
        var move = e.Move;
        var rule = RuleOf(move.Clause, move.Rule);
        var holds = rule?.AllInfluences.Select(i => i.Hold).ToHashSet() ?? [];
        if (move.Kind == MoveKind.Policy)
            return $"to move policy on {_scenario.Issues[move.Object].Name} from {Signed(_policy[move.Object])} to {Signed(move.Position)}";
        var about = move.Object >= 0 && move.Object < _scenario.Charter.Organs.Length ? new OrganId(move.Object) : (OrganId?)null;
        var people = And(new[] { move.Target, move.Second, move.Third }.Where(p => !p.IsNone).Select(Name));
        if (move.Kind == MoveKind.Removal && about is { } from)
        {
            var office = IsPost(from);
            return rule is SelectionRule
                    ? $"not to keep {people} {(office ? "as" : "in")} {(office ? _scenario.Charter[from].Name : The(from, start: false))}"
                : holds.Contains(Hold.Expel) ? $"to expel {people}"
                : $"to remove {people} {(office ? "as" : "from")} {(office ? _scenario.Charter[from].Name : The(from, start: false))}";
        }
        if (holds.Contains(Hold.Papers) && about is { } audience)
            return $"that {The(audience, start: false)} hear {DocumentFor(audience)}";
        if (holds.Contains(Hold.Shape) && about is { } body)
            return $"to give {The(body, start: false)} {Whole(move.Position)} seats";
        return people.Length > 0 ? $"about {people}, under clause {move.Clause}" : $"under clause {move.Clause}";
    }

    private string DocumentFor(OrganId audience)
    {
        var shown = _scenario.Documents.Where(d => d.Audiences.Contains(audience)).Select(d => d.Name).ToList();
        return shown.Count == 1 ? shown[0] : "the paper";
    }

    private string Steers(TraceEntry e)
    {
        var from = _policy[e.Yes];
        _policy[e.Yes] = e.Value;
        return $"Policy on {_scenario.Issues[e.Yes].Name} moves from {Signed(from)} to {Signed(e.Value)}.";
    }

    private string Resizes(TraceEntry e)
    {
        ref var size = ref _size[e.Organ.Index];
        var (before, now) = (size, (int)e.Value);
        size = now;
        return now == before
            ? $"{The(e.Organ)} {Verb(e.Organ, "keeps", "keep")} {now} seats."
            : $"{The(e.Organ)} {Verb(e.Organ, "is", "are")} {(now > before ? "enlarged" : "reduced")} from {before} to {now} seats.";
    }

    private Rule? RuleOf(ClauseId clause, int number)
    {
        var rules = _scenario.Charter.Clauses.FirstOrDefault(c => c.Id == clause)?.Rules ?? [];
        return number < rules.Length ? rules[number] : null;
    }

    // A day is known for dated events and what they do at once, for meetings on recorded days and the elections held there.
    private DateOnly? DayOf(TraceEntry e)
    {
        if (e.Kind == TraceKind.Happened)
            return _eventDay = _scenario.Events[(int)e.Value].Date;
        if (
            e.Kind is TraceKind.Stood or TraceKind.Left or TraceKind.Heard or TraceKind.Resized or TraceKind.Appended
            && _eventDay is { } day
            && _scenario.Calendar.At(day) == e.Turn
        )
            return day;
        _eventDay = null;
        var electors = e.Kind == TraceKind.Renewed ? ElectorsOf(e) ?? e.Organ : e.Organ;
        return e.Kind is TraceKind.Met or TraceKind.Sent or TraceKind.Renewed ? MeetingDay(electors, e.Turn) : null;
    }

    private DateOnly? MeetingDay(OrganId organ, Turn turn)
    {
        foreach (var day in _scenario.Charter[organ].Meets.Dates)
        {
            if (_scenario.Calendar.At(day) == turn)
                return day;
        }
        return null;
    }

    private string Members(OrganId organ) => _scenario.Charter[organ].Counted ? "delegates" : "members";

    private string Verb(OrganId organ, string one, string many)
    {
        var name = _scenario.Charter[organ].Name;
        return name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? many : one;
    }

    private static bool OfPerson(TraceEntry e) =>
        e.Kind
            is TraceKind.Placed
                or TraceKind.Left
                or TraceKind.Stood
                or TraceKind.Voted
                or TraceKind.Allied
                or TraceKind.Sent
                or TraceKind.Appended;

    private static bool OfOrgan(TraceEntry e) =>
        e.Kind is not (TraceKind.Stood or TraceKind.Steered or TraceKind.Allied or TraceKind.Happened);

    /// <summary>A text that begins as a sentence does.</summary>
    public static string Sentence(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Ordinal(int n) =>
        n switch
        {
            2 => "second",
            3 => "third",
            _ => FormattableString.Invariant($"{n}th"),
        };

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private static string Signed(double value) => value.ToString("+0.00;-0.00;0", CultureInfo.InvariantCulture);
}
