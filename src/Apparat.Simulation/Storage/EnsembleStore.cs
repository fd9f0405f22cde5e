using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>
/// Ensembles kept in a folder, found by what was run and by the program that ran it: another build never reads what this one wrote.
/// A file that is damaged or unfinished counts as not there.
/// </summary>
/// <param name="folder">Where the files lie; made when first written to.</param>
/// <param name="words">Assemblies whose code decides what a run does besides the engine's own: those of the vocabulary.</param>
public sealed class EnsembleStore(string folder, params Assembly[] words)
{
    private const uint Magic = 0x31455041;
    private readonly string _code = string.Concat(
        words
            .Concat([typeof(EnsembleStore).Assembly, typeof(Scenario).Assembly, typeof(Chance).Assembly])
            .Select(a => a.ManifestModule.ModuleVersionId.ToString("N"))
            .Order(StringComparer.Ordinal)
    );

    /// <summary>Where the files lie.</summary>
    public string Folder => folder;

    /// <summary>
    /// The stored table of a plan, or of the same plan with everything watched; null if there is none that can be read. One in which less
    /// was watched is not of this plan.
    /// </summary>
    public Ensemble? Find(EnsemblePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Stored(plan) ?? (plan.Watched == Watched.All ? null : Stored(plan with { Watched = Watched.All }));
    }

    private Ensemble? Stored(EnsemblePlan plan)
    {
        var file = FileOf(plan);
        if (!File.Exists(file))
            return null;
        try
        {
            using var reader = new BinaryReader(new BufferedStream(File.OpenRead(file), 1 << 20), Encoding.UTF8);
            return Read(plan, reader);
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Stores a finished table; one that was cancelled is not kept.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public void Keep(Ensemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        if (!ensemble.IsComplete)
            return;
        Directory.CreateDirectory(folder);
        var file = FileOf(ensemble.Plan);
        var unfinished = $"{file}.{Environment.ProcessId}.part";
        using (var writer = new BinaryWriter(new BufferedStream(File.Create(unfinished), 1 << 20), Encoding.UTF8))
            Write(ensemble, writer);
        File.Move(unfinished, file, overwrite: true);
    }

    private string FileOf(EnsemblePlan plan)
    {
        var key = new StringBuilder(_code);
        key.Append('|').Append(plan.Scenario.Name).Append('|').Append(plan.Scenario.Digest).Append('|').Append(plan.WorldName);
        key.Append('|').Append(plan.Watched.Key).Append('|').Append(plan.Seed.ToString(CultureInfo.InvariantCulture));
        foreach (var number in plan.Numbers)
            key.Append(',').Append(number.ToString(CultureInfo.InvariantCulture));
        return Path.Combine(folder, $"{Fingerprint.Of(key.ToString())}.ensemble");
    }

    private static void Write(Ensemble ensemble, BinaryWriter writer)
    {
        writer.Write(Magic);
        writer.Write(ensemble.Runs);
        writer.Write(ensemble.Columns.Length);
        foreach (var column in ensemble.Columns)
        {
            var values = ensemble[column.Name];
            var same = values.IndexOfAnyExcept(values.IsEmpty ? 0 : values[0]) < 0;
            writer.Write(same);
            writer.Write(MemoryMarshal.AsBytes(same && !values.IsEmpty ? values[..1] : values));
        }
        foreach (var fingerprint in ensemble.Fingerprints)
        {
            writer.Write(fingerprint.High);
            writer.Write(fingerprint.Low);
        }
        writer.Write(ensemble.Series.Length);
        foreach (var series in ensemble.Series)
        {
            writer.Write(series.Name);
            writer.Write(series.Subject.Index);
            writer.Write(series.Sum.Length);
            writer.Write(MemoryMarshal.AsBytes(series.Sum.AsSpan()));
            writer.Write(MemoryMarshal.AsBytes(series.SumOfSquares.AsSpan()));
        }
        writer.Write(Magic);
    }

    private static Ensemble? Read(EnsemblePlan plan, BinaryReader reader)
    {
        var columns = RunRecorder.Columns(new CompiledScenario(plan.World), plan.Watched);
        if (
            reader.ReadUInt32() != Magic
            || reader.ReadInt32() is var runs && runs != plan.Numbers.Length
            || reader.ReadInt32() != columns.Length
        )
            return null;
        var values = new double[columns.Length][];
        for (var c = 0; c < values.Length; c++)
        {
            var same = reader.ReadBoolean();
            values[c] = Doubles(reader, same && runs > 0 ? 1 : runs);
            if (!same || runs == 0)
                continue;
            var value = values[c][0];
            values[c] = new double[runs];
            Array.Fill(values[c], value);
        }
        var fingerprints = new Fingerprint[runs];
        for (var i = 0; i < runs; i++)
            fingerprints[i] = new Fingerprint(reader.ReadUInt64(), reader.ReadUInt64());
        var series = new Series[reader.ReadInt32()];
        for (var i = 0; i < series.Length; i++)
        {
            var (name, subject, turns) = (reader.ReadString(), new PersonId(reader.ReadInt32()), reader.ReadInt32());
            series[i] = new Series(name, subject, [.. Doubles(reader, turns)], [.. Doubles(reader, turns)]);
        }
        return reader.ReadUInt32() == Magic
            ? new Ensemble(plan, plan.Numbers, columns, values, [.. fingerprints], [.. series], complete: true)
            : null;
    }

    private static double[] Doubles(BinaryReader reader, int count)
    {
        var values = new double[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}

/// <summary>Runs only what is not stored yet, and stores what it ran.</summary>
/// <param name="inner">Who runs.</param>
/// <param name="store">Where tables are kept.</param>
/// <param name="anew">True to run what is stored too, and store it again.</param>
public sealed class StoringRunner(IEnsembleRunner inner, EnsembleStore store, bool anew = false) : IEnsembleRunner
{
    /// <summary>How many histories were taken from the store.</summary>
    public long Stored { get; private set; }

    /// <summary>Why a table could not be kept; null if all were.</summary>
    public string? NotKept { get; private set; }

    /// <inheritdoc/>
    public async Task<Ensemble> Run(EnsemblePlan plan, IProgress<EnsembleProgress>? progress = null, CancellationToken cancel = default)
    {
        if (!anew && store.Find(plan) is { } known)
        {
            Stored += known.Runs;
            progress?.Report(new EnsembleProgress(known.Runs, known.Runs, plan.WorldName));
            return known;
        }
        var ensemble = await inner.Run(plan, progress, cancel).ConfigureAwait(false);
        try
        {
            store.Keep(ensemble);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A store is only there to save time: what cannot be kept is played again.
            NotKept = e.Message;
        }
        return ensemble;
    }
}
