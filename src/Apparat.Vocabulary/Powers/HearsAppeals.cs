using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Can set aside what another decided about a person: an expulsion, a refusal, a count.</summary>
[Sentence(
    "{body} hears/hear appeals against {against}",
    Takes = [typeof(Threshold)],
    Unplayed = "what is decided about a person in play stands: there is no wrong in it to be set right",
    Wording = "appeals against decisions of {against} shall be heard by {body}",
    Example = "Appeals Committee hears appeals against Board"
)]
public sealed record HearsAppeals(OrganId Body, OrganId Against) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Body, Against, Hold.Agenda, Share, Decides: false)];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new AppealNorm(Body, Against)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("decisions are final"), new("the members hear appeals")];
}
