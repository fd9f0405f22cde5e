using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Those who joined against the greatest threat want him weakened, and those tied to them follow through loyalty (Walt 1987).</summary>
[Standard]
[Sentence("voters weigh the common threat", Example = "voters weigh the common threat")]
public sealed record CommonThreat : Motive
{
    /// <summary>Sensitivity to threat; shared with the alliance rule.</summary>
    public Parameter Sensitivity { get; init; } = Threats.Sensitivity;

    /// <inheritdoc/>
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        foreach (var (target, change) in now.Stakes)
        {
            if (now.Side(target) >= 0)
                continue;
            var even = 1.0 / Math.Max(1, now.ActiveContenders);
            foreach (var head in now.Contenders)
            {
                if (now.Side(head) > 0 && PersonId.Find(voters, head) is >= 0 and var i)
                    utility[i] -= now[Sensitivity] * Math.Max(0, now.Threat(head, target) - even) * change;
            }
        }
    }
}
