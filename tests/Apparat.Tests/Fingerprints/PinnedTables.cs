using System.Globalization;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>
/// Small worlds in which each word is said alone give the table of runs that they gave, to the last bit of every draw, outcome, measure and series,
/// and the same history with its forecasts and votes. Moved deliberately as <see cref="PinnedFingerprints"/> are; a line names the word that moved.
/// </summary>
public sealed class PinnedTables
{
    private const ulong Seed = 1922;

    [Fact]
    public void Every_mechanism_gives_what_it_gave_played_and_replaced() =>
        Holds(
            "mechanisms",
            MechanismContract
                .Names.Select(MechanismContract.Named)
                .SelectMany(m => new[] { (m.Name, m.Played), ($"{m.Name}, replaced", m.Replaced) }),
            4
        );

    [Fact]
    public void Every_rule_and_every_tail_gives_what_it_gave() =>
        Holds(
            "provisions",
            StandardLexicon
                .Instance.Entries.SelectMany(e =>
                    e.Sentence.Takes.Select(t => (Head: e.Name, Tail: t.Name)).Prepend((Head: e.Name, Tail: ""))
                )
                .Distinct()
                .Where(w => AnyWord.Make(w.Head) is Rule)
                .Select(w => ($"{w.Head} {w.Tail}".TrimEnd(), AnyWord.With(AnyWord.Charter(), Said(w.Head, w.Tail)))),
            2
        );

    [Fact]
    public void Every_word_of_behaviour_gives_what_it_gave() =>
        Holds(
            "behaviour",
            StandardLexicon
                .Instance.Entries.Select(e => e.Name)
                .Distinct()
                .Select(name => (Name: name, World: Lively(AnyWord.Make(name))))
                .Where(w => w.World is not null)
                .Select(w => (w.Name, w.World!)),
            3
        );

    [Fact]
    public void Charters_drawn_by_number_give_what_they_gave() =>
        Holds(
            "charters",
            Enumerable.Range(0, 30).Select(n => (n.ToString(CultureInfo.InvariantCulture), AnyScenario.Number((uint)n).Read())),
            2
        );

    [Fact]
    public void Shipped_scenarios_and_their_other_forms_give_what_they_gave() =>
        Holds(
            "shipped",
            ScenarioFile
                .Shipped()
                .Append("history/bolshevik-party/complete")
                .Append("history/bolshevik-party/broad")
                .Select(name => (name, ScenarioFile.Read(name)))
                .Where(s => s.Item2.IsUsable)
                .Select(s => (s.name, s.Item2.Scenario!)),
            1
        );

    [Fact]
    public void What_is_replayed_or_begun_otherwise_gives_what_it_gave() =>
        Holds("replays", Replays().Concat(ManyWords.Worlds.SelectMany(w => Begun(w.Name, w.World))), 3);

    [Fact]
    public void Worlds_of_many_words_give_what_they_gave_in_every_step() => Holds("many-words", ManyWords.Worlds.SelectMany(Steps), 12);

    // Cases with a record: their seats as they were up to some day, on the first, within and at the end of a turn.
    private static IEnumerable<(string, Scenario)> Replays() =>
        from name in ScenarioFile.Shipped().Append("history/bolshevik-party/complete")
        let read = ScenarioFile.Read(name)
        where read.IsUsable && !read.Scenario!.Record.Covers.IsEmpty
        from months in new[] { 0, 1, 7, 24 }
        let day = read.Scenario!.Calendar.From.AddMonths(months).AddDays(months == 7 ? 12 : 0)
        select ($"{name} until {day:yyyy-MM-dd}", new Replay(day).Apply(read.Scenario!));

    private static IEnumerable<(string, Scenario)> Begun(string name, Scenario world)
    {
        var middle = world.Calendar.From.AddMonths(8).AddDays(15);
        var (first, second) = (world.Cast.Contenders[0], world.Cast.Contenders[1]);
        yield return ($"{name}, replayed", new Replay(middle).Apply(world));
        yield return ($"{name}, luck its own until {middle:yyyy-MM-dd}", new Continue(5, 2, middle).Apply(world));
        yield return ($"{name}, first ties evenly", new ChangeFirstTies(true).Apply(world));
        yield return ($"{name}, first sizes", new KeepFirstSizes().Apply(world));
        yield return ($"{name}, one like another", world with { Qualities = [new QualityChange(first, true)] });
        yield return ($"{name}, one in the middle", world with { Qualities = [new QualityChange(second, false)] });
        foreach (var office in world.Charter.Organs.Where(o => o.IsOffice || o is { Seats: 1, Counted: false, Count: null }).Take(2))
        {
            yield return ($"{name}, {office.Name} empty", world with { Holders = [new HolderChange(office.Id, [])] });
            yield return (
                $"{name}, {office.Name} another's",
                world with
                {
                    Holders = [new HolderChange(office.Id, [.. world.Cast.Contenders.Skip(1)])],
                }
            );
        }
    }

    private static IEnumerable<(string, Scenario)> Steps((string Name, Scenario World) of)
    {
        var (name, world) = of;
        yield return ($"{name}, by the month", world);
        var short_ = world with { Calendar = world.Calendar with { Until = world.Calendar.From.AddMonths(14) } };
        yield return ($"{name}, by the week", short_ with { Calendar = short_.Calendar with { Step = Step.Week } });
        var days = world.Charter.Organs.Where(o => !o.IsOffice).SelectMany(o => o.Meets.Days(world.Calendar.From, world.Calendar.Until));
        var meetings = Step.Meeting("all", world.Calendar.From, world.Calendar.Until, days);
        yield return ($"{name}, by the meeting", world with { Calendar = world.Calendar with { Step = meetings } });
    }

    private static void Holds(string file, IEnumerable<(string Name, Scenario World)> worlds, int runs) =>
        Golden.Holds(
            string.Concat(
                worlds
                    .Select(w => $"{w.Name}: {Of(w.World, runs)}\n")
                    .Order(StringComparer.Ordinal)
                    .Prepend($"# World, fingerprint of {runs} runs under seed {Seed} and of one of them told. See PinnedTables.cs.\n")
            ),
            "tests",
            "Apparat.Tests",
            "Fingerprints",
            $"{file}.txt"
        );

    private static Rule Said(string head, string tail) =>
        (Rule)AnyWord.Make(head) is var rule && tail.Length == 0 ? rule : rule with { Tails = [(Tail)AnyWord.Make(tail)] };

    // The lively charter with a word in the place of others of its kind that it excludes, or beside them.
    private static Scenario? Lively(Word word) =>
        AnyWord.Lively() is var s
            ? word switch
            {
                Motive m => s with { Motives = [.. s.Motives.Where(x => x.GetType() != m.GetType()), m] },
                Criterion c => s with { Criteria = [.. s.Criteria.Where(x => x.GetType() != c.GetType()), c] },
                AllianceRule a => s with { Alliances = a },
                Bond b => s with { Bonds = [b] },
                Condition c => s with { Outcomes = [new Outcome("held", c, "", Citation.None, SourceSpan.Nowhere)] },
                Measure m => s with { Measures = [m] },
                Happening h => s with
                {
                    Events = s.Events.Add(
                        new HistoricalEvent("it", new DateOnly(2000, 6, 12), FactKind.Given, h, Citation.None, SourceSpan.Nowhere)
                    ),
                },
                _ => null,
            }
            : null;

    private static Fingerprint Of(Scenario world, int runs)
    {
        var all = new FingerprintBuilder();
        var table = new LocalRunner(1).Run(EnsemblePlan.Of(world, null, Seed, runs)).GetAwaiter().GetResult();
        foreach (var column in table.Columns)
        {
            all.Add(column.Name);
            foreach (var value in table[column.Name])
                all.Add(value);
        }
        foreach (var value in table.Series.SelectMany(s => s.Sum.Concat(s.SumOfSquares)))
            all.Add(value);
        var told = Histories.Tell(world, Seed, runs - 1);
        foreach (var line in told.Entries)
            Add(ref all, line);
        foreach (var value in told.Values)
            all.Add(value.Value);
        foreach (var turn in told.TurnFingerprints)
            all.Add(turn.High);
        return Fingerprint.Combine([table.Fingerprint, all.Value]);
    }

    private static void Add(ref FingerprintBuilder all, in TraceEntry line)
    {
        all.Add((double)line.Turn.Index);
        all.Add((double)line.Kind);
        foreach (var person in new[] { line.Person, line.By, line.Second, line.Third })
            all.Add((double)person.Index);
        all.Add((double)line.Organ.Index);
        all.Add(line.Clause.Text ?? "");
        foreach (var number in new[] { line.Value, line.Forecast, line.Yes, line.No, line.Needed })
            all.Add(number);
        foreach (var vote in line.Roll?.Lines ?? [])
            all.Add((double)((vote.Voter.Index * 1000) + (vote.Yes * 10) + vote.No));
    }
}
