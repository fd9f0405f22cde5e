using System.Globalization;

namespace Apparat.Numerics;

/// <summary>A 128-bit hash of everything that happened, in order: the claim that two runs are the same to the last bit.</summary>
public readonly record struct Fingerprint(ulong High, ulong Low)
{
    /// <summary>32 hexadecimal digits.</summary>
    public override string ToString() => $"{High:x16}{Low:x16}";

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">Not 32 hexadecimal digits.</exception>
    public static Fingerprint Parse(string text)
    {
        if (
            text is not { Length: 32 }
            || !ulong.TryParse(text.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
            || !ulong.TryParse(text.AsSpan(16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low)
        )
            throw new FormatException("A fingerprint is 32 hexadecimal digits.");
        return new Fingerprint(high, low);
    }

    /// <summary>The fingerprint of a sequence of fingerprints, order included.</summary>
    public static Fingerprint Combine(IEnumerable<Fingerprint> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var builder = new FingerprintBuilder();
        foreach (var part in parts)
        {
            builder.Add(part.High);
            builder.Add(part.Low);
        }
        return builder.Value;
    }

    /// <summary>The fingerprint of a text.</summary>
    public static Fingerprint Of(string text)
    {
        var builder = new FingerprintBuilder();
        builder.Add(text);
        return builder.Value;
    }
}

/// <summary>Adds things up to a <see cref="Fingerprint"/>, order included.</summary>
public struct FingerprintBuilder
{
    private ulong _high;
    private ulong _low;

    /// <summary>What has been added so far.</summary>
    public readonly Fingerprint Value => new(Key.Mix(_high ^ 0x6A09E667F3BCC908UL), Key.Mix(_low ^ 0xBB67AE8584CAA73BUL));

    /// <summary>Adds 64 bits.</summary>
    public void Add(ulong bits)
    {
        _high = Key.Mix(_high + (bits ^ 0x9E3779B97F4A7C15UL));
        _low = Key.Mix((_low * 0xD1342543DE82EF95UL) + bits + 1);
    }

    /// <summary>Adds a number; -0 counts as 0.</summary>
    public void Add(double value) => Add(BitConverter.DoubleToUInt64Bits(value == 0 ? 0 : value));

    /// <summary>Adds a text.</summary>
    public void Add(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Add((ulong)text.Length);
        Add(Key.Of(text));
        ulong second = 0;
        foreach (var c in text)
            second = (second * 31) + c;
        Add(second);
    }
}
