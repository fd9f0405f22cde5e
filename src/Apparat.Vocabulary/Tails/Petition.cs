using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>
/// It starts when enough members ask for it, whatever the body in charge wants: a contender who would gain by it collects signatures, and those
/// sign who would vote for it. Nobody else has a standing that it would raise, and so nobody else starts one.
/// </summary>
[Sentence("on petition of {petitioners}", Wording = "on the petition of {petitioners}", Example = "on petition of 10% of Members")]
public sealed record Petition(Portion Petitioners) : Tail
{
    internal static readonly Parameter Petitioning = new(
        "petitioning",
        new LogNormal(0.1, 0.7),
        "probability a month",
        "how often a contender who would gain by a petition starts one",
        "weakly informed"
    )
    {
        Accrues = Accrual.Share,
    };

    /// <summary>How often a contender who would gain by a petition starts one; at 0 never.</summary>
    public Parameter Readiness { get; init; } = Petitioning;

    /// <inheritdoc/>
    public override IEnumerable<Norm> NormsOn(Rule head) =>
        head is Power power ? [new InitiativeNorm(Petitioners, power.Holder, InDefaultOf: null) { Readiness = Readiness }] : [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("at the wish of the body in charge"), new("on petition of one half")];
}
