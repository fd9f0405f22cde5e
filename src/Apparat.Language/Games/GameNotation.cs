using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>The textbook notation of weighted games: <c>[51; 50, 49, 1]</c>.</summary>
public static partial class GameNotation
{
    /// <summary>Reads <c>[q; w1, ..., wn]</c>; <c>20x1</c> stands for twenty players of weight 1.</summary>
    public static GameResult Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var diagnostics = new Diagnostics();
        const string Place = "game";
        var lines = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal) { [Place] = [text] };
        var match = Notation().Match(text);
        if (!match.Success)
        {
            diagnostics.Error(
                "APP810",
                new(Place, 1, 1, Math.Max(1, text.Length)),
                "This is not a weighted game.",
                "[quota; weight, weight, ...]",
                "For example [51; 50, 49, 1], or [8; 5, 10x1] for ten players of weight 1."
            );
            return new(null, [.. diagnostics.All], lines);
        }
        var players = ImmutableArray.CreateBuilder<Player>();
        var weights = ImmutableArray.CreateBuilder<decimal>();
        foreach (Capture item in match.Groups["weight"].Captures)
        {
            var parts = item.Value.Split('x', '*');
            var count =
                parts.Length == 2 && int.TryParse(parts[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1;
            if (
                count is < 1 or > GameReader.MostOfAKind
                || !decimal.TryParse(parts[^1].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            )
            {
                diagnostics.Error(
                    "APP811",
                    new(Place, 1, item.Index + 1, item.Length),
                    $"\"{item.Value.Trim()}\" is not a weight.",
                    "a number that is not negative, or 10x1 for ten players of weight 1"
                );
                continue;
            }
            players.Add(new($"player {players.Count + 1} ({weight.ToString(CultureInfo.InvariantCulture)})", count));
            weights.Add(weight);
        }
        var attributes = ImmutableSortedDictionary<string, ImmutableArray<decimal>>.Empty.Add("votes", weights.ToImmutable());
        var quota = match.Groups["quota"];
        // Read as a rule, so that the same mistakes are told in the same words, at the quota.
        var told = new Diagnostics();
        var rule = new Node
        {
            Kind = NodeKind.Text,
            File = YamlText.Plain(Place),
            Line = 1,
            Column = 1,
            Text = $"votes >= {quota.Value.Trim()}",
        };
        var wins = diagnostics.HasErrors
            ? null
            : WinningRule.Read(rule, players.ToImmutable(), attributes, ImmutableDictionary<string, Winning>.Empty, told);
        foreach (var d in told.All)
            diagnostics.Error(d.Code, new(Place, 1, quota.Index + 1, quota.Length), d.Message, d.Expected, d.Repair);
        return new(
            wins is null
                ? null
                : new()
                {
                    Name = text.Trim(),
                    Players = players.ToImmutable(),
                    Rule = rule.Text,
                    Wins = wins,
                    Attributes = attributes,
                },
            [.. diagnostics.All],
            lines
        );
    }

    /// <summary>Whether a text is meant as the textbook notation.</summary>
    public static bool IsMeant(string text) => text.AsSpan().TrimStart().StartsWith("[");

    [GeneratedRegex(
        @"^\s*\[\s*(?<quota>[0-9.]+%?|[0-9]+/[0-9]+)\s*;\s*(?<weight>[^,\]]+)(?:,(?<weight>[^,\]]+))*\]\s*$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Notation();
}
