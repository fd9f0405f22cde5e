using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Whether the amendment clause of a charter lets an amendment pass, and who can block it.</summary>
/// <param name="Passes">True if those who amend can; false if they cannot as they usually meet; null if the charter does not say who amends.</param>
/// <param name="Route">What it takes, a sentence each without full stop.</param>
/// <param name="Blockers">Who can stop it, a sentence each without full stop.</param>
public sealed record Passage(bool? Passes, ImmutableArray<string> Route, ImmutableArray<string> Blockers)
{
    /// <summary>The way of an amendment that touches some clauses and takes holds from some organs.</summary>
    /// <param name="charter">The charter as it stands.</param>
    /// <param name="touched">Clauses struck or given another wording.</param>
    /// <param name="losers">Names of those who lose by it.</param>
    public static Passage Of(LintContext charter, IReadOnlySet<ClauseId> touched, IReadOnlySet<string> losers)
    {
        ArgumentNullException.ThrowIfNull(charter);
        ArgumentNullException.ThrowIfNull(touched);
        ArgumentNullException.ThrowIfNull(losers);
        var amending = charter.Norms<AmendmentNorm>().Where(a => a.Norm.Clauses.IsEmpty && a.Norm.By is not null).ToList();
        if (amending.Count == 0)
            return new Passage(null, ["the charter does not say who amends it; the law above it does, or nobody"], []);
        var entrenched = charter.Norms<AmendmentNorm>().FirstOrDefault(a => a.Norm.Clauses.Any(touched.Contains));
        var routes = amending.Select(a => Way(charter, a.Name, a.Norm, entrenched.Name, entrenched.Norm?.Majority, losers)).ToList();
        var gate = Proposers(charter).ToList();
        // One of several ways is enough, so only what all of them share would block for certain; each is told with its own.
        return new Passage(
            routes.Exists(r => r.Passes),
            [.. gate.Take(1), .. routes.SelectMany(r => r.Route)],
            [.. gate.Skip(1), .. routes.SelectMany(r => r.Blockers).Distinct()]
        );
    }

    private static (bool Passes, IEnumerable<string> Route, IEnumerable<string> Blockers) Way(
        LintContext charter,
        string name,
        AmendmentNorm norm,
        string? entrenching,
        Majority? harder,
        IReadOnlySet<string> losers
    )
    {
        var by = norm.By!.Value;
        var (needed, there) = Votes(charter, by, harder ?? norm.Majority);
        var route = new List<string>
        {
            $"{charter.Name(by)} needs {Of(charter, by, needed, there)}{(norm.Meetings > 1 ? $", at {norm.Meetings} meetings in a row" : "")} ({name}{(harder is null ? "" : $", {entrenching}")})",
        };
        var blockers = new List<string>();
        if (needed <= there)
            blockers.Add(
                $"{there - needed + 1} of {there} in {charter.Name(by)} by voting no{(losers.Contains(charter.Name(by)) ? ", and it loses by it" : "")}"
            );
        if (charter.Charter[by].Count is not null && charter.Meeting(by, norm.Majority).Absentees is { } absent)
            blockers.Add($"{absent} of {charter.UsuallyPresent(by)} in {charter.Name(by)} by staying away");
        if (norm.ConfirmedBy is { } second)
        {
            var (votes, of) = Votes(charter, second, Majority.Simple);
            route.Add($"{charter.Name(second)} must confirm with {Of(charter, second, votes, of)}");
            blockers.Add($"{of - votes + 1} of {of} in {charter.Name(second)}");
        }
        if (norm.Objector is { } objector && objector != by)
            blockers.Add($"{charter.Name(objector)} by objecting ({name})");
        foreach (var (veto, _, v) in charter.Norms<VetoNorm>().Where(v => !v.Norm.Overrides && v.Norm.Over == by))
            blockers.Add($"{charter.Name(v.By)} by veto ({veto})");
        // An agenda that several may set keeps nothing off.
        if (charter.Graph.Edges.Where(e => e.Hold == Hold.Agenda && e.Held == by).ToList() is [var agenda] && agenda.Holder != by)
            blockers.Add($"{charter.Name(agenda.Holder)} by keeping it off the agenda of {charter.Name(by)} ({agenda.Provision})");
        return (needed <= there, route, blockers.Distinct());
    }

    // First who may put it forward, then who can keep it from being put forward.
    private static IEnumerable<string> Proposers(LintContext charter)
    {
        var proposals = charter.Norms<ProposalNorm>().ToList();
        if (proposals.Count == 0)
            yield break;
        var who = proposals
            .SelectMany(p => new[] { p.Norm.By is { } by ? charter.Name(by) : null, Together(charter, p.Norm.Together) })
            .OfType<string>()
            .ToList();
        yield return $"only {string.Join(" or ", who)} may put it forward ({string.Join(", ", proposals.Select(p => p.Name).Distinct())})";
        if (who is [var alone] && proposals[0].Norm.By is not null)
            yield return $"{alone} by not putting it forward ({proposals[0].Name})";
    }

    private static string? Together(LintContext charter, Portion? portion) =>
        portion is { } p ? $"{p.Quantity.In(charter.SizeOf(p.Of))} {charter.Name(p.Of)} together" : null;

    private static string Of(LintContext charter, OrganId organ, int needed, int there) =>
        charter.Charter[organ].Count is null ? $"{needed} of {there}"
        : needed <= there ? $"{needed} of the {there} who usually come"
        : $"{needed}, and {there} usually come";

    private static (int Needed, int There) Votes(LintContext charter, OrganId organ, Majority majority) =>
        charter.Charter[organ].Count is null
            ? (majority.Needed(charter.SizeOf(organ)), charter.SizeOf(organ))
            : (charter.Meeting(organ, majority).Insiders ?? charter.SizeOf(organ) + 1, charter.UsuallyPresent(organ));
}
