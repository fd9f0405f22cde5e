using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>What came of reading an account.</summary>
/// <param name="Account">The account; null if errors leave none.</param>
/// <param name="Of">The complete model it edits; null if there is none that can be read.</param>
/// <param name="Diagnostics">Everything to tell about its file.</param>
/// <param name="Lines">The lines of the file by its name, for printing places.</param>
public sealed record AccountResult(
    Account? Account,
    Scenario? Of,
    ImmutableArray<Diagnostic> Diagnostics,
    IReadOnlyDictionary<string, ImmutableArray<string>> Lines
);

/// <summary>
/// Reads accounts: YAML files with a title, who holds it, where, and the edits that make it of the complete model. Bad input gives
/// diagnostics, never an exception.
/// </summary>
public sealed class AccountReader(Lexicon lexicon)
{
    /// <summary>The most edits an account may have.</summary>
    public const int MostSwitches = 200;

    private static readonly string[] Keys = ["account", "of", "about", "held by", "sources", "switches"];
    private static readonly string[] SwitchKeys = ["change", "why"];

    /// <summary>The complete model an account names, as its file has it; null if it names none.</summary>
    public static string? NamedModel(string name, byte[] bytes)
    {
        var yaml = YamlText.Read(name, bytes, new Diagnostics());
        return yaml.Root?["of"] is { Kind: NodeKind.Text, IsEmpty: false } of ? of.Text : null;
    }

    /// <summary>Reads an account.</summary>
    /// <param name="id">Its short name.</param>
    /// <param name="name">The name of its file, for places.</param>
    /// <param name="bytes">Its file.</param>
    /// <param name="model">The scenario it edits; null if there is none, which the diagnostics then say.</param>
    public AccountResult Read(string id, string name, byte[] bytes, Scenario? model)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var diagnostics = new Diagnostics();
        var yaml = YamlText.Read(name, bytes, diagnostics);
        var account = yaml.Root is { Kind: NodeKind.Map } root ? Bind(id, root, model, diagnostics) : null;
        if (yaml.Root is { Kind: not NodeKind.Map } other)
            diagnostics.Error("APP320", other.Span, "An account is a list of names with values.", "account: its title", Example);
        return new(
            diagnostics.HasErrors ? null : account,
            model,
            [.. diagnostics.All],
            new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal) { [name] = yaml.Lines }
        );
    }

    private const string Example =
        "For example {account: Prior networks, of: complete.yaml, switches: [without those placed owe their patron]}.";

    private Account? Bind(string id, Node root, Scenario? model, Diagnostics diagnostics)
    {
        Know(root, "An account", Keys, diagnostics);
        var title = Text(root["account"], "The title", diagnostics);
        if (string.IsNullOrWhiteSpace(title))
            diagnostics.Error("APP321", root.Span, "This account has no title.", "account: its title");
        if (model is null)
        {
            diagnostics.Error(
                "APP322",
                root["of"]?.Span ?? root.Span,
                root["of"] is { } of ? $"There is no scenario \"{of.Text}\" that can be read." : "This account does not say what it edits.",
                "of: the file of the complete model, such as complete.yaml",
                root["of"] is null ? null : "apparat check says what is wrong with a scenario."
            );
            return null;
        }
        var switches = root["switches"];
        if (switches is null)
            diagnostics.Error(
                "APP323",
                root.Span,
                "This account has no switches: it would be the complete model itself.",
                $"switches: a list of {string.Join("; ", AmendmentReader.Forms)}",
                "Write switches: [] if that is meant."
            );
        return new(
            id,
            title,
            Text(root["about"], "What it says", diagnostics),
            [.. List(root["held by"]).Select(n => Text(n, "A historian", diagnostics))],
            new Citation([.. List(root["sources"]).Select(n => Source(n, model, diagnostics))]),
            [.. Switches(switches, model, diagnostics)]
        );
    }

    private IEnumerable<AccountSwitch> Switches(Node? node, Scenario model, Diagnostics diagnostics)
    {
        var reader = new AmendmentReader(model, lexicon, diagnostics);
        var items = List(node).ToList();
        if (items.Count > MostSwitches)
            diagnostics.Error("APP324", items[MostSwitches].Span, $"An account has at most {MostSwitches} switches.");
        foreach (var item in items.Take(MostSwitches))
        {
            var said = item;
            var why = "";
            if (item.Kind == NodeKind.Map)
            {
                Know(item, "A switch", SwitchKeys, diagnostics);
                why = Text(item["why"], "The reason", diagnostics);
                said = item["change"];
            }
            if (said is not { Kind: NodeKind.Text, IsEmpty: false })
            {
                diagnostics.Error("APP325", item.Span, "A switch says what it changes.", string.Join("; ", AmendmentReader.Forms));
                continue;
            }
            if (reader.Read(said.Text, said) is { } change)
                yield return new(said.Text, change, why);
        }
    }

    private static string Source(Node node, Scenario model, Diagnostics diagnostics)
    {
        var key = Text(node, "A source", diagnostics);
        var known = model.Sources.Select(s => s.Key).ToList();
        if (key != "declared" && !known.Contains(key, StringComparer.Ordinal))
            diagnostics.Error(
                "APP326",
                node.Span,
                $"The bibliography has no \"{key}\".",
                "a key of the complete model's bibliography, or declared",
                Nearest.To(key, known) is { } meant ? $"Did you mean \"{meant}\"?" : "Add it to sources.bib."
            );
        return key;
    }

    private static string Text(Node? node, string what, Diagnostics diagnostics)
    {
        if (node is null or { Kind: NodeKind.Text })
            return node?.Text ?? "";
        diagnostics.Error("APP327", node.Span, $"{what} is a line of text.");
        return "";
    }

    // One thing alone needs no brackets.
    private static IEnumerable<Node> List(Node? node) =>
        node is null or { IsEmpty: true } ? []
        : node.Kind == NodeKind.List ? node.Items
        : [node];

    private static void Know(Node map, string what, string[] keys, Diagnostics diagnostics)
    {
        foreach (var (key, _) in map.Entries)
        {
            if (!keys.Contains(key.Text, StringComparer.Ordinal))
                diagnostics.Error(
                    "APP328",
                    key.Span,
                    $"{what} has nothing called \"{key.Text}\".",
                    string.Join(", ", keys),
                    Nearest.To(key.Text, keys) is { } meant ? $"Did you mean \"{meant}\"?" : null
                );
        }
    }
}
