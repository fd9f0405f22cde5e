using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>
/// Somebody ordinary holds an office from the first day: a newcomer to whom nobody is tied, with the medians of the cadres' qualities.
/// He counts as a contender, since only a head can gather followers: else the office could do nothing for him by definition.
/// </summary>
/// <param name="Office">The office.</param>
public sealed record SeatNewcomer(OrganId Office) : Amendment
{
    private static readonly Trait[] All = Enum.GetValues<Trait>();

    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var newcomer = Of(scenario);
        return scenario with
        {
            Cast = scenario.Cast with
            {
                People = scenario.Cast.People.Add(newcomer),
                Contenders = scenario.Cast.Contenders.Add(newcomer.Id),
            },
            Holders = scenario.Holders.Add(new HolderChange(Office, [newcomer.Id])),
        };
    }

    /// <inheritdoc/>
    public override string Describe(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return $"{Of(scenario).Name}, a newcomer, as {scenario.Charter[Office].Name}";
    }

    /// <summary>The newcomer: his qualities are known, none of them drawn.</summary>
    public static Person Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var formulas = scenario.Cast.CadreTraits.ToDictionary(f => f.Trait);
        var article =
            scenario.Cast.CadreName.StartsWith("an ", StringComparison.Ordinal) ? 3
            : scenario.Cast.CadreName.StartsWith("a ", StringComparison.Ordinal) ? 2
            : 0;
        return new Person
        {
            Id = new PersonId(scenario.Cast.People.Length),
            Name = $"the median {scenario.Cast.CadreName[article..]}",
            Key = Key.Of("the median cadre"),
            Traits = All.ToImmutableDictionary(
                t => t,
                Distribution (t) =>
                    new Fixed(
                        formulas.TryGetValue(t, out var f) ? Math.Clamp(f.Base.Quantile(0.5), f.Low, f.High)
                        : t == Trait.Capacity ? 1
                        : 0
                    )
            ),
        };
    }
}
