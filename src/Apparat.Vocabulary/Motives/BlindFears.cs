using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>
/// The rival reading of <see cref="Fears"/>: voters fear both sides alike, since nobody foresees who will win. One pass, and no bandwagon.
/// </summary>
[Sentence("voters fear both sides without foresight", Example = "voters fear both sides without foresight")]
public sealed record BlindFears : Motive
{
    /// <summary>Weight of sanctions, shared with <see cref="Fears"/>.</summary>
    public Parameter Weight { get; init; } = new Fears().Weight;

    /// <summary>Severity of sanctions, shared with <see cref="Fears"/>.</summary>
    public Parameter Severity { get; init; } = new Pace().Sanction;

    /// <inheritdoc/>
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        if (!move.By.Open)
            return;
        var half = 0.5 * now[Weight] * now[Severity];
        Fears.AddReach(now, now.Standing(1), half, utility);
        Fears.AddReach(now, now.Standing(-1), -half, utility);
    }
}
