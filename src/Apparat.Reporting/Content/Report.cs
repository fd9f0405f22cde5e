using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>What a reader is to be told, before anyone decides how it looks. Renderers show all of it and add nothing.</summary>
/// <param name="Title">The question or the name.</param>
/// <param name="Lead">The answer in a few sentences.</param>
/// <param name="Sections">The rest, in reading order.</param>
/// <param name="Colophon">How it was made: program, seed, runs, fingerprint.</param>
public sealed record Report(string Title, ImmutableArray<string> Lead, ImmutableArray<Section> Sections, ImmutableArray<string> Colophon);

/// <summary>A part of a report.</summary>
/// <param name="Id">A short name for links.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Blocks">What stands in it.</param>
public sealed record Section(string Id, string Heading, ImmutableArray<Block> Blocks);

/// <summary>A piece of a section.</summary>
public abstract record Block;

/// <summary>Running text.</summary>
public sealed record Paragraph(string Text) : Block;

/// <summary>A list.</summary>
public sealed record Items(ImmutableArray<string> Texts) : Block;

/// <summary>Why a callout stands out.</summary>
public enum CalloutKind
{
    /// <summary>A limit of the question.</summary>
    Scope,

    /// <summary>What was believed before looking at the record.</summary>
    Prior,

    /// <summary>A doubt.</summary>
    Caution,
}

/// <summary>Text that must not be overlooked.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Text">What.</param>
/// <param name="More">Why it matters or what to do; empty if the text says it.</param>
public sealed record Callout(CalloutKind Kind, string Text, string More = "") : Block;

/// <summary>A column of a table.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="IsNumber">True for numbers, which are set to the right.</param>
public sealed record TableColumn(string Heading, bool IsNumber = false);

/// <summary>A cell: text, or a number with its interval.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Value">The number behind it; null for plain text.</param>
public sealed record Cell(string Text, Estimate? Value = null)
{
    /// <summary>A cell of plain text.</summary>
    public static implicit operator Cell(string text) => new(text);

    /// <summary>A cell of a probability, a difference of two or a share, in hundredths with its interval.</summary>
    public static implicit operator Cell(Estimate value) => new(Figures.Hundredths(value), value);
}

/// <summary>A table. The caption states runs, statistic and kind of interval.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, each with a cell a column.</param>
public sealed record Table(string Caption, ImmutableArray<TableColumn> Columns, ImmutableArray<ImmutableArray<Cell>> Rows) : Block;

/// <summary>What most readers skip and some look up. Pages fold it away, other forms show it.</summary>
/// <param name="Summary">What is inside, in a line.</param>
/// <param name="Blocks">What is inside.</param>
/// <param name="Printed">Whether it is unfolded in print.</param>
public sealed record Folded(string Summary, ImmutableArray<Block> Blocks, bool Printed = false) : Block;

/// <summary>A picture of numbers. It always carries them as a table too.</summary>
public abstract record Chart : Block
{
    /// <summary>What it shows, in a line above it.</summary>
    public required string Title { get; init; }

    /// <summary>What to see in it, for those who cannot see it.</summary>
    public required string Alt { get; init; }

    /// <summary>Every number it draws.</summary>
    public abstract Table Data { get; }

    /// <summary>What the drawing script of its kind is given, in hundredths.</summary>
    internal abstract JsonObject Drawing { get; }

    /// <summary>A number for a drawing script: in hundredths, null where it is not defined.</summary>
    private protected static JsonNode? Hundredth(double value) => double.IsNaN(value) ? null : JsonValue.Create(Math.Round(100 * value, 4));

    /// <summary>A list for a drawing script.</summary>
    private protected static JsonArray List(IEnumerable<JsonNode?> items) => new([.. items]);
}
