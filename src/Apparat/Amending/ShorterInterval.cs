using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Says how far apart meetings may be at most.</summary>
internal sealed class ShorterInterval : Reform
{
    private const int Months = 15;

    public override IEnumerable<string> For(Draft draft) =>
        draft
            .Sentences.Where(s => s.Rule is Convenes)
            .SelectMany(s => draft.WithTail(s.Name, s.Rule, new AtMostApart(new Period(Months, TimeUnit.Months))));
}
