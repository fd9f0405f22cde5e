using Apparat.Language;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Cards as scenarios declare them.</summary>
public sealed class CardsRead
{
    private static readonly string Folder = Path.Combine(Golden.Root, "scenarios", "history", "bolshevik-party");

    public static IEnumerable<TheoryDataRow<string, string>> Broken =>
        [
            new("  Nothing: {worked: A card that holds nothing.}", "APP315"),
            new("  Wrong: {factors: [No such factor]}", "APP202"),
            new("  Wrong: {strike: C99}", "APP310"),
            new("  Wrong: {strike: C8, evidence: [{says: Without a row.}]}", "APP317"),
            new("  Wrong: {strike: C8, evidence: [{row: []}]}", "APP317"),
            new("  Wrong: {strike: C8, evidence: a word}", "APP317"),
            new("  Wrong: {strike: C8, evidence: [{row: [record/events.csv, no-such-event]}]}", "APP317"),
            new("  Wrong: {strike: C8, evidence: [{row: [record/votes.csv, Joint CC-CCC plenum]}]}", "APP317"),
            new("  Wrong: {strike: C8, evidence: [{row: [record/nothing.csv, x]}]}", "APP130"),
            new("  Wrong: {strike: C8, evidence: [{says: Without a day., source: declared, confidence: high}]}", "APP318"),
            new("  Wrong: {strike: C8, claims: [{row: x}]}", "APP110"),
            new("  Wrong: {strike: C8, proof: none}", "APP112"),
        ];

    private static ReadResult Read(string text) =>
        new ScenarioReader(StandardLexicon.Instance).ReadText(
            text,
            "scenario.yaml",
            file => File.Exists(Path.Combine(Folder, file)) ? File.ReadAllBytes(Path.Combine(Folder, file)) : null
        );

    private static string Flagship => File.ReadAllText(Path.Combine(Folder, "scenario.yaml"));

    private static string WithoutCards
    {
        get
        {
            var text = Flagship;
            var (from, to) = (text.IndexOf("\ncards:", StringComparison.Ordinal), text.IndexOf("\nrecord:", StringComparison.Ordinal));
            return text[..from] + text[to..];
        }
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_card_that_cannot_be_used_is_told_with_its_place(string card, string code)
    {
        var read = Read($"{WithoutCards}\ncards:\n{card}\n");

        Assert.False(read.IsUsable);
        var told = Assert.Single(read.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(code, told.Code);
        Assert.True(told.Span.Line > 1, told.ToString());
    }

    [Fact]
    public void A_rival_of_a_stage_must_be_a_contender()
    {
        var read = Read($"{WithoutCards}\nstages:\n  the Right: [Tomsky]\n");

        Assert.Equal("APP316", Assert.Single(read.Diagnostics, d => d.Severity == Severity.Error).Code);
    }

    [Fact]
    public async Task Cards_change_no_bit_of_a_history()
    {
        var (with, without) = (Read(Flagship).Scenario!, Read(WithoutCards).Scenario!);

        Assert.NotEmpty(with.Cards);
        Assert.Empty(without.Cards);
        Assert.Equal(await Bits(with), await Bits(without));

        static async Task<Fingerprint> Bits(Scenario scenario) =>
            (await new LocalRunner().Run(EnsemblePlan.Of(scenario, null, 1922, 5))).Fingerprint;
    }

    [Fact]
    public void Every_card_of_the_flagship_has_three_dated_facts_and_one_against_it_with_source_and_confidence()
    {
        var cards = Read(Flagship).Scenario!.Cards;

        Assert.Equal(8, cards.Length);
        Assert.All(
            cards,
            c =>
            {
                Assert.Equal(3, c.Evidence.Length);
                Assert.NotEmpty(c.Counter);
                Assert.All(
                    c.Evidence.Concat(c.Counter),
                    f =>
                    {
                        Assert.Matches(@"^\d{4}", f.When);
                        Assert.NotEmpty(f.Source);
                        Assert.Contains(f.Confidence, (string[])["high", "medium", "low"]);
                    }
                );
                Assert.NotEmpty(c.Worked);
                Assert.NotEmpty(c.Link);
            }
        );
    }

    [Fact]
    public void The_broad_version_has_the_cards_too_and_counts_three_men_to_the_Right()
    {
        var broad = ScenarioFile.Load("history/bolshevik-party/broad");

        Assert.Equal(8, broad.Cards.Length);
        Assert.Equal(3, broad.Stages.Single(s => s.Name == "the Right").People.Length);
    }

    [Fact]
    public void The_complete_form_has_a_card_for_the_enrolment_it_plays_and_strikes_what_it_enlarges_by()
    {
        var complete = ScenarioFile.Load("history/bolshevik-party/complete");

        Assert.Equal(9, complete.Cards.Length);
        Assert.Equal(
            ["C31", "C32", "C33"],
            ((Strike)complete.Cards.Single(c => c.Name == "The enlarged Central Committee").Change).Provisions
        );
        Assert.Equal(3, complete.Cards.Single(c => c.Name == "Control of membership").Evidence.Length);
    }

    [Fact]
    public void A_fact_takes_its_date_source_and_confidence_from_its_row()
    {
        var fact = Read(Flagship).Scenario!.Cards.Single(c => c.Name == "The party machine").Evidence[2];

        Assert.Equal(("1925-12-23", "universally cited", "high"), (fact.When, fact.Source, fact.Confidence));
    }
}
