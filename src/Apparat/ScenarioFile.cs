using System.Collections.Immutable;
using Apparat.Language;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Vocabulary;

namespace Apparat;

/// <summary>Finds and reads scenario files.</summary>
public static class ScenarioFile
{
    private static readonly ScenarioReader Reader = new(StandardLexicon.Instance);

    /// <summary>
    /// The file of a scenario: a path to a file or folder, or a short name such as <c>history/bolshevik-party</c>
    /// or <c>history/bolshevik-party/broad</c> for another file in its folder, looked up in the folder <c>scenarios</c> of the current folder or one above it, and beside the program.
    /// </summary>
    /// <exception cref="FileNotFoundException">Nothing is found.</exception>
    public static string Find(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (File.Exists(name))
            return name;
        if (File.Exists(Path.Combine(name, "scenario.yaml")))
            return Path.Combine(name, "scenario.yaml");
        foreach (var folder in Shelves())
        {
            var file = Path.Combine(folder, name, "scenario.yaml");
            if (File.Exists(file))
                return file;
            var other = Path.Combine(folder, name.EndsWith(".yaml", StringComparison.Ordinal) ? name : name + ".yaml");
            if (File.Exists(other))
                return other;
        }
        throw new FileNotFoundException($"There is no scenario \"{name}\". Shipped scenarios: {string.Join(", ", Shipped())}.", name);
    }

    /// <summary>The short names of the scenarios that are at hand.</summary>
    public static ImmutableArray<string> Shipped() =>
        [
            .. Shelves()
                .Take(1)
                .SelectMany(s =>
                    Directory
                        .EnumerateFiles(s, "scenario.yaml", SearchOption.AllDirectories)
                        .Select(f => Path.GetRelativePath(s, Path.GetDirectoryName(f)!))
                )
                .Select(n => n.Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>What stands for standard input where a scenario is named.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads a scenario with everything there is to say about its files; <c>-</c> reads it from standard input.</summary>
    /// <exception cref="FileNotFoundException">Nothing is found.</exception>
    public static ReadResult Read(string name)
    {
        if (name != StandardInput)
            return Reader.Read(Find(name));
        var (file, bytes, folder) = Open(name);
        return Reader.Read(file, bytes, Beside(folder));
    }

    /// <summary>Reads a scenario that must be usable, and keeps the files it was read from.</summary>
    /// <exception cref="FileNotFoundException">Nothing is found.</exception>
    /// <exception cref="ScenarioException">It has errors.</exception>
    public static ScenarioSource LoadSource(string name)
    {
        var (file, bytes, folder) = Open(name);
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        files[file] = bytes;
        var beside = Beside(folder);
        var result = Reader.Read(
            file,
            bytes,
            other =>
            {
                if (beside(other) is not { } content)
                    return null;
                files[other.Replace('\\', '/')] = content;
                return content;
            }
        );
        if (!result.IsUsable)
            throw new ScenarioException(result);
        return new(result.Scenario!, ShortName(name, folder, file), file, files.ToImmutable());
    }

    /// <summary>Reads a scenario that must be usable.</summary>
    /// <exception cref="FileNotFoundException">Nothing is found.</exception>
    /// <exception cref="ScenarioException">It has errors.</exception>
    public static Scenario Load(string name)
    {
        var result = Read(name);
        return result.IsUsable ? result.Scenario! : throw new ScenarioException(result);
    }

    /// <summary>
    /// Sentences of change, with each name of a file replaced by the sentences in it: one a line, empty lines and those that start with #
    /// left out.
    /// </summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ImmutableArray<string> Changes(IEnumerable<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        return
        [
            .. sentences.SelectMany(s =>
                !File.Exists(s) ? [s]
                : new FileInfo(s).Length > YamlText.MostBytes ? throw new IOException($"{s} is too long for a list of changes.")
                : File.ReadAllLines(s).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')
            ),
        ];
    }

    /// <summary>Reads changes as people say them, such as "strike C6" or "kappa is 0.03", and <c>name=value</c> settings.</summary>
    /// <exception cref="ScenarioException">One of them cannot be read.</exception>
    public static Amendment? Change(Scenario scenario, IEnumerable<string> sentences, IEnumerable<string> settings)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var diagnostics = new Diagnostics();
        var reader = new AmendmentReader(scenario, StandardLexicon.Instance, diagnostics);
        var changes = sentences.Select(s => reader.Read(s)).Concat(settings.Select(reader.ReadSetting)).ToList();
        if (diagnostics.HasErrors)
            throw new ScenarioException(
                new ReadResult(null, [.. diagnostics.All], ImmutableDictionary<string, ImmutableArray<string>>.Empty, [])
            );
        return changes.Count switch
        {
            0 => null,
            1 => changes[0],
            _ => new Together([.. changes!]),
        };
    }

    /// <summary>
    /// The scenario with changes made in all its worlds; its digest is then that of the files and the changes, so that nothing stored of the
    /// unchanged scenario is taken for it.
    /// </summary>
    /// <exception cref="ScenarioException">One of them cannot be read.</exception>
    public static Scenario Amended(Scenario scenario, IEnumerable<string> sentences, IEnumerable<string> settings) =>
        Change(scenario, sentences, settings) is { } change
            ? change.Apply(scenario) with
            {
                Digest = Fingerprint.Of($"{scenario.Digest}|{change.Describe(scenario)}").ToString(),
            }
            : scenario;

    private static (string File, byte[] Bytes, string Folder) Open(string name)
    {
        if (name == StandardInput)
        {
            using var input = Console.OpenStandardInput();
            return ("scenario.yaml", Bytes(input), Directory.GetCurrentDirectory());
        }
        var path = Path.GetFullPath(Find(name));
        using var stream = File.OpenRead(path);
        return (Path.GetFileName(path), Bytes(stream), Path.GetDirectoryName(path)!);
    }

    // One byte more than is read tells the reader that a file is too big, without taking it into memory.
    internal static byte[] Bytes(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int n; bytes.Length <= YamlText.MostBytes && (n = stream.Read(buffer)) > 0; )
            bytes.Write(buffer, 0, n);
        return bytes.ToArray();
    }

    internal static Func<string, byte[]?> Beside(string folder) =>
        name =>
        {
            var file = Path.GetFullPath(Path.Combine(folder, name));
            if (
                !file.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                || !File.Exists(file)
            )
                return null;
            using var stream = File.OpenRead(file);
            return Bytes(stream);
        };

    private static string ShortName(string name, string folder, string file) =>
        name == StandardInput ? "stdin"
        : file == "scenario.yaml" ? Path.GetFileName(folder)
        : Path.GetFileNameWithoutExtension(file);

    internal static IEnumerable<string> Shelves()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var shelf = Path.Combine(folder.FullName, "scenarios");
            if (Directory.Exists(shelf))
                yield return shelf;
        }
        var shipped = Path.Combine(AppContext.BaseDirectory, "scenarios");
        if (Directory.Exists(shipped))
            yield return shipped;
    }
}

/// <summary>A scenario with the files it was read from, so that whoever has a result has all it was made of.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Name">A short name for what is made from it: that of its folder, or of its file.</param>
/// <param name="Main">The name of its own file.</param>
/// <param name="Files">All its files by their names, seen from its folder.</param>
public sealed record ScenarioSource(Scenario Scenario, string Name, string Main, ImmutableSortedDictionary<string, byte[]> Files);

/// <summary>A scenario or a change that cannot be used, with everything to say about it.</summary>
public sealed class ScenarioException(ReadResult result)
    : Exception($"{result.Diagnostics.Count(d => d.Severity == Severity.Error)} error(s) in the scenario.")
{
    /// <summary>What reading gave.</summary>
    public ReadResult Result { get; } = result;
}
