using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>The common way through a ballot: tails name first, the head chooses otherwise, and tails may refuse whoever was chosen.</summary>
internal static class Ballots
{
    public static void Fill(SelectionRule rule, Ballot ballot, Func<Seat, PersonId> choose)
    {
        for (var i = 0; i < ballot.Open.Length; i++)
        {
            var seat = ballot.Open[i];
            var chosen = PersonId.None;
            foreach (var tail in rule.Tails)
            {
                if (chosen.IsNone)
                    chosen = tail.Names(ballot, seat);
            }
            if (chosen.IsNone)
                chosen = choose(seat);
            foreach (var tail in rule.Tails)
            {
                if (!chosen.IsNone && !tail.Lets(ballot, seat, chosen))
                    chosen = PersonId.None;
            }
            ballot.Take(seat, chosen);
        }
    }
}
