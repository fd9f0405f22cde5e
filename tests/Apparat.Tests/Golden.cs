using System.Text;

namespace Apparat.Tests;

/// <summary>What users see, kept to the character. With APPARAT_RECORD=1 a run writes what it sees, and the difference is what a reviewer reads.</summary>
internal static class Golden
{
    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Holds a text to the file where it is kept.</summary>
    public static void Holds(string actual, params string[] path)
    {
        var file = Path.Combine([Root, .. path]);
        if (Environment.GetEnvironmentVariable("APPARAT_RECORD") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual, new UTF8Encoding(false));
            return;
        }
        Assert.True(File.Exists(file), $"{file} is not there. Record it: APPARAT_RECORD=1 dotnet run --project tests/Apparat.Tests");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    /// <summary>The folders of a folder of cases, by name.</summary>
    public static IEnumerable<TheoryDataRow<string>> Folders(params string[] path) =>
        Directory
            .EnumerateDirectories(Path.Combine([Root, .. path]))
            .Select(d => Path.GetFileName(d)!)
            .Order(StringComparer.Ordinal)
            .Select(d => new TheoryDataRow<string>(d));

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Apparat.slnx")))
                return at.FullName;
        }
        throw new DirectoryNotFoundException("the root of the repository");
    }
}
