using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Voters favour those whom they follow, and those who follow the same heads.</summary>
[Standard]
[Sentence("voters favour the clients of those they follow", Example = "voters favour the clients of those they follow")]
public sealed record FellowClients : Criterion
{
    /// <summary>Weight of loyalty; shared with votes.</summary>
    public Parameter Weight { get; init; } = new Loyalties().Weight;

    /// <inheritdoc/>
    public override bool ForMakers => false;

    /// <inheritdoc/>
    public override void Add(Situation now, PersonId chooser, Seat seat, ReadOnlySpan<PersonId> candidates, Span<double> utility)
    {
        var weight = now[Weight];
        foreach (var head in now.Heads)
        {
            var own = now.Loyalty(chooser, head) - now.Hostility(chooser, head);
            if (own == 0)
                continue;
            for (var i = 0; i < candidates.Length; i++)
                utility[i] += weight * own * now.Loyalty(candidates[i], head);
        }
    }
}
