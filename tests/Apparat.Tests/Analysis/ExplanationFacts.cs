using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using Apparat.Vocabulary;
using static Apparat.Tests.HandMadeWorlds;

namespace Apparat.Tests;

/// <summary>The whole explanation over hand-made worlds.</summary>
public sealed class ExplanationFacts
{
    private static readonly Factor[] Factors =
    [
        Factor("slate", FactorKind.Rules, ofOffice: true),
        Factor("alliance", FactorKind.People),
        Factor("letter", FactorKind.Events),
    ];

    private static readonly ExplainSizes Small = new ExplainSizes().Scaled(0.05);

    [Fact]
    public void It_puts_every_answer_side_by_side()
    {
        var e = Explain(out _);

        Assert.Equal("wins(A)", e.Headline);
        Assert.Equal(e.Windows[0].PowersStruck.First, e.PriorPredictive);
        Assert.Equal([true, false], e.Windows.Select(w => w.IsForward));
        Assert.NotNull(e.Windows[0].AnotherInChair);
        Assert.Null(e.Windows[1].AnotherInChair);
        Assert.Equal(125, e.Windows[0].PowersStruck.Counts.Runs);
        Assert.Equal([0, 1], e.Shares.Select(s => s.Reference));
        Assert.All(e.Shares, s => Assert.Equal(s.Baseline.Denominator, s.Parts.Sum(p => p.Numerator)));
        Assert.Equal(["B", "C", "the two"], e.Rivals.Rivals);
        Assert.Equal(["all powers of the office", "slate", "alliance", "letter"], e.Rivals.Rows.Select(r => r.Factor));
        Assert.True(e.IsComplete);
        Assert.Equal(e.Histories, e.Worlds.Sum(w => w.Runs));
    }

    [Fact]
    public void Every_run_is_asked_for_once_whoever_needs_it()
    {
        var study = Study();
        var set = new EnsembleSet();
        var plans = new List<EnsemblePlan>();
        while (study.Needs(set) is { Count: > 0 } more)
        {
            plans.AddRange(more);
            foreach (var plan in more)
                set.Add(Play(plan, World));
        }

        var asked = plans.SelectMany(p => p.Numbers.Select(n => (EnsembleSet.WorldOf(p), n))).ToList();
        Assert.Equal(asked.Count, asked.Distinct().Count());
        Assert.Equal(plans.Sum(p => (long)p.Numbers.Length), study.Read(set).Histories);
        Assert.True(study.Read(set).Histories < study.Read(set).Costs.Sum(c => c.Histories));
    }

    [Fact]
    public void The_default_sizes_stay_below_fifty_thousand_histories()
    {
        Factor[] eight =
        [
            .. Enumerable.Range(0, 5).Select(i => Factor($"rule {i}", FactorKind.Rules)),
            .. Enumerable.Range(0, 2).Select(i => Factor($"person {i}", FactorKind.People)),
            Factor("event", FactorKind.Events),
        ];

        _ = Answer(new ExplainStudy(Scenario(eight), 1), World, out var histories);

        Assert.InRange(histories, 25_000, 50_000);
    }

    [Fact]
    public void The_branch_forces_the_record_and_strikes_only_from_its_day()
    {
        var branch = Study().Needs(new EnsembleSet()).Select(p => p.World).Where(w => w.ReplayUntil is not null).ToArray();

        Assert.NotEmpty(branch);
        Assert.All(branch, w => Assert.Equal(new DateOnly(2000, 6, 1), w.ReplayUntil));
        Assert.All(branch.SelectMany(w => w.Strikes.Values), s => Assert.Equal(new DateOnly(2000, 6, 1), s.From));
        Assert.Contains(branch, w => w.Strikes.Count == 3);
    }

    [Fact]
    public void First_sizes_are_asked_only_where_a_size_changes()
    {
        var resized = Scenario(Factors) with
        {
            Events =
            [
                new HistoricalEvent(
                    "growth",
                    new DateOnly(2000, 3, 1),
                    FactKind.Recorded,
                    new GrowsByHand(),
                    Citation.None,
                    SourceSpan.Nowhere
                ),
            ],
        };

        var with = Answer(new ExplainStudy(resized, 1, Small), World, out _);

        Assert.Null(Explain(out _).Windows[0].FirstSizes);
        Assert.NotNull(with.Windows[0].FirstSizes);
        Assert.Null(with.Windows[1].FirstSizes);
        Assert.Contains(with.Cautions, c => c.Id == "recorded-facts-held");
    }

    [Fact]
    public void A_group_has_fallen_when_its_last_member_has()
    {
        var falls = Explain(out _).Rivals.Falls.Where(f => f.World == "as it was").ToDictionary(f => f.Rival);

        Assert.Equal(new DateOnly(2000, 5, 1), falls["B"].Median);
        Assert.Equal(new DateOnly(2000, 6, 1), falls["C"].Median);
        Assert.Equal(new DateOnly(2000, 6, 1), falls["the two"].Median);
        Assert.Equal(falls["B"].Fallen, falls["the two"].Fallen);
    }

    [Fact]
    public void Whether_and_who_are_told_apart()
    {
        var who = Explain(out _).Windows[0].WhetherAndWho[0];

        Assert.Equal(who.Someone.Value * who.SubjectGivenSomeone.Value, who.Subject.Value, 1e-12);
        Assert.True(who.Someone.Value > who.Subject.Value);
    }

    [Fact]
    public void What_was_cancelled_is_still_read_and_said_to_be_unfinished()
    {
        var study = Study();
        var set = new EnsembleSet();
        Assert.Contains(study.Read(set).Cautions, c => c.Id == "not-finished");
        foreach (var plan in study.Needs(set).Take(2))
            set.Add(Play(plan, World));

        var e = study.Read(set);

        Assert.False(e.IsComplete);
        Assert.True(e.Windows[0].PowersStruck.Change.IsDefined);
        Assert.False(e.Windows[1].PowersStruck.Change.IsDefined);
    }

    [Fact]
    public void The_same_tables_give_the_same_answer()
    {
        var (first, second) = (Explain(out _), Explain(out _));

        Assert.Equal(first.Fingerprint, second.Fingerprint);
        Assert.Equal(first.Shares[0].Factors.Select(f => f.Numerator), second.Shares[0].Factors.Select(f => f.Numerator));
    }

    private static Explanation Explain(out long histories) => Answer(Study(), World, out histories);

    private static ExplainStudy Study() => new(Scenario(Factors), 1, Small);

    private static bool World(Scenario world, Chance chance, PersonId who)
    {
        var luck = chance.Draw("luck");
        var powers = world.Strikes.Count == 0 ? 0.3 : 0;
        var strength = 0.2 + powers + (world.Has("slate") ? 0.1 : 0) + (world.Has("alliance") ? 0.1 : 0);
        return who == A ? luck < strength : who == B && luck > 0.9;
    }

    private sealed record GrowsByHand : Happening, ISizeChange
    {
        public OrganId Organ => Council;

        public override void Happen(WorldView now, WorldEdit edit) { }
    }
}
