using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Sets a veto aside: who can do so is stronger than who vetoes.</summary>
[Sentence(
    "{body} overrides/override {office}",
    Takes = [typeof(Threshold), typeof(Secret)],
    Wording = "{body} may override {office}",
    Example = "Council overrides President by two thirds"
)]
public sealed record Overrides(OrganId Body, OrganId Office) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Body, Office, Hold.Agenda, Share, Decides: false)];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new VetoNorm(Body, Office, Overrides: true, By(Body).Majority)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("a veto is final"), new("overridden by majority")];
}
