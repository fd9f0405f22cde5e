using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>What a linter has to say of one charter.</summary>
/// <param name="Findings">What was found, in the order of the rules' ids and then of the document.</param>
/// <param name="Document">How much of the charter's own document has been read.</param>
/// <param name="Cost">The fewest seats from which every other seat that somebody inside fills can be filled.</param>
/// <param name="Seats">All seats of the charter, members included.</param>
/// <param name="Ultimate">For each organ that is filled from inside: who chooses it in the end, in shares; "nobody outside" is the rest.</param>
public sealed record LintResult(
    ImmutableArray<Finding> Findings,
    Coverage Document,
    CaptureSets Cost,
    int Seats,
    ImmutableArray<(string Organ, ImmutableArray<(string Chooser, double Share)> Choosers)> Ultimate
)
{
    /// <summary>The coverage line that goes with every verdict.</summary>
    public string Coverage =>
        $"{Document.Read} of {Document.Clauses} clauses read{Rest}; no finding is not a clean bill. Not legal advice.";

    private string Rest =>
        $"{(Document.Aside > 0 ? $", {Document.Aside} set aside" : "")}{(Document.Open > 0 ? $", {Document.Open} open" : "")}";

    /// <summary>The measures of the whole charter by name, for <c>--assert</c>.</summary>
    public ImmutableSortedDictionary<string, double> Measures
    {
        get
        {
            var measures = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
            measures["capture_cost"] = Cost.Size ?? double.PositiveInfinity;
            measures["findings"] = Findings.Length;
            measures["loop_gain"] = Findings.Select(f => f.Measures.GetValueOrDefault("loop_gain")).DefaultIfEmpty(0).Max();
            foreach (var severity in Enum.GetValues<Severity>())
                measures[$"{severity.ToString().ToLowerInvariant()}s"] = Findings.Count(f => f.Severity == severity);
            return measures.ToImmutable();
        }
    }
}

/// <summary>Looks at a charter as it stands, with every rule there is.</summary>
public static class CharterLinter
{
    /// <summary>All rules, by id.</summary>
    public static ImmutableArray<LintRule> Rules { get; } =
    [
        .. typeof(CharterLinter)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(LintRule)) && !t.IsAbstract)
            .Select(t => (LintRule)Activator.CreateInstance(t)!)
            .OrderBy(r => r.Id, StringComparer.Ordinal),
    ];

    /// <summary>The rule of an id, whatever the case; null if there is none.</summary>
    public static LintRule? Find(string id) => Rules.FirstOrDefault(r => string.Equals(r.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Everything the rules find.</summary>
    public static LintResult Lint(LintContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var charter = context.Charter;
        return new LintResult(
            [.. Rules.SelectMany(r => r.Check(context))],
            charter.Coverage,
            context.CostOf(),
            context.Game.Seats,
            [.. UltimateOf(context)]
        );
    }

    private static IEnumerable<(string, ImmutableArray<(string, double)>)> UltimateOf(LintContext context)
    {
        var matrix = context.Gains.Matrix;
        var ultimate = UltimateSelection.Of(matrix);
        var control = VoteHoldings.OrNull(context.Charter) is { Bodies.IsEmpty: false } held ? ControlRelation.Of(held) : null;
        foreach (var node in context.Graph.Nodes.Where(n => !matrix.IsRoot(n.Index)))
        {
            var shares = matrix
                .Roots.GroupBy(Root, r => ultimate.ByRoot(node.Index, r))
                .Select(r => (r.Key, r.Sum()))
                .Append(("lot or branches", ultimate.ByOutside(node.Index)))
                .Append(("nobody outside", ultimate.SelfPerpetuating(node.Index)))
                .Where(s => s.Item2 > 0.005)
                .OrderByDescending(s => s.Item2)
                .ToImmutableArray();
            yield return (node.Name, shares);
        }

        // A meeting of which one organ casts more than half of the votes chooses as that organ does.
        string Root(int root) =>
            context.Graph.Nodes[root].Organs is [var body] && control?.Ultimate(body, new Fraction(1, 2)) is [var by]
                ? context.Name(by)
                : context.Graph.Nodes[root].Name;
    }
}
