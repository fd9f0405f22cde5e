using Apparat.Model;

namespace Apparat.Linting;

/// <summary>What the agenda setter does not put forward cannot be decided.</summary>
public sealed class AgendaMonopoly : LintRule
{
    /// <inheritdoc/>
    public override string Id => "INF003";

    /// <inheritdoc/>
    public override string Title => "one office alone decides what is discussed";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Information;

    /// <inheritdoc/>
    public override string Source => "Romer and Rosenthal 1978, \"agenda control\"";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        // Who vetoes or acts in another's place has a hold on its business, but does not set it.
        var others = charter.NamesOf<VetoNorm>().Union(charter.NamesOf<ActingNorm>());
        foreach (var agenda in charter.Graph.Edges.Where(e => e.Hold == Hold.Agenda && !others.Contains(e.Provision)).GroupBy(e => e.Held))
        {
            var setters = agenda.Select(e => e.Holder).Distinct().ToList();
            // A share below one leaves part of the motions to the members.
            if (setters is not [var setter] || setter == agenda.Key || agenda.Any(e => charter.Mean(e.Share) < 1))
                continue;
            var finding = Found(
                $"Only {charter.Name(setter)} decides what {charter.Name(agenda.Key)} discusses",
                [charter.Name(setter), charter.Name(agenda.Key)],
                charter.Said(agenda.Select(e => e.Provision))
            );
            // A chair who sets the agenda of his own body is common practice, and the body can replace him.
            yield return charter.Graph.IsWithin(setter, agenda.Key) ? finding with { Severity = Severity.Note } : finding;
        }
    }
}
