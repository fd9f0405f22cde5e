namespace Apparat.Tests;

/// <summary>The files the tests look at beyond what is compiled.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root => Golden.Root;

    /// <summary>The text of every source file of the program by its path from the root.</summary>
    public static IEnumerable<(string Path, string Text)> Sources =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(Root, f), File.ReadAllText(f)));
}
