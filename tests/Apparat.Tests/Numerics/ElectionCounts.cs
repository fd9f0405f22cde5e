using Apparat.Numerics;
using CsCheck;

namespace Apparat.Tests;

/// <summary>How ballot papers become seats: textbook profiles whose results are known, and what every count promises.</summary>
public sealed class ElectionCounts
{
    // The capital of Tennessee: Memphis, Nashville, Chattanooga, Knoxville, as near as each lies to the voters of each.
    private static readonly string[] Tennessee = ["42 MNCK", "26 NCKM", "15 CKNM", "17 KCNM"];

    public static TheoryData<string> All => ["transferable", "instant", "condorcet", "approval", "block", "run-off"];

    [Fact]
    public void Counts_differ_on_the_capital_of_Tennessee_as_in_the_textbooks()
    {
        Assert.Equal("N", Elected(new CondorcetCount(), 1, Tennessee));
        Assert.Equal("K", Elected(new InstantRunoffCount(), 1, Tennessee));
        Assert.Equal("K", Elected(new TransferableCount(), 1, Tennessee));
        Assert.Equal("N", Elected(new RunOffCount(), 1, Tennessee));
        Assert.Equal("M", Elected(new BlockCount(), 1, Tennessee));
        // Each approves of the two above the mean of 3, 2, 1, 0: M 42, N 68, C 58, K 32.
        Assert.Equal("NC", Elected(new ApprovalCount(), 2, Tennessee));
    }

    [Fact]
    public void A_transferable_vote_gives_seats_in_proportion_and_a_block_vote_gives_all_to_the_majority()
    {
        // Sixty like A, B, C, D and forty like X, Y, Z, W: five seats, quota 100 / 6. Sixty have three quotas, forty have two.
        string[] parties = ["60 ABCDXYZW", "40 XYZWABCD"];
        Assert.Equal("ABCXY", Sorted(Elected(new TransferableCount(), 5, parties)));
        Assert.Equal("ABCDX", Sorted(Elected(new BlockCount(), 5, parties)));
        Assert.Equal("ABCD", Sorted(Elected(new BlockCount(), 4, parties)));
    }

    [Fact]
    public void Surpluses_pass_on_in_fractions()
    {
        // Two seats of 100, quota 33 1/3. A has 60: 26 2/3 pass on, 20 to B (45 of 60) and 6 2/3 to C. B has 30, C 16 2/3, D 20: C drops, his own
        // ten go to D and those that came from A to B: 36 2/3 against 30.
        Assert.Equal("AB", Elected(new TransferableCount(), 2, ["45 ABCD", "15 ACBD", "10 BACD", "10 CDAB", "20 DCBA"]));
    }

    [Fact]
    public void A_circle_goes_to_the_smallest_defeat()
    {
        // A beats B by 28, B beats C by 36, C beats A by 20: A's only defeat is the smallest.
        Assert.Equal("A", Elected(new CondorcetCount(), 1, ["40 ABC", "28 BCA", "8 CBA", "24 CAB"]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Equal_votes_go_by_lot(string count)
    {
        string[] even = ["1 AB", "1 BA"];
        Assert.Equal("A", Elected(Of(count), 1, even, 0.9, 0.1));
        Assert.Equal("B", Elected(Of(count), 1, even, 0.1, 0.9));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_count_elects_as_many_as_there_are_seats_and_nobody_twice(string count)
    {
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 30], Gen.Int[1, 12], Gen.Int[0, 1000])
            .Sample(
                (candidates, voters, seats, seed) =>
                {
                    var worth = new double[voters * candidates];
                    new Chance((ulong)seed, 0).Units(Purpose.Of("papers"), 1, 0, 0, worth);
                    var weights = Enumerable.Repeat(1.0, voters).ToArray();
                    var lots = Enumerable.Range(0, candidates).Select(c => c / 10.0).ToArray();
                    var elected = new int[Math.Max(seats, candidates)];
                    var n = Of(count).Elect(new BallotPapers(worth, weights, candidates), seats, lots, elected);
                    Assert.Equal(Math.Min(seats, candidates), n);
                    Assert.Equal(n, elected.Take(n).Distinct().Count());
                    Assert.All(elected.Take(n), c => Assert.InRange(c, 0, candidates - 1));
                },
                iter: 300,
                seed: "0N0XIzNsQ0O2"
            );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Whoever_all_prefer_is_elected(string count) => Assert.Equal("C", Elected(Of(count), 1, ["5 CABD", "4 CDBA", "1 CBDA"]));

    private static ElectionCount Of(string name) =>
        name switch
        {
            "transferable" => new TransferableCount(),
            "instant" => new InstantRunoffCount(),
            "condorcet" => new CondorcetCount(),
            "approval" => new ApprovalCount(),
            "block" => new BlockCount(),
            _ => new RunOffCount(),
        };

    private static string Sorted(string elected) => string.Concat(elected.Order());

    // A paper is worth n - 1 to its first, 0 to its last; "42 MNCK" are forty-two of them.
    private static string Elected(ElectionCount count, int seats, string[] profile, params double[] lots)
    {
        var rows = profile.Select(p => p.Split(' ')).ToArray();
        var names = string.Concat(rows[0][1].Order());
        var worth = rows.SelectMany(r => names.Select(c => (double)(names.Length - 1 - r[1].IndexOf(c, StringComparison.Ordinal))))
            .ToArray();
        var weights = rows.Select(r => double.Parse(r[0])).ToArray();
        var elected = new int[names.Length];
        var n = count.Elect(
            new BallotPapers(worth, weights, names.Length),
            seats,
            lots.Length > 0 ? lots : [.. names.Select((_, i) => i / 10.0)],
            elected
        );
        return string.Concat(elected.Take(n).Select(c => names[c]));
    }
}
