using System.Runtime.Intrinsics;

namespace Apparat.Numerics;

/// <summary>
/// Addressed randomness: every draw is a pure function of (seed, run, purpose, who, turn, content). It has no state,
/// so runs can be sliced, resumed and compared, and a changed rule changes nothing but its consequences.
/// </summary>
/// <param name="seed">The seed of the ensemble.</param>
/// <param name="run">The number of the run.</param>
public readonly struct Chance(ulong seed, ulong run)
{
    private const double Unit53 = 1.0 / (1UL << 53);
    private readonly ulong _key = Key.Mix(Key.Mix(seed), run);

    /// <summary>The seed.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>The run.</summary>
    public ulong Run { get; } = run;

    /// <summary>Uniform in [0,1), 53 bits.</summary>
    public double Unit(Purpose purpose, ulong who, int turn, ulong content = 0) =>
        UnitAt(Key.Mix(purpose.Key, who), Key.Mix((ulong)(uint)turn, content));

    /// <summary>The same as <see cref="Unit"/> for many at once.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void Units(Purpose purpose, ReadOnlySpan<ulong> who, int turn, ulong content, Span<double> into)
    {
        if (who.Length != into.Length)
            throw new ArgumentException("One place for each address is needed.", nameof(into));
        var high = Key.Mix((ulong)(uint)turn, content);
        var i = 0;
        for (; Philox.FoursAtOnce && i + 4 <= who.Length; i += 4)
        {
            var low = Vector256.Create(
                Key.Mix(purpose.Key, who[i]),
                Key.Mix(purpose.Key, who[i + 1]),
                Key.Mix(purpose.Key, who[i + 2]),
                Key.Mix(purpose.Key, who[i + 3])
            );
            UnitsOfFour(low, Vector256.Create(high)).CopyTo(into[i..]);
        }
        for (; i < who.Length; i++)
            into[i] = UnitAt(Key.Mix(purpose.Key, who[i]), high);
    }

    /// <summary>The same as <see cref="Unit"/> for the contents <paramref name="first"/>, first + 1, ... of one address.</summary>
    public void Units(Purpose purpose, ulong who, int turn, ulong first, Span<double> into)
    {
        var low = Key.Mix(purpose.Key, who);
        var month = (ulong)(uint)turn;
        var i = 0;
        for (; Philox.FoursAtOnce && i + 4 <= into.Length; i += 4)
        {
            var content = first + (ulong)i;
            var high = Vector256.Create(
                Key.Mix(month, content),
                Key.Mix(month, content + 1),
                Key.Mix(month, content + 2),
                Key.Mix(month, content + 3)
            );
            UnitsOfFour(Vector256.Create(low), high).CopyTo(into[i..]);
        }
        for (; i < into.Length; i++)
            into[i] = UnitAt(low, Key.Mix(month, first + (ulong)i));
    }

    /// <summary>The same as <see cref="Open"/> for the contents <paramref name="first"/>, first + 1, ... of one address.</summary>
    public void Opens(Purpose purpose, ulong who, int turn, ulong first, Span<double> into)
    {
        Units(purpose, who, turn, first, into);
        for (var i = 0; i < into.Length; i++)
            into[i] += 0.5 * Unit53;
    }

    /// <summary>The same as <see cref="Normal"/> for many at once.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void Normals(Purpose purpose, ReadOnlySpan<ulong> who, int turn, ulong content, Span<double> into)
    {
        Opens(purpose, who, turn, content, into);
        StableMath.NormalQuantile(into);
    }

    /// <summary>The same as <see cref="Gumbel"/> for many at once.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void Gumbels(Purpose purpose, ReadOnlySpan<ulong> who, int turn, ulong content, Span<double> into)
    {
        Opens(purpose, who, turn, content, into);
        StableMath.Log(into);
        for (var i = 0; i < into.Length; i++)
            into[i] = -into[i];
        StableMath.Log(into);
        for (var i = 0; i < into.Length; i++)
            into[i] = -into[i];
    }

    private void Opens(Purpose purpose, ReadOnlySpan<ulong> who, int turn, ulong content, Span<double> into)
    {
        Units(purpose, who, turn, content, into);
        for (var i = 0; i < into.Length; i++)
            into[i] += 0.5 * Unit53;
    }

    private double UnitAt(ulong low, ulong high) => (Philox.Bits(low, high, _key) >> 11) * Unit53;

    // Below 2^53, so that the conversion is exact.
    private Vector256<double> UnitsOfFour(Vector256<ulong> low, Vector256<ulong> high) =>
        Vector256.ConvertToDouble((Philox.BitsOfFour(low, high, _key) >>> 11).AsInt64()) * Vector256.Create(Unit53);

    /// <summary>Uniform in (0,1), never 0.</summary>
    public double Open(Purpose purpose, ulong who, int turn, ulong content = 0) => Unit(purpose, who, turn, content) + (0.5 * Unit53);

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential(Purpose purpose, ulong who, int turn, ulong content = 0) =>
        -StableMath.Log(Open(purpose, who, turn, content));

    /// <summary>Standard normal, by inversion.</summary>
    public double Normal(Purpose purpose, ulong who, int turn, ulong content = 0) =>
        StableMath.NormalQuantile(Open(purpose, who, turn, content));

    /// <summary>Standard Gumbel: adding it to utilities and taking the largest is a logit choice (McFadden 1974).</summary>
    public double Gumbel(Purpose purpose, ulong who, int turn, ulong content = 0) =>
        -StableMath.Log(-StableMath.Log(Open(purpose, who, turn, content)));

    /// <summary>True with the given probability; nothing is drawn at 0 and 1.</summary>
    public bool Happens(double probability, Purpose purpose, ulong who, int turn, ulong content = 0) =>
        probability >= 1 || (probability > 0 && Unit(purpose, who, turn, content) < probability);

    /// <summary>Uniform over 0 .. n-1.</summary>
    public int Below(int n, Purpose purpose, ulong who, int turn, ulong content = 0) => (int)(Unit(purpose, who, turn, content) * n);

    /// <summary>Poisson, by inversion of one uniform draw.</summary>
    public int Poisson(double mean, Purpose purpose, ulong who, int turn, ulong content = 0)
    {
        var u = Unit(purpose, who, turn, content);
        var term = StableMath.Exp(-mean);
        var sum = term;
        var k = 0;
        while (u >= sum && k < 10_000)
        {
            k++;
            term *= mean / k;
            sum += term;
        }
        return k;
    }

    /// <summary>Binomial, by inversion of one uniform draw; above 400 trials by the normal quantile with continuity correction.</summary>
    public int Binomial(int n, double p, Purpose purpose, ulong who, int turn, ulong content = 0)
    {
        if (n <= 0 || p <= 0)
            return 0;
        return p >= 1 ? n : Binomial(n, p, Open(purpose, who, turn, content));
    }

    /// <summary>The binomial number of successes that a number in (0,1), drawn before, stands for.</summary>
    public static int Binomial(int n, double p, double u)
    {
        if (n <= 0 || p <= 0)
            return 0;
        if (p >= 1)
            return n;
        // From the rarer side: from the other the first term would underflow.
        return p <= 0.5 ? Successes(n, p, u) : n - Successes(n, 1 - p, 1 - u);
    }

    private static int Successes(int n, double p, double u)
    {
        if (n > 400)
        {
            var x = (n * p) + (StableMath.NormalQuantile(u) * Math.Sqrt(n * p * (1 - p)));
            return (int)Math.Clamp(Math.Floor(x + 0.5), 0, n);
        }
        var odds = p / (1 - p);
        var term = StableMath.Pow(1 - p, n);
        var sum = term;
        var k = 0;
        while (u >= sum && k < n)
        {
            term *= odds * (n - k) / (k + 1);
            sum += term;
            k++;
        }
        return k;
    }
}
