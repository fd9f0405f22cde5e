using System.Globalization;

namespace Apparat.Tests;

/// <summary>Rows of a published table kept beside the tests; quotes may hold commas.</summary>
internal static class PublishedTable
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(), name)).Where(l => l.Length > 0).Select(Cells).ToArray();
        return
        [
            .. lines
                .Skip(1)
                .Select(cells =>
                    (IReadOnlyDictionary<string, string>)
                        lines[0].Select((h, i) => (h, Value: i < cells.Count ? cells[i] : "")).ToDictionary(x => x.h, x => x.Value)
                ),
        ];
    }

    /// <summary>A decimal or a fraction such as <c>3/8</c>.</summary>
    public static double Number(string text)
    {
        var parts = text.Trim().Split('/');
        var value = double.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts.Length == 1 ? value : value / double.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "tests", "Apparat.Tests", "Tables");
            if (Directory.Exists(folder))
                return folder;
        }
        throw new DirectoryNotFoundException("tests/Apparat.Tests/Tables");
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(c);
        }
        cells.Add(cell.ToString());
        return cells;
    }
}
