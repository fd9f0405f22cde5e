using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>Everything found about coalitions in one game.</summary>
/// <param name="Game">The game.</param>
/// <param name="Simple">Its working form.</param>
/// <param name="Boundary">Coalitions that just win and just lose; null if there are too many.</param>
/// <param name="Nakamura">The Nakamura number; null if not settled, <see cref="int.MaxValue"/> with a veto.</param>
/// <param name="Dimension">The fewest quota rules that give the game; null if not settled.</param>
/// <param name="PowerFrom">What the members' power was taken from.</param>
/// <param name="Members">Names of those who may expel one another.</param>
/// <param name="Ruling">Who is left; null if there are too many members, or all are alike.</param>
/// <param name="AnyOf">If all members have the same power, how many of them are left, whoever they are; null otherwise.</param>
/// <param name="Alpha">The part of all power that must be exceeded to expel.</param>
public sealed record CoalitionFindings(
    VotingGame Game,
    SimpleGame Simple,
    BoundaryCoalitions? Boundary,
    int? Nakamura,
    Dimension? Dimension,
    string PowerFrom,
    ImmutableArray<string> Members,
    RulingCoalitions? Ruling,
    int? AnyOf,
    Supermajority Alpha
);

/// <summary>Coalitions for readers: which just win, whether majorities run in circles, who is left when members expel one another.</summary>
public static class CoalitionReport
{
    /// <summary>The version of the JSON form.</summary>
    public const string Schema = "apparat/coalitions/1";

    private const int MostNamed = 12;
    private const int MostTies = 8;

    /// <summary>The report.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="listed">The most coalitions listed of each kind.</param>
    public static Report Of(CoalitionFindings findings, int listed)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var game = findings.Game;
        return new(
            game.Name,
            [Text($"{game.Size} {(game.Size == 1 ? "player" : "players")}; wins: {game.Rule}")],
            [OfWinning(findings, listed), OfStability(findings), OfRuling(findings, listed)],
            [.. new[] { game.Source }.Where(s => s.Length > 0).Select(s => $"Source: {s}")]
        );
    }

    /// <summary>The same for machines.</summary>
    public static JsonObject ToJson(CoalitionFindings findings, int listed)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var (game, simple, ruling) = (findings.Game, findings.Simple, findings.Ruling);
        return new()
        {
            ["schema"] = Schema,
            ["game"] = game.Name,
            ["rule"] = game.Rule,
            ["minimal_winning_kinds"] = findings.Boundary?.MinimalWinning.Length,
            ["minimal_winning"] = findings.Boundary is { } b
                ? new JsonArray([.. b.MinimalWinning.Take(listed).Select(c => (JsonNode)Counts(game, simple, c))])
                : null,
            ["maximal_losing_kinds"] = findings.Boundary?.MaximalLosing.Length,
            ["has_veto"] = findings.Nakamura is { } known ? known == int.MaxValue : null,
            ["nakamura_number"] = findings.Nakamura is { } n && n != int.MaxValue ? n : null,
            ["dimension"] = findings.Dimension?.Number,
            ["weighted_rules"] = findings.Dimension is { } d
                ? new JsonArray([
                    .. d.Rules.Select(r =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["quota"] = Whole(r.Quota),
                                ["weights"] = new JsonArray([.. r.Weights.Select(w => (JsonNode)Whole(w))]),
                            }
                    ),
                ])
                : null,
            ["power_from"] = findings.PowerFrom,
            ["alpha"] = Text($"{findings.Alpha.Numerator}/{findings.Alpha.Denominator}"),
            ["any_of_equal_power"] = findings.AnyOf,
            ["ultimate_ruling_coalitions_in_all"] = ruling?.Ties,
            ["ultimate_ruling_coalitions"] = ruling is null
                ? null
                : new JsonArray([.. ruling.Ultimate.Select(c => (JsonNode)Names(findings, c))]),
            ["self_enforcing"] = ruling?.SelfEnforcing,
            ["self_enforcing_weakest"] = ruling is null
                ? null
                : new JsonArray([.. ruling.Smallest.Take(listed).Select(c => (JsonNode)Names(findings, c))]),
            ["is_fragile"] = ruling?.IsFragile,
        };
    }

    private static Section OfWinning(CoalitionFindings findings, int listed)
    {
        if (findings.Boundary is not { } boundary)
            return new("winning", "Coalitions that just win", [new Paragraph("There are too many to be listed.")]);
        var count = boundary.MinimalWinning.Length;
        var one = findings.Dimension is { Number: 1, Rules: [var form] } ? form : null;
        return new(
            "winning",
            "Coalitions that just win",
            [
                new Table(
                    Text(
                        $"Minimal winning coalitions{(findings.Simple.Classes.Length < findings.Simple.Players ? ", identical players counted" : "")}: {Math.Min(listed, count)} of {count}"
                    ),
                    [new("members", IsNumber: true), new("coalition"), new("such coalitions", IsNumber: true)],
                    [
                        .. boundary
                            .MinimalWinning.Take(listed)
                            .Select(c =>
                                (ImmutableArray<Cell>)
                                    [Text($"{c.Sum()}"), Named(findings.Game, findings.Simple, c), Ways(findings.Simple, c)]
                            ),
                    ]
                ),
                new Items([
                    Text($"Coalitions that just lose (any one more member would win): {boundary.MaximalLosing.Length} kinds."),
                    .. findings.Dimension is null ? (string[])["Dimension: not settled for a game of this size."]
                    : one is not null ? [$"Weighted, dimension 1: [{one.Quota}; {Weights(findings.Game, one)}]."]
                    : [Text($"Not weighted: dimension {findings.Dimension.Number}, that many quota rules must all hold to say the same.")],
                ]),
            ]
        );
    }

    private static Section OfStability(CoalitionFindings findings) =>
        new(
            "stability",
            "Do majorities run in circles?",
            [
                new Items(
                    findings.Nakamura switch
                    {
                        null => ["Nakamura number: not settled for a game of this size."],
                        int.MaxValue =>
                        [
                            "Somebody has a veto: some alternative is unbeaten whatever people prefer, and the prize can be divided so that no coalition can do better (the core is not empty).",
                        ],
                        var n =>
                        [
                            Text(
                                $"Nakamura number {n}: with up to {n - 1} alternatives one is always unbeaten; with {n} or more, winning coalitions may prefer a to b, b to c and c to a. (Nakamura 1979)"
                            ),
                            "Nobody has a veto: however a prize is divided, some winning coalition can do better (the core of dividing is empty).",
                        ],
                    }
                ),
            ]
        );

    private static Section OfRuling(CoalitionFindings findings, int listed)
    {
        if (findings.AnyOf is { } size)
        {
            return new(
                "ruling",
                "Who is left if members expel one another",
                [
                    new Paragraph(
                        Text(
                            $"All {findings.Members.Length} have the same power, and to expel takes more than {findings.Alpha.Numerator}/{findings.Alpha.Denominator} of it: "
                        )
                            + (
                                size == findings.Members.Length
                                    ? "all of them stay, since no smaller number can both rule and hold together. (Acemoglu, Egorov and Sonin 2008)"
                                    : Text(
                                        $"any {size} of them may be left, the fewest who can both rule and hold together. (Acemoglu, Egorov and Sonin 2008)"
                                    )
                            )
                    ),
                ]
            );
        }
        if (findings.Ruling is not { } ruling)
            return new(
                "ruling",
                "Who is left if members expel one another",
                [new Paragraph(Text($"At most {UltimateRulingCoalition.MostMembers} members are looked at."))]
            );
        var total = ruling.Powers.Sum();
        string Share(ImmutableArray<int> c) => Text($"{100 * c.Sum(i => ruling.Powers[i]) / total:0.#} %");
        return new(
            "ruling",
            "Who is left if members expel one another",
            [
                new Table(
                    Text(
                        $"Power from {findings.PowerFrom}; to expel takes more than {ruling.Alpha.Numerator}/{ruling.Alpha.Denominator} of it"
                    ),
                    [new("coalition"), new("members", IsNumber: true), new("power", IsNumber: true)],
                    [
                        .. ruling
                            .Ultimate.Take(Math.Min(listed, MostTies))
                            .Select(c => (ImmutableArray<Cell>)[List(findings, c), Text($"{c.Length}"), Share(c)]),
                    ]
                ),
                new Items([
                    ruling.Ties == 1
                        ? "Ultimate ruling coalition: the weakest that is strong enough to rule and that no part of it can take over. (Acemoglu, Egorov and Sonin 2008)"
                        : Text(
                            $"{ruling.Ties} coalitions tie as the weakest that can rule and hold together; which it is depends on who proposes. (Acemoglu, Egorov and Sonin 2008)"
                        ),
                    Text(
                        $"Self-enforcing coalitions: {ruling.SelfEnforcing}. The weakest: {string.Join("; ", ruling.Smallest.Take(Math.Min(listed, MostTies)).Select(c => List(findings, c)))}."
                    ),
                    .. ruling.IsFragile
                        ? (string[])
                            ["Fragile: a change of one part in a thousand of somebody's power changes who rules. Do not lean on it."]
                        : [],
                ]),
            ]
        );
    }

    private static string Named(VotingGame game, SimpleGame simple, ImmutableArray<int> counts)
    {
        var parts = counts.Select((k, c) => (k, c)).Where(x => x.k > 0).Select(x => Part(game, simple.Classes[x.c], x.k)).ToList();
        return parts.Count <= MostNamed
            ? string.Join(", ", parts)
            : Text($"{string.Join(", ", parts.Take(MostNamed))} and {parts.Count - MostNamed} more");
    }

    private static string Part(VotingGame game, PlayerClass players, int taken)
    {
        var names =
            string.Join("/", players.Members.Take(4).Select(i => game.Players[i].Name)) + (players.Members.Length > 4 ? "/..." : "");
        return players.Count == 1 ? names : Text($"{taken} of {players.Count} {names}");
    }

    private static JsonArray Counts(VotingGame game, SimpleGame simple, ImmutableArray<int> counts) =>
        new([
            .. counts
                .Select((k, c) => (k, c))
                .Where(x => x.k > 0)
                .Select(x =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["players"] = new JsonArray([.. simple.Classes[x.c].Members.Select(i => (JsonNode)game.Players[i].Name)]),
                            ["taken"] = x.k,
                            ["of"] = simple.Classes[x.c].Count,
                        }
                ),
        ]);

    private static string Ways(SimpleGame simple, ImmutableArray<int> counts)
    {
        var ways = BigInteger.One;
        for (var c = 0; c < counts.Length; c++)
        {
            for (var i = 1; i <= counts[c]; i++)
                ways = ways * (simple.Classes[c].Count - counts[c] + i) / i;
        }
        return ways < 1_000_000_000 ? Text($"{ways}") : Text($"{ways:0.00e+0}");
    }

    private static string Weights(VotingGame game, WeightedForm form) =>
        string.Join(
            ", ",
            form.Weights.Take(MostNamed).Select((w, i) => game.Players[i].Count == 1 ? Text($"{w}") : Text($"{game.Players[i].Count}x{w}"))
        ) + (form.Weights.Length > MostNamed ? ", ..." : "");

    private static string List(CoalitionFindings findings, ImmutableArray<int> members) =>
        string.Join(", ", members.Select(i => findings.Members[i]));

    private static JsonArray Names(CoalitionFindings findings, ImmutableArray<int> members) =>
        new([.. members.Select(i => (JsonNode)findings.Members[i])]);

    // Weights may be longer than any number JSON readers take.
    private static string Whole(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
