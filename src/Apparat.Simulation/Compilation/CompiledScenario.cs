using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>A provision ready to be played: its share, what decides instead where it does not decide, from when it is struck, and what decides then.</summary>
internal sealed record CompiledProvision(
    int Index,
    string Name,
    ulong Key,
    Provision Provision,
    int ShareSlot,
    Rule? Reference,
    Rule? Successor,
    int StruckFrom
);

/// <summary>A rule ready to be played.</summary>
internal sealed record CompiledRule(int Index, int Provision, ClauseId Clause, int Number, Rule Rule, ulong Key)
{
    /// <summary>The rule as a power; null if it is none.</summary>
    public Power? Power { get; } = Rule as Power;

    /// <summary>The rule as a way of filling seats; null if it is none.</summary>
    public SelectionRule? Selection { get; } = Rule as SelectionRule;
}

/// <summary>
/// A scenario laid out in flat arrays, made once and shared by all workers. It holds no state of any run.
/// Order in the arrays never reaches chance: every draw is addressed by keys.
/// </summary>
internal sealed class CompiledScenario
{
    public const int NeverStruck = int.MaxValue;
    private readonly Dictionary<Provision, int> _provisionOf = new(ReferenceEqualityComparer.Instance);
    private readonly List<CompiledProvision> _provisions = [];
    private readonly List<CompiledRule> _rules = [];
    private readonly CompiledInfluence[][] _influencesBy;
    private int[] _seatsOf = [];
    private double[] _banzhaf = [];

    public CompiledScenario(Scenario scenario)
    {
        Scenario = scenario;
        Organs = [.. scenario.Charter.Organs];
        Parameters = new ParameterTable(scenario);
        Turns = scenario.Calendar.Turns;
        People = scenario.Cast.People.Length;
        Heads = [.. scenario.Cast.Contenders.OrderBy(KeyOf), .. scenario.Cast.Founders.OrderBy(KeyOf)];
        OrgansByKey = [.. Organs.OrderBy(o => o.Key).Select(o => o.Id.Index)];
        PeopleByKey = [.. scenario.Cast.People.OrderBy(p => p.Key).Select(p => p.Id.Index)];
        Contenders = scenario.Cast.Contenders.Length;
        HeadOf = HeadIndex();
        Cadres = scenario.Cast.Cadres;
        LayOutSeats();
        LayOutClasses();
        CompileRules();
        CompileEvents();
        LayOutTime();
        LayOutMeetings();
        PlaceInOrder();
        Influences = CompileInfluences();
        var holds = Influences.ToLookup(i => ((int)i.Hold * Organs.Length) + i.To);
        _influencesBy = [.. Enumerable.Range(0, Enum.GetValues<Hold>().Length * Organs.Length).Select(k => holds[k].ToArray())];
        Traits = new TraitTable(scenario, Parameters);
        Question = QuestionOf();
        (Record, ReplayUntil) = (new CompiledRecord(scenario), scenario.ReplayUntil is { } d ? scenario.Calendar.At(d).Index : -1);
        TurnoverSlot =
        [
            .. Organs.Select(o =>
                o.Turnover is { } p ? Parameters.Slot(p)
                : AtPleasure(o) ? Parameters.Slot(scenario.Pace.Turnover)
                : -1
            ),
        ];
        CountSlot = [.. Organs.Select(o => o.Count is { } p ? Parameters.Slot(p) : -1)];
        TurnoutSlot = [.. Organs.Select(o => o.Turnout is { } p ? Parameters.Slot(p) : -1)];
        Parameters.Close();
    }

    public Scenario Scenario { get; }
    public Organ[] Organs { get; }
    public ParameterTable Parameters { get; }
    public TraitTable Traits { get; }
    public int Turns { get; }

    /// <summary>Named people; cadres and classes of electors follow them in every array over persons.</summary>
    public int People { get; }
    public int Cadres { get; }
    public int[] PeopleByKey { get; }

    /// <summary>Organs in order of key, so that the order of the file never reaches chance.</summary>
    public int[] OrgansByKey { get; }
    public PersonId[] Heads { get; }
    public int Contenders { get; }

    /// <summary>Head number of each named person, -1 for others.</summary>
    public int[] HeadOf { get; }

    /// <summary>All persons, classes of electors included.</summary>
    public int Persons { get; private set; }
    public ulong[] PersonKey { get; private set; } = [];

    /// <summary>First of the elector classes of each organ: 2 (heads + 1) of them, those sent by a leader first, then those who follow freely.</summary>
    public int[] ClassOffset { get; private set; } = [];

    public int[] SeatOffset { get; private set; } = [];
    public int Seats { get; private set; }
    public int[] SeatOrgan { get; private set; } = [];
    public ulong[] SeatKey { get; private set; } = [];

    /// <summary>Value of a seat over the highest value there is.</summary>
    public double[] Rank { get; private set; } = [];

    /// <summary>The offices of each organ, in order of key.</summary>
    public int[][] Offices { get; private set; } = [];

    /// <summary>The office that heads each organ, -1 if none; of several, the first in order of key.</summary>
    public int[] HeadOffice { get; private set; } = [];
    public int[][] Joins { get; private set; } = [];

    /// <summary>Flat seats of each organ, those of joint meetings included.</summary>
    public int[][] MemberSeats { get; private set; } = [];

    /// <summary>For each joint meeting, the organs whose members sit in it; none for other organs.</summary>
    public int[][] Parts { get; private set; } = [];

    /// <summary>Pool of each organ: flat seats whose holders may be picked.</summary>
    public int[][] PoolSeats { get; private set; } = [];
    public CompiledProvision[] Provisions { get; private set; } = [];
    public CompiledRule[] Rules { get; private set; } = [];

    /// <summary>The rules in force on the first day: one a sentence.</summary>
    public int[] FirstRules { get; private set; } = [];
    public (int Turn, HistoricalEvent Event, ulong Key)[] Events { get; private set; } = [];
    public bool[][] Meets { get; private set; } = [];
    public bool[] AnyMeets { get; private set; } = [];

    /// <summary>How long each turn is in months, and how many have gone before it.</summary>
    public double[] Months { get; private set; } = [];
    public double[] MonthsGone { get; private set; } = [];

    /// <summary>When each turn begins, in ticks by which ties fade: turns where all are equally long, else days.</summary>
    public int[] Ticks { get; private set; } = [];

    /// <summary>How long a tick is in months.</summary>
    public double MonthsATick { get; private set; } = 1;

    /// <summary>For each turn, the months with a meeting of any body that fall to it: one divided by the turns of that month in which some body meets.</summary>
    public double[] MonthsWithMeeting { get; private set; } = [];

    /// <summary>The same for the meetings of one organ.</summary>
    public double[][] MonthsWithMeetingOf { get; private set; } = [];

    /// <summary>For each organ with a fixed term, whether one ends in a turn; none for the others.</summary>
    public bool[][] TermEnds { get; private set; } = [];

    /// <summary>Organs in the order in which elections are held: those whose electors are renewed first come first.</summary>
    public int[] ElectionOrder { get; private set; } = [];
    public Motive[] Motives { get; private set; } = [];
    public Criterion[] Criteria { get; private set; } = [];
    public Bond[] Bonds { get; private set; } = [];

    /// <summary>Provisions from here on are of rules that an event may enact: they have no force before it does.</summary>
    public int FirstEnacted { get; private set; }

    /// <summary>For each organ, the limits on who may take a seat of it, with the provisions by which each can be struck.</summary>
    public (Limit Limit, int Provision)[][] LimitsOn { get; private set; } = [];

    /// <summary>For each organ, the limits that keep its members from voting in it.</summary>
    public (Limit Limit, int Provision)[][] Silencing { get; private set; } = [];
    public CompiledInfluence[] Influences { get; }
    public (int DecisiveBody, int Prize) Question { get; }
    public CompiledRecord Record { get; }

    /// <summary>The last turn that is replayed; -1 if none.</summary>
    public int ReplayUntil { get; }

    /// <summary>The turn from which luck is the run's own, if all runs share a history before; -1 if they share none.</summary>
    public int FreshFrom => Scenario.Continued is { } shared ? Math.Max(0, Scenario.Calendar.At(shared.From).Index) : -1;
    public int[] TurnoverSlot { get; }

    /// <summary>For each organ, the number of its ordinary members; -1 where members are persons or delegates.</summary>
    public int[] CountSlot { get; }

    /// <summary>For each organ, the share that turns up; -1 where everyone does.</summary>
    public int[] TurnoutSlot { get; }

    /// <summary>True if some clause lets one organ stand in for another.</summary>
    public bool HasDeputies { get; private set; }

    /// <summary>Index of a provision; -1 for one that belongs to no clause.</summary>
    public int ProvisionOf(Provision provision) => _provisionOf.TryGetValue(provision, out var i) ? i : -1;

    public int RuleOf(Rule rule) => _rules.FindIndex(r => ReferenceEquals(r.Rule, rule));

    /// <summary>Norms of one kind with the rules that set them, organ by organ in the order of the rules.</summary>
    public (TNorm Norm, CompiledRule Rule)[][] NormsBy<TNorm>(Func<TNorm, OrganId> organ)
        where TNorm : Norm
    {
        var norms = Rules
            .Where(r => r.Provision >= 0)
            .SelectMany(r => r.Rule.Norms.OfType<TNorm>().Select(n => (Norm: n, Rule: r)))
            .ToLookup(x => organ(x.Norm).Index);
        return [.. Organs.Select(o => norms[o.Id.Index].ToArray())];
    }

    private ulong KeyOf(PersonId person) => Scenario[person].Key;

    private static bool AtPleasure(Organ organ) =>
        organ.Term == Term.AtPleasure && !organ.IsOffice && organ.Joins.IsEmpty && !organ.Counted;

    private int[] HeadIndex()
    {
        var index = new int[Scenario.Cast.People.Length];
        Array.Fill(index, -1);
        for (var h = 0; h < Heads.Length; h++)
            index[Heads[h].Index] = h;
        return index;
    }

    private void LayOutSeats()
    {
        SeatOffset = new int[Organs.Length];
        foreach (var organ in Organs)
        {
            SeatOffset[organ.Id.Index] = Seats;
            Seats += organ.Counted || !organ.Joins.IsEmpty || organ.Count is not null ? 0 : Math.Max(organ.Seats, organ.MostSeats);
        }
        _banzhaf = new double[Seats + 1];
        _seatsOf = [.. SeatOffset.Select((at, o) => (o + 1 < Organs.Length ? SeatOffset[o + 1] : Seats) - at)];
        SeatOrgan = new int[Seats];
        SeatKey = new ulong[Seats];
        foreach (var organ in Organs)
        {
            for (var k = 0; k < SeatsOf(organ.Id.Index); k++)
            {
                SeatOrgan[SeatOffset[organ.Id.Index] + k] = organ.Id.Index;
                SeatKey[SeatOffset[organ.Id.Index] + k] = Key.Mix(organ.Key, (ulong)k);
            }
        }
        var highest = Math.Max(1e-9, Organs.Max(o => ValueOf(o)));
        Rank = [.. Organs.Select(o => ValueOf(o) / highest)];
        var offices = Organs.Where(o => o.OfficeOf is not null).OrderBy(o => o.Key).ToLookup(o => o.OfficeOf!.Value, o => o.Id.Index);
        Offices = [.. Organs.Select(o => offices[o.Id].ToArray())];
        HeadOffice = [.. Offices.Select(o => o.Length == 0 ? -1 : o[0])];
        Joins = [.. Organs.Select(o => o.Joins.OrderBy(j => Organs[j.Index].Key).Select(j => j.Index).ToArray())];
        MemberSeats =
        [
            .. Organs.Select(o =>
                Joins[o.Id.Index].Append(o.Id.Index).SelectMany(p => Enumerable.Range(SeatOffset[p], SeatsOf(p))).ToArray()
            ),
        ];
        Parts = [.. Joins.Select(j => j.SelectMany(PartsOf).Distinct().ToArray())];
        PoolSeats =
        [
            .. Organs.Select(o =>
                o.Pool.OrderBy(p => Organs[p.Index].Key).SelectMany(p => Enumerable.Range(SeatOffset[p.Index], SeatsOf(p.Index))).ToArray()
            ),
        ];
    }

    /// <summary>Most seats an organ may have; 0 where members are counted or shared with others.</summary>
    public int SeatsOf(int organ) => _seatsOf[organ];

    /// <summary>The absolute Banzhaf power of one member among n equals who decide by simple majority.</summary>
    public double Banzhaf(int n)
    {
        if (n >= _banzhaf.Length)
            return BanzhafOf(n);
        // Worked out when first asked for; whoever asks at the same time works out the same.
        if (_banzhaf[n] == 0)
            _banzhaf[n] = BanzhafOf(n);
        return _banzhaf[n];
    }

    // C(n-1, floor(n/2)) / 2^(n-1): a member is decisive if the others split as evenly as a simple majority needs.
    private static double BanzhafOf(int n)
    {
        if (n <= 1)
            return 1;
        var p = 1.0;
        var k = n / 2;
        for (var i = 1; i <= n - 1; i++)
            p *= 0.5 * (i <= n - 1 - k ? (double)(k + i) / i : 1);
        return p;
    }

    /// <summary>The holds of one kind on an organ.</summary>
    public ReadOnlySpan<CompiledInfluence> Holds(Hold hold, int on) => _influencesBy[((int)hold * Organs.Length) + on];

    private IEnumerable<int> PartsOf(int organ) => Joins[organ].SelectMany(PartsOf).Prepend(organ);

    private double ValueOf(Organ organ) => organ.OfficeOf is { } body ? Organs[body.Index].Rank : organ.Rank;

    private void LayOutClasses()
    {
        ClassOffset = new int[Organs.Length];
        Persons = People + Cadres;
        var perOrgan = 2 * (Heads.Length + 1);
        foreach (var organ in Organs)
        {
            ClassOffset[organ.Id.Index] = Persons;
            Persons += perOrgan;
        }
        PersonKey = new ulong[Persons];
        foreach (var person in Scenario.Cast.People)
            PersonKey[person.Id.Index] = person.Key;
        var cadre = Key.Of("cadre");
        for (var i = 0; i < Cadres; i++)
            PersonKey[People + i] = Key.Mix(cadre, (ulong)i);
        foreach (var organ in Organs)
        {
            for (var k = 0; k < perOrgan; k++)
            {
                var h = k % (Heads.Length + 1);
                var head = h < Heads.Length ? Scenario[Heads[h]].Key : 0;
                PersonKey[ClassOffset[organ.Id.Index] + k] = Key.Mix(Key.Mix(organ.Key, head), (ulong)(k / (Heads.Length + 1)));
            }
        }
    }

    private void CompileRules()
    {
        var first = new List<int>();
        foreach (var clause in Scenario.Charter.Clauses)
        {
            for (var i = 0; i < clause.Rules.Length; i++)
                first.Add(AddRule(clause.Id, i, clause.Rules[i]));
        }
        FirstEnacted = _provisions.Count;
        var enacted = Scenario.Events.SelectMany(e => e.Happening.Enacts.Select(x => AddRule(x.Clause, 0, x.Rule, e))).ToList();
        (Provisions, Rules) = ([.. _provisions], [.. _rules]);
        HasDeputies = _rules.Exists(r => r.Rule is Power { StandsInFor: not null });
        FirstRules = [.. first.OrderBy(r => _rules[r].Key)];
        Motives = [.. Scenario.Motives.OrderBy(m => m.GetType().Name, StringComparer.Ordinal)];
        if (_rules.Exists(r => r.Rule is Power { WeighsOnVotes: true }))
            Motives = [.. Motives, new ClauseLeanings()];
        Criteria = [.. Scenario.Criteria.OrderBy(c => c.GetType().Name, StringComparer.Ordinal)];
        Bonds = [.. Scenario.Bonds.OrderBy(b => b.GetType().Name, StringComparer.Ordinal)];
        var limits = FirstRules
            .Concat(enacted)
            .Select(r => _rules[r])
            .Where(r => r.Rule is Limit)
            .Select(r => (Limit: (Limit)r.Rule, r.Provision))
            .ToArray();
        LimitsOn = [.. Organs.Select(o => limits.Where(l => l.Limit.Concerns(o.Id)).ToArray())];
        Silencing = [.. Organs.Select(o => limits.Where(l => !l.Limit.Votes(o.Id)).ToArray())];
    }

    // What an event enacts is struck with the clause it changes, and is addressed by the event as well.
    private int AddRule(ClauseId clause, int number, Rule rule, HistoricalEvent? enactedBy = null)
    {
        var name = number == 0 ? clause.Text : $"{clause.Text}/{number + 1}";
        var since = enactedBy is null ? "" : $" ({enactedBy.Date:yyyy-MM-dd}: {enactedBy.Name})";
        var provision = AddProvision(name, since, rule, clause, number);
        foreach (var tail in rule.Tails)
            AddProvision($"{name}/{Charter.TailName(tail)}", since, tail, clause, number);
        _rules.Add(new CompiledRule(_rules.Count, provision, clause, number, rule, Key.Of(name + since)));
        return _rules.Count - 1;
    }

    private int AddProvision(string name, string since, Provision provision, ClauseId clause, int number)
    {
        var struck = Scenario.Strikes.GetValueOrDefault(name);
        name += since;
        var alternatives = provision.Alternatives;
        var reference = alternatives.Length == 0 ? null : alternatives[0].Rule;
        var successor = alternatives.Length == 0 ? null : alternatives[Math.Min(struck?.Reference ?? 0, alternatives.Length - 1)].Rule;
        var index = _provisions.Count;
        var from =
            struck is null ? NeverStruck
            : struck.From is { } day ? Math.Max(0, Scenario.Calendar.At(day).Index)
            : 0;
        var shareSlot = Parameters.Slot(provision.Share);
        _provisions.Add(new CompiledProvision(index, name, Key.Of(name), provision, shareSlot, reference, successor, from));
        _provisionOf.TryAdd(provision, index);
        foreach (var other in new[] { reference, successor }.OfType<Rule>().Distinct<Rule>(ReferenceEqualityComparer.Instance))
        {
            _rules.Add(new CompiledRule(_rules.Count, -1, clause, number, other, Key.Mix(Key.Of(name), 1)));
            foreach (var parameter in other.Parameters.Concat(other.Tails.SelectMany(t => t.Parameters)))
                Parameters.Slot(parameter);
        }
        return index;
    }

    private void CompileEvents() =>
        Events = [
            .. Scenario
                .Events.Select(e => (Scenario.Calendar.At(e.Date).Index, e, Key.Of(e.Name)))
                .Where(x => x.Index >= 0 && x.Index < Turns)
                .OrderBy(x => x.e.Date)
                .ThenBy(x => x.Item3),
        ];

    private void LayOutTime()
    {
        var calendar = Scenario.Calendar;
        var turns = Enumerable.Range(0, Turns).Select(t => new Turn(t)).ToArray();
        Months = [.. turns.Select(calendar.MonthsOf)];
        MonthsGone = [.. turns.Select(calendar.MonthsBefore)];
        var even = calendar.Step.IsEven;
        Ticks = [.. turns.Select(t => even ? t.Index : calendar.FirstDayOf(t).DayNumber - calendar.From.DayNumber)];
        MonthsATick = even ? calendar.MonthsOf(new Turn(0)) : (calendar with { Step = Step.Day }).MonthsOf(new Turn(0));
        // A term of n months ends in the turn that takes the last day of the turn before into another stretch of n months.
        TermEnds =
        [
            .. Organs.Select(o =>
                o.Term.Months is { } n
                    ? turns
                        .Select(t => t.Index > 0 && calendar.LastMonthOf(t) / n > calendar.LastMonthOf(new Turn(t.Index - 1)) / n)
                        .ToArray()
                    : []
            ),
        ];
    }

    private void LayOutMeetings()
    {
        var calendar = Scenario.Calendar;
        var days = Organs.Select(o => o.Meets.Days(calendar.From, calendar.Until).ToHashSet()).ToArray();
        // A newly elected body meets at once: a congress is followed by its first plenum.
        foreach (var organ in Organs.Where(o => o.Term.Until is not null && !o.IsOffice))
            days[organ.Id.Index].UnionWith(days[organ.Term.Until!.Value.Index]);
        Meets = [.. days.Select(d => Held(d))];
        MonthsWithMeetingOf = [.. days.Select(MonthsHeld)];
        var any = Organs.Where(o => !o.IsOffice).SelectMany(o => days[o.Id.Index]).ToHashSet();
        (AnyMeets, MonthsWithMeeting) = (Held(any), MonthsHeld(any));
    }

    private bool[] Held(IEnumerable<DateOnly> days)
    {
        var held = new bool[Turns];
        foreach (var turn in days.Select(d => Scenario.Calendar.At(d).Index).Where(t => t >= 0 && t < Turns))
            held[turn] = true;
        return held;
    }

    private double[] MonthsHeld(IEnumerable<DateOnly> days)
    {
        var months = new double[Turns];
        foreach (var month in days.GroupBy(d => (d.Year, d.Month), d => Scenario.Calendar.At(d).Index))
        {
            var turns = month.Distinct().Where(t => t >= 0 && t < Turns).ToArray();
            foreach (var turn in turns)
                months[turn] += 1.0 / turns.Length;
        }
        return months;
    }

    // Those whose term ends with another organ's renewal come after it; offices come after their body.
    private void PlaceInOrder()
    {
        var place = new int[Organs.Length];
        for (var i = 0; i < place.Length; i++)
            place[OrgansByKey[i]] = i;
        var before = new int[Organs.Length];
        var pairs = Organs.SelectMany(o => Before(o.Id.Index).Where(b => b != o.Id.Index).Select(b => (Before: b, After: o.Id.Index)));
        var after = pairs.ToLookup(x => x.Before, x => x.After);
        foreach (var later in after.SelectMany(x => x))
            before[later]++;
        var waiting = new SortedSet<int>(place);
        var ready = new SortedSet<int>(place.Where((_, organ) => before[organ] == 0));
        var order = new List<int>();
        while (waiting.Count > 0)
        {
            // In a circle nobody is ready: then the first in order of key goes first.
            var next = ready.Count > 0 ? ready.Min : waiting.Min;
            waiting.Remove(next);
            ready.Remove(next);
            order.Add(OrgansByKey[next]);
            foreach (var later in after[OrgansByKey[next]])
            {
                if (--before[later] == 0 && waiting.Contains(place[later]))
                    ready.Add(place[later]);
            }
        }
        ElectionOrder = [.. order];
    }

    private IEnumerable<int> Before(int organ)
    {
        if (Organs[organ].Term.Until is { } until)
            yield return until.Index;
        if (Organs[organ].OfficeOf is { } body)
            yield return body.Index;
    }

    private CompiledInfluence[] CompileInfluences()
    {
        var influences = new List<CompiledInfluence>();
        for (var r = 0; r < _rules.Count; r++)
        {
            var rule = _rules[r];
            if (rule.Provision < 0)
                continue;
            foreach (var influence in rule.Rule.Influences)
                influences.Add(Compile(influence, rule.Provision, r));
            foreach (var tail in rule.Rule.Tails)
            {
                foreach (var influence in tail.InfluencesOn(rule.Rule))
                    influences.Add(Compile(influence, ProvisionOf(tail), r));
            }
        }
        return [.. influences.OrderBy(i => _provisions[i.Provision].Key).ThenBy(i => Organs[i.To].Key).ThenBy(i => Organs[i.From].Key)];

        static CompiledInfluence Compile(Influence i, int provision, int rule) => new(i.From.Index, i.To.Index, i.Hold, provision, rule);
    }

    private (int, int) QuestionOf()
    {
        if (Scenario.Question is { } q)
            return (q.DecisiveBody.Index, q.Prize.Index);
        var prize = Organs.Where(o => !o.IsOffice && !o.Counted && o.Joins.IsEmpty).MaxBy(o => (o.Rank, o.Key))?.Id.Index ?? 0;
        return (prize, prize);
    }
}

/// <summary>An influence with the provision and rule that give it.</summary>
internal readonly record struct CompiledInfluence(int From, int To, Hold Hold, int Provision, int Rule);
