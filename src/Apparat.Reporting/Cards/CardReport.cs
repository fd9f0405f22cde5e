using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>Cards as a report of tables, for a screen.</summary>
public static class CardReport
{
    private static readonly string ScopeId = new ScopeOfTheQuestion().Id;

    /// <summary>Every card alone and off alone, and what each did against whom.</summary>
    /// <param name="table">The table.</param>
    /// <param name="colophon">How it was made.</param>
    /// <param name="provisions">The provisions of the charter in words; by their numbers unless given.</param>
    public static Report Of(CardTable table, ImmutableArray<string> colophon, ImmutableDictionary<string, string>? provisions = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var t = new CardTelling(table, provisions ?? []);
        return new(
            table.Scenario.Question!.Text,
            [.. t.Lead(), t.HowToRead],
            [
                new("cards", "Card by card", [EachCard(t)]),
                .. ByStage(t),
                InMind(t),
                .. table.Passports.IsEmpty ? ImmutableArray<Section>.Empty : [Passports.Section([.. table.PassportsOfCards], t.Worded)],
            ],
            colophon
        );
    }

    /// <summary>Two cards compared alone: which mattered more, and why.</summary>
    /// <param name="table">A table in which both were played.</param>
    /// <param name="first">The first card.</param>
    /// <param name="second">The second card.</param>
    /// <param name="colophon">How it was made.</param>
    /// <param name="provisions">The provisions of the charter in words; by their numbers unless given.</param>
    /// <exception cref="ArgumentException">The settings the comparison takes were not played.</exception>
    public static Report OfTwo(
        CardTable table,
        int first,
        int second,
        ImmutableArray<string> colophon,
        ImmutableDictionary<string, string>? provisions = null
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        var t = new CardTelling(table, provisions ?? []);
        var pair = table.Pair(first, second) ?? throw new ArgumentException("These two cards were not played.", nameof(second));
        return new(
            $"Which mattered more: {table.Cards[first].Name}, or {table.Cards[second].Name}?",
            [.. t.Compare(pair)],
            [
                new(
                    "pair",
                    "The two, on the same luck",
                    [
                        new Table(
                            $"Of 100 histories ({Figures.Count(table.Runs)} a world); the difference with its 95 % interval of paired proportions, above 0 where {table.Cards[first].Name} mattered more",
                            [
                                new("what happens"),
                                new($"without {table.Cards[first].Name}", true),
                                new($"without {table.Cards[second].Name}", true),
                                new("difference", true),
                                new($"{table.Cards[first].Name} alone", true),
                                new($"{table.Cards[second].Name} alone", true),
                                new("difference", true),
                            ],
                            [
                                .. table.Statements.Select(
                                    (s, i) =>
                                        ImmutableArray.Create<Cell>(
                                            i == 0 ? t.Happens : s,
                                            CardTelling.Share(pair.Off[i], first: false),
                                            CardTelling.Share(pair.Off[i], first: true),
                                            pair.Off[i].Difference,
                                            CardTelling.Share(pair.Alone[i], first: true),
                                            CardTelling.Share(pair.Alone[i], first: false),
                                            pair.Alone[i].Difference
                                        )
                                ),
                            ]
                        ),
                        new Items([
                            .. new[] { table.Cards[first], table.Cards[second] }
                                .Where(c => c.Worked.Length > 0)
                                .Select(c => $"How \"{c.Name}\" worked: {c.Worked}"),
                        ]),
                    ]
                ),
                InMind(t),
                .. table.PassportsOf(pair).ToList() is { Count: > 0 } passports ? (Section[])[Passports.Section(passports, t.Worded)] : [],
            ],
            colophon
        );
    }

    /// <summary>The table of every card alone and off alone.</summary>
    internal static Table EachCard(CardTelling t)
    {
        var late = t.Table.LateHeadline is not null;
        var branch = t.Table.Scenario.Question!.Branch;
        return new(
            $"{t.Happens}: of 100 histories on {t.LastDay} ({Figures.Count(t.Table.Runs)} a world, the same luck in all); below 0 he does better without the card",
            [
                new("card"),
                new("taken away, the others on", true),
                new("what it costs", true),
                new("alone, the others off", true),
                .. late ? new[] { new TableColumn($"what it still adds after {Figures.Day(branch!.Value)}", true) } : [],
            ],
            [
                .. t.Table.Effects.Select(e =>
                    ImmutableArray.CreateRange<Cell>([
                        t.Cards[e.Card].Name,
                        CardTelling.Without(e),
                        e.Off[0].Difference,
                        CardTelling.Second(e),
                        .. late ? new[] { e.Late is { } l ? (Cell)l.Difference : new Cell("over by then") } : [],
                    ])
                ),
            ]
        );
    }

    /// <summary>The table of what each card costs him at each stage.</summary>
    internal static Table ByStageTable(CardTelling t) =>
        new(
            "Card by rival: of 100 histories, how many fewer end with him in and these rivals out when the card alone is taken away; below 0, how many more",
            [new("card"), .. t.Table.Stages.Select(s => new TableColumn(s.Name, true))],
            [
                .. t.Table.Effects.Select(e =>
                    ImmutableArray.CreateRange<Cell>([t.Cards[e.Card].Name, .. e.Off.Skip(1).Select(c => (Cell)c.Difference)])
                ),
            ]
        );

    /// <summary>When each stage ended, in the record and in play, and which card led.</summary>
    internal static Table StageTable(CardTelling t) =>
        new(
            $"Stages: when these rivals were out for good, and which cards cost most there (of 100 histories with all cards on). {t.StartOutside}".TrimEnd(),
            [
                new("stage"),
                new("who"),
                new("out by the record"),
                new("he in, they out", true),
                new("middle month (half)"),
                new("cards that cost most"),
            ],
            [
                .. t.Table.Stages.Select(
                    (s, i) =>
                        ImmutableArray.Create<Cell>(
                            s.Name,
                            Telling.And(s.People),
                            s.Recorded is { } day ? Figures.Day(day) : "not in these years",
                            t.Table[t.Table.AllOn] is { } all ? (Cell)all[i + 1] : "",
                            s.Median is { } m
                                ? $"{Figures.Month(m)} ({Figures.Month(s.Early!.Value)} to {Figures.Month(s.Late!.Value)})"
                                : "never in",
                            t.LeaderAt(i + 1) is { } first ? (t.NextAt(i + 1) is { } next ? $"{first}; {next}" : first) : "none clearly"
                        )
                ),
            ]
        );

    /// <summary>Doubts, the limits of the question first.</summary>
    internal static Section Doubts(CardTelling t) =>
        new(
            "doubts",
            "Doubts",
            [
                .. Cautions(t).Where(IsScope).Select(w => (Block)new Callout(CalloutKind.Scope, w.What)),
                .. t.Cards.Where(c => c.Played.Length > 0).Select(c => (Block)new Callout(CalloutKind.Prior, $"{c.Name}: {c.Played}")),
                .. Cautions(t)
                    .Where(w => !IsScope(w))
                    .Select(w =>
                        (Block)new Callout(CalloutKind.Caution, Telling.Capital(t.Plain(w.What)), t.Plain($"{w.Why} {w.Do}".Trim()))
                    ),
            ]
        );

    // On a screen the three gravest; the page has them all.
    private static Section InMind(CardTelling t) =>
        new("in-mind", "Keep in mind", [new Items([.. Cautions(t).Take(3).Select(w => Telling.Capital(t.Plain(w.What)))])]);

    // Doubts of one kind are told once.
    private static IEnumerable<Warning> Cautions(CardTelling t) =>
        Caution
            .AllFor(t.Table)
            .GroupBy(w => IsScope(w) ? w.What : w.Id, StringComparer.Ordinal)
            .Select(g => g.First() with { What = string.Join(" ", g.Select(w => Brief(w.What)).Distinct(StringComparer.Ordinal).Take(2)) });

    // A list in brackets longer than a line belongs to the scenario, not into a warning.
    private static string Brief(string text)
    {
        var (from, to) = (text.IndexOf(" (", StringComparison.Ordinal), text.LastIndexOf(')'));
        return from >= 0 && to - from > 120 ? text[..from] + text[(to + 1)..] : text;
    }

    private static bool IsScope(Warning w) => w.Id == ScopeId;

    private static ImmutableArray<Section> ByStage(CardTelling t) =>
        t.Table.Stages.IsEmpty ? [] : [new("rivals", "Card by rival", [ByStageTable(t), StageTable(t)])];
}
