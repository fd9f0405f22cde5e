using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>What makes a comparison of two worlds mean anything: only the consequences of a change differ (theory 8.9, rulings C10 and C12).</summary>
public sealed class CounterfactualLaws
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Striking_a_provision_changes_nothing_before_its_first_use(int reference) =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var scenario = draft.Read();
                var was = Histories.Tell(scenario, seed, 0);
                foreach (var (name, _, provision) in scenario.Charter.Provisions)
                {
                    // What has no share is struck already, and its first reference is at work; the second would be another world.
                    if (reference > 0 && provision.Share.Prior is Fixed { Value: 0 })
                        continue;
                    var firstUse = was.FirstUses.TryGetValue(name, out var turn) ? turn.Index : scenario.Calendar.Turns;
                    var struck = Histories.Tell(new Strike([name], reference).Apply(scenario), seed, 0);

                    SameUntil(firstUse, was, struck, $"{name} struck");
                }
            },
            25
        );

    [Fact]
    public void Striking_a_provision_from_a_day_changes_nothing_before_that_day() =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var scenario = draft.Read();
                var was = Histories.Tell(scenario, seed, 1);
                var turn = 1 + (int)(seed % (ulong)(draft.Months - 1));
                foreach (var (name, _, _) in scenario.Charter.Provisions)
                {
                    var struck = new Strike([name], (int)(seed % 2), Draft.First.AddMonths(turn)).Apply(scenario);

                    SameUntil(turn, was, Histories.Tell(struck, seed, 1), $"{name} struck from month {turn}");
                }
            },
            20
        );

    [Fact]
    public void What_happens_on_a_day_changes_nothing_before_that_day() =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var scenario = draft.Read();
                var was = Histories.Tell(scenario, seed, 2);
                foreach (var e in scenario.Events)
                {
                    var turn = scenario.Calendar.At(e.Date).Index;
                    SameUntil(turn, was, Histories.Tell(new ChangeEvent(e.Name).Apply(scenario), seed, 2), $"without {e.Name}");
                    SameUntil(turn, was, Histories.Tell(new ChangeEvent(e.Name, 2).Apply(scenario), seed, 2), $"{e.Name} later");
                }
                var day = Draft.First.AddMonths(3);
                var death = new HistoricalEvent(
                    "a death",
                    day,
                    FactKind.Given,
                    new Dies(scenario.Cast.Contenders[1]),
                    Citation.None,
                    SourceSpan.Nowhere
                );
                SameUntil(3, was, Histories.Tell(scenario with { Events = scenario.Events.Add(death) }, seed, 2), "with a death");
            },
            40
        );

    [Fact]
    public void A_share_of_nothing_is_a_provision_struck() =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var scenario = draft.Read();
                foreach (var (name, _, provision) in scenario.Charter.Provisions)
                {
                    var nothing = Histories.Tell(new SetParameter(provision.Share.Name, new Fixed(0)).Apply(scenario), seed, 3);

                    Same(Histories.Tell(new Strike([name]).Apply(scenario), seed, 3), nothing, $"{name} at share 0");
                }
            },
            20
        );

    [Fact]
    public void Striking_what_was_used_sooner_or_later_changes_something()
    {
        // The counterpart of the laws above: not every provision matters in every run, but each kind must in some run.
        var mattered = new HashSet<string>();
        var used = new HashSet<string>();
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var scenario = draft.Read();
                var was = Histories.Tell(scenario, seed, 4);
                foreach (var (name, _, provision) in scenario.Charter.Provisions)
                {
                    var kind = provision.GetType().Name;
                    if (StandardLexicon.Instance.Find(kind)!.Sentence.Played)
                        used.Add(kind);
                    if (
                        !mattered.Contains(kind)
                        && Histories.Tell(new Strike([name]).Apply(scenario), seed, 4).Fingerprint != was.Fingerprint
                    )
                        mattered.Add(kind);
                }
            },
            120
        );
        // Anyone may be nominated unless a list says otherwise, so that the tail says what holds anyway.
        var idle = string.Join(", ", used.Except([nameof(Nominations)]).Except(mattered).Order());
        Assert.True(idle.Length == 0, $"struck without any consequence in any scenario: {idle}");
    }

    [Fact]
    public void A_clause_never_used_may_be_written_twice() =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var scenario = draft.Read();
                var was = Histories.Tell(scenario, seed, 5);
                foreach (var clause in scenario.Charter.Clauses)
                {
                    var names = scenario.Charter.Provisions.Where(p => p.Clause.Id == clause.Id).Select(p => p.Name);
                    if (names.Any(was.FirstUses.ContainsKey) || clause.Rules[0] is SelectionRule)
                        continue;
                    var line = draft.Clauses.Single(l => l.StartsWith(clause.Id.Text + ":", StringComparison.Ordinal));
                    var twice = draft with { Clauses = draft.Clauses.Add("again" + line[line.IndexOf(':', StringComparison.Ordinal)..]) };

                    Same(was, Histories.Tell(twice.Read(), seed, 5), $"{clause.Id} twice");
                }
            },
            40
        );

    /// <summary>A parameter at its neutral value, and the words of behaviour that are then as good as absent.</summary>
    public static TheoryData<string, string[]> NeutralValues =>
        new()
        {
            { "b_fear", [nameof(Fears)] },
            { "b_off", [nameof(Careers)] },
            { "b_loy", [nameof(Loyalties), nameof(FellowClients)] },
            { "b_pol", [nameof(Policies), nameof(Likeness)] },
            { "b_pres", [nameof(Deference), nameof(Esteem)] },
            { "a_loy", [nameof(Favour)] },
            { "lam", [nameof(Fade)] },
            { "l0", [nameof(Gratitude)] },
            { "grievance", [nameof(Grievance)] },
        };

    [Theory]
    [MemberData(nameof(NeutralValues))]
    public void A_parameter_at_its_neutral_value_is_its_words_removed(string parameter, string[] words) =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var scenario = draft.Read();
                var neutral = new SetParameter(parameter, new Fixed(0)).Apply(scenario);
                var without = scenario with
                {
                    Motives = scenario.Motives.RemoveAll(m => words.Contains(m.GetType().Name)),
                    Criteria = scenario.Criteria.RemoveAll(c => words.Contains(c.GetType().Name)),
                    Bonds = scenario.Bonds.RemoveAll(b => words.Contains(b.GetType().Name)),
                };

                Assert.NotEqual(
                    scenario.Motives.Length + scenario.Criteria.Length + scenario.Bonds.Length,
                    without.Motives.Length + without.Criteria.Length + without.Bonds.Length
                );
                Same(Histories.Tell(neutral, seed, 6), Histories.Tell(without, seed, 6), $"{parameter} at 0");
            },
            20
        );

    private static void SameUntil(int turn, Trace was, Trace other, string change)
    {
        for (var t = 0; t < turn; t++)
            Assert.True(
                was.TurnFingerprints[t] == other.TurnFingerprints[t],
                $"{change}: month {t} differs, the first use is month {turn}"
            );
        Assert.Equal(was.Entries.Where(e => e.Turn.Index < turn), other.Entries.Where(e => e.Turn.Index < turn));
        if (turn >= was.TurnFingerprints.Length)
            Assert.True(was.Fingerprint == other.Fingerprint, $"{change}: the run differs though it was never used");
    }

    private static void Same(Trace was, Trace other, string change)
    {
        SameUntil(was.TurnFingerprints.Length, was, other, change);
        Assert.Equal(was.Entries, other.Entries);
    }
}
