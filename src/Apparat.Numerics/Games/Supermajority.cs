namespace Apparat.Numerics;

/// <summary>The part of all power that must be exceeded to rule, in [1/2, 1): a fraction, so that boundaries are compared exactly.</summary>
public readonly record struct Supermajority
{
    /// <summary>A fraction in [1/2, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in that range.</exception>
    public Supermajority(long numerator, long denominator)
    {
        if (denominator <= 0 || numerator >= denominator || numerator < denominator - numerator)
            throw new ArgumentOutOfRangeException(nameof(numerator), $"{numerator}/{denominator} is not at least 1/2 and less than 1.");
        (Numerator, Denominator) = (numerator, denominator);
    }

    /// <summary>More than half.</summary>
    public static Supermajority Half => new(1, 2);

    /// <summary>Above the line.</summary>
    public long Numerator { get; }

    /// <summary>Below the line.</summary>
    public long Denominator { get; }

    /// <summary>Whether <paramref name="part"/> is more than this share of <paramref name="whole"/>; exact for whole numbers whose products stay below 2^53.</summary>
    public bool IsExceeded(double part, double whole) => Denominator * part > Numerator * whole;
}
