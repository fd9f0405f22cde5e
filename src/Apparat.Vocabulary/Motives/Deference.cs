using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Voters lean to the side with the more esteemed head; numbers on a side count a little, and never as a sum.</summary>
[Standard]
[Sentence("voters weigh prestige", Example = "voters weigh prestige")]
public sealed record Deference : Motive
{
    // ln(1 + n) for as many heads as there can be.
    private static readonly double[] Logs = [.. Enumerable.Range(0, 33).Select(n => StableMath.Log(1 + n))];

    /// <summary>Weight of prestige.</summary>
    public Parameter Weight { get; init; } =
        new("b_pres", new LogNormal(1, 0.5), "log-odds per unit of esteem", "deference to the esteemed", "weakly informed");

    /// <summary>What numbers on a side count beside its best head: this times the logarithm of one more than them; at 0 nothing.</summary>
    public Parameter Size { get; init; } =
        new("side_size", new Fixed(0.3), "esteem per log-number", "what numbers on a side count beside its best head", "declared");

    /// <inheritdoc/>
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        var pro = now.Standing(1);
        var con = now.Standing(-1);
        if (pro.IsEmpty && con.IsEmpty)
            return;
        var weight = now[Weight];
        var size = now[Size];
        var more = Crowd(size, pro.Length) - Crowd(size, con.Length);
        Lean(now, pro, weight, more, utility);
        Lean(now, con, -weight, 0, utility);
    }

    private static double Crowd(double size, int n) => size * (n < Logs.Length ? Logs[n] : StableMath.Log(1 + n));

    private static void Lean(Situation now, ReadOnlySpan<PersonId> side, double weight, double more, Span<double> utility)
    {
        if (side.Length == 1)
        {
            Lanes.AddScaled(utility, weight, now.Esteems(side[0]), more);
            return;
        }
        Span<double> best = utility.Length <= 1024 ? stackalloc double[utility.Length] : new double[utility.Length];
        best.Clear();
        foreach (var head in side)
            Lanes.Raise(best, now.Esteems(head));
        Lanes.AddScaled(utility, weight, best, more);
    }
}
