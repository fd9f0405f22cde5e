using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Apparat.Bench;

/// <summary>Voting power and ruling coalitions, each beside a straightforward implementation of the same method in the same run (one thread).</summary>
[Config(typeof(Whole))]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[MemoryDiagnoser]
public class VotingPowerBenchmarks
{
    private readonly VotingGame _fund = GameFile.Load("games/imf-board-of-governors");
    private readonly VotingGame _council = Council();
    private readonly VotingGame _federal = GameFile.Load("games/us-federal-system");
    private readonly VotingGame _shares = Shares(5000);
    private readonly double[] _powers = [.. Enumerable.Range(0, 20).Select(i => (double)(1000 + (Key.Mix((ulong)i) % 1000)))];
    private readonly uint[] _found = new uint[16];

    /// <summary>190 governors, Banzhaf and Shapley-Shubik of all, by quadrature of the multilinear extension.</summary>
    [Benchmark, BenchmarkCategory("IMF 190")]
    public double Fund() => VotingPower.Of(_fund)["shapley_shubik"]!.Values[0].Value;

    /// <summary>The same formula, each player at each node from the others anew.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("IMF 190")]
    public double FundStraightforward() => Straightforward.Quadrature(Weights(_fund), Quota(_fund))[0];

    /// <summary>The same as fractions, by dynamic programming over weights and sizes.</summary>
    [Benchmark, BenchmarkCategory("IMF 190, fractions")]
    public Fraction FundExactly() => VotingPower.Of(_fund, new() { Exact = true })["shapley_shubik"]!.Fractions!.Value[0];

    /// <summary>28 members, populations to the head, two rules or a third: both indices as fractions.</summary>
    [Benchmark, BenchmarkCategory("EU-28 double majority")]
    public Fraction CouncilByStates() => VotingPower.Of(_council)["shapley_shubik"]!.Fractions!.Value[0];

    /// <summary>All 2^28 coalitions by Gray code.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("EU-28 double majority")]
    public double CouncilByEnumeration() => Straightforward.Enumeration(Populations, 16, 0.65, 25)[0];

    /// <summary>537 players of four kinds in two chambers.</summary>
    [Benchmark, BenchmarkCategory("US federal, 537")]
    public Fraction Federal() => VotingPower.Of(_federal)["shapley_shubik"]!.Fractions!.Value[0];

    /// <summary>Every vector of counts, binomials multiplied.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("US federal, 537")]
    public double FederalByTypes() => Straightforward.Types(_federal)[0];

    /// <summary>5,000 holders of different weights: both indices of all to 1e-3.</summary>
    [Benchmark, BenchmarkCategory("5,000 sampled")]
    public double Sampled() => VotingPower.Of(_shares, new() { Sample = true, HalfWidth = 0.001 })["shapley_shubik"]!.Values[0].Value;

    /// <summary>One pivot an order, all swings of a coalition, until the same intervals are as narrow.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("5,000 sampled")]
    public double SampledStraightforward() => Straightforward.Sampling(Weights(_shares), Quota(_shares), 0.001)[0];

    /// <summary>20 members, all minimisers, one pass.</summary>
    [Benchmark, BenchmarkCategory("ruling coalition, 20")]
    public int Ruling() => UltimateRulingCoalition.Find(_powers, Supermajority.Half, _found);

    /// <summary>The recursion of the paper with a table: 3^20 steps.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("ruling coalition, 20")]
    public int RulingByRecursion() => Straightforward.RulingCoalitions(_powers);

    /// <summary>25 members, the most there may be.</summary>
    [Benchmark, BenchmarkCategory("ruling coalition, 25")]
    public int RulingOf25() =>
        UltimateRulingCoalition.Find(
            [.. Enumerable.Range(0, 25).Select(i => (double)(1000 + (Key.Mix((ulong)i) % 1000)))],
            Supermajority.Half,
            _found
        );

    /// <summary>8 contenders, as in a simulated month.</summary>
    [Benchmark, BenchmarkCategory("ruling coalition, 8")]
    public int RulingOf8() => UltimateRulingCoalition.Find(_powers.AsSpan(0, 8), Supermajority.Half, _found);

    private static long[] Populations { get; } = [.. ((QuotaRule)((SomeOf)((SomeOf)Council().Wins).Parts[0]).Parts[1]).Weights];

    // Shares of population in hundredths of a per cent, spread over the 508,940,955 people of the Union to the head.
    private static VotingGame Council()
    {
        var shares = GameFile.Load("games/eu-council-2016");
        var people = shares.Attributes["population"].Select(p => (long)decimal.Round(p * 508_940_955 / 100)).ToArray();
        var members = new QuotaRule([.. people.Select(_ => 1L)], 16);
        return shares with
        {
            Wins = SomeOf.Any(
                SomeOf.All(members, new QuotaRule([.. people], ((people.Sum() * 65) + 99) / 100)),
                members with
                {
                    Quota = 25,
                }
            ),
        };
    }

    // Weights from 1 to 1,000, mixed: a body of shareholders without a giant.
    private static VotingGame Shares(int holders)
    {
        var weights = Enumerable.Range(0, holders).Select(i => 1 + (long)(Key.Mix((ulong)i) % 1000)).ToArray();
        return new()
        {
            Name = "shareholders",
            Players = [.. weights.Select((_, i) => new Player($"holder {i}"))],
            Wins = new QuotaRule([.. weights], (weights.Sum() / 2) + 1),
        };
    }

    private static long[] Weights(VotingGame game) => [.. ((QuotaRule)game.Wins).Weights];

    private static long Quota(VotingGame game) => ((QuotaRule)game.Wins).Quota;

    private sealed class Whole : ManualConfig
    {
        public Whole() =>
            AddJob(
                Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                    .WithStrategy(RunStrategy.Monitoring)
                    .WithWarmupCount(2)
                    .WithIterationCount(5)
            );
    }
}
