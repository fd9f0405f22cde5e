using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Votes are tosses of a coin, whoever votes and whatever is moved: the yardstick that every account must beat.</summary>
[Sentence("votes are tosses of a coin", Example = "votes are tosses of a coin")]
public sealed record CoinTosses : Motive
{
    /// <summary>Probability of a yes, in (0,1).</summary>
    public Parameter Yes { get; init; } =
        new("coin", new Fixed(0.5), "probability", "probability that anybody votes for anything", "declared");

    /// <inheritdoc/>
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        var yes = Math.Clamp(now[Yes], 1e-9, 1 - 1e-9);
        Lanes.Add(utility, StableMath.Log(yes / (1 - yes)));
    }
}
