using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Contenders form the coalition that no winning part of itself would break: the ultimate ruling coalition (Acemoglu, Egorov and Sonin 2008).</summary>
[Sentence("alliances form the ultimate ruling coalition", Example = "alliances form the ultimate ruling coalition")]
public sealed record UltimateCoalition : Coalition
{
    /// <summary>The part of all power a coalition must exceed to expel the others.</summary>
    public Parameter Majority { get; init; } =
        new("alpha", new Fixed(0.5), "share of power", "what a coalition must exceed to expel the others", "acemoglu2008");

    /// <inheritdoc/>
    protected override uint Form(Rivalry now, ReadOnlySpan<double> power)
    {
        const int parts = 10_000;
        var alpha = new Supermajority(Math.Clamp((long)Math.Round(parts * now.Now[Majority]), parts / 2, parts - 1), parts);
        Span<uint> found = [0];
        return UltimateRulingCoalition.Find(power, alpha, found) > 0 ? found[0] : 0;
    }
}
