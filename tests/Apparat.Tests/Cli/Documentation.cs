using System.Text;
using System.Text.RegularExpressions;
using Apparat.Cli;

namespace Apparat.Tests;

/// <summary>The pages under docs/ say what the program does: the reference is its own help, and every command shown runs as shown.</summary>
[Collection(OneConsole.Name)]
public sealed partial class Documentation : AtTheConsole
{
    /// <summary>Pages with commands to follow. A page's commands run one after another in one folder.</summary>
    public static IEnumerable<TheoryDataRow<string>> Pages =>
        new[] { "tutorial", "how-to" }
            .SelectMany(shelf => Directory.EnumerateFiles(System.IO.Path.Combine(Golden.Root, "docs", shelf), "*.md"))
            .Select(file => System.IO.Path.GetRelativePath(Golden.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(file => new TheoryDataRow<string>(file));

    [Fact]
    public async Task The_reference_of_the_command_line_is_the_programs_own_help()
    {
        var page = new StringBuilder("# The command line\n\nWritten from the program's own help; a test holds it to that.\n\n");
        var all = (await Run("--help")).Out;
        Block(page, all);
        foreach (Match command in CommandName().Matches(all))
        {
            page.Append("\n## ").Append(command.Groups["name"].Value).Append("\n\n");
            Block(page, (await Run(command.Groups["name"].Value, "--help")).Out);
        }

        Golden.Holds(page.ToString(), "docs", "reference", "command-line.md");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_command_a_page_shows_runs_as_shown(string page)
    {
        var before = Directory.GetCurrentDirectory();
        // Short names of scenarios are looked up in the folders above.
        Directory.CreateSymbolicLink(Path("scenarios"), System.IO.Path.Combine(Golden.Root, "scenarios"));
        Directory.SetCurrentDirectory(Path("."));
        try
        {
            var (expected, shown) = (ExitCode.Done, 0);
            foreach (Match line in ShownLine().Matches(await File.ReadAllTextAsync(System.IO.Path.Combine(Golden.Root, page))))
            {
                if (line.Groups["exit"].Success)
                {
                    expected = int.Parse(line.Groups["exit"].Value, System.Globalization.CultureInfo.InvariantCulture);
                    continue;
                }
                if (line.Groups["file"].Success)
                {
                    Write(line.Groups["file"].Value, line.Groups["text"].Value);
                    continue;
                }
                var said = await Run(Words(line.Groups["command"].Value));
                Assert.True(expected == said.Code, $"{line.Value}\nexits with {said.Code}, not {expected}:\n{said.Out}{said.Error}");
                (expected, shown) = (ExitCode.Done, shown + 1);
            }
            Assert.True(shown > 0, $"{page} shows no command.");
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }
    }

    private static void Block(StringBuilder page, string text) =>
        page.Append("```\n").AppendJoin('\n', text.Trim('\n').Split('\n').Select(line => line.TrimEnd())).Append("\n```\n");

    // Words as a shell takes them, with double quotes.
    private static string[] Words(string command) =>
        [.. Word().Matches(command).Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Value)];

    [GeneratedRegex(@"^  (?<name>[a-z]+)(?: <[a-z]+>)? {2,}\S", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommandName();

    // A command behind a dollar; above it perhaps the exit code it ends with; or a file that the reader is asked to write.
    [GeneratedRegex(
        @"^ *(?:\$ apparat (?<command>.+)|<!-- exits with (?<exit>\d+) -->|<!-- (?<file>\S+) -->\n```\w*\n(?<text>(?:.*\n)*?)```)$",
        RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ShownLine();

    [GeneratedRegex(@"""(?<quoted>[^""]*)""|\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
