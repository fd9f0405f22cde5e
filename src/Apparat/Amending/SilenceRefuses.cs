using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Says that a consent not given in time is refused.</summary>
internal sealed class SilenceRefuses : Reform
{
    private const int Days = 60;

    public override IEnumerable<string> For(Draft draft) =>
        draft
            .Sentences.Where(s => s.Rule.Tails.All(t => !t.SettlesSilence))
            .SelectMany(s => draft.WithTail(s.Name, s.Rule, new Silence(Silence.Verdict.Refused, Days)));
}
