using System.Collections.Immutable;
using Apparat.Model;
using Sylvan.Data.Csv;

namespace Apparat.Language;

/// <summary>A CSV file beside the scenario: rows as maps from heading to text, with their lines.</summary>
internal sealed class CsvTable
{
    private CsvTable(string file, ImmutableArray<string> headings, ImmutableArray<(int Line, string[] Cells)> rows) =>
        (File, Headings, Rows) = (file, headings, rows);

    public string File { get; }

    public ImmutableArray<string> Headings { get; }

    public ImmutableArray<(int Line, string[] Cells)> Rows { get; }

    /// <summary>Reads a file named in the scenario; null, with a diagnostic, if it cannot be read or lacks a heading.</summary>
    public static CsvTable? Read(Context context, Node? name, params string[] needed)
    {
        if (context.Text(name, "A file name") is not { } file)
            return null;
        if (context.Open(file) is not { } bytes)
        {
            context.Diagnostics.Error("APP130", name!.Span, $"There is no file \"{file}\" beside {name.Span.File}.");
            return null;
        }
        if (YamlText.Decode(file, bytes, context.Diagnostics) is not { } text)
            return null;
        context.Lines[file] = [.. text.Split('\n').Select(l => l.TrimEnd('\r'))];
        try
        {
            using var reader = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { BufferSize = 1 << 20 });
            ImmutableArray<string> headings = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
            var missing = needed.Except(headings, StringComparer.Ordinal).ToList();
            if (missing.Count > 0)
            {
                context.Diagnostics.Error(
                    "APP131",
                    new(file, 1, 1, 1),
                    $"This table lacks the column{(missing.Count > 1 ? "s" : "")} {string.Join(", ", missing)}.",
                    string.Join(",", needed)
                );
                return null;
            }
            var rows = ImmutableArray.CreateBuilder<(int, string[])>();
            // Comments above the headings are no rows.
            var above = context.Lines[file].TakeWhile(l => l.StartsWith('#')).Count();
            while (reader.Read())
                rows.Add(
                    (
                        reader.RowNumber + 1 + above,
                        [.. Enumerable.Range(0, headings.Length).Select(i => i < reader.RowFieldCount ? reader.GetString(i).Trim() : "")]
                    )
                );
            return new(file, headings, rows.ToImmutable());
        }
        catch (CsvFormatException e)
        {
            context.Diagnostics.Error("APP132", new(file, Math.Max(1, e.RowNumber + 1), 1, 1), "This row is not CSV: check its quotes.");
            return null;
        }
    }

    /// <summary>The first rows of the table; a diagnostic if it has more than can be held apart.</summary>
    public ImmutableArray<(int Line, string[] Cells)> First(Context context, int most, string what) =>
        context.AtMost(Rows, most, what, r => new SourceSpan(File, r.Line, 1, 1));

    /// <summary>The citation of a row: its columns <c>source</c>, <c>known</c>, <c>coder</c> and <c>basis</c>, those it has.</summary>
    public Citation Citation((int Line, string[] Cells) row, Context context)
    {
        var basis = Cell(row, "basis", context);
        if (basis is not null && basis.Text is not ("record" or "interpretation"))
            context.Diagnostics.Error(
                "APP123",
                basis.Span,
                $"The basis is not \"{basis.Text}\".",
                "record (read off a document) or interpretation (a later judgement)"
            );
        return new(
            Cell(row, "source", context) is { } keys ? context.Keys(keys, keys.Text, 0) : [],
            context.Date(Cell(row, "known", context), "The day from which it was known"),
            Cell(row, "coder", context)?.Text,
            basis?.Text == "interpretation"
        );
    }

    /// <summary>A cell as a node, so that everything that reads scalars reads tables too; null if it is empty.</summary>
    public Node? Cell((int Line, string[] Cells) row, string heading, Context context)
    {
        var i = Headings.IndexOf(heading);
        if (i < 0 || row.Cells[i].Length == 0)
            return null;
        var line = context.Lines[File][Math.Min(row.Line, context.Lines[File].Length) - 1];
        var column = Math.Max(0, line.IndexOf(row.Cells[i], StringComparison.Ordinal)) + 1;
        return new Node
        {
            Kind = NodeKind.Text,
            File = YamlText.Plain(File),
            Line = row.Line,
            Column = column,
            Text = row.Cells[i],
        };
    }
}
