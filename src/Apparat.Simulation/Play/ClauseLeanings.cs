using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>What clauses themselves add to votes, as one more motive: each as far as its share goes.</summary>
internal sealed record ClauseLeanings : Motive
{
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        var w = ((Scene)now).World;
        var sum = 0.0;
        foreach (var r in w.Rulebook.Powers)
        {
            var rule = w.C.Rules[r];
            if (
                rule.Power!.WeighsOnVotes
                && w.ShareNow[rule.Provision] is > 0 and var share
                && rule.Power!.Leans(now, move) is not 0 and var lean
            )
            {
                w.Use(rule.Provision);
                sum += share * lean;
            }
        }
        for (var i = 0; i < utility.Length && sum != 0; i++)
            utility[i] += sum;
    }
}
