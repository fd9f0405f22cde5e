using Apparat.Analysis;
using Apparat.Numerics;

namespace Apparat.Tests;

/// <summary>Probabilities of causation against the published and enumerated table (Pearl 2009; Tian and Pearl 2000).</summary>
public sealed class CausationKnownAnswers
{
    [Theory]
    [InlineData("noisy_and_or", 10, 63, 0, 27)]
    [InlineData("committee_pivot", 5, 6, 0, 5)]
    public void Counted_worlds_give_the_enumerated_probabilities_and_bounds(string name, long both, long first, long second, long neither)
    {
        var necessity = new Necessity(new PairedCounts(both, first, second, neither));

        Assert.Equal(Value(name, "PN"), necessity.Necessary.Value, 1e-12);
        Assert.Equal(Value(name, "PS"), necessity.Sufficient.Value, 1e-12);
        Assert.Equal(Value(name, "PNS"), necessity.NecessaryAndSufficient.Value, 1e-12);
        Same(Range(name, "PN bounds"), necessity.NecessaryBounds);
        Same(Range(name, "PS bounds"), necessity.SufficientBounds);
        Same(Range(name, "PNS bounds"), necessity.NecessaryAndSufficientBounds);
    }

    [Fact]
    public void A_bet_on_a_coin_is_necessary_and_sufficient_though_the_probabilities_are_equal()
    {
        // Heads and tails, one world each: betting heads wins on heads only, betting tails on tails only.
        var necessity = new Necessity(new PairedCounts(0, 1, 1, 0));

        Assert.Equal(Value("betting", "PN"), necessity.Necessary.Value);
        Assert.Equal(Value("betting", "PS"), necessity.Sufficient.Value);
        Assert.Equal(Value("betting", "PNS"), necessity.NecessaryAndSufficient.Value);
        Same(Range("betting", "PN bounds"), necessity.NecessaryBounds);
        Assert.Equal(0.5, necessity.AntiCausal.Value);
    }

    [Theory]
    // Firing squad: the order comes with 1/2, the rifleman also shoots unordered with 0.3. Confounded: the joint that solves the table's four bounds.
    [InlineData("firing_squad_q0.3", 1, 0.5, 0.65, 0, 0, 0.35)]
    [InlineData("confounded", 0.6, 0.2, 0.42, 0.08, 0.1, 0.4)]
    public void Observations_narrow_the_bounds_as_enumerated(string name, double p1, double p0, double xy, double x, double y, double none)
    {
        var seen = new Observed(xy, x, y, none);
        var bounds = TianPearl.WithObservations(p1, p0, seen);
        var exact = TianPearl.Monotone(p1, p0, seen);

        Same(Range(name, "PN bounds"), bounds.Necessary);
        Same(Range(name, "PS bounds"), bounds.Sufficient);
        Same(Range(name, "PNS bounds"), bounds.NecessaryAndSufficient);
        Assert.Equal(Value(name, "PN"), exact.Necessary, 1e-12);
        Assert.Equal(Value(name, "PS"), exact.Sufficient, 1e-12);
        Assert.Equal(Value(name, "PNS"), exact.NecessaryAndSufficient, 1e-12);
    }

    [Fact]
    public void Radiation_deaths_give_the_excess_risk_ratio()
    {
        var causation = TianPearl.Monotone(30.0 / (30 + 69130), 16.0 / (16 + 59010));

        Assert.Equal(Value("radiation", "PN"), causation.Necessary, 1e-9);
        Assert.Equal(Value("radiation", "PS"), causation.Sufficient, 1e-9);
        Assert.Equal(Value("radiation", "PNS"), causation.NecessaryAndSufficient, 1e-9);
    }

    [Fact]
    public void A_drug_taken_by_choice_can_be_shown_guilty_by_trial_and_record_together()
    {
        var bounds = TianPearl.WithObservations(0.016, 0.014, new Observed(0.001, 0.499, 0.014, 0.486));

        Assert.Equal(Value("drug_x", "PN lower (Tian-Pearl, exp+obs)"), bounds.Necessary.Low, 1e-9);
        Assert.Equal(Value("drug_x", "PN upper"), bounds.Necessary.High, 1e-9);
        Same(Range("drug_x", "PNS bounds exp+obs"), bounds.NecessaryAndSufficient);
        Same(Range("drug_x", "PNS bounds exp only"), TianPearl.Exogenous(0.016, 0.014).NecessaryAndSufficient);
    }

    [Fact]
    public void Nothing_seen_is_said_to_be_undefined_with_the_rule_of_three()
    {
        var necessity = new Necessity(new PairedCounts(0, 0, 3, 297));

        Assert.False(necessity.Necessary.IsDefined);
        Assert.False(necessity.NecessaryBounds.IsDefined);
        Assert.StartsWith("not defined, seen 0 of 300", necessity.NecessaryUndefined);
        Assert.Contains("0.01", necessity.NecessaryUndefined);
        Assert.Null(necessity.SufficientUndefined);
    }

    [Fact]
    public void The_fraction_explained_has_an_interval_that_holds_the_published_lower_bound()
    {
        var fraction = new Necessity(new PairedCounts(100, 630, 0, 270)).FractionExplained;

        Assert.Equal(63.0 / 73, fraction.Value, 1e-12);
        Assert.InRange(fraction.Low, 0.8, fraction.Value);
        Assert.InRange(fraction.High, fraction.Value, 0.9);
    }

    private static void Same((double Low, double High) expected, Bounds actual)
    {
        Assert.Equal(expected.Low, actual.Low, 1e-12);
        Assert.Equal(expected.High, actual.High, 1e-12);
    }

    private static double Value(string name, string quantity) => PublishedTable.Number(Cell(name, quantity));

    private static (double Low, double High) Range(string name, string quantity)
    {
        var ends = Cell(name, quantity).Trim('[', ']').Split(',');
        return (PublishedTable.Number(ends[0]), PublishedTable.Number(ends[1]));
    }

    private static string Cell(string name, string quantity) =>
        PublishedTable.Read("causal_pn_ps.csv").Single(r => r["case"] == name && r["quantity"] == quantity)["computed"];
}
