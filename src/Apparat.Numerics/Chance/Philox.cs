using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Apparat.Numerics;

/// <summary>Philox 4x32-10, a counter-based generator: random bits as a pure function of a key and a counter (Salmon and others, SC 2011).</summary>
public static class Philox
{
    private const uint M0 = 0xD2511F53;
    private const uint M1 = 0xCD9E8D57;
    private const uint W0 = 0x9E3779B9;
    private const uint W1 = 0xBB67AE85;

    /// <summary>The four words for a counter of four words and a key of two.</summary>
    public static (uint X0, uint X1, uint X2, uint X3) Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (var round = 0; round < 10; round++)
        {
            var p0 = (ulong)M0 * c0;
            var p1 = (ulong)M1 * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += W0;
            k1 += W1;
        }
        return (c0, c1, c2, c3);
    }

    /// <summary>The first 64 bits for a counter of two 64-bit words and a 64-bit key.</summary>
    public static ulong Bits(ulong low, ulong high, ulong key)
    {
        var (x0, x1, _, _) = Block((uint)low, (uint)(low >> 32), (uint)high, (uint)(high >> 32), (uint)key, (uint)(key >> 32));
        return x0 | ((ulong)x1 << 32);
    }

    /// <summary>Whether <see cref="BitsOfFour"/> works here: it needs the product of 32-bit halves.</summary>
    internal static bool FoursAtOnce => Avx2.IsSupported;

    /// <summary>The same as <see cref="Bits"/> for four counters at once: whole numbers, so the same bits on every machine.</summary>
    internal static Vector256<ulong> BitsOfFour(Vector256<ulong> low, Vector256<ulong> high, ulong key)
    {
        // A word lies in the low half of each lane. What collects in the high halves is never read: products take low halves only.
        var (c0, c1, c2, c3) = (low, low >>> 32, high, high >>> 32);
        var (m0, m1) = (Vector256.Create((ulong)M0).AsUInt32(), Vector256.Create((ulong)M1).AsUInt32());
        var (k0, k1) = ((uint)key, (uint)(key >> 32));
        for (var round = 0; round < 10; round++)
        {
            var p0 = Avx2.Multiply(m0, c0.AsUInt32());
            var p1 = Avx2.Multiply(m1, c2.AsUInt32());
            (c0, c1, c2, c3) = ((p1 >>> 32) ^ c1 ^ Vector256.Create((ulong)k0), p1, (p0 >>> 32) ^ c3 ^ Vector256.Create((ulong)k1), p0);
            k0 += W0;
            k1 += W1;
        }
        return (c0 & Vector256.Create((ulong)uint.MaxValue)) | (c1 << 32);
    }
}
