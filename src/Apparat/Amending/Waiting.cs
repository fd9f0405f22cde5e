using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Lets members vote only some time after they joined.</summary>
internal sealed class Waiting : Reform
{
    private const int Days = 90;

    public override IEnumerable<string> For(Draft draft) =>
        draft
            .Members.Where(m => draft.About.Contains(m) && !draft.Charter.Norms<WaitingNorm>().Any(w => w.Norm.Members == m))
            .Select(m => draft.Insert(new WaitingPeriod(m, new Period(Days, TimeUnit.Days))));
}
