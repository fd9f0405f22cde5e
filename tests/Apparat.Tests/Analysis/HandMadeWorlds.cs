using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>A small organisation and tables of runs made from a function instead of an engine.</summary>
internal static class HandMadeWorlds
{
    public static readonly OrganId Council = new(0);
    public static readonly OrganId Board = new(1);
    public static readonly OrganId Chair = new(2);
    public static readonly OrganId Branches = new(3);
    public static readonly PersonId A = new(0);
    public static readonly PersonId B = new(1);
    public static readonly PersonId C = new(2);

    public static Outcome Wins =>
        new("wins", new SitsAlone(Council), "X sits in Council and no other living contender does", Citation.None, SourceSpan.Nowhere);

    public static Outcome Falls => new("falls", new SitsNot(Council), "X does not sit in Council", Citation.None, SourceSpan.Nowhere);

    /// <summary>Three contenders, one chair that heads the board; the board appoints branches and slates the council.</summary>
    public static Scenario Scenario(params Factor[] factors) =>
        new()
        {
            Name = "hand-made",
            Calendar = new Calendar(new DateOnly(2000, 1, 1), new DateOnly(2000, 12, 31)),
            Charter = new Charter(
                [
                    new Organ
                    {
                        Id = Council,
                        Name = "Council",
                        Key = Key.Of("Council"),
                        Seats = 3,
                        MostSeats = 3,
                    },
                    new Organ
                    {
                        Id = Board,
                        Name = "Board",
                        Key = Key.Of("Board"),
                        Seats = 3,
                        MostSeats = 3,
                    },
                    new Organ
                    {
                        Id = Chair,
                        Name = "Chair",
                        Key = Key.Of("Chair"),
                        OfficeOf = Board,
                    },
                    new Organ
                    {
                        Id = Branches,
                        Name = "Branches",
                        Key = Key.Of("Branches"),
                        Seats = 9,
                        MostSeats = 9,
                    },
                ],
                [
                    Clause("C1", new Appoints(Board, [Branches])),
                    Clause("C2", new Elects(Branches, [Council]) { Tails = [new Slate(Board)] }),
                    Clause("C3", new Elects(Council, [Board, Chair])),
                    Clause("C4", new ControlsFiles(Chair, [Branches])),
                    Clause("C5", new Expels(Council, [Council])),
                ]
            ),
            Cast = new Cast
            {
                People =
                [
                    .. new[] { "A", "B", "C" }.Select(
                        (n, i) =>
                            new Person
                            {
                                Id = new PersonId(i),
                                Name = n,
                                Key = Key.Of(n),
                            }
                    ),
                ],
                Contenders = [A, B, C],
            },
            Alliances = new NoAlliances(),
            Outcomes = [Wins, Falls],
            Measures = [new Patronage(Council)],
            Question = new Question
            {
                Text = "How far does the chair explain that its holder wins?",
                Office = Chair,
                Holder = A,
                DecisiveBody = Council,
                Prize = Council,
                Headline = "wins",
                Fall = "falls",
                Branch = new DateOnly(2000, 6, 1),
                Rivals = [new RivalGroup("the two", [B, C])],
                Scope = ["Why the holder came to the chair is outside the question."],
            },
            Factors = [.. factors],
        };

    /// <summary>
    /// A factor whose absence leaves a note in the scenario: <c>name</c> under its first reference, <c>name*</c> under its second.
    /// </summary>
    public static Factor Factor(string name, FactorKind kind, bool ofOffice = false) =>
        new(name, kind, [("without", new Leave(name)), ("otherwise", new Leave(name + "*"))], ofOffice);

    public static Statement AWins => Statement.Of(Wins, Scenario()[A]);

    /// <summary>Fills the set until the study needs nothing more, and reads it. Counts the histories that were played.</summary>
    public static T Answer<T>(IStudy<T> study, Func<Scenario, Chance, PersonId, bool> wins, out long histories, EnsembleSet? set = null)
    {
        set ??= new EnsembleSet();
        histories = 0;
        while (study.Needs(set) is { Count: > 0 } plans)
        {
            foreach (var plan in plans)
            {
                histories += plan.Numbers.Length;
                set.Add(Play(plan, wins));
            }
        }
        return study.Read(set);
    }

    /// <summary>The table of a plan, its outcomes made by a function, from a month on; B and C fall whenever A wins.</summary>
    public static Ensemble Play(EnsemblePlan plan, Func<Scenario, Chance, PersonId, bool> wins, int first = 3)
    {
        var world = plan.World;
        var columns = new List<(Column Column, Func<Chance, double> Value)>();
        foreach (var who in world.Cast.Contenders.Select(c => world[c]))
        {
            Truth(Wins, who, chance => wins(world, chance, who.Id));
            Truth(Falls, who, chance => who.Id != A && wins(world, chance, A));
            Add(ColumnName.Of(world.Measures[0], who), chance => wins(world, chance, who.Id) ? 0.75 : 0.25);
        }
        return new Ensemble(
            plan,
            plan.Numbers,
            [.. columns.Select(c => c.Column)],
            [.. columns.Select(c => plan.Numbers.Select(n => c.Value(new Chance(plan.Seed, (ulong)n))).ToArray())],
            [.. plan.Numbers.Select(n => Fingerprint.Of($"{plan.WorldName} {n}"))],
            [
                .. world
                    .Outcomes.Where(o => plan.Watched.Has(o.Name))
                    .SelectMany(o =>
                        world.Cast.Contenders.Select(c => new Series(
                            o.Name,
                            c,
                            [.. Enumerable.Repeat((double)plan.Numbers.Length, 12)],
                            [.. Enumerable.Repeat((double)plan.Numbers.Length, 12)]
                        ))
                    ),
            ],
            complete: true
        );

        // A study that reads an outcome that it did not ask for finds no such column.
        void Truth(Outcome outcome, Person who, Func<Chance, bool> holds)
        {
            if (!plan.Watched.Has(outcome.Name))
                return;
            Add(ColumnName.Of(outcome, who), chance => holds(chance) ? 1 : 0);
            Add(ColumnName.FirstOf(outcome, who), chance => holds(chance) ? first + who.Id.Index : double.NaN);
            Add(ColumnName.SettledOf(outcome, who), chance => holds(chance) ? first + who.Id.Index : double.NaN);
        }

        void Add(string name, Func<Chance, double> value) =>
            columns.Add((new Column(name, ColumnType.Real, "", 0, 12, name, "hand-made"), value));
    }

    /// <summary>Whether a factor is as it was in a world.</summary>
    public static bool Has(this Scenario world, string factor) => !world.Notes.Contains(factor) && !world.Notes.Contains(factor + "*");

    /// <summary>A draw of the run that is the same in every world.</summary>
    public static double Draw(this Chance chance, string name) => chance.Unit(Purpose.Of(name), 0, 0);

    private static Clause Clause(string id, Rule rule) => new(new ClauseId(id), [rule], null, Citation.None, SourceSpan.Nowhere);

    private sealed record Leave(string Note) : Amendment
    {
        public override Scenario Apply(Scenario scenario) => scenario with { Notes = scenario.Notes.Add(Note) };

        public override string Describe(Scenario scenario) => $"no {Note}";
    }
}
