using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Lets those who choose an organ, members or another body that votes remove its holders by two thirds.</summary>
internal sealed class Removals : Reform
{
    public override IEnumerable<string> For(Draft draft) =>
        from organ in draft.About
        where draft.Charter.Charter[organ].Count is null
        from remover in draft
            .Charter.Ordinary.Where(e => e.Hold == Hold.Fill && e.Held == organ)
            .Select(e => e.Holder)
            .Concat(draft.Members)
            .Concat(draft.Charter.VotingBodies.Select(b => b.Id).Where(b => !draft.About.Contains(b)))
            .Distinct()
        where !draft.Charter.Graph.Edges.Any(e => e.Hold == Hold.Remove && e.Held == organ && e.Holder == remover)
        select draft.Insert(new Dismisses(remover, [organ]) { Tails = [new Threshold(Threshold.Kind.TwoThirds)] });
}
