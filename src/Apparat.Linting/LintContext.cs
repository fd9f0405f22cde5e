using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>A charter as rules see it: its graph, its sentences, and the analyses that several rules share, each worked out once when asked for.</summary>
public sealed class LintContext
{
    private readonly Func<string, string> _wording;
    private readonly Lazy<LoopGains> _gains;
    private readonly Lazy<ImmutableArray<InfluenceEdge>> _ordinary;
    private readonly Lazy<CaptureGame> _game;
    private readonly Dictionary<string, CaptureSets> _costs = [];

    /// <summary>A charter to be looked at.</summary>
    /// <param name="charter">The charter.</param>
    /// <param name="wording">The sentence of a rule by its name, such as <c>C2</c>; null to show the clause's own words.</param>
    /// <param name="priorOf">The prior in force for a parameter; null for its own.</param>
    /// <param name="from">The day from which attackers set out; null to count months only.</param>
    public LintContext(
        Charter charter,
        Func<string, string>? wording = null,
        Func<Parameter, Distribution>? priorOf = null,
        DateOnly? from = null
    )
    {
        ArgumentNullException.ThrowIfNull(charter);
        Charter = charter;
        Graph = InfluenceGraph.Of(charter);
        PriorOf = priorOf ?? (p => p.Prior);
        _wording = wording ?? (name => Graph.Provisions.First(p => p.Name == name).Clause is var c ? c.Says ?? c.Gist ?? "" : "");
        _gains = new(() => new LoopGains(Graph, PriorOf));
        From = from;
        _game = new(() => CaptureGame.Of(Graph, null, Mean));
        _ordinary = new(() => [.. Graph.OrdinarySelection()]);
    }

    /// <summary>The charter.</summary>
    public Charter Charter { get; }

    /// <summary>Who has which hold on whom.</summary>
    public InfluenceGraph Graph { get; }

    /// <summary>The prior in force for a parameter.</summary>
    public Func<Parameter, Distribution> PriorOf { get; }

    /// <summary>The day from which attackers set out; null if none is known.</summary>
    public DateOnly? From { get; }

    /// <summary>
    /// The only measures wanted of a finding, by name, where thousands of charters are looked at for one threshold: stories, notes and
    /// cuts are then left out. Null for everything.
    /// </summary>
    public IReadOnlySet<string>? Only { get; init; }

    /// <summary>The charter as a captor sees it.</summary>
    public CaptureGame Game => _game.Value;

    /// <summary>Every rule with the name by which it is struck and its clause, in the order of the document.</summary>
    public IEnumerable<(string Name, Clause Clause, Rule Rule)> Rules =>
        Graph.Provisions.Where(p => p.Provision is Rule).Select(p => (p.Name, p.Clause, p.Head));

    /// <summary>What the charter lays down beside holds, of one kind, with the rule that does.</summary>
    public IEnumerable<(string Name, Rule Rule, TNorm Norm)> Norms<TNorm>()
        where TNorm : Norm => Rules.SelectMany(r => r.Rule.AllNorms.OfType<TNorm>().Select(n => (r.Name, r.Rule, n)));

    /// <summary>Names of the rules that lay down something of a kind.</summary>
    public ImmutableHashSet<string> NamesOf<TNorm>()
        where TNorm : Norm => [.. Norms<TNorm>().Select(n => n.Name)];

    /// <summary>Holds on what an organ knows, rolls of voters and counts of votes excluded.</summary>
    public IEnumerable<InfluenceEdge> Files
    {
        get
        {
            var others = NamesOf<RollNorm>().Union(NamesOf<CountNorm>());
            return Graph.Edges.Where(e => e.Hold == Hold.Papers && !others.Contains(e.Provision));
        }
    }

    /// <summary>How many sit in an organ: members in the mean of their prior, seats with those of a joint meeting.</summary>
    public int SizeOf(OrganId organ) =>
        Charter[organ].Joins is { IsEmpty: false } parts ? parts.Sum(SizeOf)
        : Charter[organ].Count is { } count ? Math.Max(1, (int)Math.Round(Mean(count)))
        : Charter[organ].Seats;

    /// <summary>How many usually turn up, in the mean; all where no turnout is given. Votes that an organ holds are always cast.</summary>
    public int UsuallyPresent(OrganId organ) => Charter[organ].Turnout is null ? SizeOf(organ) : Meeting(organ, Majority.Simple).Present;

    /// <summary>True if votes go by what is held and not by heads, so that so many votes may be those of fewer people.</summary>
    public bool ByShares(OrganId body) =>
        Norms<SharesNorm>().Any(n => n.Norm.Body == body) || Norms<HoldingNorm>().Any(n => n.Norm.Body == body);

    /// <summary>True if seats are those of ordinary members, who count only when they turn up.</summary>
    public bool IsOfMembers(SeatClass seats)
    {
        ArgumentNullException.ThrowIfNull(seats);
        return seats.Organ is { } organ && Charter[organ].Count is not null;
    }

    /// <summary>A meeting of members at the means of their number and turnout.</summary>
    public MemberMeeting Meeting(OrganId members, Majority majority) => MemberMeeting.Of(Graph, members, majority, Mean);

    /// <summary>Elections in which a body votes, by the name of their rule, that which takes the fewest votes first.</summary>
    public IEnumerable<(string Name, Majority Majority)> ElectionsBy(OrganId voters) =>
        Rules
            .Where(r => r.Rule is SelectionRule { OnlyVacancies: false, Electors: { } electors } && electors == voters)
            .Select(r => (r.Name, r.Rule.By(voters).Majority))
            .OrderBy(e => e.Majority.Needed(SizeOf(voters)));

    /// <summary>As many seats of a body of members as carry its votes, had from a month on: where an attack by them starts.</summary>
    internal (SeatClass Class, int Seats, int Month) Voting(OrganId members, Majority majority, int month) =>
        (Game.Classes.First(c => c.Organ == members), Meeting(members, majority).Insiders ?? SizeOf(members), month);

    /// <summary>Holds of those who choose an organ or can remove its members, from outside it.</summary>
    public IEnumerable<InfluenceEdge> JudgesOf(OrganId organ) =>
        Ordinary
            .Where(e => e.Hold == Hold.Fill)
            .Concat(Graph.Edges.Where(e => e.Hold is Hold.Remove or Hold.Expel))
            .Where(e => e.To == Graph[organ].Index && e.From != e.To);

    /// <summary>The holds by which seats are ordinarily filled.</summary>
    public ImmutableArray<InfluenceEdge> Ordinary => _ordinary.Value;

    /// <summary>Rules that let somebody choose whom to put into vacancies of an organ that is ordinarily filled otherwise.</summary>
    public IEnumerable<(string Name, SelectionRule Rule, OrganId Target)> Casual
    {
        get
        {
            var elections = Rules.Select(r => r.Rule).OfType<SelectionRule>().Where(r => !r.OnlyVacancies).ToList();
            var ordinarily = elections.SelectMany(r => r.Fills).ToHashSet();
            // Electors who vote again for an empty seat only do early what they do anyway.
            var again = elections.SelectMany(r => r.Fills.Select(f => (r.Electors, (OrganId?)f))).ToHashSet();
            return Rules
                .Where(r => r.Rule is SelectionRule { OnlyVacancies: true })
                .SelectMany(r =>
                    r.Rule.Influences.Where(i => i.Hold == Hold.Fill && ordinarily.Contains(i.To) && !again.Contains((i.From, i.To)))
                        .Select(i => (r.Name, (SelectionRule)r.Rule, i.To))
                );
        }
    }

    /// <summary>Bodies of several persons that elect or decide by vote, joint meetings among them, in the order of the charter.</summary>
    public IEnumerable<Organ> VotingBodies
    {
        get
        {
            var deciding = Rules
                .Select(r => r.Rule is SelectionRule { Electors: { } electors } ? electors : (r.Rule as Power)?.Holder)
                .OfType<OrganId>()
                .ToHashSet();
            return Charter.Organs.Where(o => deciding.Contains(o.Id) && SizeOf(o.Id) > 1);
        }
    }

    /// <summary>The majorities by which a body elects and decides.</summary>
    public IEnumerable<Majority> Decisions(OrganId body) =>
        Rules
            .Where(r => (r.Rule is SelectionRule { Electors: { } electors } ? electors : (r.Rule as Power)?.Holder) == body)
            .Select(r => r.Rule.By(body).Majority);

    /// <summary>Organs whose seats somebody, or the lot, fills with persons.</summary>
    public IEnumerable<Organ> FilledOrgans
    {
        get
        {
            var filled = Rules.Select(r => r.Rule).OfType<SelectionRule>().SelectMany(r => r.Fills).ToHashSet();
            return Charter.Organs.Where(o => filled.Contains(o.Id) && o.Joins.IsEmpty && !o.Counted && o.Count is null);
        }
    }

    /// <summary>True if something ends the tenure of an organ's seats by itself.</summary>
    public bool HasTerm(Organ organ)
    {
        ArgumentNullException.ThrowIfNull(organ);
        return organ.Term.Months is not null
            || organ.Term.Until is not null
            || Rules.Any(r =>
                r.Rule is SelectionRule { OnlyVacancies: false } s && s.Fills.Contains(organ.Id) && s.Tails.Any(t => t.Ends is not null)
            );
    }

    /// <summary>Who can end a tenure in an organ before its time: by removal or expulsion, from it or from the body it heads.</summary>
    public IEnumerable<InfluenceEdge> RemoversOf(Organ organ)
    {
        ArgumentNullException.ThrowIfNull(organ);
        return Graph.Edges.Where(e => e.Hold is Hold.Remove or Hold.Expel && (e.Held == organ.Id || e.Held == organ.OfficeOf));
    }

    /// <summary>Loop gains at the means of the priors, with their ranges.</summary>
    public LoopGains Gains => _gains.Value;

    /// <summary>Natural turnover of a seat held at pleasure, per month, where the organ gives none.</summary>
    public double UsualTurnover => Mean(new Pace().Turnover);

    /// <summary>Mean of the prior in force.</summary>
    public double Mean(Parameter parameter) => PriorOf(parameter).Mean;

    /// <summary>The name of an organ.</summary>
    public string Name(OrganId organ) => Charter[organ].Name;

    /// <summary>The provision of a name as evidence: its sentence and place.</summary>
    public Evidence Said(string provision)
    {
        var (_, clause, head, _) = Graph.Provisions.First(p => p.Name == provision);
        var rule = Graph.Provisions.First(p => ReferenceEquals(p.Head, head) && p.Provision is Rule);
        return new Evidence(provision, clause.Id, _wording(rule.Name), clause.Span);
    }

    /// <summary>Several provisions as evidence, each once.</summary>
    public ImmutableArray<Evidence> Said(IEnumerable<string> provisions) => [.. provisions.Distinct().Select(Said)];

    /// <summary>An organ as evidence of what is missing about it.</summary>
    public Evidence Missing(OrganId organ, string what) => new(Name(organ), null, what, Charter[organ].Span);

    /// <summary>The fewest seats from which every seat of some nodes that somebody inside can fill can be filled.</summary>
    /// <param name="nodes">The nodes; null for the whole charter.</param>
    /// <param name="struck">Provisions struck.</param>
    public CaptureSets CostOf(IReadOnlySet<int>? nodes = null, IReadOnlySet<string>? struck = null)
    {
        var key =
            (nodes is null ? "all" : string.Join('|', nodes.Order()))
            + "!"
            + string.Join('|', struck?.Order(StringComparer.Ordinal).AsEnumerable() ?? []);
        if (_costs.TryGetValue(key, out var known))
            return known;
        var attacked = struck is null ? Game : CaptureGame.Of(Graph, struck, Mean);
        var target = attacked.FillAll(c => nodes is null || (c.Organ is { } o && nodes.Contains(Graph[o].Index)));
        // Where nobody inside fills anything there is nothing to capture.
        if (target.IsEmpty)
            return _costs[key] = new CaptureSets(null, [], IsExact: true, 0, 0);
        return _costs[key] = MinimalCaptureSet.Of(attacked, target, mostStates: 20_000);
    }

    /// <summary>Strongly connected groups of nodes under ordinary selection: those that choose one another, the first in the charter first.</summary>
    public IEnumerable<ImmutableSortedSet<int>> Groups()
    {
        var n = Graph.Nodes.Length;
        var reach = new bool[n, n];
        foreach (var e in Ordinary)
            reach[e.From, e.To] = true;
        for (var k = 0; k < n; k++)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n && reach[i, k]; j++)
                    reach[i, j] |= reach[k, j];
            }
        }
        return Enumerable
            .Range(0, n)
            .Select(i => Enumerable.Range(0, n).Where(j => i == j || (reach[i, j] && reach[j, i])).ToImmutableSortedSet())
            .Where(g => g.Count > 1)
            .DistinctBy(g => g[0]);
    }
}
