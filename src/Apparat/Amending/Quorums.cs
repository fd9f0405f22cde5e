using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Gives a body a quorum of more than half of those who usually come, and its adjourned meeting the same.</summary>
internal sealed class Quorums : Reform
{
    public override IEnumerable<string> For(Draft draft)
    {
        foreach (var body in draft.About)
        {
            var least = new Portion(
                draft.Charter.Charter[body].Count is null ? Quantity.Majority : new Quantity((draft.Charter.UsuallyPresent(body) / 2) + 1),
                body
            );
            var first = draft.Sentences.FirstOrDefault(s => s.Rule is Quorum q && q.Body == body);
            yield return first.Rule is null ? draft.Insert(new Quorum(body, least)) : draft.Redraft(first.Name, new Quorum(body, least));
            var again = draft.Sentences.FirstOrDefault(s => s.Rule is AdjournedQuorum q && q.Body == body);
            var same = first.Rule is Quorum now ? now.Least : least;
            yield return again.Rule is null
                ? draft.Insert(new AdjournedQuorum(body, same))
                : draft.Redraft(again.Name, new AdjournedQuorum(body, same));
        }
    }
}
