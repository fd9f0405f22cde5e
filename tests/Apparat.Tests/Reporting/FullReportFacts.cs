using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Reporting;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>The answers that stand beside an explanation in a full report.</summary>
public sealed class FullReportFacts
{
    private const string Name = "governance/self-perpetuating-board";
    private const int Runs = 20;

    // Nothing is followed in it, so that the patrons in its body are looked at beside the explanation.
    private static Scenario Board { get; } = ScenarioFile.Load(Name) with { Measures = [], Digest = "unwatched" };

    [Fact]
    public async Task What_stands_beside_an_explanation_changes_nothing_in_it()
    {
        var alone = await Apparat.Explain.Run(Board, 1, new ExplainSizes().For(Runs), cancel: TestContext.Current.CancellationToken);
        var (answer, _) = await Everything();

        Assert.Equal(alone.Fingerprint, answer.Fingerprint);
        Assert.Equal(alone.Costs, answer.Costs);
    }

    [Fact]
    public async Task Every_part_says_what_it_cost_beyond_the_histories_that_were_there()
    {
        var runner = new Counting();
        var (answer, beside) = await Everything(runner);

        Assert.True(beside.IsComplete);
        Assert.Equal(beside.Costs.Sum(c => c.Histories), beside.Histories);
        Assert.Equal(runner.Histories, answer.Histories + beside.Histories);
        Assert.Equal(["seats by patron", "when it was decided", "a newcomer in the chair"], beside.Costs.Select(c => c.Answer).Take(3));
    }

    [Fact]
    public async Task Patrons_share_out_no_more_than_a_body()
    {
        var (_, beside) = await Everything();

        Assert.NotEmpty(beside.Seats);
        foreach (var (_, patrons) in beside.Seats)
        {
            for (var month = 0; month < patrons[0].Points.Length; month++)
                Assert.InRange(patrons.Sum(p => p.Points[month].Value.Value), 0, 1 + 1e-9);
        }
    }

    [Fact]
    public async Task Cut_short_it_keeps_the_parts_that_were_finished()
    {
        using var cut = new CancellationTokenSource();
        var runner = new Counting { After = plan => plan.Scenario.Measures.Length > Board.Measures.Length ? cut : null };
        var (answer, beside) = await Everything(runner, cut.Token);

        Assert.True(answer.IsComplete);
        Assert.False(beside.IsComplete);
        Assert.NotEmpty(beside.Seats);
        Assert.Null(beside.Decided);
        Assert.Null(beside.Substitution);
        Assert.Contains("seats", Sections(answer, beside));
    }

    [Fact]
    public async Task Its_doubts_come_first_and_every_section_has_a_name_of_its_own()
    {
        var (answer, beside) = await Everything();
        var sections = Sections(answer, beside);

        Assert.Equal("doubts", sections[0]);
        Assert.Equal(sections.Distinct(StringComparer.Ordinal), sections);
        Assert.All(["decided", "seats", "man", "further"], id => Assert.Contains(id, sections));
    }

    [Fact]
    public async Task Whoever_left_the_rest_out_is_told_the_command_that_plays_it()
    {
        var answer = await Apparat.Explain.Run(Board, 1, new ExplainSizes().For(Runs), cancel: TestContext.Current.CancellationToken);
        var text = TextRenderer.Render(ExplanationReport.Of(answer, Framed(null)));

        Assert.Contains($"apparat explain {Name} --everything", text, StringComparison.Ordinal);
    }

    private static ImmutableArray<string> Sections(Explanation answer, Companions beside) =>
        [.. ExplanationReport.Of(answer, Framed(beside)).Sections.Select(s => s.Id)];

    private static Frame Framed(Companions? beside) =>
        new("Apparat", "apparat explain", ImmutableDictionary<string, string>.Empty) { Companions = beside, Named = Name };

    private static Task<(Explanation Answer, Companions Beside)> Everything(
        IEnsembleRunner? runner = null,
        CancellationToken cancel = default
    ) => Apparat.Explain.Everything(Board, Name, [], 1, new ExplainSizes().For(Runs), CompanionSizes.For(Runs), runner, cancel: cancel);

    /// <summary>Counts what is played, and may end the playing after a plan.</summary>
    private sealed class Counting : IEnsembleRunner
    {
        private readonly LocalRunner _inner = new();

        public long Histories { get; private set; }

        public Func<EnsemblePlan, CancellationTokenSource?> After { get; init; } = _ => null;

        public async Task<Ensemble> Run(EnsemblePlan plan, IProgress<EnsembleProgress>? progress = null, CancellationToken cancel = default)
        {
            var ensemble = await _inner.Run(plan, progress, cancel);
            Histories += ensemble.Runs;
            After(plan)?.Cancel();
            return ensemble;
        }
    }
}
