using System.Collections.Immutable;

namespace Apparat.Linting;

/// <summary>Bodies that choose one another in a circle: the circular flow of power.</summary>
public sealed class ClosedCircle : LintRule
{
    /// <inheritdoc/>
    public override string Id => "CAP002";

    /// <inheritdoc/>
    public override string Title => "a closed circle chooses its own choosers";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Capture;

    /// <inheritdoc/>
    public override string Source => "Daniels 1960, \"circular flow of power\"";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var group in charter.Groups())
        {
            var among = charter.Ordinary.Where(e => e.From != e.To && group.Contains(e.From) && group.Contains(e.To)).ToList();
            var names = group.Select(n => charter.Graph.Nodes[n].Name).ToImmutableArray();
            yield return CircleFinding.Of(
                this,
                charter,
                group,
                among,
                $"{string.Join(", ", names[..^1])} and {names[^1]} choose one another"
            );
        }
    }
}
