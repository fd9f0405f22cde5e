using System.Collections.Immutable;

namespace Apparat.Reporting;

/// <summary>A hold of one organ on another.</summary>
/// <param name="From">Who has it.</param>
/// <param name="To">On whom.</param>
/// <param name="Label">By which clause, and how.</param>
/// <param name="InCircle">Whether it is part of a closed circle through the office.</param>
public sealed record Arrow(string From, string To, string Label, bool InCircle);

/// <summary>Who fills whose seats: organs as boxes, holds as arrows, a closed circle drawn strong.</summary>
/// <param name="Organs">The organs, in the order in which they stand around the map.</param>
/// <param name="Arrows">The holds.</param>
public sealed record CharterMap(ImmutableArray<string> Organs, ImmutableArray<Arrow> Arrows) : Chart
{
    /// <inheritdoc/>
    public override Table Data =>
        new(
            Title,
            [new("who"), new("on whom"), new("by"), new("in a closed circle")],
            [.. Arrows.Select(a => ImmutableArray.Create<Cell>(a.From, a.To, a.Label, a.InCircle ? "yes" : ""))]
        );
}
