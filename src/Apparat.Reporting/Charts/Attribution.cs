using System.Collections.Immutable;
using System.Text.Json.Nodes;
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
/// <param name="Families">The families, whose values sum to 1, in the order of the bar.</param>
/// <param name="Parts">The parts they are made of.</param>
public sealed record Attribution(ImmutableArray<Part> Families, ImmutableArray<Part> Parts) : Chart
{
    /// <inheritdoc/>
    public override Table Data =>
        new(
            Title,
            [new("part"), new("family"), new("of 100 (95 % interval)", IsNumber: true)],
            [
                .. Families
                    .Concat(Parts)
                    .DistinctBy(p => (p.Name, p.Kind))
                    .Select(p => ImmutableArray.Create<Cell>(p.Name, Word(p.Kind), p.Value)),
            ]
        );

    /// <inheritdoc/>
    internal override JsonObject Drawing =>
        new() { ["families"] = List(Families.Select(f => Row(f))), ["parts"] = List(Parts.Select(p => Row(p))) };

    /// <summary>The name of a family in lower case.</summary>
    internal static string Word(PartKind kind) => kind.ToString().ToLowerInvariant();

    private static JsonObject Row(Part part) =>
        new()
        {
            ["name"] = part.Name,
            ["label"] = part.Name,
            ["kind"] = Word(part.Kind),
            ["value"] = Hundredth(part.Value.Value),
            ["low"] = Hundredth(part.Value.Low),
            ["high"] = Hundredth(part.Value.High),
            ["text"] = Figures.Hundredths(part.Value),
        };
}
