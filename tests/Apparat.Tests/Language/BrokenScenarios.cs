using Apparat.Language;
using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Files broken on purpose, with what their writers are told, to the character.</summary>
public sealed class BrokenScenarios
{
    public static IEnumerable<TheoryDataRow<string>> Cases => Golden.Folders("tests", "Apparat.Tests", "Cases", "broken");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_broken_scenario_is_told_as_recorded(string what)
    {
        var read = new ScenarioReader(StandardLexicon.Instance).Read(
            Path.Combine(Golden.Root, "tests", "Apparat.Tests", "Cases", "broken", what)
        );

        Golden.Holds(
            string.Join('\n', read.Diagnostics.Select(d => DiagnosticText.Render(d, read.Lines))),
            "tests",
            "Apparat.Tests",
            "Cases",
            "broken",
            what,
            "expected.txt"
        );
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Everything_told_has_a_place_that_exists(string what)
    {
        var read = new ScenarioReader(StandardLexicon.Instance).Read(
            Path.Combine(Golden.Root, "tests", "Apparat.Tests", "Cases", "broken", what)
        );

        Assert.NotEmpty(read.Diagnostics);
        Assert.All(
            read.Diagnostics,
            d =>
            {
                Assert.InRange(d.Span.Line, 1, read.Lines[d.Span.File].Length);
                Assert.InRange(d.Span.Column, 1, read.Lines[d.Span.File][d.Span.Line - 1].Length + 1);
                Assert.True(
                    d.Severity != Severity.Error || d.Expected is not null || d.Repair is not null,
                    $"{d.Code} says neither what was expected nor what to do: {d.Message}"
                );
            }
        );
    }
}
