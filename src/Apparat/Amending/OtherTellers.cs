using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Has the votes counted by somebody whom those voted on neither are nor choose.</summary>
internal sealed class OtherTellers : Reform
{
    public override IEnumerable<string> For(Draft draft) =>
        from s in draft.Sentences
        where s.Rule is CountsTheVotes
        let count = (CountsTheVotes)s.Rule
        from teller in draft.Charter.Charter.Organs
        where
            teller.Joins.IsEmpty
            && teller.Id != count.Office
            && draft.Charter.Graph[teller.Id] != draft.Charter.Graph[count.Target]
            && !draft.Charter.Ordinary.Any(e => e.From == draft.Charter.Graph[count.Target].Index && e.Held == teller.Id)
        select draft.Redraft(s.Name, new CountsTheVotes(teller.Id, count.Target));
}
