using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>Who joins a body of ordinary members, by whose motion, and from when he has a vote: told by numbers that can be worked out by hand.</summary>
public sealed class AdmissionFacts
{
    private const string Admits = "P2: Board admits Members by majority";
    private static readonly OrganId Members = Association.Members;

    [Theory]
    [InlineData("", 0)]
    // Ninety days from New Year 2000 end on the last of March, 365 on the last of December.
    [InlineData("90 days", 3)]
    [InlineData("1 year", 12)]
    [InlineData("30 years", int.MaxValue)]
    public void Whoever_is_admitted_is_counted_at_once_and_has_a_vote_when_his_waiting_is_over(string wait, int from)
    {
        var w = MechanismFacts.FirstDay(Waiting(wait));
        w.Newcomers.Apply(Members.Index, 40);
        Assert.Equal((100, 100), (w.Rolls.Size(Members.Index), w.Rolls.Entitled(Members.Index)));

        Assert.Equal(40, w.Newcomers.Admit(Members.Index, -1, 0));

        Assert.Equal(0, w.Newcomers.Applicants(Members.Index));
        for (var turn = 0; turn < w.C.Turns; turn++)
        {
            if (turn > 0)
                Pass(w, turn);
            Assert.Equal((140, turn >= from ? 140 : 100), (w.Rolls.Size(Members.Index), w.Rolls.Entitled(Members.Index)));
        }
    }

    [Fact]
    public void Where_turns_are_weeks_a_wait_ends_with_the_week_in_which_it_is_over()
    {
        var monthly = Waiting("90 days");
        var w = MechanismFacts.FirstDay(monthly with { Calendar = monthly.Calendar with { Step = Step.Week } });
        w.Newcomers.Apply(Members.Index, 40);
        w.Newcomers.Admit(Members.Index, -1, 0);
        for (var turn = 1; turn <= 13; turn++)
        {
            Assert.Equal(100, w.Rolls.Entitled(Members.Index));
            Pass(w, turn);
        }
        // Twelve weeks are 84 days and thirteen 91.
        Assert.Equal(140, w.Rolls.Entitled(Members.Index));
    }

    [Fact]
    public void The_holder_of_an_office_admits_as_a_body_of_one_does()
    {
        var told = Told(Association.With("P2: Chair admits Members", set: ("applying", 0.05))).SelectMany(r => r).ToList();
        Assert.Contains(told, e => e.Kind == TraceKind.Joined);
        Assert.All(told.Where(e => e is { Kind: TraceKind.Voted, Clause.Text: "P2" }), e => Assert.Equal(1, e.Yes + e.No));
    }

    [Fact]
    public void Those_admitted_lean_to_whoever_had_them_admitted_as_far_as_they_defer_and_else_as_members_do()
    {
        var w = MechanismFacts.FirstDay(Waiting(""));
        Lean(w, 0.1, 0.2, 0.3);
        w.Newcomers.Apply(Members.Index, 100);
        w.Newcomers.Admit(Members.Index, 1, 0.5);

        // A hundred of old and fifty new ones lean as members do, and fifty to the second head.
        Assert.Equal([15.0 / 200, 80.0 / 200, 45.0 / 200], new[] { 0, 1, 2 }.Select(h => w.Rolls.LeaningTo(Members.Index, h)), Close);
        Assert.Equal([15, 80, 45, 60], w.Electorates.Of(Members.Index)[(w.Heads + 1)..].ToArray());
    }

    [Fact]
    public void Admitting_is_worth_what_it_adds_to_a_following_among_those_who_elect_and_takes_as_much_from_the_others()
    {
        var w = MechanismFacts.FirstDay(Waiting("").Set("deferring", 0.5));
        Lean(w, 0.1, 0.2, 0.3);
        w.Newcomers.Apply(Members.Index, 25);
        w.DryRun.Reset();
        Assert.Equal(1, w.Newcomers.WorthOfVotes(Members.Index));
        Power(w).Do(Motion(w, by: 1), w.DryRun);
        Assert.Equal(3, w.DryRun.Count);

        // A tenth of 125 electors, who fill a body of the highest rank.
        Assert.Equal([-0.01, 0.08, -0.03], w.C.Heads.Select(h => w.DryRun.ChangeOf(h.Index)), Close);
        Assert.Equal(100, w.Rolls.Size(Members.Index));

        Power(w).Do(Motion(w, by: 1), w.Editor);
        Assert.Equal(125, w.Rolls.Size(Members.Index));
        w.DryRun.Reset();
        Power(w).Do(Motion(w, by: 1), w.DryRun);
        Assert.Equal(0, w.DryRun.Count);
    }

    [Fact]
    public void Nobody_joins_but_by_a_vote_of_those_who_admit_and_those_not_admitted_wait()
    {
        var told = Told(Waiting(""));
        Assert.NotEmpty(told);
        foreach (var run in told)
        {
            Assert.Equal(
                run.Where(e => e is { Kind: TraceKind.Voted, Clause.Text: "P2", Value: > 0 }).Select(e => (e.Turn, e.By)),
                run.Where(e => e.Kind == TraceKind.Joined).Select(e => (e.Turn, e.By))
            );
        }
        Assert.Contains(told.SelectMany(r => r), e => e is { Kind: TraceKind.Voted, Clause.Text: "P2", Value: 0 });
    }

    [Fact]
    public void Where_admission_is_struck_whoever_asks_is_a_member()
    {
        var expected = 100.0;
        var stage = new Stage(
            Waiting("").Set("applying", 0.05).Struck("P2"),
            w =>
            {
                expected += 0.05 * Math.Round(expected);
                Assert.Equal(expected, w.Rolls.Entitled(Members.Index), 1.0);
                Assert.Equal(0, w.Newcomers.Applicants(Members.Index));
            }
        );
        Assert.DoesNotContain(stage.Play(1, 0), e => e.Kind == TraceKind.Joined);
    }

    [Fact]
    public void Where_nobody_is_admitted_the_membership_stays_as_it_is()
    {
        var stage = new Stage(
            Waiting("").Set("applying", 0.05).Struck("P2", 1),
            w => Assert.Equal((100, 100), (w.Rolls.Size(Members.Index), w.Rolls.Entitled(Members.Index)))
        );
        stage.Play(1, 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("90 days")]
    [InlineData("1 year")]
    public void Members_are_those_of_the_first_day_and_all_who_joined_and_none_is_lost_while_he_waits(string wait)
    {
        var days = wait switch
        {
            "" => 0,
            "1 year" => 365,
            _ => 90,
        };
        var joined = new List<(int Turn, double Members)>();
        var stage = new Stage(
            Waiting(wait).Set("applying", 0.05),
            w =>
            {
                var before = joined.Sum(j => j.Members);
                Assert.True(w.Newcomers.Members(Members.Index) >= before);
                joined.Add((w.Turn, w.Newcomers.Members(Members.Index) - before));
                var voting = joined.Where(j => w.C.Scenario.Calendar.AfterDays(new Turn(j.Turn), days).Index <= w.Turn).Sum(j => j.Members);
                Assert.Equal(voting, w.Newcomers.Voting(Members.Index).ToArray().Sum(), 1e-6);
                Assert.All(w.Newcomers.Voting(Members.Index).ToArray(), n => Assert.True(n >= 0));
                Assert.True(w.Newcomers.Applicants(Members.Index) >= 0);
            }
        );
        for (var run = 0; run < 4; run++)
        {
            joined.Clear();
            var told = stage.Play(2, run);
            Assert.Equal(told.Where(e => e.Kind == TraceKind.Joined).Sum(e => e.Value), joined.Sum(j => j.Members), 40.0);
            Assert.Contains(joined, j => j.Members > 0);
        }
    }

    [Fact]
    public void A_wait_longer_than_the_story_is_the_same_as_no_new_voter()
    {
        var never = Told(Waiting("30 years").Set("applying", 0.05));
        var nobody = Told(Waiting("30 years").Set("applying", 0.05).Struck("P2", 1));
        Assert.Contains(never.SelectMany(r => r), e => e.Kind == TraceKind.Joined);
        Assert.Equal(nobody.Select(Seats), never.Select(Seats));
        Assert.NotEqual(nobody.Select(Seats), Told(Waiting("").Set("applying", 0.05)).Select(Seats));

        static string Seats(List<TraceEntry> run) =>
            string.Join(
                ' ',
                run.Where(e => e.Kind is TraceKind.Placed or TraceKind.Left).Select(e => (e.Turn, e.Kind, e.Person, e.By, e.Organ))
            );
    }

    [Fact]
    public void Of_an_admission_notice_is_given_and_whoever_asks_meanwhile_is_let_in_with_the_others()
    {
        var told = Told(Association.With("P2: Board admits Members with 40 days notice", set: [("applying", 0.05), ("delta", 0)]));
        var votes = told.SelectMany(r => r).Where(e => e is { Kind: TraceKind.Voted, Clause.Text: "P2" }).ToList();
        // Moved in the first month, when five had asked; voted on in the third, when fifteen had.
        Assert.Equal(2, votes.Min(e => e.Turn.Index));
        Assert.Contains(told.SelectMany(r => r), e => e is { Kind: TraceKind.Joined, Turn.Index: 2, Value: 15 });
    }

    private static List<List<TraceEntry>> Told(Scenario scenario)
    {
        var stage = new Stage(scenario);
        return [.. Enumerable.Range(0, 6).Select(run => stage.Play(3, run).ToList())];
    }

    private static Scenario Waiting(string wait) =>
        Association.With(wait.Length == 0 ? Admits : $"{Admits}\nP3: Members of at least {wait} vote");

    private static void Pass(World w, int turn)
    {
        w.Turn = turn;
        w.Newcomers.EndWaiting();
    }

    private static void Lean(World w, params double[] leanings)
    {
        for (var b = 0; b < w.BranchMembers.Length; b++)
            leanings.CopyTo(w.Leaning.AsSpan(b * w.Heads));
    }

    private static Power Power(World w) => w.C.Rules.First(r => r.Provision >= 0 && r.Clause.Text == "P2").Power!;

    private static Move Motion(World w, int by) =>
        new(new ClauseId("P2"), 0, w.C.Heads[by], PersonId.None, Members.Index, 0, Power(w).By(Power(w).Holder));

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-9;
}
