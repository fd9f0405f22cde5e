using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Apparat.Tests;

/// <summary>The house is built as it is drawn in docs/architecture.md.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] BannedNames = ["Manager", "Helper", "Utils", "Util", "Common", "Misc"];

    /// <summary>Names of people and organs in shipped scenarios that are also words of the trade: they belong to no case.</summary>
    private static readonly HashSet<string> WordsOfTheTrade = new(StringComparer.Ordinal)
    {
        "Assembly",
        "Board",
        "Chair",
        "Clerk",
        "College",
        "Council",
        "Director",
        "First",
        "Second",
        "Third",
        "Fourth",
        "Fifth",
        "Jury",
        "Members",
        "Nominating Committee",
        "Secretariat",
        "Keeper",
        "Red",
        "Blue",
        "Teller",
        "Foundation",
        "President",
        "Secretary",
        "Senate",
        "Voters",
    };

    private static readonly Dictionary<string, string[]> Drawing = ReadDrawing();

    public static TheoryData<string> Projects =>
        [
            .. Directory
                .EnumerateDirectories(Path.Combine(Repository.Root, "src"))
                .Where(d => Directory.EnumerateFiles(d, "*.csproj").Any())
                .Select(d => Path.GetFileName(d)!),
        ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_stands_on_what_the_drawing_says_and_on_nothing_else(string project)
    {
        Assert.True(Drawing.TryGetValue(project, out var drawn), $"{project} is not in the table of docs/architecture.md");

        var built = XDocument
            .Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Equal(drawn.Order(), built.Order());
    }

    [Fact]
    public void What_is_compiled_refers_to_no_box_it_does_not_stand_on()
    {
        foreach (var (project, drawn) in Drawing)
        {
            var file = Path.Combine(AppContext.BaseDirectory, project == "Apparat.Cli" ? "Apparat.Cli.dll" : project + ".dll");
            if (!File.Exists(file))
                continue;
            var refers = Assembly
                .LoadFrom(file)
                .GetReferencedAssemblies()
                .Select(a => a.Name!)
                .Where(n => n.StartsWith("Apparat", StringComparison.Ordinal));
            var reached = Reached(project);
            Assert.All(refers, r => Assert.True(reached.Contains(r), $"{project} uses {r}"));
        }
    }

    [Fact]
    public void Only_the_front_door_stands_on_the_vocabulary() =>
        Assert.Equal(["Apparat"], Drawing.Where(d => d.Value.Contains("Apparat.Vocabulary")).Select(d => d.Key));

    [Fact]
    public void Engine_linter_reader_studies_and_reports_name_no_word() =>
        Assert.All(
            Repository.Sources.Where(s =>
                !s.Path.Contains("Apparat.Vocabulary", StringComparison.Ordinal) && !Between(s.Path, "Apparat", "Apparat.Cli")
            ),
            s => Assert.DoesNotContain("Apparat.Vocabulary", s.Text, StringComparison.Ordinal)
        );

    [Fact]
    public void Public_records_and_classes_are_sealed_or_made_to_be_built_upon()
    {
        var open = Boxes().SelectMany(a => a.GetExportedTypes()).Where(t => t is { IsClass: true, IsAbstract: false, IsSealed: false });
        Assert.Empty(open.Select(t => t.FullName));
    }

    [Fact]
    public void No_name_says_nothing()
    {
        var types = Boxes()
            .SelectMany(a => a.GetTypes())
            .Where(t => !t.Name.Contains('<', StringComparison.Ordinal))
            .Select(t => t.Name.Split('`')[0]);
        var files = Repository.Sources.Select(s => s.Path);
        var empty = types
            .Concat(files.SelectMany(f => f.Split(Path.DirectorySeparatorChar, '.')))
            .Distinct()
            .Where(n => BannedNames.Any(b => n == b || (b != "Common" && n.EndsWith(b, StringComparison.Ordinal))));
        Assert.Empty(empty);
    }

    [Fact]
    public void No_source_file_knows_a_case()
    {
        var names = ScenarioFile
            .Shipped()
            .Select(s => ScenarioFile.Read(s).Scenario)
            .OfType<Model.Scenario>()
            .SelectMany(s => s.Charter.Organs.Select(o => o.Name).Concat(s.Cast.People.Select(p => p.Name)))
            .Distinct()
            .Where(n => !WordsOfTheTrade.Contains(n))
            .ToList();
        Assert.Contains("Stalin", names);
        Assert.Contains("Politburo", names);

        var any = new Regex(
            $@"(?<![\w-])({string.Join('|', names.Select(Regex.Escape))})(?!\w)",
            RegexOptions.ExplicitCapture | RegexOptions.Compiled,
            TimeSpan.FromSeconds(20)
        );
        var known = Repository.Sources.SelectMany(s => any.Matches(s.Text).Select(m => $"{s.Path}: {m.Value}")).Distinct();
        Assert.Empty(known);
    }

    [Fact]
    public void The_drawing_has_no_circles_and_numerics_at_the_bottom()
    {
        Assert.Empty(Drawing["Apparat.Numerics"]);
        Assert.All(Drawing.Keys, p => Assert.DoesNotContain(p, Reached(p)));
    }

    private static bool Between(string path, params string[] boxes) =>
        boxes.Any(b => path.StartsWith(Path.Combine("src", b) + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    private static HashSet<string> Reached(string project)
    {
        var reached = new HashSet<string>();
        var next = new Queue<string>(Drawing[project]);
        while (next.TryDequeue(out var at))
        {
            if (reached.Add(at))
                Drawing[at].ToList().ForEach(next.Enqueue);
        }
        return reached;
    }

    private static IEnumerable<Assembly> Boxes() =>
        Drawing.Keys.Select(p => Path.Combine(AppContext.BaseDirectory, p + ".dll")).Where(File.Exists).Select(Assembly.LoadFrom);

    // The table of docs/architecture.md: a project, and the projects it stands on.
    private static Dictionary<string, string[]> ReadDrawing()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "architecture.md"))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
            .Where(c => c.Length >= 4 && (c[1] == "Apparat" || c[1].StartsWith("Apparat.", StringComparison.Ordinal)))
            .ToList();
        var drawing = new Dictionary<string, string[]>();
        foreach (var row in rows)
        {
            var on =
                row[2] == "all of the above"
                    ? drawing.Keys.ToArray()
                    :
                    [
                        .. Names()
                            .Matches(row[2])
                            .Select(m =>
                                m.Value == "Apparat" ? m.Value : "Apparat." + m.Value.Replace("Apparat.", "", StringComparison.Ordinal)
                            ),
                    ];
            drawing.Add(row[1], on);
        }
        return drawing;
    }

    [GeneratedRegex(@"[A-Z][A-Za-z.]*", RegexOptions.NonBacktracking)]
    private static partial Regex Names();
}
