using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Caps how many absent members one person may vote for.</summary>
internal sealed class ProxyCap : Reform
{
    private const int Most = 3;

    public override IEnumerable<string> For(Draft draft) =>
        draft.Sentences.Where(s => s.Rule is Proxy).SelectMany(s => draft.WithTail(s.Name, s.Rule, new EachAtMost(Most)));
}
