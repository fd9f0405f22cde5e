using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>What came of reading a game.</summary>
/// <param name="Game">The game; null if errors leave none.</param>
/// <param name="Diagnostics">Everything to tell about its file.</param>
/// <param name="Lines">The lines of its files by name, for printing places.</param>
public sealed record GameResult(
    VotingGame? Game,
    ImmutableArray<Diagnostic> Diagnostics,
    IReadOnlyDictionary<string, ImmutableArray<string>> Lines
);

/// <summary>
/// Reads games: YAML files with named players and their attributes, and CSV tables of players headed by comments. Bad input gives
/// diagnostics, never an exception. The textbook notation is <see cref="GameNotation"/>.
/// </summary>
public sealed partial class GameReader
{
    /// <summary>The most entries of players a game may have.</summary>
    public const int MostPlayers = 100_000;

    /// <summary>The most identical players one entry may stand for.</summary>
    public const int MostOfAKind = 1_000_000;

    private static readonly string[] Keys = ["game", "about", "source", "players", "table", "rules", "wins", "factions"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">A <c>.yaml</c> or <c>.csv</c> file.</param>
    /// <param name="wins">Who wins, in place of what the file says; needed for a table that does not say.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static GameResult Read(string path, string? wins = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no game at {path}.", path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Read(
            Path.GetFileName(path),
            Bytes(path),
            file =>
            {
                var beside = Path.GetFullPath(Path.Combine(folder, file));
                return beside.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(beside)
                    ? Bytes(beside)
                    : null;
            },
            wins
        );
    }

    /// <summary>Reads a game from text.</summary>
    public static GameResult ReadText(string text, string name = "game.yaml", string? wins = null) =>
        Read(name, Encoding.UTF8.GetBytes(text), file => file == name ? Encoding.UTF8.GetBytes(text) : null, wins);

    private static GameResult Read(string name, byte[] bytes, Func<string, byte[]?> open, string? wins)
    {
        var diagnostics = new Diagnostics();
        var context = new Context(Lexicon.Of(), diagnostics, open);
        var game = name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            ? Table(context, name, bytes, wins)
            : Yaml(context, name, bytes, wins);
        return new(diagnostics.HasErrors ? null : game, [.. diagnostics.All], context.Lines);
    }

    private static VotingGame? Yaml(Context context, string name, byte[] bytes, string? wins)
    {
        var yaml = YamlText.Read(name, bytes, context.Diagnostics);
        context.Lines[name] = yaml.Lines;
        if (yaml.Root is not { Kind: NodeKind.Map } root)
        {
            if (yaml.Root is { } other)
                context.Diagnostics.Error(
                    "APP812",
                    other.Span,
                    "A game is a list of names with values.",
                    "game: its title; players: their names; wins: who wins"
                );
            return null;
        }
        context.Know(root, "A game", Keys);
        var entries = new PlayerEntries(context);
        if (root["table"] is { } table)
            entries.ReadTable(table);
        foreach (var (key, value) in context.Entries(root["players"], "Players"))
            entries.Add(key, value);
        if (entries.Players.Count == 0 && !context.Diagnostics.HasErrors)
            context.Diagnostics.Error(
                "APP813",
                (root["players"] ?? root).Span,
                "This game has no players.",
                "players: {Name: {attribute: number}, ...}, or table: file.csv"
            );
        return Finish(context, entries, root, wins, root["wins"], root.Span);
    }

    // A table says what else there is to say in comments above its headings: "# wins: votes >= 62".
    private static VotingGame? Table(Context context, string name, byte[] bytes, string? wins)
    {
        var entries = new PlayerEntries(context);
        var file = YamlText.Plain(name);
        entries.ReadTable(
            new()
            {
                Kind = NodeKind.Text,
                File = file,
                Line = 1,
                Column = 1,
                Text = name,
            },
            bytes
        );
        if (!context.Lines.TryGetValue(name, out var lines))
            return null;
        var root = ImmutableArray.CreateBuilder<(Node, Node)>();
        for (var i = 0; i < lines.Length && lines[i].StartsWith('#'); i++)
        {
            if (Comment().Match(lines[i]) is not { Success: true } match)
                continue;
            Node Part(Group group) =>
                new()
                {
                    Kind = NodeKind.Text,
                    File = file,
                    Line = i + 1,
                    Column = group.Index + 1,
                    Text = group.Value.TrimEnd(),
                };
            root.Add((Part(match.Groups["key"]), Part(match.Groups["value"])));
        }
        var head = new Node
        {
            Kind = NodeKind.Map,
            File = file,
            Line = 1,
            Column = 1,
            Entries = root.ToImmutable(),
        };
        return Finish(context, entries, head, wins, head["wins"], new(name, 1, 1, 1));
    }

    private static VotingGame? Finish(Context context, PlayerEntries entries, Node root, string? given, Node? wins, SourceSpan top)
    {
        var players = entries.Players.ToImmutableArray();
        var attributes = entries.Attributes();
        if (given is not null)
        {
            const string Option = "--wins";
            context.Lines[Option] = [given];
            wins = new()
            {
                Kind = NodeKind.Text,
                File = YamlText.Plain(Option),
                Line = 1,
                Column = 1,
                Text = given,
            };
        }
        var rules = new Dictionary<string, Winning>(StringComparer.Ordinal);
        foreach (var (key, value) in root["rules"] is { Kind: NodeKind.Map } map ? map.Entries : [])
        {
            if (key.Text.Length == 0)
                context.Diagnostics.Error("APP825", value.Span, "A rule needs a name.", "rules: {heavy: votes >= 2/3}");
            else if (attributes.ContainsKey(key.Text) || players.Any(p => p.Name == key.Text))
                context.Diagnostics.Error(
                    "APP814",
                    key.Span,
                    $"\"{key.Text}\" is a player or an attribute already.",
                    repair: "Give the rule another name."
                );
            else if (
                context.Text(value, "A rule") is not null
                && WinningRule.Read(value, players, attributes, rules, context.Diagnostics) is { } rule
            )
                rules[key.Text] = rule;
        }
        var factions = Factions(context, entries, root["factions"]);
        if (wins is null || context.Text(wins, "Who wins") is not { Length: > 0 })
        {
            if (wins is null or { IsEmpty: true })
                context.Diagnostics.Error(
                    "APP801",
                    wins?.Span ?? top,
                    "This game does not say who wins.",
                    "wins: a rule, for example  wins: members > half",
                    "Add a line \"wins:\", or give --wins."
                );
            return null;
        }
        if (context.Diagnostics.HasErrors || WinningRule.Read(wins, players, attributes, rules, context.Diagnostics) is not { } winning)
            return null;
        return new()
        {
            Name = context.Text(root["game"], "The title") ?? "A game",
            About = context.Text(root["about"], "What it is about") ?? "",
            Source = context.Text(root["source"], "The source") ?? "",
            Players = players,
            Rule = string.Join(' ', wins.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            Wins = winning,
            Attributes = attributes,
            Factions = factions,
        };
    }

    private static ImmutableArray<Faction> Factions(Context context, PlayerEntries entries, Node? node)
    {
        var of = new Dictionary<int, string>(entries.FactionOf);
        foreach (var (key, value) in node is { Kind: NodeKind.Map } map ? map.Entries : [])
        {
            foreach (var member in context.List(value))
            {
                if (context.Text(member, "A member of a faction") is not { } name)
                    continue;
                var place = entries.Players.FindIndex(p => p.Name == name);
                if (place < 0)
                    context.Unknown(member, "player", name, entries.Players.Select(p => p.Name));
                else if (!of.TryAdd(place, key.Text))
                    context.Diagnostics.Error(
                        "APP815",
                        member.Span,
                        $"\"{name}\" is in the faction \"{of[place]}\" already.",
                        repair: "A player may be in one faction only."
                    );
            }
        }
        if (node is { Kind: not NodeKind.Map, IsEmpty: false })
            context.Diagnostics.Error(
                "APP111",
                node.Span,
                "Factions should be names with lists of players here.",
                "factions: {Left: [A, B], Right: [C]}"
            );
        return
        [
            .. of.GroupBy(f => f.Value, StringComparer.Ordinal)
                .Select(g => new Faction(g.Key, [.. g.Select(f => f.Key).Order()]))
                .OrderBy(f => f.Members[0]),
        ];
    }

    private static byte[] Bytes(string path)
    {
        using var stream = File.OpenRead(path);
        var bytes = new byte[Math.Min(stream.Length, YamlText.MostBytes + 1)];
        stream.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex(
        @"^#\s*(?<key>game|about|source|wins)\s*:\s*(?<value>.+)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Comment();
}
