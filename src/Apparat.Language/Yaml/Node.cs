using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>What a node of a YAML file is.</summary>
public enum NodeKind
{
    /// <summary>A piece of text. All scalars are text: 3.1 and 3.10 differ.</summary>
    Text,

    /// <summary>A list.</summary>
    List,

    /// <summary>Keys and values, in the order of the file.</summary>
    Map,
}

/// <summary>A node of a YAML file with the exact place where it stands.</summary>
public sealed class Node
{
    /// <summary>What it is.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>The file, for places in it.</summary>
    public required YamlText File { get; init; }

    /// <summary>Line from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Column from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The text of a scalar; empty otherwise.</summary>
    public string Text { get; init; } = "";

    /// <summary>True if the scalar stands in quotes.</summary>
    public bool Quoted => Quote is not null;

    /// <summary>The quote it stands in; null if it stands in none.</summary>
    public char? Quote { get; init; }

    /// <summary>True if it stands inside brackets or braces.</summary>
    public bool InFlow { get; init; }

    /// <summary>The items of a list.</summary>
    public ImmutableArray<Node> Items { get; init; } = [];

    /// <summary>The entries of a map.</summary>
    public ImmutableArray<(Node Key, Node Value)> Entries { get; init; } = [];

    /// <summary>True for a scalar without text.</summary>
    public bool IsEmpty => Kind == NodeKind.Text && Text.Length == 0;

    /// <summary>The place of the whole node.</summary>
    public SourceSpan Span => Kind == NodeKind.Text ? Part(0, Text.Length) : new(File.Path, Line, Column, 1);

    /// <summary>The value of a key; null if there is none.</summary>
    public Node? this[string key] => Entries.FirstOrDefault(e => e.Key.Text == key).Value;

    /// <summary>The place of a part of a scalar's text, also where it is folded over several lines.</summary>
    public SourceSpan Part(int start, int length)
    {
        var (line, column) = (Line, Column + (Quoted ? 1 : 0));
        for (var i = 0; i < start && i < Text.Length; i++)
        {
            if (char.IsWhiteSpace(Text[i]) && File.RestIsBlank(line, column))
            {
                line++;
                column = File.FirstColumn(line);
            }
            else
                column++;
        }
        return new(File.Path, line, column, Math.Max(1, length));
    }
}
