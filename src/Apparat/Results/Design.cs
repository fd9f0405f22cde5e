using System.Collections.Immutable;
using System.Text;
using Apparat.Language;
using Apparat.Model;
using Sylvan.Data.Csv;

namespace Apparat;

/// <summary>
/// A table of points: each heading names a parameter or a provision, each row gives values as <c>--set</c> takes them;
/// an empty cell leaves the scenario as it stands.
/// </summary>
/// <param name="Text">The table as it was given.</param>
/// <param name="Headings">What is set.</param>
/// <param name="Points">The values, a row a point.</param>
public sealed record Design(string Text, ImmutableArray<string> Headings, ImmutableArray<ImmutableArray<string>> Points)
{
    /// <summary>Its name in a result folder.</summary>
    public const string FileName = "design.csv";

    /// <summary>Reads a design.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ResultException">It is no table, or an empty one.</exception>
    public static Design Read(string file)
    {
        if (!File.Exists(file))
            throw new FileNotFoundException($"There is no design at {file}.", file);
        var text = File.ReadAllText(file, new UTF8Encoding(false)).ReplaceLineEndings("\n");
        var points = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        try
        {
            using var reader = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { BufferSize = 1 << 16 });
            ImmutableArray<string> headings = [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetName(i).Trim())];
            if (headings.Any(h => h.Length == 0) || headings.Distinct(StringComparer.Ordinal).Count() < headings.Length)
                throw new ResultException(
                    $"{file}: every column of a design has a name of its own: a parameter or a provision, such as kappa or C6.",
                    damaged: true
                );
            while (reader.Read())
            {
                if (reader.RowFieldCount != headings.Length)
                    throw new ResultException(
                        $"{file}: row {points.Count + 1} has {reader.RowFieldCount} cells, not {headings.Length}.",
                        damaged: true
                    );
                points.Add([.. Enumerable.Range(0, headings.Length).Select(i => reader.GetString(i).Trim())]);
            }
            return points.Count > 0
                ? new(text, headings, points.ToImmutable())
                : throw new ResultException($"{file} has no rows: a design is a heading line and a line a point.", damaged: true);
        }
        catch (CsvFormatException e)
        {
            throw new ResultException($"{file}: row {e.RowNumber} is not CSV: check its quotes.", damaged: true);
        }
    }

    /// <summary>The change that makes the world of a point.</summary>
    /// <exception cref="ScenarioException">A value cannot be read; its diagnostics name the row.</exception>
    internal Amendment? Change(RunOrder order, int point)
    {
        var settings = Headings.Zip(Points[point]).Where(c => c.Second.Length > 0 && c.Second != "on").Select(c => $"{c.First}={c.Second}");
        try
        {
            return ScenarioFile.Change(order.Source.Scenario, order.With, order.Set.Concat(settings));
        }
        catch (ScenarioException e)
        {
            var where = new SourceSpan(FileName, point + 2, 1, 1);
            var lines = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(FileName, [.. Text.Split('\n')]);
            throw new ScenarioException(new ReadResult(null, [.. e.Result.Diagnostics.Select(d => d with { Span = where })], lines, []));
        }
    }
}
