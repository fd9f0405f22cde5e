using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Voters fear those who can reach their seat, if those win: two passes give fear and bandwagon. Nothing to fear in a secret ballot.</summary>
[Standard]
[Sentence("voters weigh their fears", Example = "voters weigh their fears")]
public sealed record Fears : Motive
{
    /// <summary>Weight of sanctions.</summary>
    public Parameter Weight { get; init; } =
        new("b_fear", new LogNormal(1.5, 0.6), "log-odds", "weight of sanctions and bandwagon", "weakly informed");

    /// <summary>Severity of sanctions.</summary>
    public Parameter Severity { get; init; } = new Pace().Sanction;

    /// <inheritdoc/>
    public override bool NeedsForecast => true;

    /// <inheritdoc/>
    public override bool RisesWithForecast(Situation now) => now[Weight] * now[Severity] >= 0;

    /// <inheritdoc/>
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        if (!move.By.Open)
            return;
        var weight = now[Weight] * now[Severity];
        var carried = now.Forecast;
        AddReach(now, now.Standing(1), weight * carried, utility);
        AddReach(now, now.Standing(-1), -weight * (1 - carried), utility);
    }

    // The reach of a side is that of its head with the longest arm.
    internal static void AddReach(Situation now, ReadOnlySpan<PersonId> side, double weight, Span<double> utility)
    {
        if (side.IsEmpty)
            return;
        Span<double> longest = utility.Length <= 1024 ? stackalloc double[utility.Length] : new double[utility.Length];
        longest.Clear();
        AddReach(now, side, weight, longest, utility);
    }

    // Apart from the room on the stack, which would keep it from being compiled for what it meets.
    private static void AddReach(Situation now, ReadOnlySpan<PersonId> side, double weight, Span<double> longest, Span<double> utility)
    {
        foreach (var head in side)
            Lanes.AddRise(utility, weight, now.Dependences(head), longest);
    }
}
