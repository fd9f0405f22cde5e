using System.Collections.Immutable;
using Apparat.Language;
using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat;

/// <summary>Finds and reads scenario files.</summary>
public static class ScenarioFile
{
    private static readonly ScenarioReader Reader = new(StandardLexicon.Instance);

    /// <summary>
    /// The file of a scenario: a path to a file or folder, or a short name such as <c>history/bolshevik-party</c>,
    /// looked up in the folder <c>scenarios</c> of the current folder or one above it, and beside the program.
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
        }
        throw new FileNotFoundException($"There is no scenario \"{name}\". Shipped scenarios: {string.Join(", ", Shipped())}.", name);
    }

    /// <summary>The short names of the scenarios that are at hand.</summary>
    public static ImmutableArray<string> Shipped() =>
        [
            .. Shelves()
                .Take(1)
                .SelectMany(s => Directory.EnumerateFiles(s, "scenario.yaml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(s, Path.GetDirectoryName(f)!)))
                .Select(n => n.Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Reads a scenario with everything there is to say about its files.</summary>
    /// <exception cref="FileNotFoundException">Nothing is found.</exception>
    public static ReadResult Read(string name) => Reader.Read(Find(name));

    /// <summary>Reads a scenario that must be usable.</summary>
    /// <exception cref="FileNotFoundException">Nothing is found.</exception>
    /// <exception cref="ScenarioException">It has errors.</exception>
    public static Scenario Load(string name)
    {
        var result = Read(name);
        return result.IsUsable ? result.Scenario! : throw new ScenarioException(result);
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
            throw new ScenarioException(new ReadResult(null, [.. diagnostics.All], ImmutableDictionary<string, ImmutableArray<string>>.Empty, []));
        return changes.Count switch
        {
            0 => null,
            1 => changes[0],
            _ => new Together([.. changes!]),
        };
    }

    private static IEnumerable<string> Shelves()
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

/// <summary>A scenario or a change that cannot be used, with everything to say about it.</summary>
public sealed class ScenarioException(ReadResult result) : Exception($"{result.Diagnostics.Count(d => d.Severity == Severity.Error)} error(s) in the scenario.")
{
    /// <summary>What reading gave.</summary>
    public ReadResult Result { get; } = result;
}
