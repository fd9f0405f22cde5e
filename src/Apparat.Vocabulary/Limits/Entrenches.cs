using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Clauses that only more can change than can change the others.</summary>
[Sentence(
    "clause/clauses {clauses} only by {majority} [{base}]",
    Unplayed = "nobody in play writes law: what is amended is an event of the scenario",
    Wording = "clause/clauses {clauses} may be amended only by {majority} [{base}]",
    Example = "clauses 4, 5.7, 12 only by three quarters of all members"
)]
[Sentence("clause/clauses {clauses} is/are|be amended only by {majority} [{base}]")]
public sealed record Entrenches(ImmutableArray<ClauseId> Clauses, Threshold.Kind Majority, Threshold.Of Base = Threshold.Of.OfThoseVoting)
    : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms =>
        [
            new AmendmentNorm(
                By: null,
                new Threshold(Majority, Base).Shape(new Decision(default, default, Open: true)).Majority,
                Meetings: 1,
                ConfirmedBy: null,
                Clauses
            ),
        ];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("amended like the others"), new("not at all")];
}
