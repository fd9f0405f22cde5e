using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>It starts when enough members ask for it, whatever the body in charge wants.</summary>
[Sentence(
    "on petition of {petitioners}",
    Played = false,
    Wording = "on the petition of {petitioners}",
    Example = "on petition of 10% of Members"
)]
public sealed record Petition(Portion Petitioners) : Tail
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> NormsOn(Rule head) =>
        head is Power power ? [new InitiativeNorm(Petitioners, power.Holder, InDefaultOf: null)] : [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("at the wish of the body in charge"), new("on petition of one half")];
}
