using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Reporting;
using Apparat.Simulation;
using Sylvan.Data.Csv;

namespace Apparat;

/// <summary>Who was responsible for a vote: of the record, or of a simulated history.</summary>
public static class Responsible
{
    /// <summary>Where the divisions of a record lie, seen from the folder of its scenario.</summary>
    public const string RecordFile = "record/votes.csv";

    private static readonly string[] Headings = ["date", "body", "question", "for", "against"];

    /// <summary>The file of the divisions of a scenario's record; null if it has none.</summary>
    public static string? FileOf(string scenario) =>
        scenario != ScenarioFile.StandardInput
        && Path.Combine(Path.GetDirectoryName(Path.GetFullPath(ScenarioFile.Find(scenario)))!, RecordFile) is var file
        && File.Exists(file)
            ? file
            : null;

    /// <summary>
    /// Reads divisions from a CSV file with the columns date, body, question, for, against and, if it has them, abstain, needed, note, source
    /// and confidence.
    /// </summary>
    /// <exception cref="FormatException">It is no such file; the message names the line, what was expected and the likely repair.</exception>
    public static ImmutableArray<RecordedDivision> Recorded(string file)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        try
        {
            using var text = new StreamReader(file, Encoding.UTF8);
            using var reader = CsvDataReader.Create(text, new CsvDataReaderOptions { BufferSize = 1 << 20 });
            var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => i, StringComparer.Ordinal);
            if (Headings.Where(h => !columns.ContainsKey(h)).ToList() is { Count: > 0 } missing)
                throw new FormatException(
                    $"{file}: the first line lacks the column{(missing.Count > 1 ? "s" : "")} {string.Join(", ", missing)}. It needs {string.Join(",", Headings)}."
                );
            var divisions = ImmutableArray.CreateBuilder<RecordedDivision>();
            while (reader.Read())
            {
                var line = reader.RowNumber + 1;
                divisions.Add(
                    new(
                        DateOnly.TryParseExact(Cell("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                            ? day
                            : throw new FormatException($"{file}, line {line}: \"{Cell("date")}\" is not a date; write yyyy-mm-dd."),
                        Cell("body"),
                        Cell("question"),
                        Count("for", line),
                        Count("against", line),
                        Count("abstain", line),
                        Count("needed", line),
                        Cell("note"),
                        Cell("source"),
                        Cell("confidence")
                    )
                );
            }
            return divisions.ToImmutable();

            string Cell(string heading) =>
                columns.TryGetValue(heading, out var i) && i < reader.RowFieldCount ? reader.GetString(i).Trim() : "";

            int? Count(string heading, int line) =>
                Cell(heading) is not { Length: > 0 } cell ? null
                : int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 10_000_000 ? n
                : throw new FormatException(
                    $"{file}, line {line}: \"{cell}\" in the column {heading} is no count of votes; write a whole number, or leave it empty if it is not known."
                );
        }
        catch (CsvFormatException e)
        {
            throw new FormatException($"{file}, line {Math.Max(1, e.RowNumber + 1)}: this row is not CSV. Check its quotes.", e);
        }
    }

    /// <summary>Every division of a simulated history, with who answers for its result.</summary>
    /// <param name="world">The scenario, changed or not.</param>
    /// <param name="seed">Seed of all chance.</param>
    /// <param name="run">Which history of the seed.</param>
    public static ImmutableArray<SimulatedDivision> Simulated(Scenario world, ulong seed, int run)
    {
        ArgumentNullException.ThrowIfNull(world);
        var trace = Histories.Tell(world, seed, run);
        return
        [
            .. Chronicle
                .Of(trace, everything: true)
                .Entries.Where(l => l.Act is { Kind: TraceKind.Voted, Roll.Lines.IsEmpty: false } act && act.Yes + act.No > 0)
                .Select(
                    (line, i) =>
                    {
                        var act = line.Act!.Value;
                        return new SimulatedDivision(
                            i + 1,
                            line.Day,
                            world.Charter[act.Organ].Name,
                            line.Text,
                            act.Forecast,
                            Answerability.Of(act.Needed, [.. act.Roll!.Lines.SelectMany(l => Groups(trace.Names[l.Voter], l))])
                        );
                    }
                ),
        ];
    }

    private static IEnumerable<VotingGroup> Groups(string name, RollLine line) =>
        new[] { new VotingGroup(name, line.Yes, 1, true), new VotingGroup(name, line.No, 1, false) }.Where(g => g.Count > 0);
}
