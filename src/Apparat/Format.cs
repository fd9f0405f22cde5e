using System.Collections.Immutable;
using System.Text;
using Apparat.Language;
using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat;

/// <summary>What formatting made of a file.</summary>
/// <param name="File">Its path.</param>
/// <param name="Before">Its text.</param>
/// <param name="After">The formatted text.</param>
/// <param name="Read">What reading it gave, for its diagnostics and their lines.</param>
public sealed record FormatResult(string File, string Before, string After, ReadResult Read)
{
    /// <summary>Whether anything changes.</summary>
    public bool Changes => Before != After;

    /// <summary>Whether the file is YAML at all; if not, it is left as it is.</summary>
    public bool IsReadable => Read.Root is not null;
}

/// <summary>Puts scenario files into their one form.</summary>
public static class Format
{
    private static readonly ScenarioFormatter Formatter = new(StandardLexicon.Instance);

    /// <summary>Formats a scenario file without writing it.</summary>
    /// <exception cref="FileNotFoundException">There is no such scenario.</exception>
    public static FormatResult Run(string name)
    {
        var file = ScenarioFile.Find(name);
        var read = ScenarioFile.Read(name);
        if (read.Root is null)
            return new(file, "", "", read);
        var before = File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return new(file, before, Formatter.Format(before, Path.GetFileName(file), beside => Bytes(folder, beside)).Text, read);
    }

    /// <summary>Writes what formatting changed: the whole file or nothing.</summary>
    public static void Write(FormatResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var unfinished = result.File + ".part";
        File.WriteAllText(unfinished, result.After, new UTF8Encoding(false));
        File.Move(unfinished, result.File, overwrite: true);
    }

    private static byte[]? Bytes(string folder, string name)
    {
        var file = Path.GetFullPath(Path.Combine(folder, name));
        return file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(file)
            ? File.ReadAllBytes(file)
            : null;
    }
}
