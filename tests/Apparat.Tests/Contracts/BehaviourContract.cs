using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Apparat.Model;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>What motives, criteria, alliance rules, measures, conditions and happenings promise. All are found through the lexicon.</summary>
public sealed partial class BehaviourContract
{
    public static TheoryData<string> Motives => AnyWord.Of<Motive>();
    public static TheoryData<string> Criteria => AnyWord.Of<Criterion>();
    public static TheoryData<string> Alliances => AnyWord.Of<AllianceRule>();
    public static TheoryData<string> Bonds => AnyWord.Of<Bond>();
    public static TheoryData<string> Conditions => AnyWord.Of<Condition>();
    public static TheoryData<string> Measures => AnyWord.Of<Measure>();
    public static TheoryData<string> Happenings => AnyWord.Of<Happening>();

    [Theory]
    [MemberData(nameof(Motives))]
    public void A_motive_adds_a_number_for_each_voter_and_the_same_when_asked_again(string name)
    {
        var (scenario, protocol) = (AnyWord.Lively(), new Protocol());
        var motive = (Motive)AnyWord.Make(name);
        Play(
            scenario with
            {
                Motives = [.. scenario.Motives.Where(m => m.GetType() != motive.GetType()), new WatchedMotive(motive, protocol)],
            }
        );

        Assert.True(protocol.Looks > 0);
        Assert.Empty(protocol.Faults);
    }

    [Theory]
    [MemberData(nameof(Criteria))]
    public void A_criterion_adds_a_number_for_each_candidate_and_the_same_when_asked_again(string name)
    {
        var (scenario, protocol) = (AnyWord.Lively(), new Protocol());
        var criterion = (Criterion)AnyWord.Make(name);
        Play(
            scenario with
            {
                Criteria = [.. scenario.Criteria.Where(c => c.GetType() != criterion.GetType()), new WatchedCriterion(criterion, protocol)],
            }
        );

        Assert.True(protocol.Looks > 0);
        Assert.Empty(protocol.Faults);
    }

    [Theory]
    [MemberData(nameof(Alliances))]
    public void An_alliance_rule_gives_sides_to_active_contenders_alone(string name)
    {
        var (scenario, protocol) = (AnyWord.Lively(), new Protocol());
        Play(scenario with { Alliances = new WatchedAlliances((AllianceRule)AnyWord.Make(name), protocol) });

        Assert.True(protocol.Looks > 0);
        Assert.Empty(protocol.Faults);
    }

    [Theory]
    [MemberData(nameof(Bonds))]
    public void Under_any_bond_alone_ties_and_grudges_stay_between_nothing_and_one(string name)
    {
        var (scenario, protocol) = (AnyWord.Lively(), new Protocol());
        Play(scenario with { Bonds = [(Bond)AnyWord.Make(name)], Motives = scenario.Motives.Add(new VoterWitness(protocol)) });

        Assert.True(protocol.Looks > 0);
        Assert.Empty(protocol.Faults);
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_only_looks(string name)
    {
        var scenario = AnyWord.Lively();
        var outcome = new Outcome("looked_at", (Condition)AnyWord.Make(name), "", Citation.None, SourceSpan.Nowhere);

        Assert.Equal(Play(scenario).Fingerprints, Play(scenario with { Outcomes = [outcome] }).Fingerprints);
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_measure_has_unit_range_meaning_and_source_only_looks_and_stays_in_range(string name)
    {
        var measure = (Measure)AnyWord.Make(name) with { About = "units" };
        Assert.All([measure.Unit, measure.Meaning, measure.Source], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Matches(SnakeCase(), measure.Name);
        Assert.True(measure.Range.Low < measure.Range.High);

        var scenario = AnyWord.Lively();
        var table = Play(scenario with { Measures = [measure] });

        Assert.Equal(Play(scenario).Fingerprints, table.Fingerprints);
        foreach (var person in scenario.Cast.Contenders)
        {
            foreach (var value in table[ColumnName.Of(measure, scenario[person])])
                Assert.InRange(value, measure.Range.Low, measure.Range.High);
        }
    }

    [Fact]
    public void Measures_have_names_of_their_own() =>
        Assert.Distinct(StandardLexicon.Instance.Of<Measure>().Select(e => e.Name).Distinct().Select(n => ((Measure)AnyWord.Make(n)).Name));

    [Theory]
    [MemberData(nameof(Happenings))]
    public void What_happens_changes_nothing_before_its_day_and_breaks_nothing_after_it(string name)
    {
        var (scenario, protocol) = (AnyWord.Lively(), new Protocol());
        var happening = (Happening)AnyWord.Make(name);
        var e = new HistoricalEvent("it", new DateOnly(2000, 6, 12), FactKind.Given, happening, Citation.None, SourceSpan.Nowhere);
        var with = scenario with
        {
            Events = scenario.Events.Add(e),
            Motives = scenario.Motives.Add(new VoterWitness(protocol)),
            Outcomes = [new Outcome("witnessed", new SeatWitness(protocol, scenario.Charter), "", Citation.None, SourceSpan.Nowhere)],
        };
        for (var run = 0; run < 5; run++)
            Assert.Equal(Histories.Tell(scenario, 6, run).TurnFingerprints.Take(5), Histories.Tell(with, 6, run).TurnFingerprints.Take(5));
        Play(with);
        Assert.Empty(protocol.Faults);
    }

    [Fact]
    public void Every_word_has_a_summary_where_it_is_written()
    {
        var files = Repository
            .Sources.Where(s => s.Path.Contains("Apparat.Vocabulary", StringComparison.Ordinal))
            .Select(s => s.Text)
            .ToList();
        foreach (var word in StandardLexicon.Instance.Entries.Select(e => e.Name).Distinct())
        {
            var file = files.Single(t =>
                t.Contains($"\npublic sealed record {word}(", StringComparison.Ordinal)
                || t.Contains($"\npublic sealed record {word} :", StringComparison.Ordinal)
            );
            var before = file[..file.IndexOf($"\npublic sealed record {word}", StringComparison.Ordinal)];
            var summary = before.LastIndexOf("/// <summary>", StringComparison.Ordinal);
            Assert.True(summary >= 0 && !before[summary..].Contains("\n}", StringComparison.Ordinal), $"{word} has no summary");
        }
    }

    private static Ensemble Play(Scenario scenario) =>
        new LocalRunner(1).Run(EnsemblePlan.Of(scenario, null, 12, 12)).GetAwaiter().GetResult();

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SnakeCase();

    private sealed record WatchedMotive(Motive Inner, Protocol Protocol) : Motive
    {
        public override bool NeedsForecast => Inner.NeedsForecast;

        public override IEnumerable<Parameter> Parameters => Inner.Parameters;

        public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
        {
            double[] once = new double[voters.Length],
                again = new double[voters.Length];
            Inner.Add(now, move, voters, once);
            Inner.Add(now, move, voters, again);
            for (var i = 0; i < once.Length; i++)
            {
                Protocol.See(double.IsFinite(once[i]), "finite", () => "not a number");
                Protocol.See(once[i].Equals(again[i]), "again", () => "another number when asked again");
                utility[i] += once[i];
            }
        }
    }

    private sealed record WatchedCriterion(Criterion Inner, Protocol Protocol) : Criterion
    {
        public override bool ForElectors => Inner.ForElectors;

        public override bool ForMakers => Inner.ForMakers;

        public override IEnumerable<Parameter> Parameters => Inner.Parameters;

        public override void Add(
            Situation now,
            ReadOnlySpan<PersonId> choosers,
            Seat seat,
            ReadOnlySpan<PersonId> candidates,
            Span<double> utility
        )
        {
            double[] once = new double[utility.Length],
                again = new double[utility.Length];
            Inner.Add(now, choosers, seat, candidates, once);
            Inner.Add(now, choosers, seat, candidates, again);
            for (var i = 0; i < once.Length; i++)
            {
                Protocol.See(double.IsFinite(once[i]), "finite", () => "not a number");
                Protocol.See(once[i].Equals(again[i]), "again", () => "another number when asked again");
                utility[i] += once[i];
            }
        }
    }

    private sealed record WatchedAlliances(AllianceRule Inner, Protocol Protocol) : AllianceRule
    {
        public override IEnumerable<Parameter> Parameters => Inner.Parameters;

        public override void Perceive(Rivalry now) => Inner.Perceive(now);

        public override void Sides(Rivalry now, Span<sbyte> side)
        {
            Inner.Sides(now, side);
            for (var k = 0; k < side.Length; k++)
            {
                var (given, active) = (side[k], now.Active(k));
                Protocol.See(given is >= -1 and <= 1, "side", () => $"a side of {given}");
                Protocol.See(active || given == 0, "active", () => "a side for somebody who has lost his place");
            }
        }
    }
}
