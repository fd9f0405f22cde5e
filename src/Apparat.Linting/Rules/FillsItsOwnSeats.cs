using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>A body, with the offices that head it, chooses its own successors.</summary>
public sealed class FillsItsOwnSeats : LintRule
{
    /// <inheritdoc/>
    public override string Id => "CAP001";

    /// <inheritdoc/>
    public override string Title => "a body fills its own seats";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Capture;

    /// <inheritdoc/>
    public override string Source => "Michels 1911, co-optation";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var node in charter.Graph.Nodes)
        {
            // Who is only one of many in the joint meeting that chooses him does not fill his seat.
            var own = charter.Ordinary.Where(e => e.From == node.Index && e.To == node.Index && e.Part > 0.5).ToList();
            if (!charter.Graph.CirclesOf(own, 1).IsEmpty)
                yield return CircleFinding.Of(
                    this,
                    charter,
                    ImmutableSortedSet.Create(node.Index),
                    own,
                    $"{node.Name} fills its own seats"
                );
        }
    }
}
