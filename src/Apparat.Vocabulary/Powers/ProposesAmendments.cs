using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Who may put an amendment forward: a gate before the gate.</summary>
[Sentence(
    "{body} proposes/propose amendments",
    Takes = [typeof(Notice), typeof(Deadline)],
    Unplayed = "nobody in play writes law: what is amended is an event of the scenario",
    Wording = "amendments may be proposed by {body}",
    Example = "Board proposes amendments"
)]
[Sentence("{body} or {together} proposes/propose amendments", Wording = "amendments may be proposed by {body} or by {together}")]
[Sentence("{together} proposes/propose amendments", Wording = "amendments may be proposed by {together}")]
public sealed record ProposesAmendments(OrganId? Body = null, Portion? Together = null) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Body ?? Together?.Of ?? default;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new ProposalNorm(Body, Together)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("any member proposes"), new("only the body that decides proposes")];
}
