using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A cap on how many of a body may have something in common: an employer, a region.</summary>
[Sentence(
    "at most {most} shares/share {attribute:a}",
    Takes = [typeof(GivesWay)],
    Unplayed = "most persons in play have no employer or region",
    Wording = "not more than {most} shall share {attribute:a}",
    Example = "at most 40% of Board shares an employer, fewest votes gives way"
)]
public sealed record SharingCap(Portion Most, AttributeId Attribute) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new SharingNorm(Most.Of, Most.Quantity, Attribute)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("no cap"), new("at most one half")];
}
