using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Seats that are alike: the ordinary seats of a body, an office, the members of an association.</summary>
/// <param name="Name">What they are seats of.</param>
/// <param name="Seats">How many there are.</param>
/// <param name="Organ">The organ they belong to; null if made by hand.</param>
/// <param name="Obtainable">False if whoever sets out to capture cannot start from them.</param>
/// <param name="Holder">Who casts them, if they are votes that an organ holds in another; null for seats.</param>
public sealed record SeatClass(string Name, int Seats, OrganId? Organ = null, bool Obtainable = true, OrganId? Holder = null);

/// <summary>Seats that count together: a body with the offices that head it, a joint meeting.</summary>
/// <param name="Name">The name of the organ.</param>
/// <param name="Classes">The classes of seats counted, by index.</param>
public sealed record Bloc(string Name, ImmutableArray<int> Classes);

/// <summary>So many seats of a bloc, enough to act in its name.</summary>
public readonly record struct Hurdle(int Bloc, int Quota);

/// <summary>Seats handed over whole once every key is turned; a key turns when any one of its hurdles is met.</summary>
/// <param name="Class">The class handed over.</param>
/// <param name="Seats">How many of its seats.</param>
/// <param name="Keys">All are needed; any hurdle of a key is enough for it.</param>
/// <param name="Provision">By what.</param>
public sealed record Grant(int Class, int Seats, ImmutableArray<ImmutableArray<Hurdle>> Keys, string Provision);

/// <summary>Seats of a class chosen part by part by the single members of a bloc: each held seat there brings its part here, rounded down.</summary>
public sealed record Delegation(int Class, int By, int Seats, string Provision);

/// <summary>
/// A charter as a captor sees it: which seats he needs in order to be handed which others. Reads whether a hold decides, never how often
/// (rulings P1). A body is made to act by its majority; where it names without a vote, its head alone is enough (M3). Votes that an organ
/// holds in a body are cast there by whoever can make that organ act; only the dispersed ones can be started from.
/// </summary>
public sealed class CaptureGame
{
    private const int DeepestReference = 4;

    /// <summary>A game made by hand; a single-class bloc is added for each class, in order, after the given ones.</summary>
    public CaptureGame(
        ImmutableArray<SeatClass> classes,
        ImmutableArray<Bloc> blocs,
        ImmutableArray<Grant> grants,
        ImmutableArray<Delegation> delegations
    )
    {
        Classes = classes;
        _firstOwn = blocs.Length;
        Blocs = [.. blocs, .. classes.Select((c, i) => new Bloc(c.Name, [i]))];
        Grants = grants;
        Delegations = delegations;
    }

    private readonly int _firstOwn;

    /// <summary>All classes of seats.</summary>
    public ImmutableArray<SeatClass> Classes { get; }

    /// <summary>All blocs; the last ones are the classes taken singly.</summary>
    public ImmutableArray<Bloc> Blocs { get; }

    /// <summary>What is handed over whole.</summary>
    public ImmutableArray<Grant> Grants { get; }

    /// <summary>What is handed over part by part.</summary>
    public ImmutableArray<Delegation> Delegations { get; }

    /// <summary>Seats of all classes together.</summary>
    public int Seats => Classes.Sum(c => c.Seats);

    /// <summary>The bloc of one class alone.</summary>
    public int Own(int @class) => _firstOwn + @class;

    /// <summary>Seats of a bloc.</summary>
    public int Size(int bloc) => Blocs[bloc].Classes.Sum(c => Classes[c].Seats);

    /// <summary>How many seats of a class somebody inside can hand over at most; 0 for the seats of a root.</summary>
    public int Grantable(int @class) =>
        Math.Min(
            Classes[@class].Seats,
            Grants.Where(g => g.Class == @class).GroupBy(g => g.Provision, (_, same) => same.Max(g => g.Seats)).Sum()
                + Delegations.Where(d => d.Class == @class).Sum(d => d.Seats)
        );

    /// <summary>Being able to fill every seat that somebody inside can fill, or only those of some organs.</summary>
    public ImmutableArray<Hurdle> FillAll(Func<SeatClass, bool>? of = null) =>
        [
            .. Enumerable
                .Range(0, Classes.Length)
                .Where(c => Classes[c].Holder is null && (of is null || of(Classes[c])) && Grantable(c) > 0)
                .Select(c => new Hurdle(Own(c), Grantable(c))),
        ];

    /// <summary>Reads the game of a charter, with some of its provisions struck: their references decide instead.</summary>
    /// <param name="graph">The charter's influences.</param>
    /// <param name="struck">Names of provisions struck.</param>
    /// <param name="mean">Values of the numbers of members and turnouts; null for the means of their priors.</param>
    public static CaptureGame Of(InfluenceGraph graph, IReadOnlySet<string>? struck = null, Func<Parameter, double>? mean = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new Reading(graph, struck ?? ImmutableHashSet<string>.Empty, mean ?? (p => p.Prior.Mean)).Game();
    }

    private sealed class Reading
    {
        private readonly InfluenceGraph _graph;
        private readonly IReadOnlySet<string> _struck;
        private readonly Func<Parameter, double> _mean;
        private readonly List<SeatClass> _classes = [];
        private readonly List<Bloc> _blocs = [];
        private readonly List<Grant> _grants = [];
        private readonly List<Delegation> _delegations = [];
        private readonly List<(int Class, OrganId Holder, string Provision)> _holdings = [];
        private readonly int[] _classOf;
        private readonly int[] _blocOf;

        public Reading(InfluenceGraph graph, IReadOnlySet<string> struck, Func<Parameter, double> mean)
        {
            _graph = graph;
            _struck = struck;
            _mean = mean;
            var organs = graph.Charter.Organs;
            _classOf = new int[organs.Length];
            _blocOf = new int[organs.Length];
            var sitting = graph
                .Provisions.Where(p => p.Provision is SelectionRule { ByVirtueOf: not null } && !struck.Contains(p.Name))
                .Select(p => ((SelectionRule)p.Provision).ByVirtueOf!.Value)
                .ToHashSet();
            foreach (var organ in organs.Where(o => o.Joins.IsEmpty))
            {
                _classOf[organ.Id.Index] = _classes.Count;
                _classes.Add(new SeatClass(organ.Name, Size(organ) - Brought(organ.Id).Sum(o => Size(graph.Charter[o])), organ.Id));
            }
            var held = Held().ToList();
            foreach (var (votes, _) in held)
            {
                var body = _classOf[votes.Organ!.Value.Index];
                _classes[body] = _classes[body] with { Seats = _classes[body].Seats - votes.Seats };
            }
            for (var c = 0; c < _classes.Count; c++)
                _classes[c] = _classes[c] with { Seats = Math.Max(0, _classes[c].Seats) };
            foreach (var organ in organs)
            {
                _blocOf[organ.Id.Index] = _blocs.Count;
                _blocs.Add(new Bloc(organ.Name, [.. Members(organ.Id).Concat(HeldIn(organ.Id)).Distinct().Order()]));
            }
            foreach (var (votes, provision) in held)
            {
                _holdings.Add((_classes.Count, votes.Holder!.Value, provision));
                _classes.Add(votes);
            }

            // Votes held in a body come after all seats, in the order of the clauses.
            IEnumerable<int> HeldIn(OrganId body) =>
                Enumerable.Range(0, held.Count).Where(i => held[i].Votes.Organ == body).Select(i => _classes.Count + i);

            IEnumerable<OrganId> Brought(OrganId body) =>
                Offices(body)
                    .Concat(
                        graph
                            .Provisions.Select(p => p.Provision)
                            .OfType<SelectionRule>()
                            .Where(r => r.ByVirtueOf is { } o && sitting.Contains(o) && r.Fills.Contains(body))
                            .Select(r => r.ByVirtueOf!.Value)
                    );

            IEnumerable<int> Members(OrganId id) =>
                graph.Charter[id].Joins is { IsEmpty: false } parts
                    ? parts.SelectMany(Members)
                    : Brought(id).Where(o => graph.Charter[o].Joins.IsEmpty).Select(o => _classOf[o.Index]).Prepend(_classOf[id.Index]);
        }

        public CaptureGame Game()
        {
            foreach (var organ in _graph.Charter.Organs.Where(o => o.Joins.IsEmpty))
            {
                Fill(organ);
                Replace(organ);
            }
            foreach (var (votes, holder, provision) in _holdings)
                _grants.Add(new Grant(votes, _classes[votes].Seats, [Naming(holder)], provision));
            return new CaptureGame([.. _classes], [.. _blocs], [.. _grants], [.. _delegations]);
        }

        private IEnumerable<OrganId> Offices(OrganId body) => _graph.Charter.Organs.Where(o => o.OfficeOf == body).Select(o => o.Id);

        // Parts that are no whole number of votes are rounded down: a body has as many votes as seats or members.
        private IEnumerable<(SeatClass Votes, string Provision)> Held()
        {
            foreach (var (name, _, head, provision) in _graph.Provisions)
            {
                if (provision is not Rule || _struck.Contains(name))
                    continue;
                foreach (var norm in head.AllNorms.OfType<HoldingNorm>())
                {
                    var (by, of) = (_graph.Charter[norm.Holder], _graph.Charter[norm.Body]);
                    var n = norm.Of(Size(of));
                    if (n > 0 && of.Joins.IsEmpty)
                        yield return (
                            new SeatClass($"votes of {by.Name} in {of.Name}", n, norm.Body, Obtainable: false, norm.Holder),
                            name
                        );
                }
            }
        }

        private int Size(Organ organ) => organ.Count is { } count ? Math.Max(1, (int)Math.Round(_mean(count))) : organ.Seats;

        private void Fill(Organ organ)
        {
            var rules = RulesFor(organ.Id).ToList();
            if (rules.Count == 0)
                return;
            // The seat of an office that no rule fills is filled with those of its body.
            var filled = Offices(organ.Id)
                .Where(o => !RulesFor(o).Any())
                .Select(o => _classOf[o.Index])
                .Prepend(_classOf[organ.Id.Index])
                .ToList();
            foreach (var c in filled)
            {
                var seats = _classes[c].Seats;
                for (var i = 0; i < rules.Count; i++)
                    Add(rules[i].Name, rules[i].Rule, organ.Id, c, ((i + 1) * seats / rules.Count) - (i * seats / rules.Count));
            }
        }

        // Who may remove and also fills the seats that fall empty need not wait for an election.
        private void Replace(Organ organ)
        {
            foreach (var (name, _, casual, provision) in _graph.Provisions)
            {
                if (provision is not SelectionRule { OnlyVacancies: true } || _struck.Contains(name))
                    continue;
                foreach (var fill in casual.Influences.Where(i => i.Hold == Hold.Fill && i.To == organ.Id))
                {
                    var removals = _graph.Provisions.Where(p =>
                        p.Provision is Rule
                        && !_struck.Contains(p.Name)
                        && p.Head.Influences.Any(i => i.Hold is Hold.Remove or Hold.Expel && i.From == fill.From && i.To == organ.Id)
                    );
                    foreach (var removal in removals)
                    {
                        ImmutableArray<ImmutableArray<Hurdle>> keys = [Voting(casual, fill.From), Voting(removal.Head, fill.From)];
                        _grants.Add(new Grant(_classOf[organ.Id.Index], _classes[_classOf[organ.Id.Index]].Seats, keys, name));
                    }
                }
            }
        }

        private IEnumerable<(string Name, Rule Rule)> RulesFor(OrganId organ) =>
            _graph
                .Provisions.Where(p => p.Provision is Rule)
                .Where(p =>
                    p.Head is SelectionRule s
                        ? !s.OnlyVacancies && s.Fills.Contains(organ)
                        : p.Head.Influences.Any(i => i.Hold == Hold.Fill && i.To == organ)
                )
                .Select(p => InForce(p.Name, p.Head, 0));

        // What a struck provision is replaced by; a reference without a rule hands nothing over.
        private (string Name, Rule Rule) InForce(string name, Rule rule, int depth) =>
            _struck.Contains(name) && depth < DeepestReference && rule.Alternatives.FirstOrDefault()?.Rule is { } reference
                ? InForce(name + "/otherwise", reference, depth + 1)
                : (name, rule);

        private void Add(string name, Rule rule, OrganId organ, int @class, int seats)
        {
            if (seats == 0 || _struck.Contains(name))
                return;
            var tails = rule.Tails.Where(t => !_struck.Contains($"{name}/{Charter.TailName(t)}")).ToList();
            var confirming = Confirming(rule, tails, organ).ToList();
            if (rule is SelectionRule { EachFillsAPart: true })
            {
                foreach (var fill in rule.Influences.Where(i => i.Hold == Hold.Fill && i.To == organ))
                    _delegations.Add(new Delegation(@class, _blocOf[fill.From.Index], seats, name));
                return;
            }
            foreach (var list in tails.SelectMany(t => t.InfluencesOn(rule)).Where(i => i.Hold == Hold.List && i.To == organ && i.Decides))
                _grants.Add(new Grant(@class, seats, [Naming(list.From), .. confirming], name));
            foreach (var fill in rule.Influences.Where(i => i.Hold == Hold.Fill && i.To == organ))
            {
                if (!fill.Decides && !rule.Tails.Any(t => t.InfluencesOn(rule).Any(i => i.Hold == Hold.Confirm)))
                    continue;
                var key = rule is SelectionRule s && s.Electors != fill.From ? Naming(fill.From) : Voting(rule, fill.From);
                _grants.Add(new Grant(@class, seats, [key, .. confirming], name));
            }
        }

        private IEnumerable<ImmutableArray<Hurdle>> Confirming(Rule rule, List<Tail> tails, OrganId organ)
        {
            foreach (var consent in tails.SelectMany(t => t.InfluencesOn(rule)).Where(i => i.Hold == Hold.Confirm && i.To == organ))
                yield return [new Hurdle(_blocOf[consent.From.Index], Quota(consent.From, Majority.Simple))];
            foreach (var (name, _, head, provision) in _graph.Provisions)
            {
                if (provision is SelectionRule or Tail || _struck.Contains(name))
                    continue;
                foreach (var i in head.Influences.Where(i => i.Hold == Hold.Confirm && i.To == organ))
                    yield return Voting(head, i.From);
            }
        }

        private ImmutableArray<Hurdle> Naming(OrganId by) =>
            [new Hurdle(_blocOf[by.Index], Quota(by, Majority.Simple)), .. Offices(by).Select(o => new Hurdle(_blocOf[o.Index], 1))];

        private ImmutableArray<Hurdle> Voting(Rule rule, OrganId by) => [new Hurdle(_blocOf[by.Index], Quota(by, rule.By(by).Majority))];

        // Of a body of members only those count who turn up; others vote by the seats of the bloc.
        private int Quota(OrganId by, Majority majority) =>
            _graph.Charter[by].Count is null
                ? majority.Needed(Math.Max(1, _blocs[_blocOf[by.Index]].Classes.Sum(c => _classes[c].Seats)))
                : MemberMeeting.Of(_graph, by, majority, _mean, _struck).Insiders ?? int.MaxValue;
    }
}
