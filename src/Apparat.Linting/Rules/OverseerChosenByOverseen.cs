using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Whoever may remove, expel or must confirm others owes his own seat to them.</summary>
public sealed class OverseerChosenByOverseen : LintRule
{
    /// <inheritdoc/>
    public override string Id => "CAP003";

    /// <inheritdoc/>
    public override string Title => "an overseer is appointed by the overseen";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Capture;

    /// <inheritdoc/>
    public override string Source => "Fama and Jensen 1983, \"separation of decision and control\"";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        var pairs = charter
            // One of many in a joint meeting oversees nobody by himself, nor chooses anybody.
            .Graph.Edges.Where(e => e.Hold is Hold.Remove or Hold.Expel or Hold.Confirm && e.From != e.To && e.Part > 0.5)
            .GroupBy(e => (Overseer: e.From, Overseen: e.To));
        foreach (var over in pairs)
        {
            var fills = charter
                .Ordinary.Where(e => e.Hold == Hold.Fill && e.From == over.Key.Overseen && e.To == over.Key.Overseer && e.Part > 0.5)
                .ToList();
            if (fills.Count == 0)
                continue;
            var (overseer, overseen) = (charter.Graph.Nodes[over.Key.Overseer].Name, charter.Graph.Nodes[over.Key.Overseen].Name);
            yield return Found(
                $"{overseer} oversees {overseen}, which chooses it",
                [overseer, overseen],
                charter.Said(fills.Concat(over).Select(e => e.Provision))
            );
        }
    }
}
