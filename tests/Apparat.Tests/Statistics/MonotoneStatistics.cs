using System.Globalization;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>More of each link of the circle helps whoever holds the appointments already (theory 8.10). Same luck in both worlds.</summary>
public sealed class MonotoneStatistics
{
    private const int Runs = 1500;

    /// <summary>The parameter, a low and a high value, and the other link's value: with one link closed the other hardly matters.</summary>
    public static TheoryData<string, double, double, string, double> Links =>
        new()
        {
            { "2.share", 0.1, 0.9, "3/slate.share", 0.1 },
            { "3/slate.share", 0.1, 0.9, "2.share", 0.1 },
            { "l0", 0.2, 0.9, "3/slate.share", 0.5 },
        };

    [Theory]
    [MemberData(nameof(Links))]
    public void The_holder_dominates_more_often_and_seldom_less_often_run_by_run(
        string parameter,
        double low,
        double high,
        string other,
        double at
    )
    {
        var scenario = new SetParameter(other, new Fixed(at)).Apply(Circle());
        var little = Dominates(new SetParameter(parameter, new Fixed(low)).Apply(scenario));
        var much = Dominates(new SetParameter(parameter, new Fixed(high)).Apply(scenario));
        var counts = PairedCounts.Of(much, little);
        var difference = counts.Difference;

        Assert.True(
            difference.Value >= 5 * difference.StandardError,
            $"{parameter}: {difference.Value:F4} with standard error {difference.StandardError:F4}"
        );
        Assert.True(
            counts.OnlySecond <= 0.1 * counts.OnlyFirst,
            string.Create(CultureInfo.InvariantCulture, $"{parameter}: {counts.OnlySecond} runs against {counts.OnlyFirst}")
        );
    }

    private static double[] Dominates(Scenario scenario)
    {
        var table = new LocalRunner().Run(EnsemblePlan.Of(scenario, null, 10, Runs)).GetAwaiter().GetResult();
        return [.. table["patronage_in_council_holder"].ToArray().Select(p => p > 0.5 ? 1.0 : 0)];
    }

    private static Scenario Circle() =>
        Stage.Read(
            """
            scenario: A circle of appointments
            from: 2000-01-01
            until: 2003-12-31
            organs:
              Secretary: {seats: 1, rank: 1}
              Units: {seats: 20, leads branches: yes, rank: 0.25, turnover: 0.04}
              Congress: {counted: yes, seats: 100, meets: yearly}
              Council: {seats: 15, term: until next Congress, rank: 0.5, pool: [Units], closed: yes, turnover: 0.01}
            people:
              Holder: {holds: [Secretary]}
              Rival: {}
            contenders: [Holder, Rival]
            cadres: 400
            branches: {number: 20, leanings: {Rival: 0.5..0.8}}
            behaviour: [those placed owe their patron, ties fade, makers favour their own, voters favour the clients of those they follow, there are no alliances]
            priors: {tau: 0.6, nu: 0}
            clauses:
              1: {means: Secretary appoints Units, share: 0.8}
              2: {means: Units choose Congress by delegation, share: 0.5}
              3: {means: "Congress elects Council by majority, from the slate of Secretary", slate share: 0.5}
            measures:
              - patronage of each contender in Council
            """
        );
}
