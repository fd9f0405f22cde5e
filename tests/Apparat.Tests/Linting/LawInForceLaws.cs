using System.Collections.Immutable;
using Apparat.Linting;
using Apparat.Model;
using CsCheck;

namespace Apparat.Tests;

/// <summary>A charter as a strike leaves it, against the same strike taken into account by the analyses themselves.</summary>
public sealed class LawInForceLaws
{
    /// <summary>Members and up to four organs with up to six seats in all, each filled by somebody, some from a list.</summary>
    internal static readonly Gen<string> AnyCharter =
        from seats in Gen.Int[1, 3].Array[2, 4].Where(s => s.Sum() <= 6)
        from chooser in Gen.Int[-1, 3].Array[seats.Length]
        from appoints in Gen.Bool.Array[seats.Length]
        from list in Gen.Int[-4, 3].Array[seats.Length]
        from removes in Gen.Int[-2, 3].Array[seats.Length]
        select Text(seats, chooser, appoints, list, removes);

    [Fact]
    public void A_charter_linted_without_a_struck_provision_is_the_charter_with_it_struck() =>
        AnyCharter.Sample(
            text =>
            {
                var scenario = PeopleFacts.Scenario(text);
                var charter = Lint.Context(scenario);
                foreach (var (name, _, _) in scenario.Charter.Provisions)
                {
                    var struck = ImmutableHashSet.Create(name);
                    var left = Lint.Context(new Strike([name]).Apply(scenario));
                    Assert.Equal(charter.CostOf(null, struck).Size, left.CostOf().Size);
                    var matrix = SelectionMatrix.Of(charter.Graph, (provision, p) => provision == name ? 0 : charter.Mean(p));
                    foreach (var node in charter.Graph.Nodes)
                        Assert.Equal(LoopGain.Of(matrix, node.Index), left.Gains.AtMeans(left.Graph[node.Organs[0]].Index), 1e-12);
                }
            },
            iter: 100
        );

    private static string Text(int[] seats, int[] by, bool[] appoints, int[] list, int[] removes)
    {
        string Name(int organ) => ((char)('A' + organ)).ToString();
        var organs = seats.Select((s, i) => $"  Body {Name(i)}: {{seats: {s}, term: 12 months}}");
        var clauses = new List<string>();
        for (var i = 0; i < seats.Length; i++)
        {
            var chooser = by[i] < 0 || by[i] >= seats.Length ? "Members" : $"Body {Name(by[i])}";
            var verb =
                appoints[i] && chooser != "Members" ? "appoints"
                : chooser == "Members" ? "elect"
                : "elects";
            var slate = verb != "appoints" && list[i] >= 0 && list[i] < seats.Length ? $", from the slate of Body {Name(list[i])}" : "";
            clauses.Add($"  C{i + 1}: {chooser} {verb} Body {Name(i)}{(verb == "appoints" ? "" : " by majority")}{slate}");
            if (removes[i] >= 0 && removes[i] < seats.Length)
                clauses.Add($"  R{i + 1}: Body {Name(removes[i])} dismisses Body {Name(i)} by two thirds");
        }
        return $"organs:\n  Members: {{count: 40, turnout: 0.5}}\n{string.Join('\n', organs)}\nclauses:\n{string.Join('\n', clauses)}\n";
    }
}
