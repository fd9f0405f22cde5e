using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>
/// Whether persons can come to hold seats under the rules: the reachability problem of administrative role-based access control (Sasturkar,
/// Yang, Stoller and Ramakrishnan 2006; Jha, Li, Tripunitara, Wang and Winsborough 2008) read for charters. One person's own offices are
/// looked at first; the joint search decides only where an organ that must act can come to stand empty. The general problem is PSPACE-hard,
/// so a search that grows beyond its bound says that it is not settled.
/// </summary>
public sealed class Reachability
{
    private const int MostCut = 4;
    private const int MostTried = 400;
    private const int MostNewcomers = 3;
    private readonly LintContext _context;
    private readonly Cast _cast;
    private readonly CancellationToken _cancel;
    private long _states;

    private Reachability(LintContext context, Cast cast, CancellationToken cancel) => (_context, _cast, _cancel) = (context, cast, cancel);

    /// <summary>The answer with its witness or proof, choke points and smallest cuts.</summary>
    /// <param name="context">The charter.</param>
    /// <param name="cast">Who holds what on the first day.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="withCuts">False for the answer alone.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <exception cref="ArgumentException">The organ is not one of persons, has fewer seats, or there are fewer persons.</exception>
    public static ReachAnswer Of(
        LintContext context,
        Cast cast,
        ReachQuestion question,
        bool withCuts = true,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(cast);
        ArgumentNullException.ThrowIfNull(question);
        Refuse(context.Charter, question);
        var search = new Reachability(context, cast, cancel);
        var found = search.Find(question);
        var answer = search.Tell(question, found);
        return withCuts && found is { Verdict: ReachVerdict.Yes, Deeds.IsEmpty: false }
            ? search.WithCuts(answer, found)
            : answer with
            {
                States = search._states,
            };
    }

    /// <summary>How near everybody is, one by one: the named, and a newcomer.</summary>
    public static ImmutableArray<ReachDistance> Distances(
        LintContext context,
        Cast cast,
        ReachQuestion question,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(cast);
        ArgumentNullException.ThrowIfNull(question);
        return
        [
            .. Everyone(cast)
                .Select(p =>
                {
                    var answer = Of(context, cast, question with { Who = [p], Seats = 1 }, withCuts: false, cancel);
                    return new ReachDistance(
                        answer.Who[0],
                        answer.Verdict,
                        answer.Verdict == ReachVerdict.Yes ? answer.Steps.Length : null
                    );
                })
                .OrderBy(d => d.Acts ?? int.MaxValue)
                .ThenBy(d => d.Verdict)
                .ThenBy(d => d.Person, StringComparer.Ordinal),
        ];
    }

    /// <summary>Everybody who can be asked about: the named, and a newcomer.</summary>
    public static ImmutableArray<PersonId> Everyone(Cast cast)
    {
        ArgumentNullException.ThrowIfNull(cast);
        return [.. cast.People.Select(p => p.Id), PersonId.None];
    }

    private static void Refuse(Charter charter, ReachQuestion question)
    {
        var organ = charter[question.Organ];
        if (!organ.Joins.IsEmpty)
            throw new ArgumentException(
                $"{organ.Name} is a joint meeting of {string.Join(" and ", organ.Joins.Select(j => charter[j].Name))}: ask about one of them.",
                nameof(question)
            );
        if (organ.Counted || organ.Count is not null)
            throw new ArgumentException(
                $"{organ.Name} has members by number and not by name: ask about an office or a body of persons.",
                nameof(question)
            );
        if (question.Seats < 1 || question.Seats > organ.Seats)
            throw new ArgumentException(
                $"{organ.Name} has {organ.Seats} seats; ask about 1 to {organ.Seats}, not {question.Seats}.",
                nameof(question)
            );
        if (question.Seats > question.Who.Length)
            throw new ArgumentException(
                $"{question.Who.Length} persons cannot hold {question.Seats} seats; name more of them, or ask about fewer.",
                nameof(question)
            );
    }

    // One search: the rules as struck, the verdict, and what was found on the way.
    private Found Find(ReachQuestion question)
    {
        _cancel.ThrowIfCancellationRequested();
        var rules = new OfficeRules(_context, question.Organ, question.Struck, question.Willing is null);
        if (rules.IsTooLarge)
            return new(rules, null!, ReachVerdict.NotSettled, [], false, true, []);
        var people = new ReachCast(rules, _cast, question, NewcomersFor(rules, question));
        var acting = new Acting(rules, people, question);
        var open = EverOpen(rules, people, question);
        var own = new OwnOffices(rules, people, open, question.MostStates);
        var joint = new JointSearch(rules, people, question, open, own);
        if (joint.IsReached(people.First))
            return new(rules, people, ReachVerdict.Yes, [], true, true, open);

        var ways = new List<(int Person, ImmutableArray<Entry> Way)>();
        var (certain, hopeless) = (true, 0);
        foreach (var t in Targets(people))
        {
            var (way, sure) = own.WayOf(t, _cancel);
            certain &= sure;
            if (way is { } found)
                ways.Add((t, found));
            else if (sure)
                hopeless++;
        }
        _states += own.States;
        var targets = Targets(people).Count();
        if (targets - hopeless < question.Seats)
            return new(rules, people, ReachVerdict.No, [], false, true, open);
        if (ways.Count >= question.Seats)
        {
            var nearest = ways.OrderBy(w => w.Way.Length).ThenBy(w => w.Person).Take(question.Seats).ToList();
            if (joint.Walk(nearest) is { } walked)
                return new(rules, people, ReachVerdict.Yes, walked, certain, true, open);
        }
        var (deeds, exhausted) = joint.Search(_cancel);
        _states += joint.States;
        return new(
            rules,
            people,
            deeds is not null ? ReachVerdict.Yes
                : exhausted && IsWhole(rules, people, question) ? ReachVerdict.No
                : ReachVerdict.NotSettled,
            deeds ?? [],
            deeds is not null && people.Newcomers >= WantedNewcomers(rules),
            false,
            open
        );
    }

    private static IEnumerable<int> Targets(ReachCast people) => Enumerable.Range(0, people.Count).Where(p => people.IsTarget[p]);

    // A no of the joint search stands only if nothing was left out of it.
    private bool IsWhole(OfficeRules rules, ReachCast people, ReachQuestion question) =>
        people.Newcomers >= WantedNewcomers(rules) && (people.Everybody || Enlarging(rules, question).IsEmpty);

    private int WantedNewcomers(OfficeRules rules) =>
        _cast.People.IsEmpty || _cast.Cadres == 0 ? 0 : Math.Min(_cast.Cadres, rules.Seats.Sum());

    private int NewcomersFor(OfficeRules rules, ReachQuestion question)
    {
        var asked = question.Who.Any(p => p.IsNone) ? 1 : 0;
        return Math.Max(asked, question.Willing is null ? Math.Min(MostNewcomers, WantedNewcomers(rules)) : 0);
    }

    // Clauses that add seats where the unwilling sit are not played here.
    private ImmutableArray<Evidence> Enlarging(OfficeRules rules, ReachQuestion question) =>
        [
            .. _context
                .Graph.Provisions.Where(p =>
                    p.Provision is Power { Resizes: { } target } && rules.PostOf(target) >= 0 && !question.Struck.Contains(p.Name)
                )
                .Select(p => _context.Said(p.Name)),
        ];

    // Entries whose organs can ever act: more and more of them, as more seats can ever be held by the willing and lost by the others.
    private static ImmutableArray<Entry> EverOpen(OfficeRules rules, ReachCast people, ReachQuestion question)
    {
        var acting = new Acting(rules, people, question, atBest: true);
        ImmutableArray<Entry> open = [];
        var (emptied, expelled) = (0UL, 0UL);
        while (true)
        {
            var best = AtBest(rules, people, open, emptied, expelled);
            ImmutableArray<Entry> more = [.. rules.Entries.Where(e => acting.IsOpen(best, e))];
            var exits = rules.Exits.Where(e => acting.Agrees(best, e.Agreement)).ToList();
            var lost = more.Where(e => e.Renews)
                .Select(e => e.Post)
                .Concat(exits.Select(e => e.Post))
                .Aggregate(0UL, (m, p) => m | (1UL << p));
            var gone = exits.Where(e => e.Expels).Aggregate(0UL, (m, e) => m | (1UL << e.Post));
            if (more.Length == open.Length && lost == emptied && gone == expelled)
                return open;
            (open, emptied, expelled) = (more, lost, gone);
        }
    }

    private static Occupancy AtBest(OfficeRules rules, ReachCast people, ImmutableArray<Entry> open, ulong emptied, ulong expelled)
    {
        var best = people.First.Copy();
        var known = new Dictionary<(int, ulong, ulong), ulong>();
        for (var p = 0; p < people.Count; p++)
        {
            if (!people.IsWilling(p))
            {
                best.Held[p] = (best.Held[p] & expelled) != 0 ? 0 : best.Held[p] & ~emptied;
                continue;
            }
            var key = (people.Class[p], people.First.Held[p], people.First.Marks[p]);
            if (!known.TryGetValue(key, out var ever))
                known[key] = ever = OwnOffices.Ever(rules, people, open, p);
            best.Held[p] = ever;
        }
        for (var post = 0; post < best.Unnamed.Length && !people.Everybody; post++)
        {
            if (((emptied >> post) & 1) != 0)
                best.Unnamed[post] = 0;
        }
        return best;
    }

    private ReachAnswer Tell(ReachQuestion question, Found found)
    {
        var answer = new ReachAnswer
        {
            Question = question,
            Who = [.. question.Who.Select(p => p.IsNone ? NewcomerName : _cast.People[p.Index].Name)],
            Organ = _context.Name(question.Organ),
            IsOffice = _context.Charter[question.Organ].Seats == 1,
            Verdict = found.Verdict,
            IsShortest = found.IsShortest,
            BySinglePerson = found.BySinglePerson,
            States = _states,
        };
        if (found.People is null)
            return answer;
        return answer with
        {
            Steps = StepsOf(found),
            Proof =
                found.Verdict == ReachVerdict.No
                    ? ReachProof.Of(_context, found.Rules, found.People, found.Open, found.BySinglePerson)
                    : [],
            NotRead = found.People.Everybody ? [] : Enlarging(found.Rules, question),
        };
    }

    private string NewcomerName => _cast.Cadres > 0 ? _cast.CadreName : "a newcomer";

    private ImmutableArray<ReachStep> StepsOf(Found found)
    {
        var (rules, people) = (found.Rules, found.People);
        var steps = ImmutableArray.CreateBuilder<ReachStep>();
        var now = people.First;
        foreach (var deed in found.Deeds)
        {
            steps.Add(deed.Entry is { } entry ? Taken(rules, people, now, deed, entry) : Lost(rules, people, deed));
            now = now.After(rules, deed);
        }
        return steps.ToImmutable();
    }

    private ReachStep Taken(OfficeRules rules, ReachCast people, Occupancy now, Deed deed, Entry entry)
    {
        var (held, marks) = (now.Held[deed.Person], now.Marks[deed.Person]);
        rules.Take(entry.Post, ref held, ref marks);
        return new(
            entry.Act,
            entry.Actor is { } actor ? _context.Name(actor) : null,
            people.Name(deed.Person),
            rules.Name(entry.Post),
            rules.Seats[entry.Post] == 1,
            _context.Said(entry.Provision),
            deed.Room,
            deed.Instead switch
            {
                -2 => null,
                -1 => "whoever sits there",
                var q => people.Name(q),
            },
            [.. entry.Agreed.Distinct().Select(_context.Name)],
            [
                .. entry
                    .Conditions.Where(c => c.Kind != ConditionKind.NotTooOften)
                    .Select(c => (Need: Need(rules, c, now.Held[deed.Person]), c.Provision))
                    .DistinctBy(n => n.Need),
            ],
            [.. Names(rules, now.Held[deed.Person] & ~held)],
            people.NotBefore(deed.Person, entry.Post)
        );
    }

    private ReachStep Lost(OfficeRules rules, ReachCast people, Deed deed) =>
        new(
            deed.Exit!.Expels ? ReachAct.Expels : ReachAct.Removes,
            _context.Name(deed.Exit.Actor),
            deed.Person < 0 ? "whoever sits there" : people.Name(deed.Person),
            rules.Name(deed.Exit.Post),
            rules.Seats[deed.Exit.Post] == 1,
            _context.Said(deed.Exit.Provision),
            MadeRoom.Empty,
            null,
            [],
            [],
            [],
            null
        );

    private static string Need(OfficeRules rules, Condition condition, ulong held)
    {
        if (condition.Kind == ConditionKind.HasSat)
            return $"has sat in {rules.Name(rules.Marked(System.Numerics.BitOperations.TrailingZeroCount(condition.Mask)).Post)}";
        var by = condition.Mask & held;
        return $"sits in {rules.Name(System.Numerics.BitOperations.TrailingZeroCount(by == 0 ? condition.Mask : by))}";
    }

    private static IEnumerable<string> Names(OfficeRules rules, ulong posts) =>
        Enumerable.Range(0, rules.Posts.Length).Where(p => ((posts >> p) & 1) != 0).Select(rules.Name);

    private ReachAnswer WithCuts(ReachAnswer answer, Found found)
    {
        var question = answer.Question;
        var clauses = ProvisionsOf(found);
        var single = clauses.Where(c => Without(question, [c]).Verdict == ReachVerdict.No).ToList();
        var seats = question.Seats > 1 ? [] : SeatsOnEveryWay(question, found);
        var (cuts, exact) =
            single.Count > 0 ? ([.. single.Select(s => ImmutableHashSet.Create(s))], true) : SmallestCuts(question, clauses);
        return answer with
        {
            ChokeClauses = _context.Said(single),
            ChokeSeats = seats,
            Cuts =
            [
                .. cuts.Select(c => new ReachCut(
                        _context.Said(c.OrderBy(Place)),
                        ClosesToAll(question with { Struck = question.Struck.Union(c) })
                    ))
                    .OrderBy(c => c.ClosesToAll),
            ],
            CutsAreExact = exact,
            States = _states,
        };
    }

    private Found Without(ReachQuestion question, IEnumerable<string> clauses) =>
        Find(question with { Struck = question.Struck.Union(clauses) });

    private int Place(string provision)
    {
        var all = _context.Graph.Provisions;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Name == provision)
                return i;
        }
        return all.Length;
    }

    private static List<string> ProvisionsOf(Found found) =>
        [.. found.Deeds.Select(d => d.Entry?.Provision ?? d.Exit!.Provision).Distinct()];

    private ImmutableArray<string> SeatsOnEveryWay(ReachQuestion question, Found found) =>
        [
            .. found
                .Deeds.Where(d => d.Entry is { } e && found.People.IsTarget[d.Person] && e.Post != found.Rules.Goal)
                .Select(d => found.Rules.Posts[d.Entry!.Post])
                .Distinct()
                .Where(o => Find(question with { Barred = question.Barred.Add(o) }).Verdict == ReachVerdict.No)
                .Select(_context.Name),
        ];

    // Every smallest set that meets every way: each way found must be met by one of its own clauses (bounded search tree).
    private (List<ImmutableHashSet<string>> Cuts, bool Exact) SmallestCuts(ReachQuestion question, List<string> first)
    {
        var tried = new HashSet<string>(StringComparer.Ordinal);
        var exact = true;
        for (var size = 2; size <= MostCut; size++)
        {
            var cuts = new List<ImmutableHashSet<string>>();
            tried.Clear();
            foreach (var clause in first)
                Branch([clause], size - 1, cuts);
            if (cuts.Count > 0 || !exact)
                return (cuts, exact);
        }
        return ([], false);

        void Branch(ImmutableHashSet<string> struck, int left, List<ImmutableHashSet<string>> cuts)
        {
            if (!tried.Add(string.Join('|', struck.Order(StringComparer.Ordinal))))
                return;
            if (tried.Count > MostTried)
            {
                exact = false;
                return;
            }
            var found = Without(question, struck);
            if (found.Verdict == ReachVerdict.No)
                cuts.Add(struck);
            else if (found.Verdict == ReachVerdict.NotSettled)
                exact = false;
            else if (left > 0)
            {
                foreach (var clause in ProvisionsOf(found))
                    Branch(struck.Add(clause), left - 1, cuts);
            }
        }
    }

    private bool ClosesToAll(ReachQuestion question)
    {
        var sitting = _cast.People.Where(p => p.Holds.Contains(question.Organ)).Select(p => p.Id).ToHashSet();
        var others = Everyone(_cast).Where(p => !sitting.Contains(p)).ToImmutableArray();
        return Find(question with { Who = others, Seats = 1 }).Verdict == ReachVerdict.No;
    }

    private sealed record Found(
        OfficeRules Rules,
        ReachCast People,
        ReachVerdict Verdict,
        ImmutableArray<Deed> Deeds,
        bool IsShortest,
        bool BySinglePerson,
        ImmutableArray<Entry> Open
    );
}
