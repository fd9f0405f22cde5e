using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Voters fear those who can reach their seat, if those win: two passes give fear and bandwagon. Nothing to fear in a secret ballot.</summary>
[Standard]
[Sentence("voters weigh their fears", Example = "voters weigh their fears")]
public sealed record Fears : Motive
{
    /// <summary>Weight of sanctions.</summary>
    public Parameter Weight { get; init; } = new("b_fear", new LogNormal(1.5, 0.6), "log-odds", "weight of sanctions and bandwagon", "weakly informed");

    /// <summary>Severity of sanctions.</summary>
    public Parameter Severity { get; init; } = new Pace().Sanction;

    /// <inheritdoc/>
    public override bool NeedsForecast => true;

    /// <inheritdoc/>
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        if (!move.By.Open)
            return;
        var weight = now[Weight] * now[Severity];
        var carried = now.Forecast;
        for (var i = 0; i < voters.Length; i++)
            utility[i] -= weight * (((1 - carried) * Reach(now, voters[i], -1)) - (carried * Reach(now, voters[i], 1)));
    }

    private static double Reach(Situation now, PersonId voter, int side)
    {
        var most = 0.0;
        foreach (var head in now.Standing(side))
            most = Math.Max(most, head == voter ? 0 : now.Dependence(voter, head));
        return most;
    }
}
