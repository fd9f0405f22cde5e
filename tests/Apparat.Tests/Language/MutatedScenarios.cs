using System.Text;
using Apparat.Language;
using Apparat.Model;
using Apparat.Vocabulary;
using CsCheck;

namespace Apparat.Tests;

/// <summary>Shipped scenarios with random damage: the reader may complain, it may not fail.</summary>
public sealed class MutatedScenarios
{
    private static readonly string[] Shipped =
    [
        .. Directory.EnumerateFiles(Path.Combine(Golden.Root, "scenarios"), "scenario.yaml", SearchOption.AllDirectories),
        .. Directory.EnumerateFiles(
            Path.Combine(Golden.Root, "tests", "Apparat.Tests", "Cases", "broken"),
            "scenario.yaml",
            SearchOption.AllDirectories
        ),
    ];

    private static readonly string[] Scraps =
    [
        "\t",
        "\0",
        "[",
        "]",
        "{",
        "}",
        ":",
        ": ",
        "- ",
        "\n",
        "\r",
        "\"",
        "'",
        "#",
        "*a",
        "&a ",
        "|",
        ">",
        "---",
        "..",
        "%",
        "@",
        "!!",
        "1e999",
        "-1",
        "NaN",
        "9999-12-31",
        "2020-02-30",
        "the ",
        "X",
        ", ",
        "[declared]",
        "means",
        "share",
        "until next ",
        "\uD83D\uDE00",
        "\u0000",
        "null",
        "~",
        "<<",
        "infinity",
        "beta(",
        "1/0",
        "/",
        "\\",
    ];

    [Fact]
    public void Damage_never_throws() =>
        Gen.Select(
                Gen.Int[0, Shipped.Length - 1],
                Gen.Int[1, 6]
                    .SelectMany(n =>
                        Gen.Select(
                            Gen.Double[0, 1],
                            Gen.Int[0, 5],
                            Gen.Int[0, 400],
                            Gen.Int[0, Scraps.Length - 1].Select(i => Scraps[i])
                        ).Array[n]
                    )
            )
            .Sample((which, cuts) => Survives(Shipped[which], cuts), iter: 2_000);

    private static void Survives(string file, (double At, int Kind, int Length, string Scrap)[] cuts)
    {
        var bytes = Cut(File.ReadAllBytes(file), cuts);
        var read = new ScenarioReader(StandardLexicon.Instance).Read("scenario.yaml", bytes, name => Beside(file, name, cuts));
        foreach (var diagnostic in read.Diagnostics.Take(20))
            DiagnosticText.Render(diagnostic, read.Lines);
        if (read.Scenario is { } scenario)
        {
            HindsightGuard.Check(read, scenario.Calendar.From);
            new RecordView(scenario).Judge(scenario.Calendar.Until);
        }
    }

    // Half of the damage goes to the tables.
    private static byte[]? Beside(string file, string name, (double At, int Kind, int Length, string Scrap)[] cuts)
    {
        var path = Path.Combine(Path.GetDirectoryName(file)!, name);
        return !File.Exists(path) ? null
            : cuts.Length % 2 == 0 ? File.ReadAllBytes(path)
            : Cut(File.ReadAllBytes(path), cuts);
    }

    private static byte[] Cut(byte[] bytes, (double At, int Kind, int Length, string Scrap)[] cuts)
    {
        foreach (var (place, kind, length, scrap) in cuts)
        {
            var at = (int)(place * bytes.Length);
            var end = Math.Min(bytes.Length, at + length);
            bytes = kind switch
            {
                0 => [.. bytes[..at], .. bytes[end..]],
                1 => [.. bytes[..end], .. bytes[at..]],
                2 => [.. bytes[..at], .. Encoding.UTF8.GetBytes(scrap), .. bytes[at..]],
                3 => [.. bytes[..at], .. Encoding.UTF8.GetBytes(scrap), .. bytes[Math.Min(bytes.Length, at + scrap.Length)..]],
                4 => [.. bytes[..at], (byte)length, .. bytes[at..]],
                _ => [.. bytes[..at], .. bytes[at..end].Reverse(), .. bytes[end..]],
            };
        }
        return bytes;
    }
}
