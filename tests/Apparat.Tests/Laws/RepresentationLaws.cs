using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>Names, order, threads and slices are ways of writing a scenario down or of running it; none of them is history (ruling C12).</summary>
public sealed class RepresentationLaws
{
    private const int Runs = 7;

    [Fact]
    public void Organs_people_and_outcomes_may_be_renamed() =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var scenario = draft.Read();
                var renamed = scenario with
                {
                    Name = "Another name",
                    Charter = scenario.Charter with
                    {
                        Organs = [.. scenario.Charter.Organs.Select(o => o with { Name = "The former " + o.Name })],
                    },
                    Cast = scenario.Cast with { People = [.. scenario.Cast.People.Select(p => p with { Name = "Citizen " + p.Name })] },
                    Outcomes = [.. scenario.Outcomes.Select(o => o with { Name = "no_longer_" + o.Name })],
                };
                var (was, now) = (Play(scenario, seed), Play(renamed, seed));

                Assert.Equal(was.Fingerprints, now.Fingerprints);
                for (var c = 0; c < was.Columns.Length; c++)
                    Assert.Equal(Bits(was, was.Columns[c].Name), Bits(now, now.Columns[c].Name));
            },
            20
        );

    [Fact]
    public void Organs_people_contenders_clauses_and_events_may_stand_in_any_order() =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var was = Play(draft.Read(), seed);
                for (var by = 0UL; by < 3; by++)
                {
                    var now = Play(draft.Shuffled(Key.Mix(seed, by)).Read(), seed);
                    SameRows(was, now);
                }
            },
            40
        );

    [Fact]
    public void What_ifs_do_not_depend_on_the_order_of_the_file_either() =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                foreach (var change in Changes)
                {
                    Scenario straight = draft.Read(),
                        shuffled = draft.Shuffled(seed).Read();
                    SameRows(Play(change(straight).Apply(straight), seed), Play(change(shuffled).Apply(shuffled), seed));
                }
            },
            20
        );

    [Fact]
    public void One_thread_two_threads_and_any_slices_give_the_same_table() =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var plan = EnsemblePlan.Of(draft.Read(), null, seed, Runs);
                var was = Run(plan, 1);

                SameTable(was, Run(plan, 2));
                SameTable(was, Run(plan, 5));
                for (var slices = 2; slices <= 4; slices++)
                {
                    var parts = Enumerable.Range(1, slices).Select(i => Run(plan.Slice(i, slices), 1 + (i % 2))).Reverse().ToList();
                    SameTable(was, Ensemble.Merge(parts));
                }
            },
            15
        );

    [Fact]
    public void A_run_told_twice_is_told_the_same_and_is_the_run_of_the_table() =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var scenario = draft.Read();
                var table = Play(scenario, seed);
                for (var run = 0; run < 3; run++)
                {
                    var (once, again) = (Histories.Tell(scenario, seed, run), Histories.Tell(scenario, seed, run));

                    Assert.Equal(once.Entries, again.Entries);
                    Assert.Equal(once.TurnFingerprints, again.TurnFingerprints);
                    Assert.Equal(table.Fingerprints[run], once.Fingerprint);
                }
            },
            20
        );

    [Fact]
    public void Runs_differ_and_seeds_differ() =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var scenario = draft.Read();
                Assert.Distinct(Play(scenario, seed).Fingerprints.Concat(Play(scenario, seed ^ 1).Fingerprints));
            },
            10
        );

    [Fact]
    public void Overlapping_slices_and_slices_of_other_plans_are_not_merged()
    {
        var plan = EnsemblePlan.Of(AnyScenario.Number(1).Read(), null, 1, 4);
        var part = Run(plan.Slice(1, 2), 1);

        Assert.Throws<ArgumentException>(() => Ensemble.Merge([part, part]));
        Assert.Throws<ArgumentException>(() => Ensemble.Merge([part, Run((plan with { Seed = 2 }).Slice(2, 2), 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Slice(3, 2));
    }

    private static Func<Scenario, Amendment>[] Changes =>
        [
            s => new ChangeHolder(new HolderChange(Organ(s, "Chair"), [Person(s, "Birch"), Person(s, "Cedar")])),
            s => new ChangeQualities(new QualityChange(Person(s, "Alder"), FromAnother: true)),
            s => new ChangeQualities(new QualityChange(Person(s, "Alder"), FromAnother: false)),
            _ => new ChangeFirstTies(Evenly: true),
            _ => new ChangeFirstTies(Evenly: false),
            _ => new KeepFirstSizes(),
        ];

    private static OrganId Organ(Scenario s, string name) => s.Charter.Organs.Single(o => o.Name == name).Id;

    private static PersonId Person(Scenario s, string name) => s.Cast.People.Single(p => p.Name == name).Id;

    private static Ensemble Play(Scenario scenario, ulong seed) => Run(EnsemblePlan.Of(scenario, null, seed, Runs), 1);

    private static Ensemble Run(EnsemblePlan plan, int threads) => new LocalRunner(threads).Run(plan).GetAwaiter().GetResult();

    private static void SameTable(Ensemble was, Ensemble now)
    {
        SameRows(was, now);
        Assert.Equal(was.Fingerprint, now.Fingerprint);
        Assert.Equal(was.Columns, now.Columns);
        Assert.Equal(was.Series.SelectMany(s => s.Sum.Concat(s.SumOfSquares)), now.Series.SelectMany(s => s.Sum.Concat(s.SumOfSquares)));
    }

    private static void SameRows(Ensemble was, Ensemble now)
    {
        Assert.Equal(was.Numbers, now.Numbers);
        Assert.Equal(was.Fingerprints, now.Fingerprints);
        Assert.Equal(was.Columns.Select(c => c.Name).Order(), now.Columns.Select(c => c.Name).Order());
        foreach (var column in was.Columns)
            Assert.Equal(Bits(was, column.Name), Bits(now, column.Name));
    }

    private static ImmutableArray<long> Bits(Ensemble table, string column)
    {
        var bits = ImmutableArray.CreateBuilder<long>();
        foreach (var value in table[column])
            bits.Add(BitConverter.DoubleToInt64Bits(value));
        return bits.ToImmutable();
    }
}
