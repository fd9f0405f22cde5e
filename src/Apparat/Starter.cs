using System.Collections.Immutable;
using System.Text;

namespace Apparat;

/// <summary>Small commented scenarios to start from.</summary>
public static class Starter
{
    private const string Prefix = "Starters/";

    /// <summary>The kinds there are, by name.</summary>
    public static ImmutableArray<string> Kinds { get; } =
    [
        .. Resources()
            .Where(r => r.EndsWith("/scenario.yaml", StringComparison.Ordinal))
            .Select(r => r[Prefix.Length..r.LastIndexOf('/')])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Writes the files of a kind into a folder and returns their paths.</summary>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    /// <exception cref="IOException">One of the files is there already.</exception>
    public static ImmutableArray<string> Write(string folder, string kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (!Kinds.Contains(kind, StringComparer.Ordinal))
            throw new ArgumentException($"There is no starter \"{kind}\"; there are {string.Join(", ", Kinds)}.", nameof(kind));
        ImmutableArray<(string File, string Resource)> files =
        [
            (Path.Combine(folder, "scenario.yaml"), $"{Prefix}{kind}/scenario.yaml"),
            (Path.Combine(folder, "sources.bib"), $"{Prefix}sources.bib"),
        ];
        foreach (var (file, _) in files.Where(f => File.Exists(f.File)))
            throw new IOException($"{file} is there already; name another folder.");
        Directory.CreateDirectory(folder);
        foreach (var (file, resource) in files)
            File.WriteAllText(file, Text(resource).Replace("FOLDER", folder, StringComparison.Ordinal), new UTF8Encoding(false));
        return [.. files.Select(f => f.File)];
    }

    internal static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(Starter).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static IEnumerable<string> Resources() =>
        typeof(Starter).Assembly.GetManifestResourceNames().Where(r => r.StartsWith(Prefix, StringComparison.Ordinal));
}
