using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Calls the meetings of a body.</summary>
[Sentence(
    "{office} convenes|convene|calls|call {targets}",
    Takes = [typeof(Notice), typeof(AtMost)],
    Played = false,
    Wording = "{office} shall convene {targets}",
    Example = "Secretariat convenes Central Committee"
)]
public sealed record Convenes(OrganId Office, ImmutableArray<OrganId> Targets) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Office;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => Targets.Select(t => new Influence(Office, t, Hold.Shape, Share, Decides: false));

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("meets by the statute's calendar"), new("a third of its members may call it")];
}
