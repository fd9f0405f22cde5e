using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Lets those who fill vacancies put in a minority at a time, or only until those meet who elect.</summary>
internal sealed class Caretakers : Reform
{
    public override IEnumerable<string> For(Draft draft)
    {
        foreach (var (name, _, rule) in draft.Sentences.Where(s => s.Rule is SelectionRule))
        {
            var fills = ((SelectionRule)rule).Fills;
            var most = fills.IsEmpty ? 0 : (fills.Min(draft.Charter.SizeOf) - 1) / 2;
            if (most > 0)
            {
                foreach (var change in draft.WithTail(name, rule, new AtMost(most)))
                    yield return change;
            }
            foreach (var members in draft.Members)
            {
                var lasting = rule with { Tails = [.. rule.Tails.Where(t => t is not RestOfTerm)] };
                foreach (var change in draft.WithTail(name, lasting, new Until(members)))
                    yield return change;
            }
        }
        foreach (var organ in draft.About.Where(o => draft.Charter.SizeOf(o) > 1 && draft.Charter.Charter[o].Count is null))
        {
            foreach (var members in draft.Members)
                yield return draft.Insert(
                    new FillsVacancies(organ, organ)
                    {
                        Tails = [new Until(members), new AtMost(Math.Max(1, (draft.Charter.SizeOf(organ) - 1) / 2))],
                    }
                );
        }
    }
}
