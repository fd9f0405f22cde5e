using System.Collections.Concurrent;
using Apparat.Language;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>A small organisation on which each mechanism is shown alone: branches, a congress, a committee, a bureau and its secretary.</summary>
internal static class SmallParty
{
    private const string Text = """
        scenario: A small party
        from: 2000-01-01
        until: 2003-12-31
        step: month
        organs:
          Locals:    {seats: 12, leads branches: yes, rank: 0.25, pool: [Locals]}
          Congress:  {counted: yes, seats: 120, meets: yearly}
          Committee: {seats: 15, most: 60, term: until next Congress, rank: 0.5, pool: [Locals]}
          Bureau:    {seats: 5, term: until next Committee, rank: 1, pool: [Committee], closed: yes}
          Secretary: {office of: Bureau, term: until next Committee}
          Editor:    {seats: 1, rank: 0.25}
          ORGANS
        issues:
          The plan: 0
        people:
          A: {holds: [Committee, Bureau, Secretary]}
          B: {holds: [Committee, Bureau, Editor]}
          C: {holds: [Committee, Bureau]}
          D: {holds: [Committee, Bureau]}
        contenders: {people: [A, B, C, D]}
        cadres: {number: 150, called: a cadre}
        branches:
          number: 12
          members: 1000
          ties: 0.4
          leanings: {A: 0.1..0.2, B: 0.1..0.2, C: 0.1..0.2, D: 0.1..0.2}
        traits:
          heads:
            prestige: {base: 0.2..0.8}
            The plan: {base: -0.8..0.8}
          cadres:
            prestige: {base: 0.02..0.15}
            competence: {base: "normal(0, 0.5)"}
            The plan: {base: -0.2..0.8}
        documents:
          PAPERS
          the Paper:
            harms: {A: 0.3, B: 0.3, C: 0.3, D: 0.3}
            asks to remove: Secretary
            against holder: 0.6
            audiences: [Bureau, Locals, Committee]
        clauses:
          S1: Locals choose Congress by delegation
          S2: {means: Congress elects Committee from the slate of Secretary, slate share: 0.8}
          S3: Committee elects Bureau by majority
          S4: Committee elects Secretary by majority, from Bureau
          S5: {means: Secretary appoints Locals, share: 0.5}
          S6: Secretary dismisses Locals
          S7: Bureau decides policy
          S8: Committee dismisses Bureau
          S9: Committee expels Committee by two thirds
          S10: Secretary sets the agenda of Congress
          CLAUSES
        events:
          2000-02-15: C falls ill
          2000-03-15: C returns
          EVENTS
        BEHAVIOUR
        outcomes:
          defeats(X): X sits in Bureau and no other living contender does
          out(X): X does not sit in Bureau
          heads(X): X sits in Secretary
        measures:
          - patronage of each contender in Committee
          - patronage of each contender in Locals
          - leaning of the members to each contender
          - following of each contender
          - formal rank of each contender
          - esteem of each contender
          - size of Committee
          - position of each contender on issue 1
          - esteem of each contender in Committee
          - esteem of each contender in Locals
          - responsibility of each contender for divisions
          MEASURES
        question:
          text: Who wins?
          office: Secretary
          holder: A
          decisive body: Committee
          prize: Bureau
          headline: defeats
          fall: out
        """;

    // Many mechanisms are played on the same text.
    private static readonly ConcurrentDictionary<string, Scenario> Known = new(StringComparer.Ordinal);

    /// <summary>The party with further clauses, events, behaviour (added to the standard ones) and measures.</summary>
    public static Scenario With(
        string clauses = "",
        string events = "",
        string measures = "",
        params (string Parameter, double Value)[] set
    ) => set.Aggregate(Read(clauses, events, measures, "", "", ""), (s, p) => s.Set(p.Parameter, p.Value));

    /// <summary>The party with further clauses and events, and papers that stand before the one it has.</summary>
    public static Scenario WithPapers(string papers, string clauses, string events) => Read(clauses, events, "", "", "", papers);

    private static Scenario Read(string clauses, string events, string measures, string organs, string alsoHolds, string papers)
    {
        var written = Text.Replace("ORGANS", Lines(organs, "  "), StringComparison.Ordinal)
            .Replace(
                "Bureau, Editor]",
                alsoHolds.Length == 0 ? "Bureau, Editor]" : $"Bureau, Editor, {alsoHolds}]",
                StringComparison.Ordinal
            )
            .Replace("PAPERS", Lines(papers, "  "), StringComparison.Ordinal)
            .Replace("CLAUSES", Lines(clauses, "  "), StringComparison.Ordinal)
            .Replace("EVENTS", Lines(events, "  "), StringComparison.Ordinal)
            .Replace("MEASURES", Lines(measures, "  "), StringComparison.Ordinal)
            .Replace("BEHAVIOUR", "", StringComparison.Ordinal);
        return Known.GetOrAdd(written, Read);
    }

    private static Scenario Read(string text)
    {
        var read = new ScenarioReader(StandardLexicon.Instance).ReadText(text);
        Assert.True(
            read.IsUsable,
            string.Join(
                "\n",
                read.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{d.Span.Line}: {d.Message} {d.Expected}")
            )
        );
        return read.Scenario!;
    }

    /// <summary>The party beside a union with locals and a secretary of its own, who is the party's editor.</summary>
    public static Scenario BesideAUnion =>
        Read(
            "U1: Union Secretary appoints Union Locals",
            "",
            "- patronage of each contender in Union Locals",
            "Union Locals:    {seats: 12, rank: 0.25, pool: [Union Locals]}\nUnion Secretary: {seats: 1, rank: 0.25}",
            "Union Secretary",
            ""
        );

    /// <summary>The party without patronage, and with much contention: what is left is who joins against whom.</summary>
    public static Scenario OfEquals => With(set: [("nu", 2), ("stake", 1)]).Struck("S5").Struck("S6").Struck("S2/slate");

    /// <summary>The scenario with a parameter at a value.</summary>
    public static Scenario Set(this Scenario scenario, string parameter, double value)
    {
        Assert.Contains(scenario.Parameters, p => p.Name == parameter);
        return new SetParameter(parameter, new Fixed(value)).Apply(scenario);
    }

    /// <summary>The scenario with words of behaviour put in, each in the place of another of its kind.</summary>
    public static Scenario Also(this Scenario scenario, params Word[] words) => new ChangeBehaviour([], [.. words], "").Apply(scenario);

    /// <summary>The scenario without words of behaviour.</summary>
    public static Scenario Without(this Scenario scenario, params Word[] words) => new ChangeBehaviour([.. words], [], "").Apply(scenario);

    /// <summary>The scenario with provisions struck, under the first or second reference.</summary>
    public static Scenario Struck(this Scenario scenario, string provision, int reference = 0)
    {
        Assert.Contains(scenario.Charter.Provisions, p => p.Name == provision);
        return new Strike([provision], reference).Apply(scenario);
    }

    /// <summary>The scenario in which an organ meets so often.</summary>
    public static Scenario Meeting(this Scenario scenario, string organ, Meetings meets)
    {
        Assert.Contains(scenario.Charter.Organs, o => o.Name == organ);
        return scenario with
        {
            Charter = scenario.Charter with
            {
                Organs = [.. scenario.Charter.Organs.Select(o => o.Name == organ ? o with { Meets = meets } : o)],
            },
        };
    }

    /// <summary>The scenario with the first sentence of a clause replaced.</summary>
    public static Scenario Reading(this Scenario scenario, string clause, Func<Rule, Rule> reads)
    {
        Assert.Contains(scenario.Charter.Clauses, c => c.Id.Text == clause);
        return scenario with
        {
            Charter = scenario.Charter with
            {
                Clauses =
                [
                    .. scenario.Charter.Clauses.Select(c =>
                        c.Id.Text == clause ? c with { Rules = [reads(c.Rules[0]), .. c.Rules.Skip(1)] } : c
                    ),
                ],
            },
        };
    }

    private static string Lines(string text, string indent) =>
        text.ReplaceLineEndings("\n").Replace("\n", "\n" + indent, StringComparison.Ordinal);
}
