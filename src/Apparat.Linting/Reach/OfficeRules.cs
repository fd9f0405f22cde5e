using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>A condition of entry that looks at one person's own offices, past and present.</summary>
/// <param name="Kind">What is looked at.</param>
/// <param name="Mask">Seats, or marks of seats once held.</param>
/// <param name="Provision">Where it is written.</param>
internal readonly record struct Condition(ConditionKind Kind, ulong Mask, string Provision)
{
    public bool Holds(ulong held, ulong marks) =>
        Kind switch
        {
            ConditionKind.Sits => (held & Mask) != 0,
            ConditionKind.HasSat => (marks & Mask) != 0,
            _ => (marks & Mask) == 0,
        };
}

internal enum ConditionKind
{
    /// <summary>Sits in one of some organs.</summary>
    Sits,

    /// <summary>Has sat in an organ.</summary>
    HasSat,

    /// <summary>Has not yet served as often as one may.</summary>
    NotTooOften,
}

/// <summary>An organ that acts by a majority.</summary>
internal readonly record struct Say(OrganId Organ, Majority Majority);

/// <summary>What must be agreed: any one of the says is enough, and so is nobody's being there to refuse, if <paramref name="Silent"/>.</summary>
internal sealed record Agreement(ImmutableArray<Say> Any, bool Silent);

/// <summary>A way into an organ.</summary>
internal sealed record Entry(
    string Provision,
    ReachAct Act,
    OrganId? Actor,
    int Post,
    ImmutableArray<Agreement> Agreements,
    ImmutableArray<OrganId> Agreed,
    ImmutableArray<Condition> Conditions,
    bool Renews,
    int Line
);

/// <summary>A way out of an organ against one's will.</summary>
internal sealed record Exit(string Provision, bool Expels, OrganId Actor, int Post, Agreement Agreement);

/// <summary>
/// The rules of a charter about who may come to hold what: ways in, ways out, and what one person must or may not hold. Only what can bear on
/// one organ is kept, since seats that no way to it passes change nothing.
/// </summary>
internal sealed class OfficeRules
{
    /// <summary>More organs than this that bear on one another are not looked at.</summary>
    public const int MostPosts = 64;

    // Nobody need enter one organ more often than this on the way to another.
    private const int MostTerms = 8;
    private readonly int[] _postOf;
    private readonly List<(int Post, int Time)> _marked = [];
    private readonly List<(string Name, Clause Clause, Rule Rule)> _rules;

    public OfficeRules(LintContext context, OrganId goal, IReadOnlySet<string> struck, bool everybody)
    {
        Charter = context.Charter;
        _rules =
        [
            .. context.Graph.Provisions.Where(p => p.Provision is Rule && !struck.Contains(p.Name)).Select(p => (p.Name, p.Clause, p.Head)),
        ];
        Norms = [.. _rules.SelectMany(r => r.Rule.AllNorms.Select(n => (r.Name, n)))];
        Posts = [.. Bearing(goal, everybody).Order().Select(i => new OrganId(i))];
        _postOf = new int[Charter.Organs.Length];
        Array.Fill(_postOf, -1);
        if (IsTooLarge)
            return;
        for (var i = 0; i < Posts.Length; i++)
            _postOf[Posts[i].Index] = i;
        Goal = PostOf(goal);
        Seats = [.. Posts.Select(p => Charter[p].Seats)];
        GivesUp = [.. Posts.Select(p => Sitting(Membership(p).SelectMany(Excluded)) & ~Sitting(Membership(p)))];
        NextMarks = new ulong[Posts.Length];
        Entries = [.. Posts.SelectMany((p, i) => EntriesOf(p, i))];
        // Whoever takes an office has sat in the body it heads.
        BodyMarks = [.. Posts.Select(p => Charter[p].OfficeOf is { } body && PostOf(body) is >= 0 and var b ? NextMarks[b] : 0)];
        Exits = [.. Posts.SelectMany(ExitsOf)];
    }

    public Charter Charter { get; }

    /// <summary>Norms in force with the names of their sentences.</summary>
    public ImmutableArray<(string Name, Norm Norm)> Norms { get; }

    /// <summary>Organs of persons that bear on the goal.</summary>
    public ImmutableArray<OrganId> Posts { get; }

    /// <summary>True if there are too many of them.</summary>
    public bool IsTooLarge => Posts.Length > MostPosts;

    public int Goal { get; }

    public ImmutableArray<int> Seats { get; } = [];

    /// <summary>Seats given up by taking a seat of a post.</summary>
    public ImmutableArray<ulong> GivesUp { get; } = [];

    /// <summary>Marks of having held a post once, twice and so on, as far as a rule asks.</summary>
    public ulong[] NextMarks { get; } = [];

    /// <summary>Marks of the body that a post heads.</summary>
    public ImmutableArray<ulong> BodyMarks { get; } = [];

    public ImmutableArray<Entry> Entries { get; } = [];

    public ImmutableArray<Exit> Exits { get; } = [];

    /// <summary>The post of an organ; -1 if it has none.</summary>
    public int PostOf(OrganId organ) => _postOf[organ.Index];

    public string Name(int post) => Charter[Posts[post]].Name;

    /// <summary>True if its members are counted and not named: a congress of delegates, an association.</summary>
    public bool IsMass(OrganId organ) => Charter[organ] is { Counted: true } or { Count: not null };

    /// <summary>The organs whose members vote in an organ: its parts, or itself.</summary>
    public IEnumerable<OrganId> Voting(OrganId organ) =>
        (Charter[organ].Joins is { IsEmpty: false } parts ? parts.SelectMany(Voting) : [organ]).Where(o =>
            _rules.TrueForAll(r => r.Rule is not Limit limit || limit.Votes(o))
        );

    /// <summary>Who leads the delegations to a counted body; empty if nobody does.</summary>
    public IEnumerable<OrganId> Leaders(OrganId organ) =>
        _rules
            .Where(r => r.Rule is SelectionRule { EachFillsAPart: true } s && s.Fills.Contains(organ))
            .SelectMany(r => r.Rule.Influences.Where(i => i.Hold == Hold.Fill && i.To == organ).Select(i => i.From));

    /// <summary>How many must be there for an organ to act.</summary>
    public int Quorum(OrganId organ) =>
        Norms
            .Select(n => n.Norm)
            .OfType<QuorumNorm>()
            .Where(q => q.Body == organ && q.Of == organ && !q.Adjourned)
            .Select(q => q.Least.In(Charter[organ].Seats))
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>True if a power can add seats to a post.</summary>
    public bool CanGrow(int post) => _rules.Exists(r => r.Rule is Power { Resizes: { } target } && target == Posts[post]);

    /// <summary>The years of standing an organ asks for; 0 for none.</summary>
    public int Years(OrganId organ) =>
        Norms.Select(n => n.Norm).OfType<StandingNorm>().Where(s => s.Organ == organ).Select(s => s.Years).DefaultIfEmpty(0).Max();

    /// <summary>Caps on how many of a post's members share something.</summary>
    public IEnumerable<(string Provision, AttributeId Attribute, int Most)> Caps(int post) =>
        from n in Norms
        where n.Norm is SharingNorm s && s.Body == Posts[post]
        let cap = (SharingNorm)n.Norm
        select (n.Name, cap.Attribute, MostOf(cap.Most, Seats[post]));

    /// <summary>What a person holds, and which marks it has, after taking a seat.</summary>
    public void Take(int post, ref ulong held, ref ulong marks)
    {
        held = (held & ~GivesUp[post]) | (1UL << post);
        marks |= Lowest(NextMarks[post] & ~marks);
        if ((marks & BodyMarks[post]) == 0)
            marks |= Lowest(BodyMarks[post]);
    }

    /// <summary>The seats by which somebody sits in an organ: its own and those of its heads.</summary>
    public ulong Sitting(OrganId organ) => Mask(Heads(organ).Prepend(organ));

    private static ulong Lowest(ulong marks) => marks & (0 - marks);

    private static int MostOf(Quantity most, int size) => most.IsShare ? (int)((long)most.Number * size / most.OutOf) : most.Number;

    private bool IsPost(OrganId organ) => Charter[organ].Joins.IsEmpty && !IsMass(organ);

    private ulong Mask(IEnumerable<OrganId> organs) =>
        organs.Aggregate(0UL, (mask, o) => PostOf(o) is >= 0 and var p ? mask | (1UL << p) : mask);

    private ulong Sitting(IEnumerable<OrganId> organs) => organs.Aggregate(0UL, (mask, o) => mask | Sitting(o));

    // An office and the body in which its holder sits by it.
    private IEnumerable<OrganId> Membership(OrganId organ) => Charter[organ].OfficeOf is { } body ? [organ, body] : [organ];

    private IEnumerable<OrganId> Excluded(OrganId organ) =>
        Norms
            .Select(n => n.Norm)
            .OfType<EligibilityNorm>()
            .Where(e => e.Kind == Eligibility.MayNotHold && e.Organ == organ)
            .Select(e => e.Other);

    // Organs met on the way back from the goal: what must be held for it, who fills it, who empties it.
    // Whoever is expelled from one organ leaves all others too, so where not everybody is willing every organ one can be expelled from bears on it.
    private IEnumerable<int> Bearing(OrganId goal, bool everybody)
    {
        var found = new HashSet<OrganId>();
        var next = new Stack<OrganId>([goal]);
        if (!everybody)
        {
            foreach (var expulsion in _rules.SelectMany(r => r.Rule.AllInfluences).Where(i => i.Hold == Hold.Expel))
                next.Push(expulsion.To);
        }
        while (next.TryPop(out var at))
        {
            if (!found.Add(at))
                continue;
            var before = IsPost(at) ? Before(at) : Charter[at].Joins.Concat(Leaders(at));
            foreach (var organ in before)
                next.Push(organ);
        }
        return found.Where(IsPost).Select(o => o.Index);
    }

    private IEnumerable<OrganId> Before(OrganId at)
    {
        var holders = _rules
            .SelectMany(r => r.Rule.AllInfluences)
            .Where(i => i.To == at && i.Hold is not (Hold.Agenda or Hold.Papers or Hold.Press))
            .Select(i => i.From)
            .SelectMany(o => Heads(o).Prepend(o));
        var lines = _rules
            .Select(r => r.Rule)
            .OfType<SelectionRule>()
            .Where(s => s.Fills.Contains(at))
            .SelectMany(s => s.Tails.Select(t => t.OnlyFrom).Append(s.ByVirtueOf).Append(s.InLineFrom))
            .OfType<OrganId>();
        var others = Norms
            .Select(n => n.Norm)
            .OfType<EligibilityNorm>()
            .Where(e => e.Organ == at && e.Kind != Eligibility.MayNotHold)
            .Select(e => e.Other);
        // Whoever heads a body sits in it.
        return [.. holders, .. lines, .. others, .. Heads(at), .. Charter[at].Closed ? Charter[at].Pool : []];
    }

    private IEnumerable<OrganId> Heads(OrganId body) => Charter.Organs.Where(o => o.OfficeOf == body).Select(o => o.Id);

    private IEnumerable<Entry> EntriesOf(OrganId organ, int post)
    {
        var conditions = ConditionsOf(organ).ToList();
        foreach (var (name, _, rule) in _rules)
        {
            var actors = rule.Influences.Where(i => i.Hold == Hold.Fill && i.To == organ).Select(i => i.From).ToList();
            if (rule is SelectionRule s ? !s.Fills.Contains(organ) : actors.Count == 0)
                continue;
            var selection = rule as SelectionRule;
            ImmutableArray<Condition> own =
            [
                .. conditions,
                .. rule
                    .Tails.Where(t => t.OnlyFrom is { } from && IsPost(from))
                    .Select(t => new Condition(ConditionKind.Sits, Sitting(t.OnlyFrom!.Value), $"{name}/{Charter.TailName(t)}")),
                .. new[] { selection?.ByVirtueOf, selection?.InLineFrom }
                    .OfType<OrganId>()
                    .Where(IsPost)
                    .Select(o => new Condition(ConditionKind.Sits, Sitting(o), name)),
            ];
            var renews =
                selection is { OnlyVacancies: false, ByVirtueOf: null, InLineFrom: null }
                && (Charter[organ].Term is { Months: not null } or { Until: not null } || rule.Tails.Any(t => t.Ends is not null));
            var (agreements, agreed) = AgreementsOn(rule, organ);
            if (actors.Count == 0)
            {
                var act =
                    selection?.ByVirtueOf is not null ? ReachAct.ComesWith
                    : selection?.InLineFrom is not null ? ReachAct.NextInLine
                    : ReachAct.Falls;
                yield return new(name, act, null, post, agreements, agreed, own, renews, selection?.InLineFrom is { } l ? PostOf(l) : -1);
            }
            foreach (var actor in actors)
            {
                var votes = selection is null || selection.Electors == actor;
                yield return new(
                    name,
                    votes ? ReachAct.Elects : ReachAct.Names,
                    actor,
                    post,
                    [votes ? Voting(rule, actor) : Naming(actor), .. agreements],
                    agreed,
                    own,
                    renews,
                    -1
                );
            }
        }
    }

    private IEnumerable<Condition> ConditionsOf(OrganId organ)
    {
        foreach (var (name, norm) in Norms)
        {
            switch (norm)
            {
                case EligibilityNorm { Kind: Eligibility.MustHold } e when e.Organ == organ && IsPost(e.Other):
                    yield return new(ConditionKind.Sits, Sitting(e.Other), name);
                    break;
                case EligibilityNorm { Kind: Eligibility.MustHaveHeld } e when e.Organ == organ && IsPost(e.Other):
                    yield return new(ConditionKind.HasSat, Mark(PostOf(e.Other), 1), name);
                    break;
                case TermLimitNorm { InAll: true, Terms: <= MostTerms } t when t.Organ == organ:
                    yield return new(ConditionKind.NotTooOften, Mark(PostOf(organ), t.Terms), name);
                    break;
            }
        }
        if (Charter[organ] is { Closed: true, Pool: { IsEmpty: false } pool } && pool.All(IsPost))
            yield return new(ConditionKind.Sits, Sitting(pool), "");
    }

    private ulong Mark(int post, int time)
    {
        for (var t = 1; t <= time; t++)
        {
            if (!_marked.Contains((post, t)))
                _marked.Add((post, t));
            NextMarks[post] |= 1UL << _marked.IndexOf((post, t));
        }
        return 1UL << _marked.IndexOf((post, time));
    }

    /// <summary>The organ and the time of a mark.</summary>
    public (int Post, int Time) Marked(int mark) => _marked[mark];

    private Agreement Voting(Rule rule, OrganId by) => new([new Say(by, rule.By(by).Majority)], Silent: false);

    // Where a body names without a vote, its head alone is enough.
    private Agreement Naming(OrganId by) => new([.. Heads(by).Prepend(by).Select(o => new Say(o, Majority.Simple))], Silent: false);

    private (ImmutableArray<Agreement>, ImmutableArray<OrganId>) AgreementsOn(Rule rule, OrganId organ)
    {
        var agreements = ImmutableArray.CreateBuilder<Agreement>();
        var agreed = ImmutableArray.CreateBuilder<OrganId>();
        foreach (var tail in rule.Tails)
        {
            foreach (var i in tail.InfluencesOn(rule).Where(i => i.To == organ))
            {
                // A list that decides is needed while there is anybody to draw it up.
                if (i is { Hold: Hold.List, Decides: true })
                    agreements.Add(Naming(i.From) with { Silent = true });
                else if (i.Hold == Hold.Confirm)
                    agreements.Add(new([new Say(i.From, Majority.Simple)], tail.SettlesSilence));
                else
                    continue;
                agreed.Add(i.From);
            }
        }
        foreach (var (_, _, other) in _rules.Where(r => r.Rule is not SelectionRule))
        {
            foreach (var i in other.Influences.Where(i => i.Hold == Hold.Confirm && i.To == organ))
            {
                agreements.Add(Voting(other, i.From) with { Silent = other.Tails.Any(t => t.SettlesSilence) });
                agreed.Add(i.From);
            }
        }
        return (agreements.ToImmutable(), agreed.ToImmutable());
    }

    private IEnumerable<Exit> ExitsOf(OrganId organ, int post) =>
        from r in _rules
        from i in r.Rule.Influences
        where i.To == organ && (i.Hold is Hold.Remove or Hold.Expel)
        select new Exit(r.Name, i.Hold == Hold.Expel, i.From, post, Voting(r.Rule, i.From));
}
