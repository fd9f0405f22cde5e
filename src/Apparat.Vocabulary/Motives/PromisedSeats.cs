using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Whoever moves a motion buys votes with seats in his gift; voters weigh the seat by how far they trust him.</summary>
[Sentence("voters weigh the seats promised to them", Example = "voters weigh the seats promised to them")]
public sealed record PromisedSeats : Motive
{
    /// <summary>Weight of one's own career, shared with <see cref="Careers"/>.</summary>
    public Parameter Weight { get; init; } = new Careers().Weight;

    /// <summary>P(carried) at which the mover stops buying; at 0 nobody buys.</summary>
    public Parameter Until { get; init; } =
        new("bargain_until", new Fixed(0.8), "probability", "likelihood of winning at which votes are no longer bought", "declared");

    /// <summary>Months within which a promised seat must fall vacant.</summary>
    public Parameter Horizon { get; init; } =
        new("bargain_horizon", new Fixed(6), "months", "how long a promise of a seat holds", "declared");

    /// <summary>Probability that a promise is kept when it can be.</summary>
    public Parameter Honesty { get; init; } =
        new("honesty", new Beta(4, 2), "probability", "how likely a promise is kept when a seat falls vacant", "weakly informed");

    /// <summary>Hostility that a broken promise leaves.</summary>
    public Parameter Resentment { get; init; } =
        new("broken_promise", new Fixed(0.5), "hostility", "hostility a broken promise leaves", "declared");

    /// <inheritdoc/>
    public override Bargain? Bargain(Situation now) => new Bargain(now[Until], now[Horizon], now[Honesty], now[Resentment]);

    /// <inheritdoc/>
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        var promised = now.Promised;
        if (!promised.ContainsAnyExcept(0))
            return;
        for (var i = 0; i < utility.Length; i++)
        {
            if (promised[i] > 0)
                utility[i] += now[Weight] * promised[i] * StableMath.Logistic(2 * now.Loyalty(voters[i], move.Sponsor));
        }
    }
}
