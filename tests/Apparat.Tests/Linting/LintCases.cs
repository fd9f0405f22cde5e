using Apparat.Linting;

namespace Apparat.Tests;

/// <summary>Every rule with its page and its cases: what is caught, word for word, and the near miss that must stay silent.</summary>
public sealed class LintCases
{
    private const string Folder = "tests/Apparat.Tests/Cases/lint";

    public static TheoryData<string> Rules => [.. CharterLinter.Rules.Select(r => r.Id)];

    public static TheoryData<string> Caught => Files("caught");

    public static TheoryData<string> Clean => Files("clean");

    [Theory]
    [MemberData(nameof(Caught))]
    public void A_case_is_caught_and_told_word_for_word(string file)
    {
        var charter = Read(file);

        Assert.Contains(charter.Result.Findings, f => f.Rule.Id == RuleOf(file));
        Golden.Holds(TextFindings.Render(charter), [.. Path.ChangeExtension(file, ".txt").Split('/')]);
    }

    [Theory]
    [MemberData(nameof(Clean))]
    public void A_near_miss_stays_silent(string file) => Assert.DoesNotContain(Read(file).Result.Findings, f => f.Rule.Id == RuleOf(file));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_a_page_with_reasons_and_a_source_and_cases_of_both_kinds(string id)
    {
        var rule = CharterLinter.Find(id)!;
        var page = RulePage.Of(rule);
        Assert.StartsWith($"# {id}: {rule.Title}\n", page.Markdown, StringComparison.Ordinal);
        Assert.NotEmpty(page.Section("What"));
        Assert.NotEmpty(page.Why);
        Assert.NotEmpty(page.Section("How to fix"));
        Assert.Equal($"{rule.Source}.", page.Section("Source"));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Golden.Root, Folder, id, "caught"), "*.yaml"));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Golden.Root, Folder, id, "clean"), "*.yaml"));
        Assert.Contains(
            $"| [{id}]({id}.md) | {rule.Title} |",
            File.ReadAllText(Path.Combine(Golden.Root, "docs", "reference", "lint-rules", "README.md")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_example_of_a_page_is_caught_before_and_silent_after(string id)
    {
        var page = RulePage.Of(CharterLinter.Find(id)!);

        Assert.Contains(Example(page, "Before").Result.Findings, f => f.Rule.Id == id);
        Assert.DoesNotContain(Example(page, "After").Result.Findings, f => f.Rule.Id == id);
    }

    private static LintedCharter Example(RulePage page, string heading)
    {
        var text = $"scenario: an example\nfrom: 2026-01-01\nuntil: 2026-12-31\n{page.Examples(heading).Single()}";
        return Lint.Of(new Language.ScenarioReader(Vocabulary.StandardLexicon.Instance).ReadText(text), "example.yaml");
    }

    private static LintedCharter Read(string file) => Lint.File(Path.Combine(Golden.Root, file)) with { File = file };

    private static string RuleOf(string file) => file.Split('/')[^3];

    private static TheoryData<string> Files(string kind) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Golden.Root, Folder), "*.yaml", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Golden.Root, f).Replace('\\', '/'))
                .Where(f => f.Split('/')[^2] == kind)
                .Order(StringComparer.Ordinal),
        ];
}
