using System.Globalization;
using Apparat.Linting;
using CsCheck;

namespace Apparat.Tests;

/// <summary>Laws of loop gain and capture cost over random charters of up to six seats.</summary>
public sealed class LoopGainLaws
{
    [Fact]
    public void A_clause_that_gives_no_hold_on_seats_changes_neither_cost_nor_gain() =>
        LawInForceLaws.AnyCharter.Sample(
            text =>
            {
                var scenario = PeopleFacts.Scenario(text);
                var more = ScenarioFile
                    .Change(scenario, ["insert Z1: Body A decides policy by majority", "insert Z2: joining Members costs 20"], [])!
                    .Apply(scenario);
                var (before, after) = (Lint.Context(scenario), Lint.Context(more));
                Assert.Equal(before.CostOf().Size, after.CostOf().Size);
                foreach (var node in before.Graph.Nodes)
                    Assert.Equal(before.Gains.AtMeans(node.Index), after.Gains.AtMeans(node.Index));
            },
            iter: 200
        );

    [Fact]
    public void Strengthening_selection_from_outside_never_raises_a_loop_gain() =>
        Gen.Select(LawInForceLaws.AnyCharter, Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[0, 3])
            .Sample(
                (text, one, other, which) =>
                {
                    var (strong, weak) = (Gains(text, which, Math.Min(one, other)), Gains(text, which, Math.Max(one, other)));
                    return strong.Zip(weak).All(g => g.First <= g.Second + 1e-12);
                },
                iter: 500
            );

    // The clause that fills one body decides in a share of its uses; in the others members elect.
    private static double[] Gains(string text, int which, double share)
    {
        var lines = text.Split('\n');
        var clauses = Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith("  C", StringComparison.Ordinal)).ToArray();
        var at = clauses[which % clauses.Length];
        var (name, means) = (lines[at].Split(": ", 2)[0], lines[at].Split(": ", 2)[1]);
        var body = (char)('A' + (which % clauses.Length));
        lines[at] =
            $"{name}: {{means: \"{means}\", share: {share.ToString("0.######", CultureInfo.InvariantCulture)}, otherwise: Members elect Body {body} by majority}}";
        var charter = Lint.Context(PeopleFacts.Scenario(string.Join('\n', lines)));
        return [.. charter.Graph.Nodes.Select(n => charter.Gains.AtMeans(n.Index))];
    }
}
