using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Has amendments carried twice, or confirmed by members.</summary>
internal sealed class AmendingHarder : Reform
{
    public override IEnumerable<string> For(Draft draft) =>
        draft
            .Charter.Rules.Where(s => s.Rule is Amends && s.Clause.DefaultOf is null)
            .SelectMany(s =>
                draft
                    .Members.Where(m => m != ((Amends)s.Rule).Body)
                    .Select(Tail (m) => new UntilConfirmed(m))
                    .Prepend(new Successive(2))
                    .SelectMany(t => draft.WithTail(s.Name, s.Rule, t))
            );
}
