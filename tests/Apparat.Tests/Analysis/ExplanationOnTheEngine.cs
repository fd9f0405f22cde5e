using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Simulation;
using static Apparat.Tests.HandMadeWorlds;

namespace Apparat.Tests;

/// <summary>The study and the engine agree on plans and columns.</summary>
public sealed class ExplanationOnTheEngine
{
    [Fact]
    public async Task A_small_charter_is_explained_from_played_runs()
    {
        Factor[] factors = [Struck("appointments", "C1"), Struck("slate", "C2/slate"), Struck("files", "C4")];
        var study = new ExplainStudy(Playable(factors), 1, new ExplainSizes().Scaled(0.005));
        var set = new EnsembleSet();
        while (study.Needs(set) is { Count: > 0 } needed)
        {
            foreach (var plan in needed)
                set.Add(await new LocalRunner(1).Run(plan));
        }

        var e = study.Read(set);

        Assert.True(e.IsComplete);
        Assert.Equal(12, e.Windows[0].PowersStruck.Counts.Runs);
        Assert.All(e.Shares, s => Assert.Equal(s.Baseline.Denominator, s.Parts.Sum(p => p.Numerator)));
        Assert.Equal(2 * (2 + 1) * 3, e.OverTime.Length);
        Assert.All(e.OverTime, t => Assert.Equal(12, t.Points.Length));
        Assert.Equal(3, e.Rivals.Rows[0].Rivals.Length);
    }

    private static Factor Struck(string name, string provision) =>
        new(name, FactorKind.Rules, [("first", new Strike([provision])), ("second", new Strike([provision], 1))], OfOffice: true);

    private static Scenario Playable(Factor[] factors)
    {
        var scenario = Scenario(factors);
        OrganId[][] seats =
        [
            [Council, Board, Chair],
            [Council],
            [Council],
        ];
        ImmutableArray<Person> people = [.. scenario.Cast.People.Select((p, i) => p with { Holds = [.. seats[i]] })];
        return scenario with { Cast = scenario.Cast with { People = people, Cadres = 40 } };
    }
}
