using System.Collections.Immutable;
using System.Text;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>What came of reading the claims about a case.</summary>
/// <param name="Record">The dated record they are held to.</param>
/// <param name="Claims">The claims.</param>
/// <param name="Accounts">Popular accounts made of them.</param>
/// <param name="Language">The language to say more in.</param>
/// <param name="Diagnostics">Everything to tell about the files.</param>
/// <param name="Lines">Their lines by name.</param>
public sealed record ClaimsResult(
    DatedRecord Record,
    ImmutableArray<Claim> Claims,
    ImmutableArray<PopularAccount> Accounts,
    ClaimLanguage Language,
    ImmutableArray<Diagnostic> Diagnostics,
    IReadOnlyDictionary<string, ImmutableArray<string>> Lines
)
{
    /// <summary>Whether they can be used.</summary>
    public bool IsUsable => !Diagnostics.Any(d => d.Severity == Severity.Error);
}

/// <summary>Reads claims and accounts, each a CSV table or a YAML file. Bad input gives diagnostics, never an exception.</summary>
public sealed class ClaimReader
{
    private static readonly string[] Fields =
    [
        "claim",
        "kind",
        "asserts",
        "readings",
        "also",
        "factors",
        "accounts",
        "off",
        "note",
        "source",
    ];

    private readonly Context _context;
    private readonly Scenario _scenario;
    private readonly List<Claim> _claims = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private ClaimLanguage _language = null!;

    private ClaimReader(Context context, Scenario scenario) => (_context, _scenario) = (context, scenario);

    /// <summary>Reads the record, the claims and the accounts of a case.</summary>
    /// <param name="lexicon">The words assertions may use.</param>
    /// <param name="scenario">The scenario the case belongs to.</param>
    /// <param name="root">The scenario's file, which names the table of recorded seats, itself or in one it is based on; null if there is none.</param>
    /// <param name="files">Claims files by name with their bytes; those of the case first.</param>
    /// <param name="accounts">The file of accounts; null if there is none.</param>
    /// <param name="open">The bytes of a file beside the scenario; null if there is none.</param>
    public static ClaimsResult Read(
        Lexicon lexicon,
        Scenario scenario,
        Node? root,
        IEnumerable<(string Name, byte[] Bytes)> files,
        string? accounts,
        Func<string, byte[]?> open
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(files);
        var diagnostics = new Diagnostics();
        var given = files.ToList();
        var context = new Context(
            lexicon,
            diagnostics,
            name => given.Find(f => f.Name == name) is { Bytes: { } bytes } ? bytes : open(name)
        );
        foreach (var source in scenario.Sources)
            context.Sources[source.Key] = source;
        var reader = new ClaimReader(context, scenario);
        var (record, language) = new DatedRecordReader(context, scenario).Read(
            root is null ? null : Lineage.Whole(new Context(lexicon, new Diagnostics(), open), root)["tables"]?["record"]
        );
        reader._language = language;
        foreach (var (name, bytes) in given)
        {
            if (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                reader.ReadTable(name);
            else
                reader.ReadYaml(name, bytes);
        }
        var popular = accounts is null ? [] : reader.ReadAccounts(accounts);
        return new(record, [.. reader._claims], popular, language, [.. diagnostics.All], context.Lines);
    }

    /// <summary>A name of a file as a node, for what reads tables.</summary>
    internal static Node FileNode(string name) =>
        new()
        {
            Kind = NodeKind.Text,
            File = YamlText.Plain(name),
            Line = 1,
            Column = 1,
            Text = name,
        };

    private void ReadTable(string name)
    {
        if (CsvTable.Read(_context, FileNode(name), "id", "claim") is not { } csv)
            return;
        foreach (var other in csv.Headings.Where(h => h != "id" && !Fields.Contains(h, StringComparer.Ordinal)))
            Unknown(new(name, 1, Math.Max(1, _context.Lines[name][0].IndexOf(other, StringComparison.Ordinal) + 1), other.Length), other);
        foreach (var row in csv.First(_context, 10_000, "claims"))
        {
            if (csv.Cell(row, "id", _context) is { } id)
                Add(id, field => csv.Cell(row, field, _context));
            else
                _context.Diagnostics.Error(
                    "APP850",
                    new(name, row.Line, 1, 1),
                    "This claim has no id.",
                    "a short name, such as premier-1941"
                );
        }
    }

    private void ReadYaml(string name, byte[] bytes)
    {
        var yaml = YamlText.Read(name, bytes, _context.Diagnostics);
        _context.Lines[name] = yaml.Lines;
        if (yaml.Root is not { } root)
            return;
        if (root["claims"] is not { Kind: NodeKind.Map } claims)
        {
            _context.Diagnostics.Error(
                "APP857",
                root.Span,
                "A claims file is a list of claims by name.",
                "claims: {premier-1941: {claim: in plain words, asserts: in the words of claims.md}}"
            );
            return;
        }
        _context.Know(root, "A claims file", "claims");
        foreach (var (id, fields) in claims.Entries)
        {
            if (fields.Kind != NodeKind.Map)
            {
                _context.Diagnostics.Error(
                    "APP857",
                    fields.Span,
                    $"The claim {id.Text} says nothing of itself.",
                    "claim: ..., asserts: ..."
                );
                continue;
            }
            _context.Know(fields, "A claim", Fields);
            Add(id, field => fields[field]);
        }
    }

    private void Add(Node id, Func<string, Node?> field)
    {
        if (!_ids.Add(id.Text))
        {
            _context.Diagnostics.Error(
                "APP851",
                id.Span,
                $"There is a claim \"{id.Text}\" already.",
                repair: "Give one of them another id."
            );
            return;
        }
        var words = _context.Text(field("claim"), "A claim");
        if (string.IsNullOrWhiteSpace(words) && field("claim") is not { Kind: not NodeKind.Text })
            _context.Diagnostics.Error(
                "APP858",
                id.Span,
                $"The claim {id.Text} is not told in plain words.",
                "claim: He was premier from 1924"
            );
        var kind = field("kind");
        if (kind is not null && kind.Text is not ("fact" or "mechanism"))
            _context.Diagnostics.Error(
                "APP859",
                kind.Span,
                $"A claim is about a fact or a mechanism, not \"{kind.Text}\".",
                "fact or mechanism"
            );
        var isFact = kind?.Text != "mechanism";
        var readings = Readings(field("asserts"), field("readings"));
        if (isFact && readings.IsEmpty && !_context.Diagnostics.HasErrors)
            _context.Diagnostics.Error(
                "APP860",
                id.Span,
                $"The claim {id.Text} asserts nothing that could be looked up.",
                "asserts: a sentence, such as  Anna held Chair in 1922",
                "See the sentences with: apparat words, under Assertions. What only a model can answer is of kind mechanism."
            );
        var factors = List(field("factors"));
        foreach (var factor in factors.Where(f => !_scenario.Factors.Any(x => x.Name == f.Text)))
            _context.Unknown(factor, "factor of the scenario", factor.Text, _scenario.Factors.Select(f => f.Name));
        if (isFact && factors.Length > 0)
            _context.Diagnostics.Warning(
                "APP861",
                factors[0].Span,
                "Factors test mechanisms; a fact is judged by the record.",
                repair: "Take them out, or make it of kind mechanism."
            );
        _claims.Add(
            new()
            {
                Id = id.Text,
                Words = words ?? "",
                Kind = isFact ? ClaimKind.Fact : ClaimKind.Mechanism,
                Readings = readings,
                Also = Texts(field("also")),
                Factors = [.. factors.Select(f => f.Text)],
                Accounts = Texts(field("accounts")),
                Off = Texts(field("off")),
                Note = field("note")?.Text ?? "",
                Sources = Texts(field("source")),
                Span = id.Span,
            }
        );
    }

    // "by title: a; b / in substance: c": readings with slashes between, assertions with semicolons.
    private ImmutableArray<Reading> Readings(Node? asserts, Node? readings)
    {
        var all = ImmutableArray.CreateBuilder<Reading>();
        if (asserts is { Kind: NodeKind.List })
        {
            ImmutableArray<Saying> sayings = [.. asserts.Items.SelectMany(n => Sayings(n, n.Text, 0))];
            if (sayings.Length > 0)
                all.Add(new("", sayings));
        }
        else if (_context.Text(asserts, "What a claim asserts") is { Length: > 0 } text)
        {
            var start = 0;
            foreach (var part in text.Split(" / "))
            {
                var colon = part.IndexOf(": ", StringComparison.Ordinal);
                var name = colon < 0 ? "" : part[..colon].Trim();
                var sayings = Sayings(asserts!, colon < 0 ? part : part[(colon + 2)..], start + (colon < 0 ? 0 : colon + 2));
                if (sayings.Length > 0)
                    all.Add(new(name, sayings));
                start += part.Length + 3;
            }
        }
        foreach (var (name, value) in _context.Entries(readings, "Readings"))
        {
            ImmutableArray<Saying> sayings = [.. _context.List(value).SelectMany(n => Sayings(n, n.Text, 0))];
            if (sayings.Length > 0)
                all.Add(new(name.Text, sayings));
        }
        return all.ToImmutable();
    }

    private ImmutableArray<Saying> Sayings(Node node, string text, int start)
    {
        var all = ImmutableArray.CreateBuilder<Saying>();
        foreach (var part in text.Split(';'))
        {
            if (!string.IsNullOrWhiteSpace(part) && _language.Read(part, _context.Diagnostics, start, node) is { } saying)
                all.Add(saying);
            start += part.Length + 1;
        }
        return all.ToImmutable();
    }

    private ImmutableArray<PopularAccount> ReadAccounts(string name)
    {
        if (CsvTable.Read(_context, FileNode(name), "id", "account", "claims", "mechanisms") is not { } csv)
            return [];
        var all = ImmutableArray.CreateBuilder<PopularAccount>();
        foreach (var row in csv.First(_context, 10_000, "accounts"))
        {
            var span = new SourceSpan(name, row.Line, 1, 1);
            ImmutableArray<string> Named(string column, ClaimKind kind)
            {
                var cell = csv.Cell(row, column, _context);
                var ids = List(cell);
                var known = _claims.Where(c => c.Kind == kind).Select(c => c.Id).ToList();
                foreach (var id in ids.Where(i => !known.Contains(i.Text)))
                    _context.Unknown(id, kind == ClaimKind.Fact ? "claim about a fact" : "claim about a mechanism", id.Text, known);
                return [.. ids.Select(i => i.Text)];
            }
            all.Add(
                new(
                    csv.Cell(row, "id", _context)?.Text ?? "",
                    csv.Cell(row, "account", _context)?.Text ?? "",
                    Named("claims", ClaimKind.Fact),
                    Named("mechanisms", ClaimKind.Mechanism),
                    csv.Cell(row, "note", _context)?.Text ?? "",
                    csv.Cell(row, "of", _context)?.Text ?? "",
                    span
                )
            );
        }
        return all.ToImmutable();
    }

    private void Unknown(SourceSpan span, string heading)
    {
        var meant = Nearest.To(heading, Fields);
        _context.Diagnostics.Error(
            "APP112",
            span,
            heading == "verdict"
                ? "A claim has no \"verdict\": it is worked out from the record every time."
                : $"A claim has no \"{heading}\".",
            string.Join(", ", Fields),
            meant is null ? "Take the column out." : $"Did you mean \"{meant}\"?"
        );
    }

    // A list of nodes, or one text with semicolons, each part with its own place.
    private ImmutableArray<Node> List(Node? node)
    {
        if (node is null || node.Kind != NodeKind.Text)
            return _context.List(node);
        var all = ImmutableArray.CreateBuilder<Node>();
        var start = 0;
        foreach (var part in node.Text.Split(';'))
        {
            var text = part.Trim();
            if (text.Length > 0)
            {
                var span = node.Part(start + part.IndexOf(text, StringComparison.Ordinal), text.Length);
                all.Add(
                    new()
                    {
                        Kind = NodeKind.Text,
                        File = node.File,
                        Line = span.Line,
                        Column = span.Column,
                        Text = text,
                    }
                );
            }
            start += part.Length + 1;
        }
        return all.ToImmutable();
    }

    private ImmutableArray<string> Texts(Node? node) => [.. List(node).Select(n => n.Text)];
}
