using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Voters weigh what a motion does to those who hold power over their own seats, and to the seats they hold (Strom 1990).</summary>
[Standard]
[Sentence("voters weigh their own careers", Example = "voters weigh their own careers")]
public sealed record Careers : Motive
{
    /// <summary>Weight of one's own career.</summary>
    public Parameter Weight { get; init; } =
        new("b_off", new LogNormal(0.8, 0.5), "log-odds per rank", "weight of one's own career", "strom1990");

    /// <inheritdoc/>
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        var weight = now[Weight];
        Lanes.AddScaled(utility, weight, now.OwnStakes);
        // A head's own standing is his career; that of others counts as far as one's seats hang on them.
        var rank = now.Ranks;
        foreach (var (head, change) in now.Stakes)
            Lanes.AddScaled(utility, weight * change, rank, now.Dependences(head));
    }
}
