using System.Globalization;
using System.Text;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using static Apparat.Tests.HandMadeWorlds;

namespace Apparat.Tests;

/// <summary>Intervals hold the true value as often as they say: 500 replicates on small scenarios whose truth is known exactly.</summary>
public sealed class CoverageStatistics
{
    private const int Replicates = 500;
    private const int Runs = 200;

    // Three and a half standard errors of a rate of 0.95 seen 500 times.
    private const double Doubt = 0.034;

    private static readonly Factor[] Rules = [.. "abc".Select(c => Factor(c.ToString(), FactorKind.Rules))];

    [Fact]
    public async Task Intervals_cover_at_their_nominal_rate()
    {
        var tally = new Tally();
        for (ulong seed = 1; seed <= Replicates; seed++)
        {
            NoisyAndOr(tally, seed);
            Committee(tally, seed);
            Dealt(tally, seed);
            Chaired(tally, seed);
        }
        await Lots(tally, TestContext.Current.CancellationToken);

        Golden.Holds(tally.Page(), "docs", "results", "2026-11-25-coverage.md");
        Assert.All(tally.Rates, r => Assert.True(Math.Abs(r.Rate - 0.95) <= Doubt, $"{r.Name}: {r.Rate:0.000}"));
    }

    // Y if X and q, or e: q of 0.7, e of 0.1 (the published case noisy_and_or).
    private static void NoisyAndOr(Tally tally, ulong seed)
    {
        var d = Compared(seed, (x, chance) => (x && chance.Draw("q") < 0.7) || chance.Draw("e") < 0.1);
        var judged = CausalJudgement.Of(d.Counts, 0.5);
        var truth = new CausalJudgement(0.5, 0.73, 0.1);
        const string name = "a cause that needs a spark, or the spark alone";
        tally.Note(name, "P(Y) with the cause", 0.73, d.First);
        tally.Note(name, "P(Y) without it", 0.1, d.Second);
        tally.Note(name, "difference, paired", 0.63, d.Change);
        tally.Note(name, "PN", 63.0 / 73, d.Necessity.Necessary);
        tally.Note(name, "PS", 0.7, d.Necessity.Sufficient);
        tally.Note(name, "PNS", 0.63, d.Necessity.NecessaryAndSufficient);
        tally.Note(name, "fraction explained", 63.0 / 73, d.Necessity.FractionExplained);
        tally.Note(name, "effect size", truth.EffectSize, judged.EffectSize);
        tally.Note(name, "necessity-sufficiency strength", truth.NecessitySufficiency, judged.NecessitySufficiency);
    }

    // Five fair votes; X is the first of them (the published case committee_pivot).
    private static void Committee(Tally tally, ulong seed)
    {
        var d = Compared(seed, (x, chance) => (x ? 1 : 0) + Enumerable.Range(0, 4).Count(i => chance.Draw($"vote {i}") < 0.5) >= 3);
        const string name = "one of five fair votes";
        tally.Note(name, "difference, paired", 3.0 / 8, d.Change);
        tally.Note(name, "PN", 6.0 / 11, d.Necessity.Necessary);
        tally.Note(name, "PS", 6.0 / 11, d.Necessity.Sufficient);
        tally.Note(name, "PNS", 3.0 / 8, d.Necessity.NecessaryAndSufficient);
    }

    // Three factors of one family; P(Y) grows with the square of how many are present, the first counting double.
    private static void Dealt(Tally tally, ulong seed)
    {
        var game = CoalitionalGame.Of(3, s => Worth((s & 1) != 0, int.PopCount(s)));
        var shares = Answer(
            new OwenShares(Scenario(Rules), AWins, [.. Rules], seed, Runs),
            (world, chance, _) => chance.Draw("luck") < Worth(world.Has("a"), Rules.Count(r => world.Has(r.Name))),
            out _
        );
        Note("three factors dealt out by drawn orders", shares);
        Note(
            "the same, 50 followed of 200 counted",
            Answer(
                new OwenShares(Scenario(Rules), AWins, [.. Rules], seed, Runs / 4, counted: Runs),
                (world, chance, _) => chance.Draw("luck") < Worth(world.Has("a"), Rules.Count(r => world.Has(r.Name))),
                out _
            )
        );

        void Note(string name, Shares shares)
        {
            tally.Note(name, "baseline", game.Values[0], shares.Baseline.Value);
            tally.Note(name, "luck", 1 - game.Values[^1], shares.Luck.Value);
            tally.Note(name, "share of the first", game.Shapley()[0], shares.Factors[0].Value);
            tally.Note(name, "share of the second", game.Shapley()[1], shares.Factors[1].Value);
            tally.Note(
                name,
                "interaction of the first two",
                game.ShapleyInteraction(3),
                shares.Interactions.Single(i => i is { First: "a", Second: "b" }).Index
            );
        }

        static double Worth(bool first, int present) => 0.05 + ((present + (first ? 1 : 0)) * (present + (first ? 1 : 0)) * 0.05);
    }

    // Each wins by his own luck: more often in the chair with its powers, and some more often than others.
    private static void Chaired(Tally tally, ulong seed)
    {
        var matrix = Answer(
            new OfficeOrMan(Scenario(), Wins, seed, Runs),
            (world, chance, who) =>
                chance.Draw($"luck {who.Index}") < Chance(who, OfficeFacts.HolderOf(world) == who, world.Strikes.IsEmpty),
            out _
        );
        var split = TwoWay.Split([
            .. new[] { A, B, C }.Select(p => new[] { Chance(p, true, true), Chance(p, true, false), Chance(p, false, true) }),
        ]);
        const string name = "three in the chair in turn";
        tally.Note(name, "mean of the matrix", split.Mean, matrix.Mean);
        tally.Note(name, "office, with its powers", split.Columns[0], matrix.OfficeEffects[0]);
        tally.Note(name, "person, the third", split.Rows[2], matrix.Rows[2].Person);
        tally.Note(name, "fit of the third, with the powers", split.Rest[2][0], matrix.Rows[2].Fit[0]);
        tally.Note(name, "another in the chair, of the third", Chance(C, false, true), matrix.Rows[2].AnotherInOffice);

        static double Chance(PersonId who, bool holds, bool powers) =>
            0.15 + (holds && powers ? 0.3 + (0.1 * who.Index) : 0.02 * who.Index);
    }

    // Played by the engine: each of five is drawn with 1/5.
    private static async Task Lots(Tally tally, CancellationToken cancel)
    {
        var scenario = ScenarioFile.Load("known-answers/lot-among-five");
        var said = Statement.Of(scenario.Outcomes[0], scenario[scenario.Cast.Contenders[0]]);
        var set = new EnsembleSet();
        var all = EnsemblePlan.Of(scenario, null, 1, Replicates * Runs);
        set.Add(await new LocalRunner().Run(all, null, cancel));
        for (var i = 0; i < Replicates; i++)
        {
            var truth = said.In(set.Rows(all with { Numbers = [.. Enumerable.Range(i * Runs, Runs)] }));
            tally.Note(
                "a lot among five, played by the engine",
                "P(presides)",
                0.2,
                Proportion.Wilson(truth.LongCount(v => v > 0.5), Runs)
            );
        }
    }

    private static Difference Compared(ulong seed, Func<bool, Chance, bool> happens)
    {
        var scenario = Scenario();
        var study = new Compare(EnsemblePlan.Of(scenario, null, seed, Runs), EnsemblePlan.Of(scenario, new Strike(["C1"]), seed, Runs));
        return Answer(study, (world, chance, who) => who == A && happens(world.Strikes.IsEmpty, chance), out _)[Wins, scenario[A]];
    }

    private sealed class Tally
    {
        private readonly Dictionary<(string Scenario, string Quantity), (double Truth, string Kind, int Held, int All)> _rows = [];

        public IEnumerable<(string Name, double Rate)> Rates =>
            _rows.Select(r => ($"{r.Key.Scenario}: {r.Key.Quantity}", Rate(r.Value.Held, r.Value.All)));

        public void Note(string scenario, string quantity, double truth, Estimate value)
        {
            var row = _rows.GetValueOrDefault((scenario, quantity));
            var held = value.Low <= truth && truth <= value.High ? 1 : 0;
            _rows[(scenario, quantity)] = (truth, value.Kind.ToString(), row.Held + held, row.All + 1);
        }

        public string Page()
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"# Coverage of intervals, 25 November 2026\n\n");
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Replicates} replicates of {Runs} runs each, seeds 1 to {Replicates}, on small scenarios whose truth is known exactly. An interval of 95 of 100 should hold the truth in 0.95 of them; a rate seen {Replicates} times strays by 0.01 (one standard error), and the test that makes this table fails beyond {Doubt.ToString(CultureInfo.InvariantCulture)}.\n\n"
            );
            text.Append("| scenario | quantity | truth | interval | held the truth |\n| --- | --- | --- | --- | --- |\n");
            foreach (var ((scenario, quantity), (truth, kind, held, all)) in _rows)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {scenario} | {quantity} | {truth:0.0000} | {kind} | {Rate(held, all):0.000} |\n"
                );
            text.Append("\nMade, and held to its last digit, by\n\n");
            text.Append("```\ndotnet run --project tests/Apparat.Tests -c Release -- -class Apparat.Tests.CoverageStatistics\n```\n\n");
            text.Append(
                "All but the last row are tables of runs made from a formula, so that what is tested is the interval and not the engine. Paired differences, shares and effects have normal intervals, which need some fifty runs either way to hold this well; a caution says so where counts are small.\n"
            );
            return text.ToString();
        }

        private static double Rate(int held, int all) => (double)held / all;
    }
}
