using System.Collections.Immutable;
using System.Globalization;
using Apparat.Analysis;
using Apparat.Language;
using Apparat.Model;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Whatever a scenario plays can be a factor: shares take any change that can be said, without code of their own.</summary>
public sealed class FactorFacts
{
    private const int Runs = 2;
    private static readonly Lazy<Scenario> Complete = new(() => ScenarioFile.Load("history/bolshevik-party/complete.yaml"));

    public static TheoryData<string> Families => ["clauses", "behaviour", "numbers", "events", "people"];

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Every_mechanism_of_the_complete_form_can_be_a_factor(string family)
    {
        var scenario = Complete.Value;
        ImmutableArray<Factor> factors =
        [
            .. Said(family, scenario)
                .Select(change => new Factor(
                    change,
                    FactorKind.Rules,
                    [
                        (
                            change,
                            ScenarioFile.Change(scenario, [change], []) ?? throw new InvalidOperationException($"{change} is no change.")
                        ),
                    ]
                )),
        ];
        var headline = Statement.Of(scenario.Outcomes[0], scenario[scenario.Cast.Contenders[0]]);
        foreach (var some in factors.Chunk(Factor.MostOfAKind))
        {
            var shares = await Play(new OwenShares(scenario, headline, [.. some], seed: 3, Runs));

            Assert.Equal(Runs, shares.Runs);
            Assert.Equal(some.Select(f => f.Name), shares.Factors.Select(f => f.Name));
            Assert.Equal(shares.Baseline.Denominator, shares.Parts.Sum(p => p.Numerator));
        }
    }

    [Fact]
    public void More_factors_of_a_kind_than_can_be_dealt_out_over_are_told_with_their_place()
    {
        var text = string.Join('\n', Enumerable.Range(1, 14).Select(i => $"  Factor {i}: {{kind: rules, strike: B1}}"));
        var board = File.ReadAllText(Path.Combine(Golden.Root, "scenarios", "governance", "self-perpetuating-board", "scenario.yaml"));

        var read = new ScenarioReader(StandardLexicon.Instance).ReadText(
            board[..board.IndexOf("\nfactors:", StringComparison.Ordinal)] + $"\nfactors:\n{text}\n",
            "scenario.yaml",
            _ => null
        );

        var told = read.Diagnostics.Where(d => d.Severity == Severity.Error && d.Code == "APP329").ToList();
        Assert.Equal(2, told.Count);
        Assert.Contains("\"Factor 13\" is one too many", told[0].Message, StringComparison.Ordinal);
        Assert.Equal(told[0].Span.Line + 1, told[1].Span.Line);
    }

    private static IEnumerable<string> Said(string family, Scenario s)
    {
        switch (family)
        {
            case "clauses":
                return s.Charter.Provisions.Select(p => $"strike {p.Name}");
            case "behaviour":
                var grammar = Grammar.For(
                    StandardLexicon.Instance,
                    new Names(),
                    typeof(Motive),
                    typeof(Criterion),
                    typeof(Bond),
                    typeof(OpinionRule)
                );
                return
                [
                    .. s.Motives.Concat<Word>(s.Criteria).Concat(s.Bonds).Concat(s.Opinions).Select(w => $"without {grammar.Write(w)}"),
                    "there are no alliances",
                ];
            case "numbers":
                return s
                    .Parameters.Where(p => p.Prior.Low < p.Prior.High)
                    .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name} is {p.Prior.Low}"));
            case "events":
                return s.Events.Select(e => $"{e.Name} does not happen");
            default:
                return
                [
                    .. s.Cast.Contenders.Select(c => $"{s[c].Name} has median qualities"),
                    "there are no ties from before",
                    "bodies keep their first size",
                    $"nobody holds {s.Charter[s.Question!.Office].Name}",
                    $"another contender holds {s.Charter[s.Question.Office].Name}",
                ];
        }
    }

    private static async Task<Shares> Play(OwenShares study)
    {
        var set = new EnsembleSet();
        var runner = new LocalRunner(1);
        while (study.Needs(set) is { Count: > 0 } needed)
        {
            foreach (var plan in needed)
                set.Add(await runner.Run(plan));
        }
        return study.Read(set);
    }
}
