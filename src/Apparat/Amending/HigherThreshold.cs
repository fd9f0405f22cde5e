using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Raises what carries a vote: to two thirds, to three quarters, to a majority of all.</summary>
internal sealed class HigherThreshold : Reform
{
    private static readonly Threshold[] Steps =
    [
        new(Threshold.Kind.TwoThirds),
        new(Threshold.Kind.ThreeQuarters),
        new(Threshold.Kind.Majority, Threshold.Of.OfAllMembers),
    ];

    public override IEnumerable<string> For(Draft draft) =>
        from s in draft.Sentences
        let actor = s.Rule is SelectionRule e ? e.Electors : (s.Rule as Power)?.Holder
        where actor is not null
        let now = s.Rule.By(actor.Value).Majority
        from step in Steps
        let then = step.Shape(s.Rule.By(actor.Value)).Majority
        where Share(then) > Share(now) || (Share(then) == Share(now) && then.Base > now.Base)
        from change in draft.WithTail(s.Name, s.Rule, step)
        select change;

    private static double Share(Majority majority) => (double)majority.Numerator / majority.Denominator;
}
