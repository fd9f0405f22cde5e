using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Caps how many of a body may share what persons are declared to share.</summary>
internal sealed class SharingCaps : Reform
{
    public override IEnumerable<string> For(Draft draft) =>
        from body in draft.About
        where draft.Charter.Charter[body].Count is null && draft.Charter.SizeOf(body) >= 3
        from attribute in draft.Attributes
        select draft.Insert(new SharingCap(new Portion(new Quantity(40, 100), body), attribute.Id));
}
