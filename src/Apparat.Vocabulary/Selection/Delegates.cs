using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Those who lead branches bring delegates: a share of each branch's delegates follows its leader, the rest its members.</summary>
[Sentence(
    "{leaders} chooses/choose {body} by delegation",
    Wording = "delegates to {body} shall be sent under the lead of {leaders}",
    Example = "Branch Secretaries choose Congress by delegation"
)]
public sealed record Delegates(OrganId Leaders, OrganId Body) : SelectionRule
{
    /// <inheritdoc/>
    public override ImmutableArray<OrganId> Fills => [Body];

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Leaders, Body, Hold.Fill, Share, Decides: true)];

    /// <inheritdoc/>
    public override bool EachFillsAPart => true;

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("delegates in proportion to the branches' leanings"), new("lot among members", new DelegatesByLot(Leaders, Body))];

    /// <inheritdoc/>
    public override void Fill(Ballot ballot) => ballot.Delegate(Leaders, Body, this, byLot: false);
}

/// <summary>Delegates drawn by lot from the members of each branch; nobody leads them. Only ever a reference.</summary>
public sealed record DelegatesByLot(OrganId Leaders, OrganId Body) : SelectionRule
{
    /// <inheritdoc/>
    public override ImmutableArray<OrganId> Fills => [Body];

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("lot among members"), new("no delegates")];

    /// <inheritdoc/>
    public override void Fill(Ballot ballot) => ballot.Delegate(Leaders, Body, this, byLot: true);
}
