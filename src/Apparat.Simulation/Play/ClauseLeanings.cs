using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>What clauses themselves add to votes, as one more motive: each as far as its share goes.</summary>
internal sealed record ClauseLeanings : Motive
{
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        var w = ((Scene)now).World;
        var sum = 0.0;
        foreach (var r in w.Rulebook.WeighingOnVotes)
        {
            var rule = w.C.Rules[r];
            if (w.ShareNow[rule.Provision] is > 0 and var share && rule.Power!.Leans(now, move) is not 0 and var lean)
            {
                w.Use(rule.Provision);
                sum += share * lean;
            }
        }
        if (sum != 0)
            Lanes.Add(utility, sum);
    }
}
