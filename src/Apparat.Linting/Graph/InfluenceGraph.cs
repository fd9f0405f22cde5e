using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Who has which hold on whom under a charter. All that lint rules read.</summary>
public sealed class InfluenceGraph
{
    private readonly int[] _nodeOf;
    private readonly Lazy<
        ImmutableArray<(ImmutableArray<SelectionOf> Rules, ImmutableArray<(string Name, Influence Confirm)> Confirmers)>
    > _selection;

    private InfluenceGraph(Charter charter)
    {
        Charter = charter;
        _nodeOf = new int[charter.Organs.Length];
        var bodies = charter.Organs.Select(o => BodyOf(charter, o).Index).ToArray();
        var heads = bodies.Distinct().Order().ToArray();
        for (var i = 0; i < bodies.Length; i++)
            _nodeOf[i] = Array.BinarySearch(heads, bodies[i]);
        Nodes =
        [
            .. heads.Select(
                (head, n) =>
                    new InfluenceNode(
                        n,
                        charter.Organs[head].Name,
                        [.. charter.Organs.Where(o => _nodeOf[o.Id.Index] == n).Select(o => o.Id)]
                    )
            ),
        ];
        Provisions = [.. ProvisionsWithHeads(charter)];
        Edges = [.. Provisions.SelectMany(EdgesOf)];
        Roots = [.. Nodes.Where(IsRoot)];
        _selection = new(() => [.. charter.Organs.Select(o => SelectionFor(o.Id))]);
    }

    /// <summary>The charter it was read from.</summary>
    public Charter Charter { get; }

    /// <summary>All nodes, in the order in which the charter declares their bodies.</summary>
    public ImmutableArray<InfluenceNode> Nodes { get; }

    /// <summary>All holds, in the order of the document.</summary>
    public ImmutableArray<InfluenceEdge> Edges { get; }

    /// <summary>Nodes that nobody inside fills, lists or confirms: members, branches, owners.</summary>
    public ImmutableArray<InfluenceNode> Roots { get; }

    /// <summary>Every provision under its name, with the rule it belongs to: itself, or the head of a tail.</summary>
    internal ImmutableArray<(string Name, Clause Clause, Rule Head, Provision Provision)> Provisions { get; }

    /// <summary>
    /// For each organ the rules that fill it, those for casual vacancies only where there is no other, and the powers that must confirm.
    /// </summary>
    internal ImmutableArray<(ImmutableArray<SelectionOf> Rules, ImmutableArray<(string Name, Influence Confirm)> Confirmers)> Selection =>
        _selection.Value;

    /// <summary>Reads the graph of a charter.</summary>
    public static InfluenceGraph Of(Charter charter)
    {
        ArgumentNullException.ThrowIfNull(charter);
        return new InfluenceGraph(charter);
    }

    /// <summary>The node an organ belongs to.</summary>
    public InfluenceNode this[OrganId organ] => Nodes[_nodeOf[organ.Index]];

    /// <summary>The node an organ of that name belongs to.</summary>
    /// <exception cref="KeyNotFoundException">The charter has no such organ.</exception>
    public InfluenceNode this[string organ] =>
        Charter.Organs.FirstOrDefault(o => o.Name == organ) is { } found
            ? this[found.Id]
            : throw new KeyNotFoundException($"There is no organ \"{organ}\".");

    /// <summary>True for the holds that decide who sits: filling, listing, confirming.</summary>
    public static bool IsSelection(Hold hold) => hold is Hold.Fill or Hold.List or Hold.Confirm;

    /// <summary>
    /// The elementary circles of selection: by filling and listing, and confirming if asked for. A hold of a body on its own head is a circle
    /// only if he has one on it. Ordered by first node, then by the document; ends early once <paramref name="atMost"/> are found.
    /// </summary>
    /// <param name="atMost">The most circles to return; there can be exponentially many.</param>
    /// <param name="confirming">True if a confirmation counts as a step.</param>
    public ImmutableArray<Circle> Circles(int atMost = 1000, bool confirming = true) =>
        CirclesOf(Edges.Where(e => e.Hold is Hold.Fill or Hold.List || (confirming && e.Hold == Hold.Confirm)), atMost);

    /// <summary>
    /// The holds by which seats are ordinarily filled: filling and listing by provisions that are not struck. Rules for casual vacancies
    /// count only where no other rule fills the organ, as in <see cref="SelectionMatrix"/>; nominations beside others are no hold on the list.
    /// </summary>
    public IEnumerable<InfluenceEdge> OrdinarySelection(IReadOnlySet<string>? struck = null)
    {
        var casual = Provisions.Where(p => IsCasual(p.Head)).Select(p => p.Name).ToHashSet();
        var nominating = Provisions.Where(p => p.Provision is Power).Select(p => p.Name).ToHashSet();
        var ordinary = Provisions
            .Where(p => p.Provision is SelectionRule && !IsCasual(p.Head))
            .SelectMany(p => ((SelectionRule)p.Provision).Fills)
            .ToHashSet();
        return Edges.Where(e =>
            e.Hold is Hold.Fill or Hold.List
            && struck?.Contains(e.Provision) != true
            && !(e.Hold == Hold.List && nominating.Contains(e.Provision))
            && !(casual.Contains(e.Provision) && ordinary.Contains(e.Held))
        );
    }

    /// <summary>The elementary circles among some of the graph's edges; see <see cref="Circles"/>.</summary>
    internal ImmutableArray<Circle> CirclesOf(IEnumerable<InfluenceEdge> edges, int atMost)
    {
        var selecting = edges.ToList();
        var steps = selecting.Where(e => !IsWithin(e.Holder, e.Held)).ToLookup(e => e.From);
        var inside = selecting.Where(e => IsWithin(e.Holder, e.Held)).ToLookup(e => e.From);
        var circles = ImmutableArray.CreateBuilder<Circle>();
        var path = new List<InfluenceEdge>();
        var onPath = new bool[Nodes.Length];
        for (var start = 0; start < Nodes.Length && circles.Count < atMost; start++)
        {
            foreach (var (there, back) in inside[start].SelectMany(a => inside[start], (a, b) => (a, b)))
            {
                if (circles.Count < atMost && there.Held == back.Holder && there.Holder == back.Held && there.Held.Index > back.Held.Index)
                    circles.Add(new Circle([there, back]));
            }
            Walk(start, start, ReachersOf(start, steps));
        }
        return circles.ToImmutable();

        void Walk(int start, int node, bool[] useful)
        {
            onPath[node] = true;
            foreach (var step in steps[node])
            {
                if (circles.Count >= atMost)
                    break;
                path.Add(step);
                if (step.To == start)
                    circles.Add(new Circle([.. path]));
                else if (useful[step.To] && !onPath[step.To])
                    Walk(start, step.To, useful);
                path.RemoveAt(path.Count - 1);
            }
            onPath[node] = false;
        }
    }

    /// <summary>True if one of two organs is an office and the other the body it heads.</summary>
    public bool IsWithin(OrganId one, OrganId other) => one != other && (Charter[one].OfficeOf == other || Charter[other].OfficeOf == one);

    /// <summary>The nodes that have a say when an organ acts, with the part of each, summing to 1: by seats for a joint meeting.</summary>
    internal IEnumerable<(int Node, double Part)> Actors(OrganId organ)
    {
        if (!IsJoint(organ))
            return [(_nodeOf[organ.Index], 1.0)];
        var parts = Charter[organ].Joins;
        double seats = parts.Sum(SizeOf);
        return parts.SelectMany(p => Actors(p).Select(a => (a.Node, a.Part * SizeOf(p) / seats)));
    }

    private int SizeOf(OrganId organ) => IsJoint(organ) ? Charter[organ].Joins.Sum(SizeOf) : Charter[organ].Voters;

    internal bool IsJoint(OrganId organ) => !Charter[organ].Joins.IsEmpty;

    // A body whose head it chooses, but which nobody chooses, is a root; one that chooses its head while he chooses it is closed.
    private bool IsRoot(InfluenceNode node)
    {
        var holds = Edges.Where(e => e.To == node.Index && IsSelection(e.Hold)).ToList();
        return !node.Organs.All(IsJoint)
            && holds.TrueForAll(e => IsWithin(e.Holder, e.Held))
            && !node.Organs.All(o => holds.Exists(e => e.Held == o));
    }

    private static bool IsCasual(Rule rule) => rule is SelectionRule { OnlyVacancies: true };

    private static OrganId BodyOf(Charter charter, Organ organ)
    {
        for (var i = 0; organ.OfficeOf is { } body && i < charter.Organs.Length; i++)
            organ = charter[body];
        return organ.Id;
    }

    private static IEnumerable<(string, Clause, Rule, Provision)> ProvisionsWithHeads(Charter charter)
    {
        Rule? head = null;
        foreach (var (name, clause, provision) in charter.Provisions)
        {
            head = provision as Rule ?? head;
            yield return (name, clause, head!, provision);
        }
    }

    private (ImmutableArray<SelectionOf>, ImmutableArray<(string, Influence)>) SelectionFor(OrganId organ)
    {
        var rules = Provisions
            .Where(p => p.Provision is Rule)
            .Where(p =>
                p.Head is SelectionRule s ? s.Fills.Contains(organ) : p.Head.Influences.Any(i => i.Hold == Hold.Fill && i.To == organ)
            )
            .ToList();
        if (rules.Exists(r => !IsCasual(r.Head)))
            rules.RemoveAll(r => IsCasual(r.Head));
        return (
            [.. rules.Select(r => SelectionOf.Of(r.Name, r.Head, organ))],
            [
                .. Provisions
                    .Where(p => p.Provision is Rule and not SelectionRule)
                    .SelectMany(p => p.Head.Influences.Where(i => i.Hold == Hold.Confirm && i.To == organ).Select(i => (p.Name, i))),
            ]
        );
    }

    private IEnumerable<InfluenceEdge> EdgesOf((string Name, Clause Clause, Rule Head, Provision Provision) item)
    {
        var influences = item.Provision is Tail tail ? tail.InfluencesOn(item.Head) : item.Head.Influences;
        foreach (var i in influences)
        {
            foreach (var (from, part) in Actors(i.From))
            {
                foreach (var (to, _) in Actors(i.To))
                    yield return new InfluenceEdge(from, to, i.From, i.To, i.Hold, i.Share, i.Decides, item.Clause.Id, item.Name, part);
            }
        }
    }

    // Nodes not before the start from which a way leads back to it.
    private bool[] ReachersOf(int start, ILookup<int, InfluenceEdge> steps)
    {
        var reaches = new bool[Nodes.Length];
        reaches[start] = true;
        for (var grown = true; grown; )
        {
            grown = false;
            for (var n = start; n < reaches.Length; n++)
            {
                if (!reaches[n] && steps[n].Any(s => s.To >= start && reaches[s.To]))
                    grown = reaches[n] = true;
            }
        }
        return reaches;
    }
}
