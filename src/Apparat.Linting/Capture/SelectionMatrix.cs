using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>
/// Who effectively chooses whom: <c>S[b,a]</c> is the share of b's seats chosen by a, for given shares of the provisions. A list with share
/// phi gives phi of what its head decides to its maker and leaves 1-phi to whoever fills; what a head does not decide falls to its reference, and what nobody
/// inside decides to the outside. A confirmation that is real in a share c of its uses is the second of two equal keys there and so has c/2.
/// Several rules that fill one organ count equally; those for casual vacancies only where there is no other. Roots choose themselves.
/// </summary>
public sealed class SelectionMatrix
{
    private readonly double[,] _shares;
    private readonly Func<string, Parameter, double> _value;

    private SelectionMatrix(InfluenceGraph graph, Func<string, Parameter, double> value)
    {
        Graph = graph;
        _value = value;
        Roots = [.. graph.Roots.Select(r => r.Index)];
        _shares = new double[graph.Nodes.Length, graph.Nodes.Length + 1];
        foreach (var node in graph.Nodes)
            Fill(node);
    }

    private SelectionMatrix(SelectionMatrix other, Func<Parameter, double> value, IEnumerable<InfluenceNode> changed)
    {
        Graph = other.Graph;
        _value = (_, p) => value(p);
        Roots = other.Roots;
        _shares = (double[,])other._shares.Clone();
        foreach (var node in changed)
            Fill(node);
    }

    /// <summary>The graph it was read from.</summary>
    public InfluenceGraph Graph { get; }

    /// <summary>Number of nodes, roots included.</summary>
    public int Size => Graph.Nodes.Length;

    /// <summary>The nodes that nobody inside fills, ascending.</summary>
    public ImmutableArray<int> Roots { get; }

    /// <summary>Share in [0,1] of the seats of node b that node a effectively chooses; 0 in the row of a root.</summary>
    public double this[int b, int a] => _shares[b, a];

    /// <summary>Share in [0,1] of the seats of node b chosen by nobody the charter knows; 0 in the row of a root.</summary>
    public double Outside(int b) => _shares[b, Size];

    /// <summary>True if nobody inside fills the node.</summary>
    public bool IsRoot(int node) => Roots.BinarySearch(node) >= 0;

    /// <summary>The matrix with every share at the mean of its prior.</summary>
    public static SelectionMatrix Of(InfluenceGraph graph) => Of(graph, p => p.Prior.Mean);

    /// <summary>The matrix for given values of the shares, each in [0,1].</summary>
    public static SelectionMatrix Of(InfluenceGraph graph, Func<Parameter, double> value) => Of(graph, (_, p) => value(p));

    /// <summary>The matrix for given values of the shares by name of provision, so that one can be struck among several that share a parameter.</summary>
    public static SelectionMatrix Of(InfluenceGraph graph, Func<string, Parameter, double> value)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(value);
        return new SelectionMatrix(graph, value);
    }

    /// <summary>The same with other shares, of which only the rows of some nodes are a matter.</summary>
    internal SelectionMatrix With(Func<Parameter, double> other, IEnumerable<InfluenceNode> changed) => new(this, other, changed);

    private void Fill(InfluenceNode node)
    {
        if (IsRoot(node.Index))
            return;
        var organs = node.Organs.Where(o => !Graph.IsJoint(o)).ToArray();
        var rows = organs.Select(RowOf).ToArray();
        var exits = Exits(node, organs, rows);
        double[] by = new double[Size + 1];
        for (var i = 0; i < organs.Length; i++)
        {
            if (rows[i] is null)
                continue;
            for (var a = 0; a <= Size; a++)
                by[a] += Graph.Charter[organs[i]].Seats * exits[i, a];
        }
        // A joint meeting is chosen by whoever chooses those who sit in it.
        foreach (var organ in node.Organs.Where(Graph.IsJoint))
        {
            foreach (var (part, weight) in Graph.Actors(organ))
                by[part] += weight;
        }
        var total = by.Sum();
        for (var a = 0; a <= Size; a++)
            _shares[node.Index, a] = by[a] / total;
    }

    // Who chose, once choices between a body and its own head are followed back; what never leaves the two chooses itself.
    private double[,] Exits(InfluenceNode node, OrganId[] organs, Row?[] rows)
    {
        var exits = new double[organs.Length, Size + 1];
        var within = new double[organs.Length, organs.Length];
        for (var i = 0; i < organs.Length; i++)
        {
            if (rows[i] is not { } row)
            {
                exits[i, Size] = 1;
                continue;
            }
            for (var a = 0; a <= Size; a++)
                exits[i, a] = row.By[a];
            for (var j = 0; j < organs.Length; j++)
                within[i, j] = row.Within(organs[j]);
        }
        var solved = Transience.Absorbed(within, exits);
        for (var i = 0; i < organs.Length; i++)
        {
            var left = 1.0;
            for (var a = 0; a <= Size; a++)
                left -= solved[i, a];
            solved[i, node.Index] += Math.Max(0, left);
        }
        return solved;
    }

    // Null if no rule fills the organ.
    private Row? RowOf(OrganId organ)
    {
        var (rules, confirmers) = Graph.Selection[organ.Index];
        Row? row = null;
        foreach (var rule in rules)
            (row ??= new Row(Size)).Add(RowOf(rule, organ), 1.0 / rules.Length);
        foreach (var (name, influence) in confirmers)
            Confirm(row ??= Row.AllOutside(Size), influence, organ, name);
        return row;
    }

    private Row RowOf(SelectionOf rule, OrganId organ)
    {
        // Lists and consents are tails: they act where their head does, and its reference has none of them.
        var head = new Row(Size);
        var rest = 1.0;
        foreach (var (name, list, closes) in rule.Lists)
        {
            var phi = _value(name, list.Share);
            Give(head, list.From, organ, rest * phi);
            rest *= 1 - phi;
            if (closes)
            {
                head.By[Size] += rest;
                rest = 0;
            }
        }
        foreach (var fill in rule.Fills)
            Give(head, fill.From, organ, rest / rule.Fills.Length);
        if (rule.Fills.IsEmpty)
            head.By[Size] += rest;
        foreach (var (name, confirm) in rule.Confirms)
            Confirm(head, confirm, organ, name);
        var decided = _value(rule.Name, rule.Share);
        if (decided >= 1)
            return head;
        var row = new Row(Size);
        row.Add(head, decided);
        row.Add(rule.Otherwise is { } reference ? RowOf(reference, organ) : Row.AllOutside(Size), 1 - decided);
        return row;
    }

    private void Confirm(Row row, Influence influence, OrganId organ, string name)
    {
        var part = 0.5 * _value(name, influence.Share);
        row.Scale(1 - part);
        Give(row, influence.From, organ, part);
    }

    private void Give(Row row, OrganId holder, OrganId organ, double share)
    {
        if (Graph.IsWithin(holder, organ))
        {
            row.AddWithin(holder, share);
            return;
        }
        foreach (var (node, part) in Graph.Actors(holder))
            row.By[node] += share * part;
    }

    // The last place stands for the outside; what a body and its own head choose of each other is kept apart.
    private sealed class Row(int size)
    {
        private List<(OrganId Organ, double Share)>? _within;

        public double[] By { get; } = new double[size + 1];

        public static Row AllOutside(int size)
        {
            var row = new Row(size);
            row.By[size] = 1;
            return row;
        }

        public void Add(Row other, double weight)
        {
            for (var a = 0; a < By.Length; a++)
                By[a] += weight * other.By[a];
            foreach (var (organ, share) in other._within ?? [])
                AddWithin(organ, weight * share);
        }

        public double Within(OrganId organ)
        {
            foreach (var (known, share) in _within ?? [])
            {
                if (known == organ)
                    return share;
            }
            return 0;
        }

        public void AddWithin(OrganId organ, double share)
        {
            _within ??= [];
            var at = _within.FindIndex(w => w.Organ == organ);
            if (at < 0)
                _within.Add((organ, share));
            else
                _within[at] = (organ, _within[at].Share + share);
        }

        public void Scale(double factor)
        {
            for (var a = 0; a < By.Length; a++)
                By[a] *= factor;
            for (var i = 0; i < _within?.Count; i++)
                _within[i] = (_within[i].Organ, _within[i].Share * factor);
        }
    }
}
