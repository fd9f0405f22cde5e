using System.Collections.Immutable;
using System.Globalization;
using Apparat.Model;

namespace Apparat.Analysis;

/// <summary>
/// What a counterfactual must carry to be argued with: what is supposed and what is asked, what stands in the place of what was taken away and
/// why nothing less would do, what else must then be true, what the number estimates, how luck is shared, and what could be checked elsewhere.
/// </summary>
/// <param name="Comparison">Its name, the same as of the number it belongs to.</param>
/// <param name="Antecedent">What is supposed to be otherwise.</param>
/// <param name="Consequent">What is asked.</param>
/// <param name="Replacements">What stands in the place of what was taken away, one line each.</param>
/// <param name="Minimal">Why that rewrite is minimal: what it leaves as it was.</param>
/// <param name="AlsoTrue">What else must be true with it.</param>
/// <param name="Estimand">What the number estimates.</param>
/// <param name="Coupling">What counts as the same luck in both worlds.</param>
/// <param name="Checkable">What it predicts that could be checked in other places or years; nothing if no measure differs.</param>
public sealed record Passport(
    string Comparison,
    string Antecedent,
    string Consequent,
    ImmutableArray<string> Replacements,
    string Minimal,
    ImmutableArray<string> AlsoTrue,
    string Estimand,
    string Coupling,
    ImmutableArray<string> Checkable
)
{
    private const int MostChecks = 3;
    private const string SoInFirst = "; it is so in the first world, and not in the second.";

    /// <summary>Whether what is supposed is so in the first world, and not in the second as it mostly is.</summary>
    public bool IsInFirst => Antecedent.EndsWith(SoInFirst, StringComparison.Ordinal);

    /// <summary>The passport of a comparison that was played.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="consequent">What is asked, in words.</param>
    /// <param name="first">The world as it was, or what is taken for it.</param>
    /// <param name="second">The world in which something is otherwise.</param>
    /// <param name="ensembles">The histories, for what could be checked.</param>
    /// <param name="both">What is otherwise in both worlds, in words; null to name every change.</param>
    public static Passport Of(
        string name,
        string consequent,
        Simulation.EnsemblePlan first,
        Simulation.EnsemblePlan second,
        EnsembleSet ensembles,
        string? both = null
    )
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(ensembles);
        var (a, b) = Rows.Paired(ensembles.Rows(first), ensembles.Rows(second));
        return Of(name, consequent, first, second, MeanDifference.All(first.Scenario, a, b), both);
    }

    /// <summary>The passport of a comparison.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="consequent">What is asked, in words.</param>
    /// <param name="first">One world.</param>
    /// <param name="second">The other; what is otherwise in one of them alone is what is supposed.</param>
    /// <param name="measures">Measures of both worlds, for what could be checked; none if none were read.</param>
    /// <param name="both">What is otherwise in both worlds, in words; null to name every change.</param>
    public static Passport Of(
        string name,
        string consequent,
        Simulation.EnsemblePlan first,
        Simulation.EnsemblePlan second,
        IEnumerable<MeanDifference> measures,
        string? both = null
    )
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var scenario = first.Scenario;
        // By what they say, as worlds are known.
        var (one, other) = (Named(first), Named(second));
        var common = one.Where(c => other.ContainsKey(c.Key)).Select(c => c.Value).ToList();
        var given = one.Where(c => !other.ContainsKey(c.Key)).Select(c => c.Value).ToList();
        var taken = other.Where(c => !one.ContainsKey(c.Key)).Select(c => c.Value).ToList();
        var rewrites = given.Concat(taken).Select(c => Rewrite.Of(c, scenario)).ToList();
        var from = given.Concat(taken).OfType<Strike>().Select(s => s.From).FirstOrDefault(d => d is not null);
        both ??= common.Count == 0 ? "" : $"In both worlds: {Told(common)}.";
        return new(
            name,
            (given.Count, taken.Count) switch
            {
                (0, 0) => "Nothing is otherwise.",
                (0, _) => $"Suppose: {Told(taken)}.",
                (_, 0) => $"Suppose: {Told(given)}{SoInFirst}",
                _ => $"Suppose: {Told(given)}; or in its place, in the second world: {Told(taken)}.",
            },
            $"Then how often is it true on {Day(scenario.Calendar.Until)} that {consequent}?",
            [.. rewrites.SelectMany(r => r.Replaces).Distinct(StringComparer.Ordinal)],
            string.Join(" ", rewrites.Select(r => r.Leaves).Distinct(StringComparer.Ordinal)),
            [
                .. both.Length == 0 ? Array.Empty<string>() : [both],
                .. rewrites.SelectMany(r => r.AlsoTrue).Distinct(StringComparer.Ordinal),
                .. scenario.Events.Any(e => e.Kind == FactKind.Recorded)
                    ?
                    [
                        "Recorded decisions such as sizes and days of meetings stay as they were, though their makers might have decided otherwise.",
                    ]
                    : Array.Empty<string>(),
            ],
            $"P in the first world less P in the second, over the priors of all parameters, the same draws in both. {(first.World.ReplayUntil is { } day ? $"A branch, everything before {Day(day)} held at the record" : first.World.Continued is { } c ? $"A branch from history {c.Run} at {Day(c.From)}" : from is { } later ? $"Forward, different from {Day(later)} on" : "Forward, from the first day")}. It is not conditioned on what really happened.",
            "The same luck means the same draw for the same decision by the same person in the same month. P and differences of P do not depend on it; necessity and sufficiency do, and their bounds hold under any.",
            [.. Checks(measures, inFirst: taken.Count == 0 && given.Count > 0)]
        );

        OrderedDictionary<string, Amendment> Named(Simulation.EnsemblePlan plan) =>
            new(
                Amendments
                    .Flat(plan.Change)
                    .DistinctBy(c => c.Describe(scenario), StringComparer.Ordinal)
                    .Select(c => KeyValuePair.Create(c.Describe(scenario), c)),
                StringComparer.Ordinal
            );

        string Told(List<Amendment> changes) => string.Join("; ", changes.Select(c => c.Describe(scenario)));
    }

    /// <summary>The passport of a charter amended: what the charter itself would be, with no history played.</summary>
    /// <param name="finding">What is to be mended.</param>
    /// <param name="goal">What is to hold afterwards.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="instead">What stands in the place of what is struck.</param>
    /// <param name="losers">Who loses a power by it.</param>
    /// <param name="candidates">How many changes were tried.</param>
    /// <param name="together">How many at once, in every combination.</param>
    public static Passport OfAmendment(
        string finding,
        string goal,
        ImmutableArray<string> changes,
        ImmutableArray<string> instead,
        ImmutableArray<string> losers,
        int candidates,
        int together
    ) =>
        new(
            finding,
            $"Suppose: {string.Join("; ", changes)}.",
            $"Is it then true that {goal}?",
            instead.IsEmpty ? changes : instead,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Only these clauses differ. {candidates} changes were tried, up to {together} at once in every combination, and nothing smaller is enough."
            ),
            losers.IsEmpty ? ["Nobody loses a power."] : [$"A power is lost by: {string.Join(", ", losers)}."],
            "Measures of the charter as amended and as it stands, at the means of its priors: of what is possible under it, and not of how often it comes about.",
            "None: no history is played and nothing is drawn.",
            ["apparat compare --with this amendment: what it does to an outcome, history by history."]
        );

    /// <summary>The passport of the question who was responsible for a vote: what is supposed is another vote, and no luck is drawn.</summary>
    /// <param name="name">Which vote.</param>
    /// <param name="carried">Whether the motion was carried.</param>
    /// <param name="needed">Votes that carry it.</param>
    public static Passport OfVote(string name, bool carried, int needed) =>
        new(
            name,
            "Suppose: a voter had voted the other way, and with him as few others as it takes.",
            $"Then would it still have been {(carried ? "carried" : "lost")}?",
            ["his vote, and the votes of the others that must change with him: the other way"],
            "No vote is changed that need not be: \"others to change\" is the least number of them, found exactly.",
            [
                string.Create(CultureInfo.InvariantCulture, $"{needed} votes carry it, then as now; everybody else votes as he did."),
                "Nobody votes otherwise because others do: votes are taken as cast at once.",
            ],
            "Degree of responsibility, 1/(1 + others to change): of this one vote, and no probability (Chockler and Halpern 2004).",
            "None: the vote has been taken, and nothing is drawn again.",
            ["A roll by name: with it, who could have turned the vote is read off, and not only how many."]
        );

    // Measures that differ most clearly: what the change would leave traces in, wherever it was made.
    private static IEnumerable<string> Checks(IEnumerable<MeanDifference> measures, bool inFirst) =>
        measures
            .Where(m => m.Change is { IsDefined: true, StandardError: > 0 } c && (c.Low > 0 || c.High < 0))
            .OrderByDescending(m => Math.Abs(m.Change.Value / m.Change.StandardError))
            .Take(MostChecks)
            .Select(m =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(m.Body.Length > 0 ? $"{m.Body}: " : "")}{m.Meaning} ({m.Subject}, last month): {Two(m.First.Value, m.Second.Value)}. Where the {(inFirst ? "first" : "second")} arrangement was in force, in another body or other years, it should be {(m.Change.Value > 0 == inFirst ? "higher" : "lower")}."
                )
            );

    // As many digits as it takes to see that they differ.
    private static string Two(double first, double second)
    {
        var form =
            first.ToString("0.00", CultureInfo.InvariantCulture) == second.ToString("0.00", CultureInfo.InvariantCulture)
                ? "0.0000"
                : "0.00";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{first.ToString(form, CultureInfo.InvariantCulture)} in the first world, {second.ToString(form, CultureInfo.InvariantCulture)} in the second"
        );
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // One amendment as a rewrite of the model: what it puts in, what it leaves, what follows with it.
    private sealed record Rewrite(ImmutableArray<string> Replaces, string Leaves, ImmutableArray<string> AlsoTrue)
    {
        public static Rewrite Of(Amendment change, Scenario s) =>
            change switch
            {
                Strike strike => new(
                    [.. strike.Provisions.Select(p => $"{p}: {ReferenceOf(s, p, strike.Reference)}")],
                    "Only these provisions lose their share; title, seat, rank, people and every other provision stay, and nothing changes before the first use of one of them.",
                    [
                        "Who held these powers keeps the post without them, and everybody knows it when he votes.",
                        .. strike.From is { } day ? [$"What the powers had done before {Day(day)} stays done."] : Array.Empty<string>(),
                    ]
                ),
                ChangeHolder { Change: var c } => new(
                    [
                        c.OneOf.IsEmpty
                            ? $"{s.Charter[c.Office].Name}: nobody"
                            : $"{s.Charter[c.Office].Name}: {string.Join(" or ", c.OneOf.Select(p => s[p].Name))}{(c.OneOf.Length > 1 ? ", mixed evenly" : "")}",
                    ],
                    "Only this seat, and the seat in its body, change hands on the first day; nobody's qualities, ties or other seats change.",
                    ["Who held it before keeps his other seats.", "Later holders are chosen by the charter, as ever."]
                ),
                SeatNewcomer n => new(
                    [$"{s.Charter[n.Office].Name}: {SeatNewcomer.Of(s).Name}"],
                    "Only this seat, and the seat in its body, change hands on the first day; one person is added to the cast.",
                    ["There is one contender more."]
                ),
                SetParameter set => new(
                    [
                        $"{set.Parameter}: {set.Prior.Notation} in place of {(s.Parameters.FirstOrDefault(p => p.Name == set.Parameter) is { } p ? s.PriorOf(p).Notation : "its prior")}",
                    ],
                    "One number is set; every other parameter keeps its draw.",
                    []
                ),
                ChangeEvent e => new(
                    [e.LaterByMonths is { } months ? $"{e.Event}: {months} months later" : $"{e.Event}: did not happen"],
                    "Only this event; nothing before its day changes.",
                    ["Other dated events stay on their days."]
                ),
                ChangeQualities { Change: var q } => new(
                    [
                        $"{s[q.Person].Name}: {(q.FromAnother ? "the qualities of another contender, mixed evenly" : "each quality at the contenders' median")}",
                    ],
                    "Qualities alone; seats, ties and powers stay with the person.",
                    []
                ),
                ChangeFirstTies => new([change.Describe(s)], "Only ties from before the first day; ties made later form as ever.", []),
                ChangeBehaviour or ChangeAlliances => new(
                    [change.Describe(s)],
                    "One rule of how people weigh, owe or join gives way; charter, cast and every number that both rules know keep their draws.",
                    []
                ),
                AddEvent => new(
                    [change.Describe(s)],
                    "Only this happens besides; nothing before its day changes.",
                    ["Everybody else answers it as the model has it."]
                ),
                KeepFirstSizes or KeepSizesFrom => new(
                    [change.Describe(s)],
                    "Only sizes, and the days of meetings where the statute gives a rhythm; powers, people and ties stay.",
                    []
                ),
                _ => new([change.Describe(s)], "Nothing else is changed.", []),
            };

        private static string ReferenceOf(Scenario s, string provision, int reference) =>
            s.Charter.Provisions.FirstOrDefault(p => p.Name == provision).Provision?.Alternatives.ElementAtOrDefault(reference)?.Name
            ?? "nothing decides";
    }
}
