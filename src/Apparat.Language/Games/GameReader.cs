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
/// Reads games: YAML files with named players and their attributes, CSV tables of players headed by comments, and the textbook notation
/// <c>[51; 50, 49, 1]</c>. Bad input gives diagnostics, never an exception.
/// </summary>
public sealed partial class GameReader
{
    /// <summary>The most entries of players a game may have.</summary>
    public const int MostPlayers = 100_000;

    /// <summary>The most identical players one entry may stand for.</summary>
    public const int MostOfAKind = 1_000_000;

    private static readonly string[] Keys = ["game", "about", "source", "players", "table", "rules", "wins", "factions"];
    private static readonly string[] Reserved = ["count", "yes", "faction"];

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

    /// <summary>Reads <c>[q; w1, ..., wn]</c>; <c>20x1</c> stands for twenty players of weight 1.</summary>
    public static GameResult ReadNotation(string text)
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
                count is < 1 or > MostOfAKind
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
    public static bool IsNotation(string text) => text.AsSpan().TrimStart().StartsWith("[");

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
        var entries = new Entries(context);
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
        var entries = new Entries(context);
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

    private static VotingGame? Finish(Context context, Entries entries, Node root, string? given, Node? wins, SourceSpan top)
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

    private static ImmutableArray<Faction> Factions(Context context, Entries entries, Node? node)
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
        @"^\s*\[\s*(?<quota>[0-9.]+%?|[0-9]+/[0-9]+)\s*;\s*(?<weight>[^,\]]+)(?:,(?<weight>[^,\]]+))*\]\s*$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Notation();

    [GeneratedRegex(
        @"^#\s*(?<key>game|about|source|wins)\s*:\s*(?<value>.+)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Comment();

    /// <summary>Players as they are declared, and what is known of them in numbers.</summary>
    private sealed class Entries(Context context)
    {
        private readonly Dictionary<string, Dictionary<int, decimal>> _values = new(StringComparer.Ordinal);
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);

        public List<Player> Players { get; } = [];

        public Dictionary<int, string> FactionOf { get; } = [];

        public void ReadTable(Node name, byte[]? bytes = null)
        {
            if (bytes is not null && bytes.Length > YamlText.MostBytes)
            {
                YamlText.Decode(name.Text, bytes, context.Diagnostics);
                return;
            }
            if (CsvTable.Read(context, name, "player") is not { } table)
                return;
            // A column without a single number is one of words: notes, sources.
            var numbers = table.Headings.Select((_, h) => table.Rows.Any(r => TryNumber(r.Cells[h], out var _))).ToArray();
            foreach (var row in table.Rows)
            {
                if (table.Cell(row, "player", context) is not { } player)
                {
                    context.Diagnostics.Error("APP816", new(table.File, row.Line, 1, 1), "This row names no player.");
                    continue;
                }
                var place = Declare(player);
                for (var h = 0; place >= 0 && h < table.Headings.Length; h++)
                {
                    var heading = table.Headings[h];
                    if (
                        heading != "player"
                        && (numbers[h] || Reserved.Contains(heading, StringComparer.Ordinal))
                        && table.Cell(row, heading, context) is { } cell
                    )
                        Know(place, heading, cell);
                }
            }
        }

        public void Add(Node key, Node value)
        {
            var place = Declare(key);
            if (place < 0)
                return;
            if (value.Kind == NodeKind.Text && !value.IsEmpty)
                Know(place, "votes", value);
            foreach (var (attribute, number) in value.Kind == NodeKind.Map ? value.Entries : [])
                Know(place, attribute.Text, number);
            if (value.Kind == NodeKind.List)
                context.Diagnostics.Error(
                    "APP817",
                    value.Span,
                    "A player has a number of votes, or attributes with numbers.",
                    "Name: 10, or Name: {votes: 10, population: 83.2}"
                );
        }

        // "members" counts heads unless the file means something else by it; a player's own name counts players of that name.
        public ImmutableSortedDictionary<string, ImmutableArray<decimal>> Attributes()
        {
            var all = _values.ToImmutableSortedDictionary(
                a => a.Key,
                a => Enumerable.Range(0, Players.Count).Select(i => a.Value.GetValueOrDefault(i)).ToImmutableArray(),
                StringComparer.Ordinal
            );
            return all.ContainsKey("members") ? all : all.Add("members", [.. Players.Select(_ => 1m)]);
        }

        private int Declare(Node name)
        {
            if (Players.Count >= MostPlayers)
            {
                context.Diagnostics.Error(
                    "APP818",
                    name.Span,
                    $"A game has at most {MostPlayers} entries of players.",
                    repair: "Give identical players one entry with a count."
                );
                return -1;
            }
            if (name.Text.Length == 0 || !_names.Add(name.Text))
            {
                context.Diagnostics.Error(
                    "APP819",
                    name.Span,
                    name.Text.Length == 0 ? "A player needs a name." : $"\"{name.Text}\" is declared a second time."
                );
                return -1;
            }
            Players.Add(new(name.Text));
            return Players.Count - 1;
        }

        private static bool TryNumber(string text, out decimal number)
        {
            text = text.Trim();
            var percent = text.EndsWith('%');
            const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;
            if (
                !decimal.TryParse(
                    percent ? text[..^1] : text.Replace("_", "", StringComparison.Ordinal),
                    Style,
                    CultureInfo.InvariantCulture,
                    out number
                )
            )
                return false;
            number /= percent ? 100 : 1;
            return true;
        }

        private void Know(int place, string attribute, Node node)
        {
            if (attribute.Length == 0)
            {
                context.Diagnostics.Error(
                    "APP824",
                    node.Span,
                    $"A number of \"{Players[place].Name}\" has no name.",
                    "Name: {votes: 10, population: 83.2}"
                );
                return;
            }
            if (context.Text(node, $"\"{attribute}\"") is not { } text)
                return;
            if (attribute == "faction")
            {
                FactionOf[place] = text.Trim();
                return;
            }
            if (!TryNumber(text, out var number))
            {
                context.Diagnostics.Error(
                    "APP820",
                    node.Span,
                    $"\"{attribute}\" of \"{Players[place].Name}\" is not a number: \"{text}\".",
                    "a number such as 10 or 83.2, without thousands separators"
                );
                return;
            }
            switch (attribute)
            {
                case "count" when number is >= 1 and <= MostOfAKind && number == decimal.Truncate(number):
                    Players[place] = Players[place] with { Count = (int)number };
                    break;
                case "count":
                    context.Diagnostics.Error(
                        "APP821",
                        node.Span,
                        $"There cannot be {text} of \"{Players[place].Name}\".",
                        $"a whole number from 1 to {MostOfAKind}"
                    );
                    break;
                case "yes" when number is >= 0 and <= 1:
                    Players[place] = Players[place] with { Yes = (double)number };
                    break;
                case "yes":
                    context.Diagnostics.Error(
                        "APP822",
                        node.Span,
                        $"{text} is not a probability.",
                        "a number from 0 to 1, or a percentage"
                    );
                    break;
                default:
                    if (number < 0)
                        context.Diagnostics.Error(
                            "APP823",
                            node.Span,
                            $"\"{attribute}\" of \"{Players[place].Name}\" is negative.",
                            "a number that is not negative"
                        );
                    if (!_values.TryGetValue(attribute, out var values))
                        _values[attribute] = values = [];
                    values[place] = number;
                    break;
            }
        }
    }
}
