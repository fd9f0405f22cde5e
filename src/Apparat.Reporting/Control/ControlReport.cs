using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>Who controls whom for readers: directly, through others, at which thresholds, and in which circles. Also as JSON.</summary>
public static class ControlReport
{
    /// <summary>The version of the JSON form.</summary>
    public const string Schema = "apparat/control/1";

    /// <summary>The report.</summary>
    /// <param name="name">The name of the scenario.</param>
    /// <param name="relation">What was found.</param>
    /// <param name="threshold">The part of the votes that must be exceeded.</param>
    public static Report Of(string name, ControlRelation relation, Fraction threshold)
    {
        ArgumentNullException.ThrowIfNull(relation);
        var holdings = relation.Holdings;
        var at = relation.All.Where(c => c.By != c.Body && c.At(threshold)).ToList();
        var masters = holdings.Bodies.Where(b => relation.IsItsOwnMaster(b, threshold)).ToList();
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (var circle in holdings.Circles())
            notes.Add(
                circle.Length == 1
                    ? $"{Name(circle[0])} holds votes of its own: {Percent(holdings[circle[0], circle[0]])}."
                    : $"{string.Join(", ", circle.Select(Name))} hold votes of one another in a circle."
            );
        foreach (var body in masters)
            notes.Add(
                $"{Name(body)} is its own master: more than {Percent(threshold)} of its votes are cast by itself or by what it controls."
            );
        notes.Add("A circle alone gives nobody control: whoever has it must start from votes held outside (least fixed point).");
        notes.Add("\"Up to\" is the part of the votes cast as the controller wants: it controls wherever less than that is asked for.");
        return new(
            $"Who controls whom: {name}",
            [
                at.Count == 0
                    ? $"Nobody controls anything at more than {Percent(threshold)} of the votes."
                    : Text(
                        $"{at.Count} {(at.Count == 1 ? "relation of control holds" : "relations of control hold")} at more than {Percent(threshold)} of the votes."
                    ),
            ],
            [
                new(
                    "bodies",
                    "The bodies",
                    [
                        new Table(
                            "Votes held, and who is in control in the end",
                            [new("body"), new("votes held by"), new("dispersed", IsNumber: true), new("controlled by")],
                            [
                                .. holdings.Bodies.Select(b =>
                                    (ImmutableArray<Cell>)
                                        [
                                            Name(b),
                                            string.Join(
                                                ", ",
                                                holdings
                                                    .Organs.Where(o => !holdings[o, b].IsZero)
                                                    .Select(o => $"{Name(o)} {Percent(holdings[o, b])}")
                                            ),
                                            Percent(holdings.Dispersed(b)),
                                            relation.Ultimate(b, threshold) is { IsEmpty: false } u
                                                ? string.Join(", ", u.Select(Name))
                                                : "nobody",
                                        ]
                                ),
                            ]
                        ),
                    ]
                ),
                new(
                    "control",
                    "Who controls what, and up to which threshold",
                    [
                        new Table(
                            "The firmest first; below the line asked for in brackets",
                            [new("who"), new("body"), new("own votes", IsNumber: true), new("up to", IsNumber: true), new("through")],
                            [
                                .. relation
                                    .All.Where(c => c.By != c.Body)
                                    .Select(c =>
                                        (ImmutableArray<Cell>)
                                            [
                                                Name(c.By),
                                                c.At(threshold) ? Name(c.Body) : $"({Name(c.Body)})",
                                                Percent(c.Direct),
                                                Percent(c.UpTo),
                                                c.Through.IsEmpty ? "directly" : string.Join(", ", c.Through.Select(Name)),
                                            ]
                                    ),
                            ]
                        ),
                    ]
                ),
                new("reading", "How to read it", [new Items(notes.ToImmutable())]),
            ],
            []
        );

        string Name(OrganId organ) => holdings.Charter[organ].Name;
    }

    /// <summary>The same for machines; parts of votes are fractions as text and numbers beside them.</summary>
    public static JsonObject ToJson(ControlRelation relation, Fraction threshold)
    {
        ArgumentNullException.ThrowIfNull(relation);
        var holdings = relation.Holdings;
        return new()
        {
            ["schema"] = Schema,
            ["threshold"] = threshold.ToString(),
            ["bodies"] = new JsonArray([
                .. holdings.Bodies.Select(b =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["body"] = Name(b),
                            ["dispersed"] = holdings.Dispersed(b).ToDouble(),
                            ["controlled_by"] = Names(relation.Ultimate(b, threshold)),
                            ["is_its_own_master"] = relation.IsItsOwnMaster(b, threshold),
                        }
                ),
            ]),
            ["control"] = new JsonArray([
                .. relation.All.Select(c =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["by"] = Name(c.By),
                            ["body"] = Name(c.Body),
                            ["direct"] = c.Direct.ToDouble(),
                            ["up_to"] = c.UpTo.ToDouble(),
                            ["up_to_exact"] = c.UpTo.ToString(),
                            ["through"] = Names(c.Through),
                            ["at_threshold"] = c.At(threshold),
                        }
                ),
            ]),
            ["circles"] = new JsonArray([.. holdings.Circles().Select(c => (JsonNode)Names(c))]),
        };

        string Name(OrganId organ) => holdings.Charter[organ].Name;

        JsonArray Names(IEnumerable<OrganId> organs) => new([.. organs.Select(o => (JsonNode)Name(o))]);
    }

    private static string Percent(Fraction part) => (100 * part.ToDouble()).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
