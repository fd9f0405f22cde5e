using System.Text;

namespace Apparat.Cli;

/// <summary>Writes a page whole or not at all.</summary>
internal static class Page
{
    /// <summary>The full path of the file written.</summary>
    /// <exception cref="UsageException">There is such a file and it may not be overwritten.</exception>
    public static string Write(string file, string text, bool force)
    {
        var path = Path.GetFullPath(file);
        if (File.Exists(path) && !force)
            throw new UsageException($"{file} is there already; add --force to write over it, or give another name.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".part";
        File.WriteAllText(unfinished, text, new UTF8Encoding(false));
        File.Move(unfinished, path, overwrite: true);
        return path;
    }
}
