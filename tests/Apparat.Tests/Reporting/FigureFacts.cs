using Apparat.Numerics;
using Apparat.Reporting;
using CsCheck;

namespace Apparat.Tests;

/// <summary>How numbers are said.</summary>
public sealed class FigureFacts
{
    [Theory]
    [InlineData(104, 400, "26 (22 to 31)")]
    [InlineData(0, 400, "0 (0 to 1)")]
    [InlineData(4, 4000, "0.1 (0.0 to 0.3)")]
    [InlineData(3996, 4000, "99.9 (99.7 to 100.0)")]
    [InlineData(1, 400, "0.3 (0.0 to 1.4)")]
    [InlineData(1, 3, "33 (6 to 79)")]
    public void Probabilities_are_so_many_of_a_hundred_with_as_many_decimals_as_they_are_worth(long seen, long of, string said) =>
        Assert.Equal(said, Figures.Hundredths(Proportion.Wilson(seen, of)));

    [Theory]
    [InlineData(104, 400, "in 26 of 100 histories (22 to 31)")]
    [InlineData(0, 400, "in none of 400 histories (at most 1 of 100)")]
    [InlineData(0, 4000, "in none of 4,000 histories (at most 0.1 of 100)")]
    [InlineData(4000, 4000, "in all of 4,000 histories (at least 99.9 of 100)")]
    [InlineData(1, 4000, "in 0.03 of 100 histories (0.00 to 0.14)")]
    public void A_sentence_says_none_and_all_of_how_many(long seen, long of, string said) =>
        Assert.Equal(said, Figures.InHundred(Proportion.Wilson(seen, of)));

    [Fact]
    public void What_no_run_could_settle_is_said_to_be_undefined()
    {
        var nothing = Estimate.Undefined(0);

        Assert.Equal("not defined", Figures.Hundredths(nothing));
        Assert.Equal("not defined", Figures.OfHundred(nothing));
        Assert.Equal("-", Figures.HundredthsShort(nothing));
        Assert.DoesNotContain("NaN", Figures.InHundred(nothing), StringComparison.Ordinal);
    }

    [Fact]
    public void No_number_is_less_than_nothing_after_rounding() =>
        Gen.Select(Gen.Double[-1, 1], Gen.Double[0, 0.2])
            .Sample(
                (value, error) =>
                {
                    var said = Figures.Hundredths(Estimate.Normal(value, error, 100));
                    Assert.DoesNotMatch(@"-0(\.0+)?(?![.\d])", said);
                    Assert.DoesNotContain("E", said, StringComparison.Ordinal);
                }
            );

    [Fact]
    public void An_interval_is_said_in_order_around_its_number() =>
        Gen.Long[1, 100_000]
            .SelectMany(of => Gen.Long[0, of].Select(seen => (seen, of)))
            .Sample(
                (seen, of) =>
                {
                    var parts = Figures
                        .Hundredths(Proportion.Wilson(seen, of))
                        .Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
                        .Where(p => p != "to");
                    var numbers = parts.Select(p => double.Parse(p, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
                    Assert.True(numbers[1] <= numbers[0] && numbers[0] <= numbers[2]);
                }
            );
}
