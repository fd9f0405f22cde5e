using System.Collections.Immutable;
using System.Text;
using Apparat.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Apparat.Language;

/// <summary>A YAML file as nodes with exact places. Hostile input gives a diagnostic: too big, too deep, aliases, bad bytes, repeated keys.</summary>
public sealed class YamlText
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MostBytes = 8 << 20;

    /// <summary>The deepest nesting that is read.</summary>
    public const int MostLevels = 64;

    private readonly string[] _lines;

    private YamlText(string path, string text)
    {
        Path = path;
        _lines = text.Split('\n');
    }

    /// <summary>The file's name as messages print it.</summary>
    public string Path { get; }

    /// <summary>The root; null if nothing could be read.</summary>
    public Node? Root { get; private set; }

    /// <summary>The lines of the file, for printing places.</summary>
    public ImmutableArray<string> Lines => [.. _lines.Select(l => l.TrimEnd('\r'))];

    /// <summary>Reads bytes; says what is wrong with them in <paramref name="diagnostics"/>.</summary>
    public static YamlText Read(string path, ReadOnlySpan<byte> bytes, Diagnostics diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var text = Decode(path, bytes, diagnostics);
        var file = new YamlText(path, text ?? "");
        if (text is not null)
            file.Parse(text, diagnostics);
        return file;
    }

    /// <summary>The text of bytes in UTF-8; null if there are too many or they are not UTF-8.</summary>
    public static string? Decode(string path, ReadOnlySpan<byte> bytes, Diagnostics diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var top = new SourceSpan(path, 1, 1, 1);
        if (bytes.Length > MostBytes)
        {
            diagnostics.Error(
                "APP101",
                top,
                $"This file is longer than {MostBytes >> 20} MB, and I read no longer ones.",
                repair: "Move people, units, ties and the record into CSV files beside it."
            );
            return null;
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var before = bytes[..Math.Clamp(e.Index, 0, bytes.Length)];
            var line = before.Count((byte)'\n') + 1;
            var column = before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1;
            diagnostics.Error("APP102", new(path, line, column, 1), "These bytes are not UTF-8.", repair: "Save the file as UTF-8.");
            return null;
        }
    }

    /// <summary>A file of which only the name matters: for cells of tables.</summary>
    internal static YamlText Plain(string path) => new(path, "");

    internal bool RestIsBlank(int line, int column)
    {
        if (line < 1 || line > _lines.Length)
            return false;
        var text = _lines[line - 1];
        return column - 1 >= text.Length || string.IsNullOrWhiteSpace(text[(column - 1)..]);
    }

    internal int FirstColumn(int line)
    {
        if (line < 1 || line > _lines.Length)
            return 1;
        var text = _lines[line - 1];
        return text.Length - text.TrimStart().Length + 1;
    }

    private void Parse(string text, Diagnostics diagnostics)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                diagnostics.Error("APP103", new(Path, 1, 1, 1), "This file is empty.", repair: "Start from: apparat new my-organisation");
                return;
            }
            Root = ReadNode(parser, 0, flow: false, diagnostics);
            parser.TryConsume<DocumentEnd>(out _);
            if (parser.TryConsume<DocumentStart>(out var second))
                diagnostics.Error(
                    "APP107",
                    new(Path, (int)second.Start.Line, 1, 3),
                    "A second document starts here; one file holds one scenario.",
                    repair: "Take the line \"---\" out, or move the rest into a file of its own."
                );
        }
        catch (YamlException e)
        {
            var line = (int)Math.Clamp(e.Start.Line, 1, _lines.Length);
            var column = (int)Math.Max(1, e.Start.Column);
            var last = e.Message.Contains("tab", StringComparison.Ordinal)
                ? _lines.Length
                : (int)Math.Clamp(e.End.Line, line, _lines.Length);
            if (Enumerable.Range(line, last - line + 1).FirstOrDefault(l => Indent(_lines[l - 1]).Contains('\t')) is var tab and > 0)
                (line, column) = (tab, Indent(_lines[tab - 1]).IndexOf('\t') + 1);
            var (reason, repair) = Reason(e, line, column);
            diagnostics.Error(
                "APP104",
                new(Path, line, column, 1),
                $"This is not YAML: {reason}.",
                "two spaces a level, \"key: value\", lists as \"- item\" or [a, b]",
                repair
            );
        }
        catch (Exception e)
            when (e
                    is InvalidOperationException
                        or ArgumentException
                        or IndexOutOfRangeException
                        or FormatException
                        or OverflowException
                        or NullReferenceException
            )
        {
            Unreadable(parser.Current?.End, diagnostics);
        }
    }

    // The library's scanner fails in ways of its own on some damaged files.
    private void Unreadable(Mark? after, Diagnostics diagnostics) =>
        diagnostics.Error(
            "APP104",
            new(Path, (int)Math.Clamp(after?.Line ?? 1, 1, _lines.Length), (int)Math.Max(1, after?.Column ?? 1), 1),
            "This is not YAML: it cannot be read on from here.",
            "two spaces a level, \"key: value\", lists as \"- item\" or [a, b]",
            "Look for a bracket or a quote that is not closed."
        );

    private (string Reason, string Repair) Reason(YamlException e, int line, int column)
    {
        if (e is RefusedException refused)
            return (e.Message, refused.Repair);
        var here = _lines[line - 1];
        if (column <= here.Length && here[column - 1] == '\t')
            return ("a tab indents this line", "Indent with spaces, two a level.");
        if (column <= here.Length && char.IsControl(here[column - 1]) && here[column - 1] != '\r')
            return ("a control character stands here", "Is this a text file? Save it as plain text in UTF-8.");
        if (column <= here.Length && here[column - 1] == '[' && e.Message.Contains("flow mapping", StringComparison.Ordinal))
            return (
                "a bracket stands behind a value inside { }",
                "Inside { } put the value with its citation in quotes: \"80 [declared]\"."
            );
        var message = e.InnerException?.Message ?? e.Message;
        var colon = message.IndexOf("): ", StringComparison.Ordinal);
        return (
            (colon > 0 ? message[(colon + 3)..] : message).TrimEnd('.'),
            "Put text that holds \": \" or starts with a sign such as @ % & * in quotes."
        );
    }

    private static ReadOnlySpan<char> Indent(string line) => line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length);

    // YAML that is well formed but not read.
    private sealed class RefusedException(ParsingEvent at, string message, string repair) : YamlException(at.Start, at.End, message)
    {
        public string Repair { get; } = repair;
    }

    private Node ReadNode(Parser parser, int level, bool flow, Diagnostics diagnostics)
    {
        if (level > MostLevels)
            throw new RefusedException(
                parser.Current!,
                $"nested deeper than {MostLevels} levels",
                "A scenario needs six levels at most: are there brackets too many?"
            );
        switch (parser.Current)
        {
            case Scalar scalar:
                parser.MoveNext();
                // The text of a block begins in the line below its sign.
                var block = scalar.Style is ScalarStyle.Folded or ScalarStyle.Literal;
                var line = (int)scalar.Start.Line + (block ? 1 : 0);
                return new Node
                {
                    Kind = NodeKind.Text,
                    File = this,
                    Line = line,
                    Column = block ? FirstColumn(line) : (int)scalar.Start.Column,
                    Text = scalar.Value,
                    Quote = scalar.Style switch
                    {
                        ScalarStyle.SingleQuoted => '\'',
                        ScalarStyle.DoubleQuoted => '"',
                        _ => null,
                    },
                    InFlow = flow,
                };
            case SequenceStart start:
                parser.MoveNext();
                var items = ImmutableArray.CreateBuilder<Node>();
                while (!parser.TryConsume<SequenceEnd>(out _))
                    items.Add(ReadNode(parser, level + 1, flow || start.Style == SequenceStyle.Flow, diagnostics));
                return new Node
                {
                    Kind = NodeKind.List,
                    File = this,
                    Line = (int)start.Start.Line,
                    Column = (int)start.Start.Column,
                    InFlow = flow,
                    Items = items.ToImmutable(),
                };
            case MappingStart start:
                parser.MoveNext();
                return new Node
                {
                    Kind = NodeKind.Map,
                    File = this,
                    Line = (int)start.Start.Line,
                    Column = (int)start.Start.Column,
                    InFlow = flow,
                    Entries = ReadEntries(parser, level, flow || start.Style == MappingStyle.Flow, diagnostics),
                };
            case AnchorAlias alias:
                throw new RefusedException(
                    alias,
                    $"aliases such as *{alias.Value} are not read",
                    "Write the text again where it is needed."
                );
            default:
                throw new YamlException(parser.Current!.Start, parser.Current.End, "the file ends too early");
        }
    }

    private ImmutableArray<(Node Key, Node Value)> ReadEntries(Parser parser, int level, bool flow, Diagnostics diagnostics)
    {
        var entries = ImmutableArray.CreateBuilder<(Node, Node)>();
        var seen = new Dictionary<string, Node>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(parser, level + 1, flow, diagnostics);
            var value = ReadNode(parser, level + 1, flow, diagnostics);
            if (key.Kind != NodeKind.Text)
            {
                diagnostics.Error(
                    "APP105",
                    key.Span,
                    "A key must be text.",
                    "name: value",
                    "Text that starts with [ or { stands in quotes."
                );
                continue;
            }
            if (!seen.TryAdd(key.Text, key))
            {
                diagnostics.Error(
                    "APP106",
                    key.Span,
                    $"\"{key.Text}\" stands here a second time; the first is in line {seen[key.Text].Line}.",
                    repair: "Give one of them another name, or join the two."
                );
                continue;
            }
            entries.Add((key, value));
        }
        return entries.ToImmutable();
    }
}
