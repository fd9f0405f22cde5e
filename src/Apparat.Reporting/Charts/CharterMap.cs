using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Apparat.Reporting;

/// <summary>An organ on the map of a charter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Note">A second, smaller line; empty for none.</param>
/// <param name="IsOffice">Whether it is the office asked about, or the body it heads.</param>
/// <param name="InCircle">Whether a closed circle through the office passes through it.</param>
public sealed record MapOrgan(string Name, string Note = "", bool IsOffice = false, bool InCircle = false);

/// <summary>A hold of one organ on another.</summary>
/// <param name="From">Who has it.</param>
/// <param name="To">On whom.</param>
/// <param name="Does">What it does, for example "fills".</param>
/// <param name="By">By which clauses.</param>
/// <param name="OfOffice">Whether it is a power of the office asked about.</param>
/// <param name="InCircle">Whether it is part of a closed circle through the office.</param>
public sealed record Arrow(string From, string To, string Does, string By, bool OfOffice, bool InCircle);

/// <summary>Who fills whose seats, tier by tier: what the statute builds goes up, what the office does bends back down.</summary>
/// <param name="Organs">The organs.</param>
/// <param name="Arrows">The holds.</param>
public sealed record CharterMap(ImmutableArray<MapOrgan> Organs, ImmutableArray<Arrow> Arrows) : Chart
{
    /// <inheritdoc/>
    public override Table Data =>
        new(
            Title,
            [new("who"), new("does what"), new("to whom"), new("by clause"), new("power of the office"), new("in a closed circle")],
            [
                .. Arrows.Select(a =>
                    ImmutableArray.Create<Cell>(a.From, a.Does, a.To, a.By, a.OfOffice ? "yes" : "", a.InCircle ? "yes" : "")
                ),
            ]
        );

    /// <inheritdoc/>
    internal override JsonObject Drawing =>
        new()
        {
            ["organs"] = List(
                Organs.Select(o => new JsonObject
                {
                    ["name"] = o.Name,
                    ["note"] = o.Note,
                    ["isOffice"] = o.IsOffice,
                    ["inCircle"] = o.InCircle,
                })
            ),
            ["arrows"] = List(
                Arrows.Select(a => new JsonObject
                {
                    ["from"] = IndexOf(a.From),
                    ["to"] = IndexOf(a.To),
                    ["text"] = $"{a.Does} ({a.By})",
                    ["ofOffice"] = a.OfOffice,
                    ["inCircle"] = a.InCircle,
                })
            ),
        };

    private int IndexOf(string organ) => Organs.TakeWhile(o => o.Name != organ).Count();
}
