using Apparat.Numerics;
using CsCheck;

namespace Apparat.Tests;

/// <summary>The claim that two runs are the same to the last bit.</summary>
public sealed class FingerprintFacts
{
    [Fact]
    public void A_fingerprint_reads_back_as_it_is_written() =>
        Gen.Select(Gen.ULong, Gen.ULong)
            .Sample((high, low) => Assert.Equal(new Fingerprint(high, low), Fingerprint.Parse(new Fingerprint(high, low).ToString())));

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    [InlineData(" 123456789abcdef0123456789abcdef")]
    public void What_is_no_fingerprint_is_refused(string text) => Assert.Throws<FormatException>(() => Fingerprint.Parse(text));

    [Fact]
    public void What_is_added_and_in_which_order_matters() =>
        Gen
            .ULong.Array[1, 8]
            .Sample(words =>
            {
                var all = Of(words);

                Assert.Equal(all, Of(words));
                Assert.NotEqual(all, Of([.. words, 0]));
                Assert.NotEqual(all, Of([0, .. words]));
                Assert.NotEqual(all, Of([words[0] ^ 1, .. words[1..]]));
                if (words.Length > 1 && words[0] != words[1])
                    Assert.NotEqual(all, Of([words[1], words[0], .. words[2..]]));
            });

    [Fact]
    public void A_single_bit_changes_about_half_of_the_bits()
    {
        var changed = 0;
        for (var bit = 0; bit < 64; bit++)
        {
            var (a, b) = (Of([5, 7]), Of([5 ^ (1UL << bit), 7]));
            changed += System.Numerics.BitOperations.PopCount(a.High ^ b.High) + System.Numerics.BitOperations.PopCount(a.Low ^ b.Low);
        }
        Assert.InRange(changed / 64.0, 58, 70);
    }

    [Fact]
    public void Texts_are_told_apart_and_minus_nothing_is_nothing()
    {
        Assert.NotEqual(Fingerprint.Of("ab"), Fingerprint.Of("ba"));
        Assert.NotEqual(Fingerprint.Of(""), default);
        var (plus, minus) = (new FingerprintBuilder(), new FingerprintBuilder());
        plus.Add(0.0);
        minus.Add(-0.0);
        Assert.Equal(plus.Value, minus.Value);
    }

    [Fact]
    public void Fingerprints_combine_in_order()
    {
        Fingerprint[] parts = [Fingerprint.Of("a"), Fingerprint.Of("b")];

        Assert.NotEqual(Fingerprint.Combine(parts), Fingerprint.Combine(parts.Reverse()));
        Assert.Equal(Fingerprint.Combine(parts), Fingerprint.Combine(parts));
    }

    /// <summary>Addresses are hashes of names; changing one of these changes every result there is.</summary>
    [Fact]
    public void Keys_of_names_are_pinned()
    {
        Assert.Equal("48d659bf4dca6ece", Key.Of("Board").ToString("x16"));
        Assert.Equal("f893a2eefb32555e", Key.Mix(1, 2).ToString("x16"));
        Assert.Equal("1a20eb2fea1e6550", Purpose.Of("vote").Key.ToString("x16"));
        Assert.Equal("9e44df42563b0295728258c09d607215", Fingerprint.Of("Apparat").ToString());
    }

    private static Fingerprint Of(ulong[] words)
    {
        var builder = new FingerprintBuilder();
        foreach (var word in words)
            builder.Add(word);
        return builder.Value;
    }
}
