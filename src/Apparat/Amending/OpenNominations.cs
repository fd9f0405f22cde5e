using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Opens a second route to the ballot: members who nominate together, or a list that is not the last word.</summary>
internal sealed class OpenNominations : Reform
{
    private const int Together = 25;

    public override IEnumerable<string> For(Draft draft)
    {
        foreach (var (name, _, rule) in draft.Sentences.Where(s => s.Rule is SelectionRule && s.Rule.TailOf<Slate>() is not null))
        {
            foreach (var change in draft.WithTail(name, rule, new Nominations()))
                yield return change;
        }
        foreach (var organ in draft.About.Where(o => draft.Charter.Graph.Edges.Any(e => e.Hold == Hold.List && e.Held == o)))
        {
            foreach (var members in draft.Members)
                yield return draft.Insert(
                    new NominateTogether(
                        new Portion(new Quantity(Math.Clamp(draft.Charter.UsuallyPresent(members) / 5, 1, Together)), members),
                        organ
                    )
                );
        }
    }
}
