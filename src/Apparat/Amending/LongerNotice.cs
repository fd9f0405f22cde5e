using Apparat.Linting;
using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Gives notice two weeks before nominations close.</summary>
internal sealed class LongerNotice : Reform
{
    private const int Days = 14;

    public override IEnumerable<string> For(Draft draft)
    {
        var closes = draft.Charter.Norms<NominationNorm>().Select(n => n.Norm.DaysBefore ?? 0).DefaultIfEmpty(0).Max();
        return closes == 0 ? [] : draft.Sentences.SelectMany(s => draft.WithTail(s.Name, s.Rule, new Notice(closes + Days)));
    }
}
