using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Lets a tenth of the members call a meeting that whoever must call it does not.</summary>
internal sealed class Requisition : Reform
{
    private const int Days = 30;

    public override IEnumerable<string> For(Draft draft) =>
        from call in draft.Charter.Norms<CallNorm>()
        where draft.Sentences.Any(s => s.Name == call.Name)
        from members in draft.Members
        select draft.Insert(
            new Requisitions(new Portion(new Quantity(10, 100), members), call.Norm.Meeting)
            {
                Tails = [new InDefault(call.Norm.By, new Period(Days, TimeUnit.Days))],
            }
        );
}
