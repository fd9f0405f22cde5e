using System.Collections.Immutable;
using Apparat.Language;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat;

/// <summary>Looks at a charter as it stands, without playing anything.</summary>
public static class Lint
{
    /// <summary>Everything the rules find in the charter of a scenario.</summary>
    public static LintResult Run(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return CharterLinter.Lint(Context(scenario));
    }

    /// <summary>The charter of a scenario as rules and searches see it.</summary>
    public static LintContext Context(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        scenario = scenario with { Charter = scenario.InForce, Strikes = ImmutableDictionary<string, Struck>.Empty };
        var sentences = new Lazy<ImmutableDictionary<string, string>>(() =>
            new SentenceWriter(StandardLexicon.Instance, scenario).Provisions
        );
        return new LintContext(scenario.Charter, name => sentences.Value[name], scenario.PriorOf, scenario.Calendar.From);
    }

    /// <summary>The same for one threshold among thousands of charters: findings carry the measures named and little else.</summary>
    internal static LintContext Sketch(Scenario scenario, IReadOnlySet<string> measures) =>
        new(scenario.InForce, _ => "", scenario.PriorOf, scenario.Calendar.From) { Only = measures };

    /// <summary>Everything the rules find in a file.</summary>
    /// <param name="name">A scenario: a short name, a folder, a file, or - for standard input.</param>
    /// <exception cref="FileNotFoundException">There is no such scenario.</exception>
    /// <exception cref="ScenarioException">It has errors.</exception>
    /// <param name="changes">Changes made first, as for <see cref="ScenarioFile.Change"/>.</param>
    public static LintedCharter File(string name, IReadOnlyCollection<string>? changes = null)
    {
        var file = name == ScenarioFile.StandardInput ? "standard-input" : ScenarioFile.Find(name);
        var read = ScenarioFile.Read(name == ScenarioFile.StandardInput ? name : file);
        return Of(
            changes is { Count: > 0 } && read.IsUsable
                ? read with
                {
                    Scenario = ScenarioFile.Change(read.Scenario!, changes, [])!.Apply(read.Scenario!),
                }
                : read,
            file
        );
    }

    /// <summary>Everything the rules find in what was read.</summary>
    /// <param name="read">What reading gave.</param>
    /// <param name="file">The path by which places are named.</param>
    /// <exception cref="ScenarioException">It has errors.</exception>
    public static LintedCharter Of(ReadResult read, string file)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (!read.IsUsable)
            throw new ScenarioException(read);
        return new LintedCharter(Relative(file), read.Scenario!.Name, Run(read.Scenario)) { Lines = read.Lines };
    }

    // Places are named from the current folder with forward slashes, the same on every machine.
    private static string Relative(string file) =>
        Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.GetFullPath(file)).Replace('\\', '/');
}
