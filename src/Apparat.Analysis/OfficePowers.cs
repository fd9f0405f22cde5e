using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Analysis;

/// <summary>The powers of an office: the provisions whose actor is the office or the body it heads (rulings C2).</summary>
public static class OfficePowers
{
    /// <summary>The powers of the office the scenario asks about, by provision name in the order of the charter.</summary>
    /// <exception cref="ArgumentException">The scenario asks nothing.</exception>
    public static ImmutableArray<string> Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var question = scenario.Question ?? throw new ArgumentException("The scenario asks nothing.", nameof(scenario));
        return Of(scenario.Charter, question.Office);
    }

    /// <summary>The powers of an office, by provision name in the order of the charter. A tail is a provision of its own.</summary>
    public static ImmutableArray<string> Of(Charter charter, OrganId office)
    {
        ArgumentNullException.ThrowIfNull(charter);
        var body = charter[office].OfficeOf;
        return [.. charter.Provisions.Where(p => Actors(p.Clause, p.Provision).Any(a => a == office || a == body)).Select(p => p.Name)];
    }

    private static IEnumerable<OrganId> Actors(Clause clause, Provision provision) =>
        provision switch
        {
            Power power => power.Influences.Select(i => i.From).Append(power.Holder),
            Rule rule => rule.Influences.Select(i => i.From),
            Tail tail => clause.Rules.Where(r => r.Tails.Contains(tail)).SelectMany(tail.InfluencesOn).Select(i => i.From),
            _ => [],
        };
}
