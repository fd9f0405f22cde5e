using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>Everything found about the power of voters in one game.</summary>
/// <param name="Power">The indices.</param>
/// <param name="Factions">Values of members whose factions act as one; empty if there are no factions.</param>
/// <param name="Behaviour">Power where voters say yes with probabilities of their own; null if none were given.</param>
/// <param name="Yes">Those probabilities, one for each entry of the game.</param>
/// <param name="Interactions">Pairs of entries and how they interact, the strongest first; empty if not asked for.</param>
/// <param name="Clauses">For a body of a charter, the clauses under which it decides so.</param>
public sealed record PowerFindings(
    PowerAnswer Power,
    ImmutableArray<(UnionIndex Index, ImmutableArray<Fraction> Values)> Factions,
    BehaviouralPower? Behaviour,
    ImmutableArray<double> Yes,
    ImmutableArray<(int First, int Second, Interaction Value)> Interactions,
    ImmutableArray<ClauseId> Clauses
);

/// <summary>Voting power for readers: who can do what, how to read each number, how it was found. Also as JSON and as CSV.</summary>
public static class PowerReport
{
    /// <summary>The version of the JSON form.</summary>
    public const string Schema = "apparat/power/1";

    private const int MostRows = 60;
    private static readonly string[] Ordinary =
    [
        "shapley_shubik",
        "banzhaf_absolute",
        "banzhaf_normalised",
        "coleman_prevent",
        "coleman_initiate",
    ];

    /// <summary>The report.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="indices">Ids of the indices to show; empty for the ordinary ones.</param>
    /// <param name="exact">Whether values are shown as fractions where they are short.</param>
    public static Report Of(PowerFindings findings, IReadOnlyCollection<string> indices, bool exact)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var answer = findings.Power;
        var game = answer.Game;
        IndexValues[] shown =
        [
            .. answer.Indices.Where(i => (indices.Count == 0 ? Ordinary : indices).Contains(i.Index.Id, StringComparer.Ordinal)),
        ];
        var rows = Rows(answer);
        var sections = ImmutableArray.CreateBuilder<Section>();
        sections.Add(
            new(
                "power",
                "Power",
                [
                    new Table(
                        $"{Caption(answer)}{(rows.Length > MostRows ? Text($"; the first {MostRows} of {rows.Length} kinds, --csv or --json for all") : "")}",
                        [
                            new("player"),
                            new("number", IsNumber: true),
                            .. shown.Select(i => new TableColumn(i.Index.Short, IsNumber: true)),
                        ],
                        [
                            .. rows.Take(MostRows)
                                .Select(r =>
                                    (ImmutableArray<Cell>)
                                        [
                                            Names(game, r.Entries),
                                            Text($"{r.Count}"),
                                            .. shown.Select(i => new Cell(Value(i, r.Entries[0], exact))),
                                        ]
                                ),
                        ]
                    ),
                    new Items([.. shown.Select(i => $"{i.Index.Short}: {i.Index.Reads} ({i.Index.Source})")]),
                ]
            )
        );
        if (!findings.Factions.IsEmpty)
            sections.Add(OfFactions(findings, exact));
        if (findings.Behaviour is { } behaviour)
            sections.Add(OfBehaviour(findings, behaviour));
        if (!findings.Interactions.IsEmpty)
            sections.Add(OfInteractions(findings, exact));
        sections.Add(OfMethod(answer));
        return new(
            game.Name,
            Lead(findings),
            sections.ToImmutable(),
            [.. new[] { game.Source }.Where(s => s.Length > 0).Select(s => $"Source: {s}")]
        );
    }

    /// <summary>The same for machines.</summary>
    public static JsonObject ToJson(PowerFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var (answer, game) = (findings.Power, findings.Power.Game);
        var players = new JsonArray();
        for (var i = 0; i < game.Players.Length; i++)
        {
            var player = new JsonObject { ["name"] = game.Players[i].Name, ["count"] = game.Players[i].Count };
            foreach (var index in answer.Indices)
                player[index.Index.Id] = Number(index.Values[i], index.Fractions?[i]);
            foreach (var (index, values) in findings.Factions)
                player[index.Id] = Number(Interval.Exact(values[i].ToDouble()), values[i]);
            if (findings.Behaviour is { } behaviour)
                (player["yes"], player["behavioural"]) = (findings.Yes[i], behaviour.Decides[i]);
            players.Add(player);
        }
        var structure = answer.Structure;
        return new()
        {
            ["schema"] = Schema,
            ["game"] = game.Name,
            ["rule"] = game.Rule,
            ["source"] = game.Source,
            ["clauses"] = new JsonArray([.. findings.Clauses.Select(c => (JsonNode)c.Text)]),
            ["size"] = game.Size,
            ["kinds"] = answer.Simple.Classes.Length,
            ["method"] = new JsonObject
            {
                ["name"] = answer.Method.Name,
                ["why"] = answer.Method.Why,
                ["cost"] = answer.Method.Cost,
                ["is_exact"] = answer.Method.IsExact,
                ["seed"] = answer.Method.Seed,
                ["samples"] = answer.Method.Samples,
                ["missed_by"] = answer.Method.MissedBy,
            },
            ["coleman_act"] = Number(answer.Passage, answer.PassageFraction),
            ["vetoers"] = People(answer, structure.Vetoers),
            ["dictator"] = structure.Dictator is { } d ? Names(game, answer.Simple.Classes[d].Members) : null,
            ["dummies"] = structure.Dummies is { } dummies ? People(answer, dummies) : null,
            ["behavioural_passage"] = findings.Behaviour?.Passes,
            ["players"] = players,
            ["interactions"] = new JsonArray([
                .. findings.Interactions.Select(x =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["first"] = game.Players[x.First].Name,
                            ["second"] = game.Players[x.Second].Name,
                            ["shapley"] = Number(Interval.Exact(x.Value.Shapley.ToDouble()), x.Value.Shapley),
                            ["banzhaf"] = Number(Interval.Exact(x.Value.Banzhaf.ToDouble()), x.Value.Banzhaf),
                        }
                ),
            ]),
            ["indices"] = new JsonArray([
                .. answer
                    .Indices.Select(i => i.Index)
                    .Concat(findings.Factions.Select(f => (PowerIndex)f.Index))
                    .Select(i =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["id"] = i.Id,
                                ["name"] = i.Name,
                                ["reads"] = i.Reads,
                                ["source"] = i.Source,
                            }
                    ),
            ]),
        };
    }

    /// <summary>The same as a flat table: a row for each entry of players, a column for each index, with bounds where they are not exact.</summary>
    public static string ToCsv(PowerFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var (answer, game) = (findings.Power, findings.Power.Game);
        var columns = new List<(string Heading, Func<int, string> Cell)>
        {
            ("player", i => Quoted(game.Players[i].Name)),
            ("count", i => Text($"{game.Players[i].Count}")),
        };
        foreach (var index in answer.Indices)
        {
            columns.Add((index.Index.Id, i => Text($"{index.Values[i].Value:R}")));
            if (answer.Method.IsExact)
                continue;
            columns.Add(($"{index.Index.Id}_low", i => Text($"{index.Values[i].Low:R}")));
            columns.Add(($"{index.Index.Id}_high", i => Text($"{index.Values[i].High:R}")));
        }
        foreach (var (index, values) in findings.Factions)
            columns.Add((index.Id, i => Text($"{values[i].ToDouble():R}")));
        if (findings.Behaviour is { } behaviour)
        {
            columns.Add(("yes", i => Text($"{findings.Yes[i]:R}")));
            columns.Add(("behavioural", i => Text($"{behaviour.Decides[i]:R}")));
        }
        var lines = Enumerable.Range(0, game.Players.Length).Select(i => string.Join(',', columns.Select(c => c.Cell(i))));
        return string.Concat(lines.Prepend(string.Join(',', columns.Select(c => c.Heading))).Select(l => l + "\n"));
    }

    private static ImmutableArray<string> Lead(PowerFindings findings)
    {
        var (answer, game) = (findings.Power, findings.Power.Game);
        var lead = ImmutableArray.CreateBuilder<string>();
        if (game.About.Length > 0)
            lead.Add(game.About);
        var kinds = answer.Simple.Classes.Length;
        lead.Add(
            Text(
                $"{game.Size} {(game.Size == 1 ? "player" : "players")}{(kinds < game.Size ? Text($" of {kinds} {(kinds == 1 ? "kind" : "kinds")}") : "")}; wins: {game.Rule}"
            ) + (findings.Clauses.IsEmpty ? "" : $" (clauses {string.Join(", ", findings.Clauses)})")
        );
        lead.Add(
            $"A proposal passes with probability {Digits(answer.Passage)} if all toss fair coins (Coleman's power of the body to act)."
        );
        var s = answer.Structure;
        if (s.Dictator is { } dictator)
            lead.Add($"{Names(game, answer.Simple.Classes[dictator].Members)} decides alone.");
        else if (!s.Vetoers.IsEmpty)
            lead.Add($"With a veto: {All(answer, s.Vetoers)}.");
        else
            lead.Add("Nobody has a veto.");
        if (s.Dummies is { IsEmpty: false } dummies)
            lead.Add($"Never make a difference (dummies): {All(answer, dummies)}.");
        return lead.ToImmutable();
    }

    private static Section OfFactions(PowerFindings findings, bool exact)
    {
        var game = findings.Power.Game;
        var faction = game.Factions.SelectMany(f => f.Members.Select(i => (i, f.Name))).ToDictionary(x => x.i, x => x.Name);
        var shapley = findings.Power["shapley_shubik"]!;
        return new(
            "factions",
            "Power in factions that act as one",
            [
                new Table(
                    "Beside it, power without factions: a member may gain or lose by his faction",
                    [
                        new("player"),
                        new("faction"),
                        .. findings.Factions.Select(f => new TableColumn(f.Index.Short, IsNumber: true)),
                        new(shapley.Index.Short, IsNumber: true),
                    ],
                    [
                        .. Enumerable
                            .Range(0, game.Players.Length)
                            .Take(MostRows)
                            .Select(i =>
                                (ImmutableArray<Cell>)
                                    [
                                        game.Players[i].Name,
                                        faction.GetValueOrDefault(i, "alone"),
                                        .. findings.Factions.Select(f => new Cell(Value(f.Values[i], exact))),
                                        Value(shapley, i, exact),
                                    ]
                            ),
                    ]
                ),
                new Items([.. findings.Factions.Select(f => $"{f.Index.Short}: {f.Index.Reads} ({f.Index.Source})")]),
            ]
        );
    }

    private static Section OfBehaviour(PowerFindings findings, BehaviouralPower behaviour)
    {
        var game = findings.Power.Game;
        var banzhaf = findings.Power["banzhaf_absolute"]!;
        return new(
            "behaviour",
            "Power as people vote",
            [
                new Table(
                    Text($"With these probabilities of a yes the proposal passes with probability {behaviour.Passes:0.0000}"),
                    [
                        new("player"),
                        new("P(yes)", IsNumber: true),
                        new("P(decides)", IsNumber: true),
                        new(banzhaf.Index.Short, IsNumber: true),
                    ],
                    [
                        .. Enumerable
                            .Range(0, game.Players.Length)
                            .OrderByDescending(i => behaviour.Decides[i])
                            .Take(MostRows)
                            .Select(i =>
                                (ImmutableArray<Cell>)
                                    [
                                        game.Players[i].Name,
                                        Text($"{findings.Yes[i]:0.###}"),
                                        Text($"{behaviour.Decides[i]:0.000000}"),
                                        Digits(banzhaf.Values[i]),
                                    ]
                            ),
                    ]
                ),
                new Items([
                    "P(decides): the real probability that this vote turns the result; Banzhaf power is the case of fair coins. (Owen 1972; Straffin 1977)",
                ]),
            ]
        );
    }

    private static Section OfInteractions(PowerFindings findings, bool exact)
    {
        var game = findings.Power.Game;
        return new(
            "interactions",
            "Who needs whom",
            [
                new Table(
                    Text(
                        $"Interaction of pairs, the strongest {Math.Min(MostRows, findings.Interactions.Length)} of {findings.Interactions.Length}"
                    ),
                    [new("first"), new("second"), new("Shapley interaction", IsNumber: true), new("Banzhaf interaction", IsNumber: true)],
                    [
                        .. findings
                            .Interactions.Take(MostRows)
                            .Select(x =>
                                (ImmutableArray<Cell>)
                                    [
                                        game.Players[x.First].Name,
                                        game.Players[x.Second].Name,
                                        Value(x.Value.Shapley, exact),
                                        Value(x.Value.Banzhaf, exact),
                                    ]
                            ),
                    ]
                ),
                new Items([
                    "Above 0: each is worth more when the other is there; below 0: one does for the other. (Grabisch and Roubens 1999)",
                ]),
            ]
        );
    }

    private static Section OfMethod(PowerAnswer answer) =>
        new(
            "method",
            "How it was found",
            [
                new Items([
                    $"{answer.Method.Name}: {answer.Method.Why}.",
                    $"{answer.Method.Cost}.",
                    answer.Method.IsExact
                        ? "Exact: printed numbers are rounded, nothing else."
                        : Text(
                            $"Intervals are 95 % for each number alone. Seed {answer.Method.Seed}; the same seed gives the same orders."
                        ),
                    .. answer.Method.MissedBy > 0
                        ? (string[])
                            [Text($"The widest interval is wider than asked for by {answer.Method.MissedBy:0.0e+0}: raise --samples.")]
                        : [],
                    .. answer.Census is null && answer.Method.IsExact
                        ? (string[])["Johnston, Deegan-Packel and Holler-Packel need every coalition looked at: --all."]
                        : [],
                ]),
            ]
        );

    private static string Caption(PowerAnswer answer) =>
        answer.Method.IsExact ? "Each value is that of one player" : "Each value is that of one player, with its 95 % interval";

    // Kinds of players, the mightiest first.
    private static ImmutableArray<(ImmutableArray<int> Entries, int Count)> Rows(PowerAnswer answer)
    {
        var order = answer["shapley_shubik"]!.Values;
        return
        [
            .. answer
                .Simple.Classes.Select(c => (c.Members, c.Count))
                .OrderByDescending(r => order[r.Members[0]].Value)
                .ThenBy(r => r.Members[0]),
        ];
    }

    private static string Names(VotingGame game, ImmutableArray<int> entries) =>
        entries.Length <= 3
            ? string.Join(", ", entries.Select(i => game.Players[i].Name))
            : $"{game.Players[entries[0]].Name} .. {game.Players[entries[^1]].Name}";

    private static string All(PowerAnswer answer, ImmutableArray<int> classes) =>
        string.Join(", ", classes.Select(c => Names(answer.Game, answer.Simple.Classes[c].Members)));

    private static JsonArray People(PowerAnswer answer, ImmutableArray<int> classes) =>
        new([.. classes.SelectMany(c => answer.Simple.Classes[c].Members).Select(i => (JsonNode)answer.Game.Players[i].Name)]);

    private static string Value(IndexValues index, int i, bool exact) =>
        exact && index.Fractions is { } fractions ? Value(fractions[i], exact) : Digits(index.Values[i]);

    private static string Value(Fraction value, bool exact) =>
        exact && value.ToString() is { Length: <= 24 } text ? text : Digits(Interval.Exact(value.ToDouble()));

    private static string Digits(Interval value)
    {
        var x = value.Value;
        var digits =
            x == Math.Truncate(x) && Math.Abs(x) < 1e6 ? Text($"{x:0}")
            : Math.Abs(x) >= 1e6 ? Text($"{x:0.######e+0}")
            // What is not 0 or 1 is not printed as such.
            : Math.Abs(x) < 5e-7 ? Text($"{x:0.###e+0}")
            : x is < 1 and > 1 - 5e-7 ? Text($"1 - {1 - x:0e+0}")
            : Text($"{x:0.000000}");
        return value.HalfWidth > 0 ? Text($"{digits} ({value.Low:0.0000} .. {value.High:0.0000})") : digits;
    }

    private static JsonObject Number(Interval value, Fraction? fraction) =>
        new()
        {
            ["value"] = Finite(value.Value),
            ["low"] = Finite(value.Low),
            ["high"] = Finite(value.High),
            ["fraction"] = fraction?.ToString(),
        };

    private static JsonNode? Finite(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
