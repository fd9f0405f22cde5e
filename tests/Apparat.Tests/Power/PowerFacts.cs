using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Tests;

/// <summary>Known paradoxes, and which algorithm is chosen for what.</summary>
public sealed class PowerFacts
{
    [Fact]
    public void Luxembourg_had_votes_but_no_power_in_the_first_council()
    {
        var answer = VotingPower.Of(PublishedGames.Named("EEC1958"));

        Assert.Equal([5], answer.Structure.Dummies!.Value.SelectMany(c => answer.Simple.Classes[c].Members));
    }

    [Fact]
    public void More_members_can_give_an_old_member_more_power()
    {
        // Brams and Affuso 1976: Luxembourg kept its votes, the council grew, and its power rose from nothing.
        Fraction Last(string name) => VotingPower.Of(PublishedGames.Named(name))["banzhaf_normalised"]!.Fractions!.Value[^1];

        Assert.True(Last("EEC1958").IsZero);
        Assert.True(Last("EC1973") > Last("EEC1958"));
    }

    [Fact]
    public void By_Deegan_Packel_and_Holler_Packel_a_heavier_voter_may_have_less()
    {
        var answer = VotingPower.Of(PublishedGames.Named("TB_HOLLER"));

        // Weights 35, 20, 15, 15, 15.
        foreach (var index in new[] { "deegan_packel", "holler_packel_pgi" })
            Assert.True(answer[index]!.Fractions!.Value[1] < answer[index]!.Fractions!.Value[2]);
        Assert.True(answer["shapley_shubik"]!.Fractions!.Value[1] > answer["shapley_shubik"]!.Fractions!.Value[2]);
    }

    [Fact]
    public void A_faction_may_have_less_power_than_its_members_apart()
    {
        // The paradox of size: of three who must all agree, two have two thirds apart and a half as one.
        var game = PublishedGames.OneRule(3, 1, 1, 1);
        var apart = VotingPower.Of(game)["shapley_shubik"]!.Fractions!.Value;
        var together = FactionPower.Of(game with { Factions = [new("bloc", [1, 2])] }, [new OwenValue()])[0];

        Assert.True(together[1] + together[2] < apart[1] + apart[2]);
    }

    [Fact]
    public void A_dictator_leaves_nothing_to_the_others()
    {
        var answer = VotingPower.Of(PublishedGames.Named("TB_DICT"));

        Assert.Equal([0], answer.Simple.Classes[answer.Structure.Dictator!.Value].Members);
        Assert.Equal(Fraction.Of(1), answer["shapley_shubik"]!.Fractions!.Value[0]);
    }

    [Fact]
    public void The_algorithm_is_chosen_by_the_game_and_named()
    {
        Assert.Contains("Gray code", Method(PublishedGames.Named("EC1973")));
        Assert.Contains("equal types", Method(PublishedGames.Named("UNSC15")));
        Assert.Contains("states of 3 rules", Method(PublishedGames.Named("EU27NICE255")));
        Assert.Contains("quadrature over weights", Method(Body(100)));
        Assert.Contains("in whole numbers", Method(Body(100), new() { Exact = true }));
        Assert.Contains("Monte Carlo", Method(Body(100), new() { Sample = true, HalfWidth = 0.05 }));
    }

    [Fact]
    public void A_body_whose_weights_are_too_many_to_count_is_sampled_and_says_so()
    {
        var random = Enumerable.Range(0, 60).Select(i => 1_000_000_000_000L + (long)(Key.Mix((ulong)i) >> 24)).ToArray();
        var answer = VotingPower.Of(PublishedGames.OneRule((random.Sum() / 2) + 1, random), new() { HalfWidth = 0.02 });

        Assert.False(answer.Method.IsExact);
        Assert.Equal(1922ul, answer.Method.Seed);
        Assert.Equal(0, answer.Method.MissedBy);
        Assert.True(answer["shapley_shubik"]!.Values[0].HalfWidth > 0);
    }

    [Fact]
    public void A_game_of_ten_thousand_players_of_two_kinds_is_counted_without_error()
    {
        var answer = VotingPower.Of(
            PublishedGames.Game([("major", 1), ("small", 9999)], new QuotaRule([3000, 1], 6501)),
            new() { Exact = true }
        );

        Assert.Equal(
            Fraction.Of(1),
            (answer["shapley_shubik"]!.Fractions!.Value[0]) + (answer["shapley_shubik"]!.Fractions!.Value[1] * Fraction.Of(9999))
        );
    }

    [Fact]
    public void Counting_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => VotingPower.Of(PublishedGames.Named("EU27NICE255"), cancel: source.Token));
        Assert.Throws<OperationCanceledException>(() => VotingPower.Of(Body(100), cancel: source.Token));
        Assert.Throws<OperationCanceledException>(() => VotingPower.Of(Body(100), new() { Exact = true }, cancel: source.Token));
        Assert.Throws<OperationCanceledException>(() => VotingPower.Of(Body(100), new() { Sample = true }, cancel: source.Token));
    }

    [Fact]
    public void A_game_nobody_can_win_and_one_nobody_can_lose_are_refused()
    {
        Assert.Throws<ArgumentException>(() => VotingPower.Of(PublishedGames.OneRule(10, 1, 2, 3)));
        Assert.Throws<ArgumentException>(() => VotingPower.Of(PublishedGames.OneRule(0, 1, 2, 3)));
    }

    private static string Method(VotingGame game, PowerRequest? request = null) => VotingPower.Of(game, request).Method.Name;

    private static VotingGame Body(int members) =>
        PublishedGames.OneRule((long)members * members / 4 * 2, [.. Enumerable.Range(1, members).Select(i => (long)i)]);
}
