using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>
/// What rules that form a coalition of contenders have in common: powers are followings as they were a while ago, seen with a little noise,
/// and whoever stands outside the coalition and is strongest becomes its target.
/// </summary>
public abstract record Coalition : Threats
{
    private const int Most = 16;

    /// <summary>Noise of the powers: coalitions that rest on small differences are fragile, so answers come as distributions.</summary>
    public Parameter Noise { get; init; } =
        new("power_noise", new Fixed(0.02), "share of the decisive body", "noise with which contenders' powers are seen", "declared");

    /// <inheritdoc/>
    public override void Sides(Rivalry now, Span<sbyte> side)
    {
        side.Clear();
        Span<int> who = stackalloc int[Most];
        Span<double> power = stackalloc double[Most];
        var n = 0;
        var lag = (int)now.Now[Lag];
        var noise = now.Now[Noise];
        for (var k = 0; k < now.Count && n < Most; k++)
        {
            if (!now.Active(k))
                continue;
            who[n] = k;
            power[n++] = Math.Max(1e-9, now.Following(k, lag) + (noise * now.Noise(k, k)));
        }
        if (n < 2)
            return;
        var coalition = Form(now, power[..n]);
        var target = -1;
        for (var i = 0; i < n; i++)
        {
            if ((coalition >> i & 1) != 0)
                side[who[i]] = 1;
            else if (target < 0 || power[i] > power[target])
                target = i;
        }
        if (target < 0)
            side.Clear();
        else
            side[who[target]] = -1;
    }

    /// <summary>The members of the coalition among those still active, a bit each in the order of their powers.</summary>
    protected abstract uint Form(Rivalry now, ReadOnlySpan<double> power);

    /// <summary>The power of a coalition.</summary>
    protected static double PowerOf(ReadOnlySpan<double> power, uint coalition)
    {
        var sum = 0.0;
        for (; coalition != 0; coalition &= coalition - 1)
            sum += power[System.Numerics.BitOperations.TrailingZeroCount(coalition)];
        return sum;
    }
}
