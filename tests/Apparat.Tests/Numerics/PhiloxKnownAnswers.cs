using Apparat.Numerics;

namespace Apparat.Tests;

/// <summary>The generator under all chance is the published one (Salmon and others, SC 2011; known answers of the Random123 library).</summary>
public sealed class PhiloxKnownAnswers
{
    public static TheoryData<uint[], uint[], uint[]> Published =>
        new()
        {
            { [0, 0, 0, 0], [0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] },
            {
                [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
                [0xffffffff, 0xffffffff],
                [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]
            },
            {
                [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
                [0xa4093822, 0x299f31d0],
                [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1]
            },
        };

    [Theory]
    [MemberData(nameof(Published))]
    public void A_block_is_the_published_one(uint[] counter, uint[] key, uint[] expected)
    {
        var (x0, x1, x2, x3) = Philox.Block(counter[0], counter[1], counter[2], counter[3], key[0], key[1]);

        Assert.Equal(expected, new[] { x0, x1, x2, x3 });
    }

    [Theory]
    [MemberData(nameof(Published))]
    public void Sixty_four_bits_are_the_first_two_words_of_the_block(uint[] counter, uint[] key, uint[] expected) =>
        Assert.Equal(
            Pair(expected[0], expected[1]),
            Philox.Bits(Pair(counter[0], counter[1]), Pair(counter[2], counter[3]), Pair(key[0], key[1]))
        );

    private static ulong Pair(uint low, uint high) => low | ((ulong)high << 32);
}
