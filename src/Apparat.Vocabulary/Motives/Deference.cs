using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Voters lean to the side with the more esteemed head; numbers on a side count a little, and never as a sum.</summary>
[Standard]
[Sentence("voters weigh prestige", Example = "voters weigh prestige")]
public sealed record Deference : Motive
{
    private const double Size = 0.3;

    /// <summary>Weight of prestige.</summary>
    public Parameter Weight { get; init; } = new("b_pres", new LogNormal(1, 0.5), "log-odds per unit of esteem", "deference to the esteemed", "weakly informed");

    /// <inheritdoc/>
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        var pro = now.Standing(1);
        var con = now.Standing(-1);
        if (pro.IsEmpty && con.IsEmpty)
            return;
        var weight = now[Weight];
        var (more, fewer) = (Crowd(pro.Length), Crowd(con.Length));
        for (var i = 0; i < voters.Length; i++)
            utility[i] += weight * (Best(now, voters[i], pro) + more - Best(now, voters[i], con) - fewer);
    }

    private static double Crowd(int n) => n == 0 ? 0 : Size * StableMath.Log(1 + n);

    private static double Best(Situation now, PersonId voter, ReadOnlySpan<PersonId> side)
    {
        var best = 0.0;
        foreach (var head in side)
            best = Math.Max(best, now.Prestige(voter, head));
        return best;
    }
}
