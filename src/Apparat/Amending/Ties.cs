using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Says what happens when votes are even: the lot, or an office that breaks ties.</summary>
internal sealed class Ties : Reform
{
    public override IEnumerable<string> For(Draft draft)
    {
        foreach (var change in draft.Sentences.SelectMany(s => draft.WithTail(s.Name, s.Rule, new TieBreak(TieBreak.Way.ByLot))))
            yield return change;
        foreach (var body in draft.About)
        {
            foreach (var office in draft.Charter.Charter.Organs.Where(o => o.OfficeOf == body))
                yield return draft.Insert(new OnlyBreaksTies(office.Id, body));
        }
    }
}
