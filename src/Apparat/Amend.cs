using System.Collections.Immutable;
using Apparat.Amending;
using Apparat.Language;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat;

/// <summary>What an amendment has to bring about.</summary>
/// <param name="Below">A loop gain that findings of the rule must stay below; null if that does not count.</param>
/// <param name="Cost">A capture cost that they must reach; null if that does not count. With neither, the finding must be gone.</param>
public sealed record AmendGoal(double? Below = null, int? Cost = null)
{
    /// <summary>In words, after "so that": "CAP002 is gone", "loop gain is below 0.5".</summary>
    public string Text(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var parts = new List<string>();
        if (Below is { } below)
            parts.Add(FormattableString.Invariant($"loop gain is below {below}"));
        if (Cost is { } cost)
            parts.Add(FormattableString.Invariant($"capture cost is at least {cost}"));
        return parts.Count == 0 ? $"{finding.Rule.Id} is gone" : string.Join(" and ", parts);
    }

    /// <summary>True if a finding that is still there is good enough. What cannot be captured at all costs more than anything.</summary>
    internal bool Allows(Finding left) =>
        (Below is not null || Cost is not null)
        && (Below is null || (left.Measures.TryGetValue("loop_gain", out var gain) && gain < Below))
        && (Cost is null || !left.Measures.TryGetValue("capture_cost", out var cost) || cost >= Cost);

    internal ImmutableHashSet<string> Measures =>
        [.. Below is null ? Array.Empty<string>() : ["loop_gain"], .. Cost is null ? Array.Empty<string>() : ["capture_cost"]];
}

/// <summary>An amendment that brings a finding where it should be.</summary>
/// <param name="Changes">What it does, as <c>--with</c> takes it: strike, redraft, insert.</param>
/// <param name="Amended">The scenario with it.</param>
/// <param name="Price">What the offices can no longer do, and what they can do instead.</param>
/// <param name="Instead">What decides in the place of what is struck: its references, a phrase each.</param>
/// <param name="Left">Findings of the rule about the same organs that remain, within the threshold.</param>
/// <param name="New">Findings there were not before.</param>
/// <param name="Gone">Findings there are no more.</param>
/// <param name="Before">Measures of the charter as it stands.</param>
/// <param name="After">Its measures with the amendment.</param>
/// <param name="Passage">Whether the charter lets it pass, and who can block it.</param>
public sealed record Remedy(
    ImmutableArray<string> Changes,
    Scenario Amended,
    PowerDifference Price,
    ImmutableArray<string> Instead,
    ImmutableArray<Finding> Left,
    ImmutableArray<Finding> New,
    ImmutableArray<Finding> Gone,
    ImmutableSortedDictionary<string, double> Before,
    ImmutableSortedDictionary<string, double> After,
    Passage Passage
);

/// <summary>The smallest amendments against one finding.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Goal">What they bring about.</param>
/// <param name="Remedies">The amendments of the fewest changes that are enough, the cheapest first; empty if none was found.</param>
/// <param name="Candidates">All single changes that were tried, alone and together.</param>
/// <param name="Tried">Up to how many changes at once every combination was tried.</param>
public sealed record AmendAnswer(
    Finding Finding,
    AmendGoal Goal,
    ImmutableArray<Remedy> Remedies,
    ImmutableArray<string> Candidates,
    int Tried
);

/// <summary>
/// Looks for the smallest amendments of a charter that cure a finding: every single change of every kind known, then every two together, and
/// so on. The charter as amended is linted anew each time.
/// </summary>
public static class Amend
{
    /// <summary>The most remedies told of one finding.</summary>
    public const int MostRemedies = 24;

    private const int MostTrials = 20_000;

    /// <summary>The smallest amendments against findings of a scenario's charter.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="finding">The id of a rule, or a fingerprint; null for every finding that is at least a warning.</param>
    /// <param name="goal">What is to be brought about.</param>
    /// <param name="most">The most changes tried at once, at least 1.</param>
    public static ImmutableArray<AmendAnswer> Of(Scenario scenario, string? finding, AmendGoal goal, int most = 2)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var charter = Lint.Context(scenario);
        var result = CharterLinter.Lint(charter);
        return
        [
            .. result
                .Findings.Where(f =>
                    finding is null
                        ? f.Severity >= Severity.Warning
                        : string.Equals(f.Rule.Id, finding, StringComparison.OrdinalIgnoreCase) || f.Fingerprint == finding
                )
                .Where(f => !goal.Allows(f))
                .Select(f => Against(scenario, charter, result, f, goal, most)),
        ];
    }

    private static AmendAnswer Against(Scenario scenario, LintContext charter, LintResult result, Finding finding, AmendGoal goal, int most)
    {
        var draft = new Draft(scenario, charter, finding);
        var candidates = Readable(scenario, Reform.All.SelectMany(r => r.For(draft)).Distinct(StringComparer.Ordinal));
        var (found, tried) = Smallest(
            candidates.Length,
            (a, b) => candidates[a].Touches == candidates[b].Touches,
            set => Cures(Applied(scenario, set.Select(i => candidates[i].Change)), finding, goal),
            Math.Min(most, candidates.Length)
        );
        var remedies = found.Select(set =>
            Remedied(scenario, charter, result, finding, Numbered(scenario, set.Select(i => candidates[i].Text)))
        );
        return new AmendAnswer(
            finding,
            goal,
            [
                .. remedies
                    .OrderBy(r => r.New.Count(f => f.Severity >= Severity.Warning))
                    .ThenBy(r => r.Price.Weight)
                    .ThenBy(r => r.Price.Lost.Length)
                    .ThenBy(r => r.New.Length)
                    .Take(MostRemedies),
            ],
            [.. candidates.Select(c => c.Text)],
            tried
        );
    }

    /// <summary>True if a charter has no finding of the rule about any of the same organs but such as the goal allows.</summary>
    internal static bool Cures(Scenario amended, Finding finding, AmendGoal goal)
    {
        var sketch = Lint.Sketch(amended, goal.Measures);
        return Same(finding.Rule.Check(sketch), finding).All(goal.Allows);
    }

    private static string? Replaced(Scenario scenario, string provision) =>
        scenario.Charter.Provisions.First(p => p.Name == provision).Provision.Alternatives is [var first, ..]
            ? $"{provision}: {first.Name}"
            : null;

    private static IEnumerable<Finding> Same(IEnumerable<Finding> findings, Finding finding) =>
        findings.Where(f => f.Rule == finding.Rule && f.Organs.Any(finding.Organs.Contains));

    /// <summary>All smallest sets that hold, by size; combinations that clash are left out.</summary>
    private static (ImmutableArray<ImmutableArray<int>> Sets, int Tried) Smallest(
        int candidates,
        Func<int, int, bool> clash,
        Func<IReadOnlyList<int>, bool> holds,
        int most
    )
    {
        var trials = 0;
        for (var size = 1; size <= most; size++)
        {
            var found = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
            var complete = true;
            foreach (var set in Sets(candidates, size, 0, [], clash))
            {
                if (++trials > MostTrials)
                {
                    complete = false;
                    break;
                }
                if (holds(set))
                    found.Add([.. set]);
            }
            if (found.Count > 0 || !complete)
                return (found.ToImmutable(), complete ? size : size - 1);
        }
        return ([], most);
    }

    private static IEnumerable<List<int>> Sets(int candidates, int size, int from, List<int> chosen, Func<int, int, bool> clash)
    {
        if (chosen.Count == size)
        {
            yield return chosen;
            yield break;
        }
        for (var i = from; i < candidates; i++)
        {
            if (chosen.Exists(c => clash(c, i)))
                continue;
            chosen.Add(i);
            foreach (var set in Sets(candidates, size, i + 1, chosen, clash))
                yield return set;
            chosen.RemoveAt(chosen.Count - 1);
        }
    }

    // A candidate stands for what is read of its words, as it will be when somebody gives them to another command.
    private static ImmutableArray<(string Text, Amendment Change, string Touches)> Readable(Scenario scenario, IEnumerable<string> texts)
    {
        var reader = new AmendmentReader(scenario, StandardLexicon.Instance, new Diagnostics());
        return
        [
            .. texts
                .Select(t => (Text: t, Change: reader.Read(t)))
                .Where(c => c.Change is not null)
                .Select(c => (c.Text, c.Change!, Touches(c.Text))),
        ];
    }

    // Clauses put in are counted from 1 in each amendment, whatever else was tried.
    private static ImmutableArray<string> Numbered(Scenario scenario, IEnumerable<string> texts)
    {
        var taken = scenario.Charter.Clauses.Select(c => c.Id.Text).ToHashSet(StringComparer.Ordinal);
        var next = 1;
        return [.. texts.Select(Number)];

        string Number(string text)
        {
            if (!text.StartsWith("insert ", StringComparison.Ordinal))
                return text;
            while (!taken.Add($"A{next}"))
                next++;
            return $"insert A{next}{text[text.IndexOf(':', StringComparison.Ordinal)..]}";
        }
    }

    // Two changes of one sentence do not go together.
    private static string Touches(string change)
    {
        var words = change.Split(' ', 3);
        return words[0] == "strike" ? Charter.SentenceOf(words[1]) : words[1].TrimEnd(':');
    }

    private static Scenario Applied(Scenario scenario, IEnumerable<Amendment> changes) => changes.Aggregate(scenario, (s, c) => c.Apply(s));

    private static Remedy Remedied(Scenario scenario, LintContext charter, LintResult result, Finding finding, ImmutableArray<string> texts)
    {
        ImmutableArray<Amendment> changes = [.. Readable(scenario, texts).Select(c => c.Change)];
        var amended = Applied(scenario, changes);
        var context = Lint.Context(amended);
        var after = CharterLinter.Lint(context);
        var price = PowerDifference.Of(charter, context);
        var touched = texts
            .Where(t => !t.StartsWith("insert ", StringComparison.Ordinal))
            .Select(t => new ClauseId(Touches(t).Split('/')[0]))
            .ToHashSet();
        // A finding is the same if it says the same, whatever clause it now rests on.
        var had = result.Findings.Select(f => (f.Rule, f.Message)).ToHashSet();
        var has = after.Findings.Select(f => (f.Rule, f.Message)).ToHashSet();
        return new Remedy(
            texts,
            amended,
            price,
            [.. changes.OfType<Strike>().SelectMany(s => s.Provisions).Select(p => Replaced(scenario, p)).OfType<string>()],
            [.. Same(after.Findings, finding)],
            [.. after.Findings.Where(f => !had.Contains((f.Rule, f.Message)))],
            [.. result.Findings.Where(f => !has.Contains((f.Rule, f.Message)))],
            result.Measures,
            after.Measures,
            Passage.Of(charter, touched, price.Losers)
        );
    }
}
