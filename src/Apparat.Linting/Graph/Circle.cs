using System.Collections.Immutable;

namespace Apparat.Linting;

/// <summary>A circle of selection: each step's receiver is the next step's holder, and the last receiver is the first holder.</summary>
/// <param name="Steps">Its steps, from the node that comes first in the charter; no node occurs twice.</param>
public sealed record Circle(ImmutableArray<InfluenceEdge> Steps)
{
    /// <summary>How many steps it takes to come back; 1 for a body that fills its own seats.</summary>
    public int Length => Steps.Length;
}
