using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using CsCheck;
using static Apparat.Tests.HandMadeWorlds;

namespace Apparat.Tests;

/// <summary>What must hold of shares whatever the outcome.</summary>
public sealed class ShareLaws
{
    private static readonly Factor[] Five =
    [
        Factor("slate", FactorKind.Rules, ofOffice: true),
        Factor("files", FactorKind.Rules, ofOffice: true),
        Factor("delegates", FactorKind.Rules),
        Factor("qualities", FactorKind.People),
        Factor("letter", FactorKind.Events),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Baseline_factors_and_luck_sum_exactly_to_one_for_any_outcome(bool exact) =>
        Gen.Int.Sample(
            salt =>
            {
                var shares = Answer(Study(exact, 20), (world, chance, who) => Any(salt, world, chance, who), out _);

                Assert.Equal(shares.Baseline.Denominator, shares.Parts.Sum(p => p.Numerator));
                Assert.Equal(shares.Factors.Sum(p => p.Numerator), shares.Kinds.Sum(k => k.Numerator));
                Assert.Equal(shares.Factors.Take(2).Sum(p => p.Numerator), shares.OfOffice!.Numerator);
                Assert.Equal(1, shares.Parts.Sum(p => p.Value.Value), 1e-12);
            },
            iter: 20
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_order_of_declaration_changes_no_share(bool exact)
    {
        var forth = Answer(Study(exact, 60), (w, c, p) => Any(7, w, c, p), out _);
        var back = Answer(Study(exact, 60, [.. Five.Reverse()]), (w, c, p) => Any(7, w, c, p), out _);

        Assert.Equal(
            forth.Factors.OrderBy(f => f.Name).Select(f => (f.Name, f.Numerator)),
            back.Factors.OrderBy(f => f.Name).Select(f => (f.Name, f.Numerator))
        );
        Assert.Contains(forth.Factors, f => f.Numerator != 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_factor_that_changes_nothing_has_a_share_of_exactly_zero(bool exact)
    {
        var shares = Answer(Study(exact, 100), (world, chance, _) => world.Has("slate") && chance.Draw("luck") < 0.7, out _);

        Assert.All(
            shares.Factors.Where(f => f.Name != "slate"),
            f => Assert.Equal((0, 0.0, 0.0), (f.Numerator, f.Value.Low, f.Value.High))
        );
        Assert.All(shares.Interactions, i => Assert.False(i.IsClear));
        Assert.Equal(shares.Baseline.Denominator - shares.Luck.Numerator, shares.Factors[0].Numerator);
    }

    [Fact]
    public void Twins_of_one_family_get_equal_shares()
    {
        var shares = Answer(
            Study(exact: true, 50),
            (world, chance, _) => world.Has("slate") && world.Has("files") && chance.Draw("luck") < 0.8,
            out _
        );

        Assert.True(shares.Factors[0].Numerator > 0);
        Assert.Equal(shares.Factors[0].Numerator, shares.Factors[1].Numerator);
    }

    [Fact]
    public void Cutting_a_factor_in_two_leaves_the_shares_of_the_other_families_as_they_were()
    {
        Factor[] whole = [Factor("slate", FactorKind.Rules), Factor("qualities", FactorKind.People), Factor("letter", FactorKind.Events)];
        Factor[] cut = [Factor("slate", FactorKind.Rules), Factor("slate, again", FactorKind.Rules), .. whole[1..]];

        var before = Answer(Study(exact: true, 40, whole), (w, c, _) => Wins(w, c, w.Has("slate")), out _);
        var after = Answer(Study(exact: true, 40, cut), (w, c, _) => Wins(w, c, w.Has("slate") && w.Has("slate, again")), out _);

        Assert.Equal(before.Kinds.Select(k => k.Value.Value), after.Kinds.Select(k => k.Value.Value), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.True(before.Kinds[0].Numerator > 0);

        static bool Wins(Scenario world, Chance chance, bool slate) =>
            (slate ? 1 : 0) + (world.Has("qualities") ? 1 : 0) + (world.Has("letter") ? 1 : 0) > chance.Draw("luck") * 3;
    }

    [Fact]
    public void Drawn_orders_agree_with_every_setting_within_their_doubt()
    {
        var drawn = Answer(Study(exact: false, 2000), (w, c, p) => Votes(w, c), out _);
        var every = Answer(Study(exact: true, 2000), (w, c, p) => Votes(w, c), out _);

        Assert.Equal(every.Baseline.Value, drawn.Baseline.Value);
        Assert.Equal(every.Luck.Value, drawn.Luck.Value);
        foreach (var (a, b) in every.Factors.Zip(drawn.Factors))
            Assert.InRange(b.Value.Value - a.Value.Value, -4 * b.Value.StandardError, 4 * b.Value.StandardError);
    }

    [Fact]
    public void Shares_of_few_runs_followed_among_many_counted_sum_to_one_and_luck_is_what_was_counted()
    {
        var luck = Answer(Study(exact: false, 600), Rarely, out _).Luck;

        var shares = Answer(Study(exact: false, 100, counted: 600), Rarely, out var histories);

        Assert.Equal(shares.Baseline.Denominator, shares.Parts.Sum(p => p.Numerator));
        Assert.Equal(1, shares.Parts.Sum(p => p.Value.Value), 1e-12);
        Assert.All(shares.PerRun, r => Assert.Equal(1, r.Parts.Sum(), 12));
        Assert.Equal(600, shares.PerRun.Sum(r => r.Weight), 9);
        Assert.Equal((100, 600), (shares.Runs, shares.Counted));
        Assert.Equal(luck.Value, shares.Luck.Value);
        Assert.Equal(histories, shares.Histories);
        foreach (var (part, at) in shares.Parts.Select((p, i) => (p, i)))
            Assert.Equal(shares.PerRun.Sum(r => r.Weight * r.Parts[at]) / 600, part.Value.Value, 12);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_the_outcome_always_or_never_comes_about_there_is_one_kind_of_run(bool always)
    {
        var shares = Answer(Study(exact: false, 50, counted: 200), (_, _, _) => always, out _);

        Assert.Equal((50, 200), (shares.Runs, shares.Counted));
        Assert.Equal(always ? 0 : 1, shares.Luck.Value.Value);
        Assert.Equal(shares.Baseline.Denominator, shares.Parts.Sum(p => p.Numerator));
    }

    [Fact]
    public void Counting_many_and_following_few_gives_the_same_shares_with_less_doubt()
    {
        var every = Answer(Study(exact: true, 4000), Rarely, out _);
        var plain = Answer(Study(exact: false, 400), Rarely, out _);
        var spread = Answer(Study(exact: false, 400, counted: 4000), Rarely, out _);

        Assert.True(spread.Luck.Value.StandardError < 0.4 * plain.Luck.Value.StandardError);
        Assert.True(spread.Factors.Sum(f => f.Value.StandardError) < plain.Factors.Sum(f => f.Value.StandardError));
        foreach (var (a, b) in every.Factors.Zip(spread.Factors))
            Assert.InRange(b.Value.Value - a.Value.Value, -4 * b.Value.StandardError, 4 * b.Value.StandardError);
    }

    [Fact]
    public void A_run_costs_two_worlds_a_factor()
    {
        _ = Answer(Study(exact: false, 30), (_, _, _) => false, out var histories);

        Assert.Equal(30 * 2 * Five.Length, histories);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_needs_each_other_is_complementary_and_what_replaces_each_other_redundant(bool exact)
    {
        var shares = Answer(Study(exact, 800), (world, chance, _) => Both(world, chance) || Either(world, chance), out _);

        Assert.Equal("complementary", Pair("slate", "files").Word);
        Assert.Equal("redundant", Pair("qualities", "letter").Word);

        Interaction Pair(string a, string b) =>
            shares.Interactions.Single(i => new[] { a, b }.Contains(i.First) && new[] { a, b }.Contains(i.Second));
        static bool Both(Scenario world, Chance chance) => chance.Draw("luck") < 0.4 && world.Has("slate") && world.Has("files");
        static bool Either(Scenario world, Chance chance) => chance.Draw("luck") > 0.6 && (world.Has("qualities") || world.Has("letter"));
    }

    [Fact]
    public void Interactions_from_drawn_orders_agree_with_the_index_of_the_game()
    {
        // One family only: then orders are free, and the index is that of Grabisch and Roubens.
        Factor[] rules = [.. "abcd".Select(c => Factor(c.ToString(), FactorKind.Rules))];
        var game = CoalitionalGame.Of(4, s => Expected(int.PopCount(s)));

        var shares = Answer(
            Study(exact: false, 3000, rules),
            (world, chance, _) => chance.Draw("luck") < Expected(rules.Count(r => world.Has(r.Name))),
            out _
        );

        Assert.Equal(6, shares.Interactions.Length);
        Assert.All(
            shares.Interactions,
            i => Assert.InRange(i.Index.Value - game.ShapleyInteraction(3), -4.5 * i.Index.StandardError, 4.5 * i.Index.StandardError)
        );

        static double Expected(int present) => present * present / 16.0;
    }

    [Fact]
    public void The_doubt_of_an_interaction_is_as_large_as_its_scatter_over_seeds()
    {
        Factor[] rules = [.. "abc".Select(c => Factor(c.ToString(), FactorKind.Rules))];
        var (index, error) = (new Moments(), new Moments());
        for (ulong seed = 1; seed <= 100; seed++)
        {
            var shares = Answer(
                new OwenShares(Scenario(rules), AWins, [.. rules], seed, runs: 150),
                (world, chance, _) => chance.Draw("luck") * 9 < Math.Pow(rules.Count(r => world.Has(r.Name)), 2),
                out _
            );
            index.Add(shares.Interactions.Single(i => i.First == "a" && i.Second == "b").Index.Value);
            error.Add(shares.Interactions.Average(i => i.Index.StandardError));
        }

        Assert.True(error.Mean > 0);
        Assert.InRange(Math.Sqrt(index.Variance), 0.6 * error.Mean, 1.6 * error.Mean);
    }

    [Fact]
    public void Runs_that_were_not_finished_are_left_out_and_the_rest_still_sums_to_one()
    {
        var study = Study(exact: false, 40);
        var set = new EnsembleSet();
        foreach (var plan in study.Needs(set))
        {
            Apparat.Simulation.EnsemblePlan half = plan with { Numbers = [.. plan.Numbers.Where(n => n < 20)] };
            if (half.Numbers.Length > 0)
                set.Add(Play(half, (w, c, p) => Any(3, w, c, p)));
        }

        var shares = study.Read(set);

        Assert.Equal(20, shares.Runs);
        Assert.Equal(shares.Baseline.Denominator, shares.Parts.Sum(p => p.Numerator));
    }

    private static OwenShares Study(bool exact, int runs, Factor[]? factors = null, int counted = 0) =>
        new(Scenario(factors ?? Five), AWins, [.. factors ?? Five], seed: 5, runs, exact: exact, counted: counted);

    private static bool Rarely(Scenario world, Chance chance, PersonId who) =>
        chance.Draw("luck") < 0.04 * Five.Count(f => world.Has(f.Name));

    private static bool Any(int salt, Scenario world, Chance chance, PersonId who) =>
        (Key.Mix(Key.Of(string.Join(',', world.Notes.Order())), Key.Mix((ulong)salt, chance.Run + (ulong)who.Index)) & 1) == 0;

    private static bool Votes(Scenario world, Chance chance) => Five.Count(f => world.Has(f.Name)) + (3 * chance.Draw("luck")) > 4;
}
