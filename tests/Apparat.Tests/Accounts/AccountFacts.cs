using System.Text;
using Apparat.Analysis;
using Apparat.Language;
using Apparat.Model;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Rival accounts as files, and what the record settles.</summary>
public sealed class AccountFacts
{
    private const string Party = "history/bolshevik-party";

    private static readonly Lazy<Scenario> Complete = new(() =>
        ScenarioFile.Load(Path.Combine(Golden.Root, "scenarios", "history", "bolshevik-party", "complete.yaml"))
    );

    [Fact]
    public void The_seven_accounts_of_theory_are_shipped_and_read_without_a_word()
    {
        Assert.Equal(["M0", "M1", "M2", "M3", "M4", "M5", "M6"], Accounts.Of(Party));
        foreach (var id in Accounts.Of(Party))
        {
            var (read, model) = Accounts.Read(Party, id);
            Assert.Empty(read.Diagnostics);
            Assert.Equal("complete.yaml", Path.GetFileName(model));
            Assert.NotEmpty(read.Account!.Title);
            Assert.NotEmpty(read.Account.About);
            Assert.NotEmpty(read.Account.Source.Keys);
        }
    }

    [Fact]
    public async Task No_two_accounts_are_the_same_model_and_every_switch_changes_histories()
    {
        var accounts = Accounts.Of(Party).Select(a => Accounts.Load(Party, a)).ToList();
        var whole = await Play(null);
        var prints = new List<Numerics.Fingerprint> { whole };
        foreach (var account in accounts)
        {
            prints.Add(await Play(account.Account.Change));
            foreach (var change in account.Account.Switches)
                Assert.True(whole != await Play(change.Change), $"{account.Account.Id}: {change.Sentence} changes nothing");
        }
        Assert.Distinct(prints);

        static async Task<Numerics.Fingerprint> Play(Amendment? change) =>
            (await new LocalRunner().Run(EnsemblePlan.Of(Complete.Value, change, 5, 4))).Fingerprint;
    }

    [Theory]
    [InlineData("account: A", "APP322", "does not say what it edits")]
    [InlineData("account: A\nof: complete.yaml", "APP323", "no switches")]
    [InlineData("of: complete.yaml\nswitches: []", "APP321", "no title")]
    [InlineData("account: A\nof: complete.yaml\nswitchs: []\nswitches: []", "APP328", "switchs")]
    [InlineData("account: A\nof: complete.yaml\nswitches: [strike C99]", "APP310", "C99")]
    [InlineData("account: A\nof: complete.yaml\nswitches: [{why: for no reason}]", "APP325", "says what it changes")]
    [InlineData("account: A\nof: complete.yaml\nswitches: []\nsources: haris2005", "APP326", "haris2005")]
    [InlineData("account: A\nof: complete.yaml\nswitches: []\nabout: [one, two]", "APP327", "line of text")]
    [InlineData("- account", "APP320", "list of names")]
    public void A_mistake_in_an_account_is_told_with_its_place(string text, string code, string told)
    {
        var model = AccountReader.NamedModel("A.yaml", Encoding.UTF8.GetBytes(text)) is null ? null : Complete.Value;
        var read = new AccountReader(StandardLexicon.Instance).Read("A", "A.yaml", Encoding.UTF8.GetBytes(text), model);

        Assert.Null(read.Account);
        var said = Assert.Single(read.Diagnostics, d => d.Code == code);
        Assert.Contains(told, said.Message, StringComparison.Ordinal);
        Assert.Equal("A.yaml", said.Span.File);
        Assert.True(said.Span.Line > 0);
    }

    [Fact]
    public void A_later_switch_may_set_a_number_that_an_earlier_one_brought()
    {
        var change = ScenarioFile.Change(SmallParty.With(), ["with votes are tosses of a coin", "coin is 0.9"], [])!;

        Assert.Equal(
            new Numerics.Fixed(0.9),
            change.Apply(SmallParty.With()) is var tossed ? tossed.PriorOf(tossed.Parameters.Single(p => p.Name == "coin")) : null
        );
    }

    [Fact]
    public void The_record_is_judged_by_the_words_that_judge_runs()
    {
        var record = Accounts.Recorded(Complete.Value)!;
        var calendar = Complete.Value.Calendar;

        Assert.Equal(1, record["defeats_stalin"]);
        Assert.Equal(0, record["out_stalin"]);
        Assert.Equal(0, record["heads_stalin_first"]);
        Assert.Equal(1, record["out_trotsky"]);
        Assert.Equal(calendar.At(new DateOnly(1926, 10, 23)).Index, record["out_trotsky_first"]);
        Assert.Equal(calendar.At(new DateOnly(1926, 7, 23)).Index, record["out_zinoviev_first"]);
        Assert.Equal(calendar.At(new DateOnly(1929, 11, 17)).Index, record["out_bukharin_settled"]);
        Assert.InRange(record["size_of_central_committee_stalin"], 60, 71);
        Assert.InRange(record["continuity_of_central_committee_stalin"], 0.1, 0.4);
        Assert.False(record.Has("established_stalin"));
        Assert.False(record.Has("patronage_in_central_committee_stalin"));
    }

    [Fact]
    public void What_is_changed_for_good_is_not_taken_for_what_it_was()
    {
        var plain = SmallParty.With() with { Digest = "d" };
        var changed = ScenarioFile.Amended(plain, ["nu is 2"], []);

        Assert.Same(plain, ScenarioFile.Amended(plain, [], []));
        Assert.NotEqual(plain.Digest, changed.Digest);
        Assert.NotEqual(EnsembleSet.WorldOf(EnsemblePlan.Of(plain, null, 1, 1)), EnsembleSet.WorldOf(EnsemblePlan.Of(changed, null, 1, 1)));
    }
}
