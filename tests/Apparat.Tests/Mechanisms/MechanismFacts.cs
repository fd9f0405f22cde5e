using Apparat.Language;
using Apparat.Model;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>What single mechanisms do, told by one history or one ensemble.</summary>
public sealed class MechanismFacts
{
    [Fact]
    public void Every_mechanism_of_the_contract_has_a_row_in_the_reference()
    {
        var page = File.ReadAllText(Path.Combine(Golden.Root, "docs", "reference", "mechanisms.md"));
        foreach (var name in MechanismContract.Names)
            Assert.Contains($"| {name} |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_part_of_the_system_has_a_row_that_points_to_tests_that_there_are()
    {
        var page = File.ReadAllText(Path.Combine(Golden.Root, "docs", "reference", "mechanisms.md"));
        var from = page.IndexOf("## The nineteen parts", StringComparison.Ordinal);
        Assert.True(from >= 0);
        var rows = page[from..]
            .Split('\n')
            .TakeWhile((l, i) => i == 0 || !l.StartsWith("## ", StringComparison.Ordinal))
            .Where(l => l.StartsWith('|'))
            .Skip(2)
            .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray())
            .ToList();
        Assert.Equal(Enumerable.Range(1, 19).Select(i => $"{i}"), rows.Select(r => r[0]));
        var facts = typeof(MechanismFacts)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetMethods())
            .Select(m => m.Name.Replace('_', ' '))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var test in rows.SelectMany(r => r[4].Split(", ")))
        {
            Assert.True(MechanismContract.Names.Contains(test) || facts.Contains(test), $"there is no test \"{test}\"");
        }
    }

    [Fact]
    public void A_congress_that_is_put_off_is_held_later_and_not_lost()
    {
        var always = SmallParty
            .With("P1: Secretary convenes Congress", set: [("delay", 1), ("longest_delay", 2)])
            .Struck("S5")
            .Struck("S6");
        var held = Histories
            .Tell(always, 3, 0)
            .Entries.Where(e => e.Kind == TraceKind.Renewed && e.Organ.Index == 2)
            .Select(e => e.Turn.Index)
            .ToArray();
        Assert.Equal(3, held.Length);
        Assert.All(held, t => Assert.InRange(t % 12, 0, 2));
        Assert.Contains(held, t => t % 12 > 0);
    }

    [Fact]
    public void An_enlarged_committee_fills_its_new_seats_at_the_same_congress()
    {
        var told = Histories.Tell(SmallParty.With("P1: Congress enlarges Committee", set: ("enlargement", 0.4)), 3, 0);
        var grown = told.Entries.First(e => e.Kind == TraceKind.Resized);
        Assert.Equal(21, grown.Value);
        Assert.True(told.Entries.Count(e => e.Kind == TraceKind.Placed && e.Turn == grown.Turn && e.Organ == grown.Organ) >= 6);
    }

    [Fact]
    public async Task A_body_without_a_head_has_no_patron()
    {
        var headed = SmallParty.With();
        var collective = headed with { Holders = [new HolderChange(new OrganId(4), [])], Charter = Elected(headed.Charter) };
        var one = await Run(headed);
        var many = await Run(collective);
        Assert.True(Mean(one["patronage_in_locals_a"]) > 0.5);
        Assert.True(Mean(many["patronage_in_locals_a"]) < 0.2);
    }

    [Fact]
    public async Task Exposure_and_responsibility_stay_in_their_range_and_looking_changes_nothing()
    {
        var plain = SmallParty.With(set: ("nu", 1));
        var looked = SmallParty.With(measures: "- exposure of each contender to removal", set: ("nu", 1));
        var table = await Run(looked);
        Assert.Equal((await Run(plain)).Fingerprint, table.Fingerprint);
        foreach (var who in "abcd")
        {
            Assert.All(table[$"exposure_{who}"].ToArray(), x => Assert.InRange(x, 0, 1));
            Assert.All(table[$"responsibility_{who}"].ToArray(), x => Assert.InRange(x, 0, 1));
        }
        Assert.True(Mean(table["exposure_a"]) < Mean(table["exposure_b"]));
    }

    [Fact]
    public async Task Whoever_is_left_alone_is_established()
    {
        var scenario = SmallParty.With(set: ("nu", 2));
        var established = new Outcome(
            "established",
            new IsEstablished(new OrganId(3)),
            "X is established in Bureau",
            Citation.None,
            SourceSpan.Nowhere
        );
        var table = await Run(scenario with { Outcomes = scenario.Outcomes.Add(established) });
        var alone = table["defeats_a"].ToArray();
        var safe = table["established_a"].ToArray();
        Assert.Contains(1, alone);
        Assert.All(alone.Zip(safe), x => Assert.True(x.First == 0 || x.Second == 1));
    }

    [Theory]
    [InlineData(new[] { 0.45, 0.3, 0.25 }, 0b110u)]
    [InlineData(new[] { 0.6, 0.25, 0.15 }, 0b001u)]
    [InlineData(new[] { 0.25, 0.25, 0.25, 0.25 }, 0b0111u)]
    public void The_minimal_winning_coalition_is_the_weakest_that_outweighs_the_rest(double[] power, uint expected) =>
        Assert.Equal(expected, MinimalWinning.Find(power));

    [Theory]
    // Two of three fear the second most; the third is feared more on average, for one fears him beyond measure.
    [InlineData(0b111u, 1)]
    [InlineData(0b101u, 2)]
    [InlineData(0b001u, -1)]
    public void The_most_feared_is_the_greatest_threat_to_the_most(uint active, int expected) =>
        Assert.Equal(expected, MostFeared.Find([0, 0.3, 0.2, 0, 0, 0.9, 0.1, 0.3, 0], active, 3));

    [Fact]
    public async Task A_power_over_one_organisation_is_none_over_another()
    {
        var table = await Run(SmallParty.BesideAUnion);

        Assert.True(Mean(table["patronage_in_locals_a"]) > 0.5);
        Assert.True(Mean(table["patronage_in_union_locals_a"]) < 0.2);
        Assert.True(Mean(table["patronage_in_union_locals_b"]) > 0.5);
    }

    [Fact]
    public void Nobody_has_a_part_of_the_members_of_an_empty_body()
    {
        var w = FirstDay(SmallParty.With());
        var committee = new OrganId(2);
        for (var k = 0; k < w.C.SeatsOf(committee.Index); k++)
            w.Editor.Vacate(new Seat(committee, k));

        Assert.Equal(0, new Patronage(committee).Value(w.Scene, w.C.Heads[0]));
    }

    [Fact]
    public void On_an_issue_that_there_is_not_everybody_stands_in_the_middle()
    {
        var w = FirstDay(SmallParty.With());

        Assert.NotEqual(0, new PositionOn(1).Value(w.Scene, w.C.Heads[0]));
        Assert.Equal(0, new PositionOn(0).Value(w.Scene, w.C.Heads[0]));
        Assert.Equal(0, new PositionOn(4).Value(w.Scene, w.C.Heads[0]));
    }

    [Fact]
    public void The_holder_of_an_office_of_a_body_takes_an_empty_seat_in_it()
    {
        var w = FirstDay(SmallParty.With());
        var (bureau, secretary) = (new OrganId(3), new OrganId(4));
        var newcomer = w.Holder[w.C.SeatOffset[0]];
        w.Editor.Vacate(new Seat(secretary, 0));
        w.Editor.Vacate(new Seat(bureau, 4));
        Assert.False(w.Sits(newcomer, bureau.Index));

        w.Editor.Place(new PersonId(newcomer), new Seat(secretary, 0));

        Assert.True(w.Sits(newcomer, secretary.Index));
        Assert.True(w.Sits(newcomer, bureau.Index));
    }

    [Fact]
    public void What_people_depend_on_is_worked_out_anew_when_a_head_moves_and_when_an_office_changes_hands()
    {
        var w = FirstDay(SmallParty.With());
        var (bureau, secretary) = (new OrganId(3), new OrganId(4));
        var cadre = new PersonId(w.Holder[w.C.SeatOffset[0]]);

        Assert.True(Stale(() => w.Editor.Vacate(w.Editor.AsSeat(w.Editor.SeatOf(w.C.Heads[2].Index, bureau.Index)))));
        w.Editor.Vacate(new Seat(secretary, 0));
        Assert.True(Stale(() => w.Editor.Place(cadre, new Seat(secretary, 0))));
        Assert.False(Stale(() => w.Editor.Vacate(new Seat(new OrganId(0), 1))));

        bool Stale(Action change)
        {
            w.Dependences.Over(cadre.Index);
            change();
            return w.Dependences.AreStale;
        }
    }

    [Fact]
    public void Of_two_rules_that_fill_an_organ_the_first_does()
    {
        var scenario = SmallParty.With("P1: Locals choose Congress by delegation");
        Assert.Equal("S1", FirstDay(scenario).Rulebook.Main(1)!.Clause.Text);
    }

    [Fact]
    public void Whoever_was_never_attacked_or_defeated_counts_no_months_since_and_others_do()
    {
        var w = FirstDay(SmallParty.With());
        w.TieBook.After(new Deed(DeedKind.Attacked, w.C.Heads[1], w.C.Heads[0], 1));
        w.TieBook.After(new Deed(DeedKind.Defeated, w.C.Heads[0], w.C.Heads[1], 1));
        w.Turn = 3;

        Assert.Equal((double.PositiveInfinity, 3), (w.Struggle.SinceAttacked(0), w.Struggle.SinceAttacked(1)));
        Assert.Equal((3, double.PositiveInfinity), (w.Struggle.SinceDefeated(0), w.Struggle.SinceDefeated(1)));
    }

    [Fact]
    public void A_run_answers_for_its_own_divisions_alone()
    {
        var answers = new double[4];
        var stage = new Stage(
            SmallParty.With(set: [("nu", 2), ("stake", 1)]),
            w => answers = [.. Enumerable.Range(0, 4).Select(w.Divisions.Of)]
        );
        stage.Play(5, 3);
        var alone = answers;
        Assert.Contains(alone, x => x > 0);
        for (var run = 0; run < 4; run++)
            stage.Play(5, run);

        Assert.Equal(alone, answers);
    }

    [Fact]
    public void Only_those_who_sit_in_a_body_can_be_censured_as_its_members()
    {
        // The editor's seat is B's: nobody else can be reproved, however often B is.
        var scenario = SmallParty.With("P1: Bureau censures Editor", set: [("nu", 2), ("stake", 1), ("censure", 0.9)]);
        var stage = new Stage(scenario);
        var clause = new ClauseId("P1");
        var targets = Enumerable
            .Range(0, 40)
            .SelectMany(run => stage.Play(5, run).Where(e => e.Clause == clause).Select(e => e.Person).ToArray())
            .ToHashSet();

        Assert.Equal([scenario.Cast.Contenders[1]], targets);
    }

    /// <summary>A world on the first day of its first run, before anything is played.</summary>
    internal static World FirstDay(Scenario scenario)
    {
        var world = new World(new CompiledScenario(scenario));
        world.Reset(7, 0);
        return world;
    }

    [Fact]
    public void The_complete_form_of_the_flagship_is_read_and_played()
    {
        var read = new ScenarioReader(StandardLexicon.Instance).Read(
            Path.Combine(Golden.Root, "scenarios", "history", "bolshevik-party", "complete.yaml")
        );
        Assert.True(read.IsUsable);
        var told = Histories.Tell(read.Scenario!, 7, 0);
        Assert.Contains(told.Entries, e => e.Kind == TraceKind.Resized);
        Assert.Contains("C37", told.FirstUses.Keys);
    }

    [Fact]
    public void No_phase_of_a_turn_allocates()
    {
        var read = new ScenarioReader(StandardLexicon.Instance).Read(
            Path.Combine(Golden.Root, "scenarios", "history", "bolshevik-party", "complete.yaml")
        );
        AllocatesNothing(read.Scenario!);
    }

    [Fact]
    public void Nor_does_one_in_which_members_join_wait_send_proxies_and_somebody_may_stop_a_motion() =>
        AllocatesNothing(
            Association.With(
                """
                P1: "Board admits Members by majority, unless Members object"
                P2: Members of at least 90 days vote
                P3: "Members vote by proxy, at most 3 each, as directed"
                P4: Chair vetoes decisions of Board
                P5: Members override Chair by two thirds
                P6: Board dismisses Board with the consent of Members
                P7: "each Director serves at most 4 consecutive terms, over 6 months counts"
                """,
                "count: 100, turnout: 0.3",
                ("nu", 2)
            )
        );

    private static void AllocatesNothing(Scenario scenario)
    {
        var loop = new TurnLoop(new CompiledScenario(scenario with { Outcomes = [], Measures = [] }), p => new Metered(p));
        for (var run = 0; run < 20; run++)
            loop.Play(7, run, new Unmoved());
        // A run is a pure function, so what a phase allocates it allocates again whenever the same runs are played; what the runtime
        // allocates on this thread for itself, once in a process, does not come back.
        var again = Allocated(loop);
        for (var repeat = 0; repeat < 2; repeat++)
        {
            var now = Allocated(loop);
            again = again.Where(b => now.ContainsKey(b.Key)).ToDictionary(b => b.Key, b => Math.Min(b.Value, now[b.Key]));
        }
        Assert.Equal("", string.Join("; ", again.Select(b => $"{b.Key} {b.Value}")));
    }

    private static Dictionary<string, long> Allocated(TurnLoop loop)
    {
        Metered.Bytes.Clear();
        for (var run = 20; run < 40; run++)
            loop.Play(7, run, new Unmoved());
        return new(Metered.Bytes);
    }

    private sealed class Metered(Phase phase) : Phase
    {
        public static Dictionary<string, long> Bytes { get; } = [];

        public override string Name => phase.Name;

        public override void Run(World w)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            phase.Run(w);
            var after = GC.GetAllocatedBytesForCurrentThread();
            if (after > before)
                Bytes[Name] = Bytes.GetValueOrDefault(Name) + after - before;
        }
    }

    private sealed class Unmoved : IRunObserver
    {
        public void Begin(World world) { }

        public void EndTurn(World world) { }

        public void End(World world) { }
    }

    private static Charter Elected(Charter charter) =>
        charter with
        {
            Clauses = [.. charter.Clauses.Select(c => c.Id.Text == "S5" ? c with { Rules = [new BranchElects([new OrganId(0)])] } : c)],
        };

    private static Task<Ensemble> Run(Scenario world) => new LocalRunner().Run(EnsemblePlan.Of(world, null, 5, 200));

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }
}
