using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Apparat.Numerics;

/// <summary>
/// Who is left when members of given powers may expel one another and nobody can bind himself not to expel again
/// (Acemoglu, Egorov and Sonin 2008). A coalition is <em>self-enforcing</em> if no self-enforcing part of it has more than the supermajority
/// of its power; the ultimate ruling coalition is the weakest self-enforcing coalition with more than the supermajority of all power.
/// </summary>
/// <remarks>
/// Coalitions are bit sets: bit i is member i. A coalition falls to <em>some</em> part exactly if it falls to its strongest self-enforcing part,
/// and the strongest part of X is the strongest among those of X less one member. So one pass over all coalitions, parts before wholes, settles
/// all of them in n 2^(n-1) steps, where the recursion of the paper takes 3^n. Powers that are whole numbers are compared exactly.
/// </remarks>
public static class UltimateRulingCoalition
{
    /// <summary>The most members for which all coalitions are looked at (256 MB of working memory).</summary>
    public const int MostMembers = 25;

    /// <summary>Up to this many members nothing is allocated.</summary>
    public const int MostWithoutAllocation = 12;

    private const int BlockBits = 4;
    private const int Block = 1 << BlockBits;

    /// <summary>Finds every ultimate ruling coalition: one if no two coalitions have the same power, all of the weakest on ties.</summary>
    /// <param name="powers">Power of each member, not negative. Members without power are never part of it unless nobody has any.</param>
    /// <param name="alpha">The supermajority.</param>
    /// <param name="coalitions">Where they are put, in ascending order of their bits; those that do not fit are counted only.</param>
    /// <returns>How many there are.</returns>
    /// <exception cref="ArgumentException">There is no member, there are more than <see cref="MostMembers"/>, or a power is negative or not a number.</exception>
    public static int Find(ReadOnlySpan<double> powers, Supermajority alpha, Span<uint> coalitions)
    {
        Validate(powers);
        var size = 1 << powers.Length;
        Span<double> strongest = powers.Length <= MostWithoutAllocation ? stackalloc double[size] : new double[size];
        Span<double> low = stackalloc double[1 << ((powers.Length + 1) / 2)];
        Span<double> high = stackalloc double[1 << (powers.Length / 2)];
        Settle(powers, alpha, strongest, low, high);
        return Weakest(alpha, strongest, low, high, coalitions);
    }

    /// <summary>Whether each coalition is self-enforcing, by its bits; the empty one is not.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Find"/>.</exception>
    public static bool[] SelfEnforcing(ReadOnlySpan<double> powers, Supermajority alpha)
    {
        Validate(powers);
        var strongest = new double[1 << powers.Length];
        Span<double> low = stackalloc double[1 << ((powers.Length + 1) / 2)];
        Span<double> high = stackalloc double[1 << (powers.Length / 2)];
        Settle(powers, alpha, strongest, low, high);
        var self = new bool[strongest.Length];
        for (var x = 1; x < self.Length; x++)
            self[x] = IsSettledOnItself(strongest, low, high, x);
        return self;
    }

    private static void Validate(ReadOnlySpan<double> powers)
    {
        if (powers.IsEmpty || powers.Length > MostMembers)
            throw new ArgumentException($"From 1 to {MostMembers} members are looked at, not {powers.Length}.", nameof(powers));
        foreach (var power in powers)
        {
            if (!(power >= 0) || double.IsInfinity(power))
                throw new ArgumentException($"A power must be a number that is not negative, not {power}.", nameof(powers));
        }
    }

    // After this strongest[x] is the power of the strongest self-enforcing part of x, x itself included.
    private static void Settle(
        ReadOnlySpan<double> powers,
        Supermajority alpha,
        Span<double> strongest,
        Span<double> low,
        Span<double> high
    )
    {
        Sums(powers[..((powers.Length + 1) / 2)], low);
        Sums(powers[((powers.Length + 1) / 2)..], high);
        strongest.Fill(-1);
        Settle(alpha, strongest, low, high, 0, strongest.Length);
    }

    // Halves: first the coalitions without the top member, then what they mean for those with him, then these.
    private static void Settle(
        Supermajority alpha,
        Span<double> strongest,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> high,
        int from,
        int size
    )
    {
        if (size <= Block)
        {
            SettleBlock(alpha, strongest, low, high, from, size);
            return;
        }
        var half = size / 2;
        Settle(alpha, strongest, low, high, from, half);
        Raise(strongest.Slice(from + half, half), strongest.Slice(from, half));
        Settle(alpha, strongest, low, high, from + half, half);
    }

    private static void SettleBlock(
        Supermajority alpha,
        Span<double> strongest,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> high,
        int from,
        int size
    )
    {
        for (var x = from; x < from + size; x++)
        {
            var best = strongest[x];
            for (var bits = x & (size - 1); bits != 0; bits &= bits - 1)
                best = Math.Max(best, strongest[x ^ (bits & -bits)]);
            var power = Power(low, high, x);
            strongest[x] = x == 0 || alpha.IsExceeded(best, power) ? best : Math.Max(power, 0);
        }
    }

    private static void Raise(Span<double> upper, ReadOnlySpan<double> lower)
    {
        ref var to = ref MemoryMarshal.GetReference(upper);
        ref var from = ref MemoryMarshal.GetReference(lower);
        for (nuint i = 0; i < (nuint)lower.Length; i += (nuint)Vector256<double>.Count)
            Vector256.MaxNative(Vector256.LoadUnsafe(ref to, i), Vector256.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
    }

    private static int Weakest(
        Supermajority alpha,
        ReadOnlySpan<double> strongest,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> high,
        Span<uint> coalitions
    )
    {
        var all = strongest.Length - 1;
        var total = Power(low, high, all);
        var (least, count) = (double.PositiveInfinity, 0);
        for (var x = 1; x < all; x++)
        {
            var power = strongest[x];
            if (power > least || !alpha.IsExceeded(power, total) || !IsSettledOnItself(strongest, low, high, x))
                continue;
            if (power < least)
                (least, count) = (power, 0);
            if (count < coalitions.Length)
                coalitions[count] = (uint)x;
            count++;
        }
        if (count > 0)
            return count;
        if (!coalitions.IsEmpty)
            coalitions[0] = (uint)all;
        return 1;
    }

    // A part with all the power of the whole can only be one that leaves out the powerless: then the part rules, not the whole.
    private static bool IsSettledOnItself(ReadOnlySpan<double> strongest, ReadOnlySpan<double> low, ReadOnlySpan<double> high, int x)
    {
        var power = Power(low, high, x);
        if (strongest[x] != power)
            return false;
        for (var bits = (uint)x; bits != 0; bits &= bits - 1)
        {
            var member = 1 << BitOperations.TrailingZeroCount(bits);
            if (power > 0 && Power(low, high, x ^ member) == power)
                return false;
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Power(ReadOnlySpan<double> low, ReadOnlySpan<double> high, int x) =>
        low[x & (low.Length - 1)] + high[x >> BitOperations.TrailingZeroCount(low.Length)];

    private static void Sums(ReadOnlySpan<double> powers, Span<double> sums)
    {
        sums[0] = 0;
        for (var i = 0; i < powers.Length; i++)
        {
            for (var x = 0; x < 1 << i; x++)
                sums[(1 << i) | x] = sums[x] + powers[i];
        }
    }
}
