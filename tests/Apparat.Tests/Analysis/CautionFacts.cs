using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using static Apparat.Tests.HandMadeWorlds;

namespace Apparat.Tests;

/// <summary>Each caution speaks when it should and is silent when it should.</summary>
public sealed class CautionFacts
{
    [Fact]
    public void Every_caution_of_the_assembly_is_found_and_has_a_short_name_of_its_own()
    {
        Assert.Equal(typeof(Caution).Assembly.GetTypes().Count(t => t.IsSubclassOf(typeof(Caution))), Caution.All.Length);
        Assert.Equal(Caution.All.Length, Caution.All.Select(c => c.Id).Distinct().Count());
    }

    [Fact]
    public void Priors_are_called_priors_until_they_are_calibrated()
    {
        Assert.Contains("not-calibrated", Ids(new Answered()));
        Assert.DoesNotContain("not-calibrated", Ids(new Answered { IsCalibrated = true }));
    }

    [Theory]
    [InlineData(0.95, true)]
    [InlineData(0.05, true)]
    [InlineData(0.5, false)]
    public void A_prior_that_nearly_decides_is_told(double prior, bool told) =>
        Assert.Equal(told, Ids(new Answered { PriorPredictive = Estimate.Normal(prior, 0.01, 100) }).Contains("prior-nearly-decides"));

    [Theory]
    [InlineData(500, 300, 0, 200, "")]
    [InlineData(5, 3, 0, 992, "small-counts rare-outcome")]
    [InlineData(500, 0, 0, 500, "small-counts")]
    [InlineData(500, 3, 2, 495, "small-counts not-monotone")]
    [InlineData(500, 300, 100, 100, "not-monotone")]
    [InlineData(0, 0, 100, 900, "small-counts not-monotone not-defined")]
    public void Counts_are_judged(long both, long first, long second, long neither, string expected)
    {
        var told = Ids(
            new Answered { Compared = [new Difference("wins(A)", "one", "two", new PairedCounts(both, first, second, neither))] }
        );

        foreach (var id in (string[])["small-counts", "rare-outcome", "not-monotone", "not-defined"])
            Assert.Equal(expected.Split(' ').Contains(id), told.Contains(id));
    }

    [Fact]
    public void References_that_disagree_beyond_their_doubt_are_told()
    {
        var far = new Answered { Both = [("x", Estimate.Normal(0.4, 0.02, 100), Estimate.Normal(0.1, 0.02, 100))] };
        var near = new Answered { Both = [("x", Estimate.Normal(0.4, 0.02, 100), Estimate.Normal(0.38, 0.02, 100))] };

        Assert.Contains("references-disagree", Ids(far));
        Assert.DoesNotContain("references-disagree", Ids(near));
    }

    [Fact]
    public void An_interval_wider_than_asked_says_how_many_times_the_runs_would_do()
    {
        var wide = new Answered { Precision = 0.01, Numbers = [("x", Estimate.Normal(0.4, 0.02 / Estimate.Z95, 100))] };

        Assert.Contains("4 times", Caution.AllFor(wide).Single(c => c.Id == "wider-than-asked").Do);
        Assert.DoesNotContain("wider-than-asked", Ids(wide with { Precision = 0.03 }));
    }

    [Fact]
    public void The_scope_of_the_question_is_repeated_with_every_answer() =>
        Assert.Contains("Why the holder came", Caution.AllFor(new Answered()).Single(c => c.Id == "scope").What);

    [Fact]
    public void An_office_that_does_nothing_is_told()
    {
        var idle = Scenario() with { Charter = Scenario().Charter with { Clauses = [] } };

        Assert.Contains("office-without-powers", Ids(new Answered { Scenario = idle }));
        Assert.DoesNotContain("office-without-powers", Ids(new Answered()));
    }

    private static HashSet<string> Ids(IAnswer answer) => [.. Caution.AllFor(answer).Select(c => c.Id)];

    private sealed record Answered : IAnswer
    {
        public string Title => "an answer";
        public Scenario Scenario { get; init; } = HandMadeWorlds.Scenario();
        public bool IsCalibrated { get; init; }
        public double? Precision { get; init; }
        public Estimate? PriorPredictive { get; init; }
        public ImmutableArray<Difference> Compared { get; init; } = [];
        public ImmutableArray<(string, Estimate)> Numbers { get; init; } = [];
        public ImmutableArray<(string, Estimate, Estimate)> Both { get; init; } = [];
        public IEnumerable<Difference> Differences => Compared;
        public IEnumerable<(string Name, Estimate Value)> Estimates => Numbers;
        public IEnumerable<(string Name, Estimate First, Estimate Second)> UnderBothReferences => Both;
    }
}
