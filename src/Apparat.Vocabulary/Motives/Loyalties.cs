using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Voters stand by those they are tied to and against those they resent, as far as the motion touches them (Rigby 1981; Willerton 1992).</summary>
[Standard]
[Sentence("voters weigh their loyalties", Example = "voters weigh their loyalties")]
public sealed record Loyalties : Motive
{
    /// <summary>Weight of loyalty.</summary>
    public Parameter Weight { get; init; } =
        new("b_loy", new LogNormal(2, 0.5), "log-odds per tie and rank", "weight of loyalty", "rigby1981");

    /// <inheritdoc/>
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        var weight = now[Weight];
        foreach (var (head, change) in now.Stakes)
            Lanes.AddScaled(utility, weight * change, now.Leanings(head));
    }
}
