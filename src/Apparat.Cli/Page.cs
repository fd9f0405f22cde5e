using System.Text;

namespace Apparat.Cli;

/// <summary>Writes a page whole or not at all.</summary>
internal static class Page
{
    /// <summary>A page's name after the scenario it is about: that of its folder, or of its file.</summary>
    public static string NameOf(string scenario)
    {
        var path = Path.TrimEndingDirectorySeparator(scenario);
        var name =
            Path.GetFileName(path) == "scenario.yaml"
                ? Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))!
                : Path.GetFileNameWithoutExtension(path);
        return name.Trim('-').Length == 0 ? "explanation" : name;
    }

    /// <summary>Refuses, before anything is played, a name that may not be written to.</summary>
    /// <exception cref="UsageException">There is such a file and it may not be overwritten.</exception>
    public static string Free(string file, bool force) =>
        force || !File.Exists(file)
            ? file
            : throw new UsageException($"{file} is there already; add --force to write over it, or give another name.");

    /// <summary>The full path of the file written.</summary>
    /// <exception cref="UsageException">There is such a file and it may not be overwritten.</exception>
    public static string Write(string file, string text, bool force)
    {
        var path = Path.GetFullPath(Free(file, force));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".part";
        File.WriteAllText(unfinished, text, new UTF8Encoding(false));
        File.Move(unfinished, path, overwrite: true);
        return path;
    }

    /// <summary>A text broken between words into lines of a width.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        if (line.Length > 0)
            yield return line;
    }
}
