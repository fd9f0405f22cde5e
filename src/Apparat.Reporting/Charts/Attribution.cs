using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>To which family a part belongs.</summary>
public enum PartKind
{
    /// <summary>What happens with every factor away.</summary>
    Baseline,

    /// <summary>Rules.</summary>
    Rules,

    /// <summary>People.</summary>
    People,

    /// <summary>Events.</summary>
    Events,

    /// <summary>What is left.</summary>
    Luck,
}

/// <summary>A part of the whole.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Kind">Its family.</param>
/// <param name="Value">Its size with interval; below 0 if it worked against the outcome.</param>
public sealed record Part(string Name, PartKind Kind, Estimate Value);

/// <summary>Rules, people, events, luck: one bar, and a row with its interval for every part.</summary>
/// <param name="Parts">The parts; their values sum to 1.</param>
public sealed record Attribution(ImmutableArray<Part> Parts) : Chart
{
    /// <inheritdoc/>
    public override Table Data =>
        new(Title, [new("part"), new("family"), new("share", IsNumber: true)], [.. Parts.Select(p => ImmutableArray.Create<Cell>(p.Name, p.Kind.ToString().ToLowerInvariant(), p.Value))]);
}
