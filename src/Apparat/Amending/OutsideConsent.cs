using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>Gives a body of members outside a second key, and says what its silence means.</summary>
internal sealed class OutsideConsent : Reform
{
    private const int Days = 60;

    public override IEnumerable<string> For(Draft draft) =>
        from s in draft.Sentences
        where s.Rule is SelectionRule && s.Rule.TailOf<Consent>() is null && Draft.Takes(s.Rule, typeof(Consent))
        from members in draft.Outside
        select draft.Redraft(
            s.Name,
            s.Rule with
            {
                Tails = Draft.Takes(s.Rule, typeof(Silence))
                    ? [.. s.Rule.Tails, new Consent(members), new Silence(Silence.Verdict.Refused, Days)]
                    : [.. s.Rule.Tails, new Consent(members)],
            }
        );
}
