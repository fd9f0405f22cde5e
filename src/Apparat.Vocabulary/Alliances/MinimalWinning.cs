using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Contenders form the weakest coalition that still outweighs all others together, so that the fewest share what is won (Riker 1962).</summary>
[Sentence("alliances form the minimal winning coalition", Example = "alliances form the minimal winning coalition")]
public sealed record MinimalWinning : Coalition
{
    /// <summary>The minimal winning coalition as bits: of those with more than half of all power the weakest, the first of them on ties.</summary>
    public static uint Find(ReadOnlySpan<double> power)
    {
        var all = (1u << power.Length) - 1;
        var needed = PowerOf(power, all) / 2;
        var (best, least) = (all, double.PositiveInfinity);
        for (var x = 1u; x <= all; x++)
        {
            var p = PowerOf(power, x);
            if (p > needed && p < least)
                (best, least) = (x, p);
        }
        return best;
    }

    /// <inheritdoc/>
    protected override uint Form(Rivalry now, ReadOnlySpan<double> power) => Find(power);
}
