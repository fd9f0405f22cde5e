using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>It rules now and lapses unless another body confirms it later: at its next meeting whoever was chosen is voted on, and leaves if he is not kept.</summary>
[Sentence(
    "until [next] {organ} confirms/confirm [by {majority}]",
    Wording = "until confirmed by {organ} [by {majority}]",
    Example = "until Annual Meeting confirms by majority"
)]
public sealed record UntilConfirmed(OrganId Organ, Threshold.Kind? Majority = null) : Tail
{
    /// <inheritdoc/>
    public override IEnumerable<Influence> InfluencesOn(Rule head) =>
        head is SelectionRule selection ? selection.Fills.Select(t => new Influence(Organ, t, Hold.Confirm, Share, Decides: false)) : [];

    /// <inheritdoc/>
    public override OrganId? Ends => Organ;

    /// <inheritdoc/>
    public override Decision? Keeping =>
        new Threshold(Majority ?? Threshold.Kind.Majority).Shape(new Decision(Organ, Model.Majority.Simple, Open: true));

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("for good"), new("it needs consent beforehand")];
}
