using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>What every way of filling seats promises. The ways are found through the lexicon.</summary>
public sealed class SelectionContract
{
    public static TheoryData<string> Ways => AnyWord.Of<SelectionRule>();

    [Theory]
    [MemberData(nameof(Ways))]
    public void It_seats_only_the_eligible(string name)
    {
        var scenario = AnyWord.With(AnyWord.Charter(), (Rule)AnyWord.Make(name));
        var units = AnyWord.Organ(scenario, "Units");
        scenario = AnyWord.With(scenario, new OddOnesOut(units), id: "8");
        var protocol = new Protocol();
        scenario = scenario with
        {
            Outcomes =
            [
                new Outcome("witnessed", new SeatWitness(protocol, scenario.Charter), "", Citation.None, SourceSpan.Nowhere),
                new Outcome("even", new EvenWitness(protocol, units), "", Citation.None, SourceSpan.Nowhere),
            ],
        };
        for (var seed = 1UL; seed <= 4; seed++)
            Play(scenario, seed);

        Assert.True(protocol.Looks > 0);
        Assert.Empty(protocol.Faults);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_same_seed_gives_the_same_seats_whatever_the_order_of_the_file(string name)
    {
        var rule = (Rule)AnyWord.Make(name);
        var was = Play(AnyWord.With(AnyWord.Charter(), rule), 7);
        Assert.Equal(was, Play(AnyWord.With(AnyWord.Charter(), rule), 7));
        Assert.Equal(was, Play(AnyWord.With(AnyWord.Charter(), rule, first: true), 7));
        Assert.Equal(was, Play(AnyWord.With(AnyWord.Charter(order: 3), rule), 7));
        Assert.Equal(was, Play(AnyWord.With(AnyWord.Charter(order: 8), rule, first: true), 7));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void It_fills_some_organ_and_says_which(string name)
    {
        var rule = (SelectionRule)AnyWord.Make(name);

        var filled = Assert.Single(rule.Fills);
        Assert.All(rule.AllInfluences, i => Assert.Equal(filled, i.To));
    }

    private static IEnumerable<Numerics.Fingerprint> Play(Scenario scenario, ulong seed) =>
        new LocalRunner(1).Run(EnsemblePlan.Of(scenario, null, seed, 5)).GetAwaiter().GetResult().Fingerprints;

    /// <summary>A stranger's limit: a seat of an organ is only for those whose place among the people is even.</summary>
    private sealed record OddOnesOut(OrganId From) : Limit
    {
        public override System.Collections.Immutable.ImmutableArray<Reference> References => [new("anyone"), new("nobody")];

        public override bool Allows(WorldView now, PersonId person, OrganId organ) => organ != From || person.Index % 2 == 0;
    }

    private sealed record EvenWitness(Protocol Protocol, OrganId Organ) : Condition
    {
        public override bool Holds(WorldView now, PersonId x)
        {
            foreach (var holder in now.Holders(Organ))
                Protocol.See(holder.IsNone || holder.Index % 2 == 0, "odd", () => $"person {holder.Index} was seated against a limit");
            return false;
        }
    }
}
