namespace Apparat.Numerics;

/// <summary>Hashes that address randomness: of names, and of pairs of addresses. Fixed forever; changing one changes every result.</summary>
public static class Key
{
    /// <summary>The 64-bit address of a name: FNV-1a over its UTF-16 units, then <see cref="Mix(ulong)"/>.</summary>
    public static ulong Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var hash = 14695981039346656037UL;
        foreach (var c in name)
            hash = (hash ^ c) * 1099511628211UL;
        return Mix(hash);
    }

    /// <summary>A bijective scrambling of 64 bits (Stafford's variant 13 of the SplitMix64 finaliser, Steele, Lea and Flood 2014).</summary>
    public static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }

    /// <summary>The address of an ordered pair of addresses.</summary>
    public static ulong Mix(ulong a, ulong b) => Mix(a + (0x9E3779B97F4A7C15UL * (b + 1)));
}

/// <summary>What a draw is for. Named, so that a new purpose shifts no other draw.</summary>
public readonly record struct Purpose(ulong Key)
{
    /// <summary>The purpose of that name.</summary>
    public static Purpose Of(string name) => new(Numerics.Key.Of(name));
}
