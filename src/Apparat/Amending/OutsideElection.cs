using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Lets a body of members outside fill seats that were filled from inside.</summary>
internal sealed class OutsideElection : Reform
{
    public override IEnumerable<string> For(Draft draft) =>
        from s in draft.Sentences
        where s.Rule is SelectionRule { OnlyVacancies: false, ByVirtueOf: null }
        from members in draft.Outside
        let selection = (SelectionRule)s.Rule
        where selection.Electors != members
        select draft.Redraft(s.Name, new Elects(members, selection.Fills) { Tails = [new Threshold(Threshold.Kind.Majority)] });
}
