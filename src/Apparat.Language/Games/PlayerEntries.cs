using System.Collections.Immutable;
using System.Globalization;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Players as they are declared, and what is known of them in numbers.</summary>
internal sealed class PlayerEntries(Context context)
{
    private static readonly string[] Reserved = ["count", "yes", "faction"];
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
        if (Players.Count >= GameReader.MostPlayers)
        {
            context.Diagnostics.Error(
                "APP818",
                name.Span,
                $"A game has at most {GameReader.MostPlayers} entries of players.",
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
            case "count" when number is >= 1 and <= GameReader.MostOfAKind && number == decimal.Truncate(number):
                Players[place] = Players[place] with { Count = (int)number };
                break;
            case "count":
                context.Diagnostics.Error(
                    "APP821",
                    node.Span,
                    $"There cannot be {text} of \"{Players[place].Name}\".",
                    $"a whole number from 1 to {GameReader.MostOfAKind}"
                );
                break;
            case "yes" when number is >= 0 and <= 1:
                Players[place] = Players[place] with { Yes = (double)number };
                break;
            case "yes":
                context.Diagnostics.Error("APP822", node.Span, $"{text} is not a probability.", "a number from 0 to 1, or a percentage");
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
