using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat;

/// <summary>Joins the result folders of all slices of one plan into the folder the whole plan would have given, bit for bit.</summary>
public static class Merge
{
    /// <summary>Joins slices.</summary>
    /// <param name="folders">The slices, in any order.</param>
    /// <param name="to">Where to write.</param>
    /// <param name="force">True to write over a result folder that is there.</param>
    /// <param name="cancel">Stops it; nothing is then written.</param>
    /// <returns>How many runs it has, and their fingerprint.</returns>
    /// <exception cref="ResultException">The slices are foreign to each other, overlap, are missing or unfinished.</exception>
    public static async Task<(long Runs, Fingerprint Fingerprint)> Run(
        IReadOnlyList<string> folders,
        string to,
        bool force = false,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(folders);
        var parts = folders.Select(Part.Read).ToArray();
        Check(parts);
        await using var result = ResultFolder.Begin(to, force);
        var columns = ResultFolder.Reading(folders[0], ResultFolder.Columns, ResultColumns.Read);
        var keys = parts[0].Plan["design"] is JsonObject ? 2 : 1;
        var (runs, fingerprint) = (0L, new FingerprintBuilder());
        await using (var tables = new TableFiles(result.Staging))
        {
            foreach (var (table, its) in columns)
            {
                var feed = new TableFeed(table, its, tables);
                await foreach (var (rows, row) in Joined(parts, table, its, keys, cancel).ConfigureAwait(false))
                {
                    await feed.MakeRoom().ConfigureAwait(false);
                    feed.Rows.Add(rows, row);
                    if (table != ResultColumns.Runs)
                        continue;
                    runs++;
                    var print = Fingerprint.Parse(rows.Text(keys, row)!);
                    fingerprint.Add(print.High);
                    fingerprint.Add(print.Low);
                }
                await feed.Finish().ConfigureAwait(false);
            }
        }
        if (runs != parts.Sum(p => p.Runs))
            throw new ResultException(
                $"The slices say they have {parts.Sum(p => p.Runs)} runs and have {runs}: one of them is damaged.",
                damaged: true
            );
        Keep(result, parts, runs, fingerprint.Value);
        result.Commit();
        return (runs, fingerprint.Value);
    }

    private static void Check(Part[] parts)
    {
        foreach (var part in parts)
        {
            if (part.Slice is not { } slice)
                throw new ResultException(
                    $"{part.Folder} is not a slice but a whole result: there is nothing to join it to. Slices are made by: apparat run SCENARIO --slice 1/{parts.Length}"
                );
            if (!part.IsComplete)
                throw new ResultException($"{part.Folder} was cancelled before it was finished; run its slice {slice} again.");
            if (part.Same(parts[0]) is { } why)
                throw new ResultException($"{part.Folder} comes from another plan than {parts[0].Folder}: {why}.");
        }
        foreach (var twice in parts.GroupBy(p => p.Slice!.Value.Number).Where(g => g.Count() > 1))
            throw new ResultException($"Slice {twice.First().Slice} is there twice: {string.Join(" and ", twice.Select(p => p.Folder))}.");
        var of = parts[0].Slice!.Value.Of;
        var missing = Enumerable.Range(1, of).Except(parts.Select(p => p.Slice!.Value.Number)).ToList();
        if (missing.Count > 0)
            throw new ResultException(
                $"{(missing.Count == 1 ? "Slice" : "Slices")} {string.Join(", ", missing.Take(20))}{(missing.Count > 20 ? ", ..." : "")} of {of} {(missing.Count == 1 ? "is" : "are")} missing."
            );
    }

    private static void Keep(ResultFolder result, Part[] parts, long runs, Fingerprint fingerprint)
    {
        var plan = parts[0].Plan.DeepClone().AsObject();
        plan["slice"] = null;
        result.WriteJson(ResultFolder.Plan, plan);
        var provenance = parts[0].Provenance.DeepClone().AsObject();
        provenance["slice"] = null;
        provenance["runs"] = runs;
        provenance["fingerprint"] = fingerprint.ToString();
        result.WriteJson(ResultFolder.Provenance, provenance);
        var from = parts[0].Folder;
        var files = Directory
            .EnumerateFiles(Path.Combine(from, ResultFolder.ScenarioFolder), "*", SearchOption.AllDirectories)
            .Append(Path.Combine(from, ResultFolder.Columns));
        if (File.Exists(Path.Combine(from, Design.FileName)))
            files = files.Append(Path.Combine(from, Design.FileName));
        foreach (var file in files)
        {
            var copy = Path.Combine(result.Staging, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    // The tables of slices are in order of point and run, and a run is in one slice only: the least of their next rows is next.
    private static async IAsyncEnumerable<(ResultRows Rows, int Row)> Joined(
        Part[] parts,
        string table,
        ImmutableArray<Column> columns,
        int keys,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        var cursors = parts
            .Select(p => new Cursor(
                ParquetTable.Read(Path.Combine(p.Folder, $"{table}.parquet"), columns, cancel).GetAsyncEnumerator(cancel),
                keys
            ))
            .ToArray();
        try
        {
            foreach (var cursor in cursors)
                await cursor.Next().ConfigureAwait(false);
            while (true)
            {
                Cursor? least = null;
                foreach (var cursor in cursors)
                {
                    if (!cursor.AtEnd && (least is null || cursor.IsBefore(least)))
                        least = cursor;
                }
                if (least is null)
                    yield break;
                yield return (least.Rows, least.Row);
                await least.Next().ConfigureAwait(false);
            }
        }
        finally
        {
            foreach (var cursor in cursors)
                await cursor.DisposeAsync().ConfigureAwait(false);
        }
    }

    private sealed class Cursor(IAsyncEnumerator<ResultRows> groups, int keys) : IAsyncDisposable
    {
        private bool _started;

        public ResultRows Rows => groups.Current;

        public int Row { get; private set; }

        public bool AtEnd { get; private set; }

        public bool IsBefore(Cursor other)
        {
            for (var k = 0; k < keys; k++)
            {
                var order = Rows.Number(k, Row).CompareTo(other.Rows.Number(k, other.Row));
                if (order != 0)
                    return order < 0;
            }
            return false;
        }

        public async Task Next()
        {
            Row++;
            while (!_started || Row >= Rows.Count)
            {
                _started = true;
                Row = 0;
                AtEnd = !await groups.MoveNextAsync().ConfigureAwait(false);
                if (AtEnd)
                    return;
            }
        }

        public ValueTask DisposeAsync() => groups.DisposeAsync();
    }

    private sealed record Part(
        string Folder,
        JsonObject Plan,
        JsonObject Provenance,
        Slice? Slice,
        bool IsComplete,
        long Runs,
        string Columns
    )
    {
        public static Part Read(string folder) =>
            ResultFolder.Reading(
                folder,
                ResultFolder.Plan,
                plan =>
                    ResultFolder.Reading(
                        folder,
                        ResultFolder.Provenance,
                        made => new Part(
                            folder,
                            RunOrder.IsWhole(plan) ? plan : throw new FormatException(),
                            made,
                            plan["slice"] is JsonObject s ? new Slice(s["number"]!.GetValue<int>(), s["of"]!.GetValue<int>()) : null,
                            made["is_complete"]!.GetValue<bool>(),
                            made["runs"]!.GetValue<long>(),
                            ResultFolder.ReadJson(folder, ResultFolder.Columns).ToJsonString()
                        )
                    )
            );

        /// <summary>Why this is no slice of the same plan, made by the same program, as another; null if it is.</summary>
        public string? Same(Part other)
        {
            foreach (var (name, value) in Plan)
            {
                var same = name == "slice" ? Slice?.Of == other.Slice?.Of : JsonNode.DeepEquals(value, other.Plan[name]);
                if (!same)
                    return name switch
                    {
                        "scenario" => $"it is of the scenario \"{value!["title"]}\", digest {value["digest"]}",
                        "slice" => $"it is one of {Slice?.Of} slices, not of {other.Slice?.Of}",
                        _ => $"{name} is {value?.ToJsonString() ?? "none"} there and {other.Plan[name]?.ToJsonString() ?? "none"} here",
                    };
            }
            foreach (var name in (ReadOnlySpan<string>)["program", "model", "results_version"])
            {
                if (!JsonNode.DeepEquals(Provenance[name], other.Provenance[name]))
                    return $"it was made by {name} {Provenance[name]}, the other by {other.Provenance[name]}";
            }
            return Columns == other.Columns ? null : "its columns differ";
        }
    }
}
