using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>
/// The rival reading of <see cref="Fears"/>: a side reaches as far as all its heads together, as independent chances, and not only as far as
/// the one with the longest arm.
/// </summary>
[Sentence("voters fear all who can reach them together", Example = "voters fear all who can reach them together")]
public sealed record JointFears : Motive
{
    /// <summary>Weight of sanctions, shared with <see cref="Fears"/>.</summary>
    public Parameter Weight { get; init; } = new Fears().Weight;

    /// <summary>Severity of sanctions, shared with <see cref="Fears"/>.</summary>
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
        Add(now, now.Standing(1), weight * carried, utility);
        Add(now, now.Standing(-1), -weight * (1 - carried), utility);
    }

    private static void Add(Situation now, ReadOnlySpan<PersonId> side, double weight, Span<double> utility)
    {
        Span<double> spared = utility.Length <= 1024 ? stackalloc double[utility.Length] : new double[utility.Length];
        spared.Fill(1);
        foreach (var head in side)
        {
            var reach = now.Dependences(head);
            for (var i = 0; i < spared.Length; i++)
                spared[i] *= 1 - reach[i];
        }
        for (var i = 0; i < utility.Length; i++)
            utility[i] += weight * (1 - spared[i]);
    }
}
