using Apparat.Model;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>What every rule and tail promises: it can be played, it can be struck alone, and striking has consequences only from its first use on.</summary>
public sealed class ProvisionContract
{
    public static TheoryData<string> Rules
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var name in AnyWord.Of<SelectionRule>().Concat(AnyWord.Of<Power>()).Concat(AnyWord.Of<Limit>()))
                data.Add(name.Data);
            return data;
        }
    }

    public static TheoryData<string, string> HeadsWithTails
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (
                var (head, tail) in StandardLexicon
                    .Instance.Entries.SelectMany(e => e.Sentence.Takes.Select(t => (e.Name, t.Name)))
                    .Distinct()
            )
                data.Add(head, tail);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_can_be_played_and_struck_under_each_of_its_references(string name) => Obeys((Rule)AnyWord.Make(name));

    [Theory]
    [MemberData(nameof(HeadsWithTails))]
    public void A_tail_can_be_played_and_struck_alone(string head, string tail) =>
        Obeys((Rule)AnyWord.Make(head) with { Tails = [(Tail)AnyWord.Make(tail)] });

    [Theory]
    [MemberData(nameof(Rules))]
    public void References_are_two_or_more_and_told_apart(string name)
    {
        var references = ((Provision)AnyWord.Make(name)).References;

        Assert.True(references.Length >= 2);
        Assert.All(references, r => Assert.False(string.IsNullOrWhiteSpace(r.Name)));
        Assert.Distinct(references.Select(r => r.Name));
    }

    private static void Obeys(Rule rule)
    {
        var scenario = AnyWord.With(AnyWord.Charter(), rule);
        for (var seed = 1UL; seed <= 2; seed++)
        {
            var was = Histories.Tell(scenario, seed, 0);
            foreach (var (name, _, provision) in scenario.Charter.Provisions.Where(p => p.Clause.Id.Text == "9"))
            {
                var firstUse = was.FirstUses.TryGetValue(name, out var turn) ? turn.Index : scenario.Calendar.Turns;
                for (var reference = 0; reference < provision.Alternatives.Length; reference++)
                {
                    var struck = Histories.Tell(new Strike([name], reference).Apply(scenario), seed, 0);
                    Assert.True(
                        was.TurnFingerprints.Take(firstUse).SequenceEqual(struck.TurnFingerprints.Take(firstUse)),
                        $"{name} ({provision.GetType().Name}) struck under reference {reference + 1} differs before month {firstUse}"
                    );
                }
            }
        }
    }
}
