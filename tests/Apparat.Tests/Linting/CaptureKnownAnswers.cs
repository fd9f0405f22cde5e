using System.Globalization;
using System.Text.Json;
using Apparat.Linting;

namespace Apparat.Tests;

/// <summary>Capture analysis against the published tables (theory.md 7).</summary>
public sealed class CaptureKnownAnswers
{
    public static TheoryData<string> MinimalSets => [.. PublishedTable.Read("minimal_capture_sets.csv").Select(r => r["charter"])];

    public static TheoryData<string, string> LoopGains
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in PublishedTable.Read("loop_gain.csv"))
                data.Add(row["charter"], row["node"]);
            return data;
        }
    }

    public static TheoryData<int> Replacement => Rows("replacement_curve.csv");

    public static TheoryData<int> Independent => Rows("capture_time_independent_turnover.csv");

    public static TheoryData<int> Staggered => Rows("capture_time_staggered.csv");

    public static TheoryData<int> Boards => Rows("meetings_to_control.csv");

    public static TheoryData<int> Chains => Rows("capture_chain_hitting_times.csv");

    [Theory]
    [MemberData(nameof(MinimalSets))]
    public void Minimal_capture_sets_are_those_of_the_table(string charter)
    {
        var row = PublishedTable.Read("minimal_capture_sets.csv").Single(r => r["charter"] == charter);
        var (game, target) = HandMadeCharters.Game(Json("minimal_capture_charters.json").GetProperty(charter));

        var answer = MinimalCaptureSet.Of(game, target);

        Assert.True(answer.IsExact);
        Assert.Equal(int.Parse(row["min_seats"], CultureInfo.InvariantCulture), answer.Size);
        var sets = answer.Sets.Select(s => string.Join(" + ", s.Select(x => $"{x.Seats} {x.Class.Name}")));
        Assert.Equal(row["minimal_sets"].Split(" | ").Order(StringComparer.Ordinal), sets.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(LoopGains))]
    public void Loop_gain_outside_selection_and_spectral_radius_are_those_of_the_table(string charter, string node)
    {
        var row = PublishedTable.Read("loop_gain.csv").Single(r => r["charter"] == charter && r["node"] == node);
        var json = Json("loop_gain_charters.json").GetProperty(charter);
        var shares = json.GetProperty("selection_shares")
            .EnumerateObject()
            .ToDictionary(
                b => b.Name,
                b => b.Value.EnumerateObject().Select(a => (a.Name, PublishedTable.Number(a.Value.GetString()!))).ToArray()
            );
        var graph = InfluenceGraph.Of(
            HandMadeCharters.Filled([.. json.GetProperty("nodes").EnumerateArray().Select(n => n.GetString()!)], shares)
        );

        var matrix = SelectionMatrix.Of(graph);

        Assert.Equal(PublishedTable.Number(row["loop_gain_exact"]), LoopGain.Of(graph, node), 1e-12);
        Assert.Equal(
            PublishedTable.Number(row["share_of_ultimate_selection_exogenous"]),
            UltimateSelection.Of(matrix).Exogenous(graph[node].Index),
            1e-12
        );
        Assert.Equal(PublishedTable.Number(row["spectral_radius_endogenous"]), SpectralRadius.Of(matrix), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Replacement))]
    public void The_replacement_curve_is_that_of_the_table(int number)
    {
        var row = PublishedTable.Read("replacement_curve.csv")[number];
        var (seats, month, needed) = (int.Parse(row["seats"]), int.Parse(row["month"]), int.Parse(row["majority_k"]));
        var turnover = PublishedTable.Number(row["monthly_turnover_per_seat"]);
        Assert.Equal(PublishedTable.Number(row["expected_share_replaced"]), ReplacementCurve.Share(turnover, month), 1e-9);
        Assert.Equal(PublishedTable.Number(row["sd_share_replaced"]), ReplacementCurve.Deviation(seats, turnover, month), 1e-9);
        Assert.Equal(
            PublishedTable.Number(row["P(majority replaced by month)"]),
            ReplacementCurve.AtLeast(seats, needed, turnover, month),
            1e-9
        );
    }

    [Theory]
    [MemberData(nameof(Independent))]
    public void Capture_times_under_independent_turnover_are_those_of_the_table(int number)
    {
        var row = PublishedTable.Read("capture_time_independent_turnover.csv")[number];
        var (seats, needed, turnover) = (
            int.Parse(row["seats"]),
            int.Parse(row["k_needed"]),
            PublishedTable.Number(row["monthly_turnover"])
        );
        Assert.Equal(
            PublishedTable.Number(row["E_capture_months_discrete_exact"]),
            IndependentTurnover.Months(seats, needed, turnover),
            1e-9
        );
        Assert.Equal(
            PublishedTable.Number(row["E_capture_months_continuous"]),
            IndependentTurnover.Continuous(seats, needed, turnover),
            1e-9
        );
        Assert.Equal(PublishedTable.Number(row["mean_field_months"]), IndependentTurnover.MeanField(seats, needed, turnover), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Staggered))]
    public void Capture_times_of_staggered_bodies_are_those_of_the_table(int number)
    {
        var row = PublishedTable.Read("capture_time_staggered.csv")[number];
        var classes = row["class_sizes_in_order_of_expiry"].Split(' ').Select(int.Parse).ToArray();
        Assert.Equal(
            int.Parse(row["months_to_capture_if_every_new_seat_is_ours"]),
            StaggeredTerms.MonthsToCapture(classes, int.Parse(row["months_between_elections"]), int.Parse(row["seats_needed"]))
        );
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void Meetings_to_control_a_board_are_those_of_the_table(int number)
    {
        var row = PublishedTable.Read("meetings_to_control.csv")[number];
        var classes = row["class_sizes"].Split('/').Select(int.Parse).ToArray();
        var majority = int.Parse(row["majority"]);

        Assert.Equal(Model.Majority.Simple.Needed(int.Parse(row["directors"])), majority);
        // At best the largest classes come up first, at worst the smallest.
        Assert.Equal(int.Parse(row["meetings_best_case"]), StaggeredTerms.MonthsToCapture([.. classes.OrderDescending()], 1, majority));
        Assert.Equal(int.Parse(row["meetings_worst_case"]), StaggeredTerms.MonthsToCapture([.. classes.Order()], 1, majority));
    }

    [Theory]
    [InlineData("governance/annual-board", 1)]
    [InlineData("governance/classified-board", 2)]
    public void Whoever_carries_the_vote_has_an_annual_board_after_one_meeting_and_a_classified_one_after_two(string name, int meetings)
    {
        var scenario = ScenarioFile.Load(name);
        var story = Lint.Run(scenario).Findings.First(f => f.Rule.Id == "BAL004").Story!;

        Assert.Equal(scenario.Calendar.From.AddMonths(12 * meetings), story.Day(story.Steps.Last(s => s.Deed == "Board")));
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void Refills_of_the_imitation_chain_are_those_of_the_table(int number)
    {
        var row = PublishedTable.Read("capture_chain_hitting_times.csv")[number];
        var refills = ImitationChain.Refills(
            int.Parse(row["seats"]),
            PublishedTable.Number(row["phi"]),
            int.Parse(row["initial_clients"]),
            int.Parse(row["majority"])
        );
        Assert.Equal(PublishedTable.Number(row["expected_refills"]), refills, 1e-9);
        if (row["expected_refills_exact"].Length > 0)
            Assert.Equal(PublishedTable.Number(row["expected_refills_exact"]), refills, 1e-12 * refills);
    }

    [Theory]
    [InlineData("base", 0.7, 0.5)]
    [InlineData("no_appointment", 0.0, 0.5)]
    [InlineData("no_slate", 0.7, 0.0)]
    public void The_mean_field_pipeline_is_that_of_the_table(string scenario, double appointment, double slate)
    {
        var pipeline = new Pipeline([
            new("Secretary", [], Start: 1, IsCaptor: true),
            new("Regions", [(0, appointment)], Turnover: 0.04),
            new("Congress", [(1, 0.8)], Every: 12),
            new("Committee", [(0, slate), (2, 1 - slate)], Every: 12, Renewed: 0.5),
        ]);
        var rows = PublishedTable.Read("mean_field_pipeline.csv").Where(r => r["scenario"] == scenario).ToList();
        var months = pipeline.Months().Take(85).ToList();
        Assert.Equal(7, rows.Count);
        foreach (var row in rows)
        {
            var share = months[int.Parse(row["month"])];
            Assert.Equal(PublishedTable.Number(row["regional_client_share"]), share[1], 1e-9);
            Assert.Equal(PublishedTable.Number(row["delegate_client_share"]), share[2], 1e-9);
            Assert.Equal(PublishedTable.Number(row["cc_client_share"]), share[3], 1e-9);
            Assert.Equal(row["first_month_cc_majority"], pipeline.FirstAbove(3, 0.5)?.ToString(CultureInfo.InvariantCulture) ?? "");
        }
    }

    /// <summary>The shares of the stylised party lie anywhere in three ranges; 200 equal slices of each give 8 million equally likely gains.</summary>
    [Fact]
    public void The_range_of_a_loop_gain_is_that_of_a_dense_grid()
    {
        const int slices = 200;
        var charter = Lint.Context(
            ScenarioFile.Load(
                Path.Combine(Golden.Root, "tests/Apparat.Tests/Cases/lint/CAP002/caught/secretary-appoints-the-electors.yaml")
            )
        );
        var counts = new int[100_000];
        for (var i = 0; i < slices; i++)
        for (var j = 0; j < slices; j++)
        for (var k = 0; k < slices; k++)
        {
            var (list, delegates, appointed) = (0.3 + (0.4 * At(i)), 0.7 + (0.2 * At(j)), 0.5 + (0.4 * At(k)));
            counts[(int)((list + ((1 - list) * delegates * appointed)) * counts.Length)]++;
        }

        var gain = charter.Gains.Of(charter.Graph["Committee"].Index);

        Assert.Equal(0.5 + (0.5 * 0.8 * 0.7), gain.AtMeans, 1e-12);
        Assert.Equal(Quantile(0.05), gain.Low, 0.01);
        Assert.Equal(Quantile(0.95), gain.High, 0.01);
        Assert.Equal(0.647, Quantile(0.05), 0.001);
        Assert.Equal(0.886, Quantile(0.95), 0.001);

        double At(int slice) => (slice + 0.5) / slices;

        double Quantile(double part)
        {
            var (below, at) = (0L, 0);
            while (below < part * slices * slices * slices)
                below += counts[at++];
            return (double)at / counts.Length;
        }
    }

    /// <summary>A third of nine retires a year: a majority, five, has come up after two years and not before.</summary>
    [Fact]
    public void Seats_that_retire_in_turn_take_as_long_as_their_classes()
    {
        var charter = PeopleFacts.Context(Rotating);
        var board = charter.Charter.Organs.Single(o => o.Name == "Board");
        var node = charter.Graph[board.Id].Index;

        Assert.Equal(24, CaptureTime.MonthsByTerms(charter.Graph, board, 5));
        Assert.Equal(36, CaptureTime.MonthsByTerms(charter.Graph, board, 9));
        Assert.Equal(24, BodyTimes.Of(charter, new HashSet<int> { node }, node)!.ByTerms);
        Assert.Equal(
            24,
            Lint.Run(PeopleFacts.Scenario(Rotating)).Findings.Single(f => f.Rule.Id == "CAP001").Story!.Steps.Max(s => s.Month)
        );
    }

    private const string Rotating = """
        organs:
          Meeting: {seats: 100, counted: yes, meets: yearly}
          Board:   {seats: 9, term: 3 years}
        clauses:
          B1: Board coopts Board by majority
          B2: one third of Board retires at each Meeting, longest in office first
        """;

    private static TheoryData<int> Rows(string table) => [.. Enumerable.Range(0, PublishedTable.Read(table).Count)];

    private static JsonElement Json(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Golden.Root, "tests", "Apparat.Tests", "Tables", name)));
        return document.RootElement.Clone();
    }
}
