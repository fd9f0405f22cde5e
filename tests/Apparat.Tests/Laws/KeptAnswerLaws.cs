using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>What the engine keeps, and what it leaves out because it cannot matter, is what working everything out anew would give.</summary>
public sealed class KeptAnswerLaws
{
    public static TheoryData<string> Forecasts => [nameof(Fears), nameof(JointFears), nameof(Contrariness)];

    [Theory]
    [MemberData(nameof(Forecasts))]
    public void Heads_are_as_exposed_as_by_the_best_of_all_motions_weighed_to_the_end(string motive)
    {
        Motive forecast = motive switch
        {
            nameof(Fears) => new Fears(),
            nameof(JointFears) => new JointFears(),
            _ => new Contrariness(),
        };
        foreach (var scenario in (Scenario[])[Complete, SmallParty.With(set: ("nu", 1))])
        {
            var judge = new Judge();
            var motives = scenario.Motives.Where(m => !m.NeedsForecast).Append(forecast);
            Play(scenario with { Motives = [.. motives] }, 2, judge);
            Assert.True(judge.Looks > 100);
            Assert.Equal("", string.Join("; ", judge.Faults.Take(5)));
        }
    }

    [Fact]
    public void Dependences_rank_and_who_is_in_office_are_those_of_the_seats_held()
    {
        foreach (var scenario in (Scenario[])[Complete, SmallParty.With()])
        {
            var auditor = new Auditor();
            Play(scenario, 2, auditor);
            Assert.Equal("", string.Join("; ", auditor.Faults.Take(5)));
        }
    }

    [Fact]
    public void Looking_how_exposed_heads_are_allocates_nothing()
    {
        var onlooker = new Onlooker();
        var loop = new TurnLoop(new CompiledScenario(Complete));
        // What the runtime allocates for itself, once in a process, does not come back.
        var least = long.MaxValue;
        for (var repeat = 0; repeat < 4; repeat++)
        {
            onlooker.Bytes = 0;
            for (var run = 0; run < 10; run++)
                loop.Play(7, run, onlooker);
            least = Math.Min(least, onlooker.Bytes);
        }
        Assert.Equal(0, least);
    }

    private static Scenario Complete { get; } =
        ScenarioFile.Load(Path.Combine(Golden.Root, "scenarios", "history", "bolshevik-party", "complete.yaml"));

    private static void Play(Scenario scenario, int runs, IRunObserver observer)
    {
        var loop = new TurnLoop(new CompiledScenario(scenario));
        for (var run = 0; run < runs; run++)
            loop.Play(3, run, observer);
    }

    // Whoever foresees that a motion will be carried turns against it.
    private sealed record Contrariness : Motive
    {
        public override bool NeedsForecast => true;

        public override bool RisesWithForecast(Situation now) => false;

        public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
        {
            foreach (ref var u in utility)
                u -= 3 * now.Forecast;
        }
    }

    private sealed class Judge : IRunObserver
    {
        private Menu? _menu;

        public int Looks { get; private set; }
        public List<string> Faults { get; } = [];

        public void Begin(World world) => _menu = new Menu(world);

        public void EndTurn(World world)
        {
            if (world.Turn % 3 != 0)
                return;
            var best = new double[world.C.Contenders];
            foreach (var rival in world.C.Heads[..best.Length].Where(r => world.IsActive(r.Index)))
            {
                _menu!.Open(rival);
                foreach (var rule in world.Rulebook.Powers.ToArray().Select(r => world.C.Rules[r]))
                {
                    var removes = rule.Power!.Influences.Any(i => i.Hold is Hold.Remove or Hold.Expel);
                    var body = rule.Power.Holder.Index;
                    var may = world.ShareNow[rule.Provision] > 0 && !world.C.Organs[body].IsOffice && world.Sits(rival.Index, body);
                    if (removes && may)
                        _menu.Ask(rule.Power, rule.Clause, rule.Number);
                }
                for (var i = 0; i < _menu.Count; i++)
                {
                    var (move, power) = _menu[i];
                    if (move.Kind != MoveKind.Removal || !move.Second.IsNone || move.Target == rival)
                        continue;
                    ref var known = ref best[world.HeadOf(move.Target)];
                    known = Math.Max(known, world.Floor.Weigh(move, power));
                    Looks++;
                }
            }
            for (var h = 0; h < best.Length; h++)
            {
                if (world.Exposure.Of(h) is var exposure && exposure != best[h])
                    Faults.Add($"turn {world.Turn}, head {h}: {exposure:r} and not {best[h]:r}");
            }
        }

        public void End(World world) { }
    }

    private sealed class Auditor : IRunObserver
    {
        public List<string> Faults { get; } = [];

        public void Begin(World world) { }

        public void EndTurn(World world)
        {
            var anew = new Dependences(world) { LooksOnly = true };
            anew.Reset();
            var inOffice = new List<PersonId>();
            foreach (var person in world.TieBook.People)
            {
                var seats = world.SeatsHeld.AsSpan(person.Index * World.SeatsAPerson, world.SeatCount[person.Index]).ToArray();
                if (seats.Length > 0 && world.IsActive(person.Index))
                    inOffice.Add(person);
                if (world.Rank[person.Index] != world.RankOf(person.Index))
                    Faults.Add($"turn {world.Turn}: rank of {person}");
                if (world.Dependences.Over(person.Index) != anew.Over(person.Index))
                    Faults.Add($"turn {world.Turn}: heads over {person}");
                for (var h = 0; h < world.Heads; h++)
                {
                    if (world.Dependences.Of(person.Index, h) != anew.Of(person.Index, h))
                        Faults.Add($"turn {world.Turn}: dependence on head {h} over {person}");
                }
            }
            if (!world.TieBook.InOffice.SequenceEqual(inOffice.ToArray()))
                Faults.Add($"turn {world.Turn}: in office");
            for (var h = 0; h < world.Heads; h++)
            {
                PersonId[] tied = [.. world.TieBook.People.ToArray().Where(p => (world.TiedTo[p.Index] >> h & 1) != 0)];
                if (!world.TieBook.Followers(world.C.Heads[h]).SequenceEqual(tied))
                    Faults.Add($"turn {world.Turn}: followers of head {h}");
            }
        }

        public void End(World world) { }
    }

    private sealed class Onlooker : IRunObserver
    {
        public long Bytes { get; set; }

        public void Begin(World world) { }

        public void EndTurn(World world)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = world.Exposure.Of(0);
            Bytes += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        public void End(World world) { }
    }
}
