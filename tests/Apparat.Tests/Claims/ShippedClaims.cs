using Apparat.Analysis;
using Apparat.Model;
using Apparat.Reporting;

namespace Apparat.Tests;

/// <summary>The ledger of the flagship: what is told about it, held to the record.</summary>
public sealed class ShippedClaims
{
    private const string Case = "history/bolshevik-party";
    private static readonly Lazy<Claims> Shipped = new(() => Claims.Load(Case));

    private static Ledger Ledger => Shipped.Value.Ledger;

    // Whoever asks of any shipped case is answered from its record, or told that it has none; tables that cannot be read are told of nobody.
    [Fact]
    public void Every_shipped_scenario_can_be_asked_what_is_claimed_of_it() =>
        Assert.All(ScenarioFile.Shipped(), name => Assert.True(Claims.Load(name).Read.IsUsable, name));

    [Theory]
    [InlineData("general-secretary-1953", Verdict.Contradicted)]
    [InlineData("malenkov-premier", Verdict.Supported)]
    [InlineData("ousted-1957", Verdict.Contradicted)]
    public void So_is_what_is_told_about_the_party_after_him(string id, Verdict verdict) =>
        Assert.Equal(verdict, Claims.Load("history/cpsu-1953").Ledger.Claims.Single(c => c.Claim.Id == id).Verdict);

    [Theory]
    [InlineData("gensec-1922", Verdict.Supported)]
    [InlineData("premier-1941", Verdict.Supported)]
    [InlineData("killed-1924", Verdict.Contradicted)]
    [InlineData("letter-read", Verdict.Supported)]
    [InlineData("slip-sovnarkom", Verdict.Contradicted)]
    [InlineData("slip-appointed-politburo", Verdict.Contradicted)]
    [InlineData("slip-funeral", Verdict.Contested)]
    [InlineData("slip-lenin-alone", Verdict.Contradicted)]
    [InlineData("slip-ruled-1924", Verdict.Contradicted)]
    [InlineData("power-1924", Verdict.Contested)]
    [InlineData("khrushchev-title", Verdict.Contested)]
    [InlineData("list-3500", Verdict.Contested)]
    [InlineData("mech-violence-1924", Verdict.Contradicted)]
    [InlineData("mech-patronage", Verdict.ForTheModel)]
    public void What_is_told_is_judged_by_its_rows(string id, Verdict verdict) => Assert.Equal(verdict, Of(id).Verdict);

    [Theory]
    [InlineData("He tricked Trotsky about the funeral", Verdict.Contested)]
    [InlineData("the Letter was never read to anyone", null)]
    [InlineData("Lenin and Trotsky tricked Stalin over the funeral", null)]
    public void A_line_takes_a_verdict_from_a_claim_it_means_and_none_from_one_it_is_near(string line, Verdict? verdict)
    {
        var answer = Shipped.Value.Ask(line);

        Assert.Equal(verdict, answer.Verdict);
        Assert.NotEmpty(answer.Matches);
    }

    [Fact]
    public void A_contested_claim_shows_both_sides() =>
        Assert.All(
            Ledger.Claims.Where(c => c.Verdict == Verdict.Contested),
            c =>
            {
                Assert.Contains(c.Readings, r => r.For.Length > 0);
                Assert.Contains(c.Readings, r => r.Against.Length > 0);
            }
        );

    [Fact]
    public void Every_verdict_rests_on_rows_with_a_source_and_a_place() =>
        Assert.All(
            Ledger.Claims.SelectMany(c => c.Readings).Where(r => r.Verdict is Verdict.Supported or Verdict.Contradicted),
            r =>
            {
                Assert.NotEmpty(r.For.Concat(r.Against));
                Assert.All(
                    r.For.Concat(r.Against),
                    f =>
                    {
                        Assert.NotEmpty(f.Grounds.Sources);
                        Assert.True(f.Grounds.Span.Line > 1, f.Text);
                    }
                );
            }
        );

    [Fact]
    public void A_verdict_goes_with_its_rows()
    {
        var record = Shipped.Value.Record;
        var funeral = Of("slip-funeral").Claim;

        var without = record with { Acts = [.. record.Acts.Where(a => a.Id != "funeral")] };
        var oneSided = record with { Acts = [.. record.Acts.Where(a => a.Id != "funeral" || a.Happened == Happened.Yes)] };

        Assert.Equal(Verdict.NotInTheRecord, JudgedClaim.Of(funeral, without).Verdict);
        Assert.Equal(Verdict.Supported, JudgedClaim.Of(funeral, oneSided).Verdict);
    }

    [Fact]
    public void A_scenario_based_on_another_has_its_record_and_ledger()
    {
        var broad = Claims.Load(Path.Combine(Golden.Root, "scenarios", "history", "bolshevik-party", "broad.yaml")).Ledger;

        Assert.Equal(Ledger.Claims.Select(c => (c.Claim.Id, c.Verdict)), broad.Claims.Select(c => (c.Claim.Id, c.Verdict)));
    }

    [Fact]
    public void Nothing_is_known_before_it_happened()
    {
        var then = Claims.Load(Case, asOf: new DateOnly(1925, 6, 30)).Ledger;
        Verdict Then(string id) => then.Claims.Single(c => c.Claim.Id == id).Verdict;

        Assert.Equal(Verdict.Supported, Then("gensec-1922"));
        Assert.NotEqual(Verdict.Supported, Then("rivals-out"));
        Assert.Equal(Verdict.NotInTheRecord, Then("expelled-readmitted"));
        Assert.Equal(Verdict.NotInTheRecord, Then("khrushchev-communism"));
    }

    [Fact]
    public void An_account_of_two_voices_contradicts_itself_and_two_accounts_exclude_each_other()
    {
        Assert.Contains(
            Ledger.Clashes,
            c =>
                c.IsWithin
                && c.First.Id == "answer-02"
                && c.FirstClaim.Claim.Id == "never-appointed"
                && c.SecondClaim.Claim.Id == "gensec-1922"
        );
        Assert.Contains(Ledger.Clashes, c => c.First.Id == "answer-07" && c.Second.Id == "answer-12");
        Assert.DoesNotContain(Ledger.Clashes, c => c.FirstClaim.Verdict == Verdict.Supported && c.SecondClaim.Verdict == Verdict.Supported);
    }

    [Fact]
    public void An_account_is_a_model_with_its_own_mechanisms_on_and_the_others_off()
    {
        Assert.Equal(14, Ledger.Accounts.Length);
        Assert.All(
            Ledger.Accounts,
            a =>
            {
                var own = a.Mechanisms.SelectMany(m => m.Claim.Off).ToHashSet();
                Assert.NotEmpty(a.Mechanisms);
                Assert.DoesNotContain(a.Off, own.Contains);
                Assert.NotEmpty(a.Off);
            }
        );
    }

    [Fact]
    public void Every_switch_of_a_mechanism_is_a_change_the_complete_scenario_can_read()
    {
        var complete = ScenarioFile.Load(Path.Combine(Golden.Root, "scenarios", "history", "bolshevik-party", "complete.yaml"));

        Assert.All(
            Ledger.Claims.SelectMany(c => c.Claim.Off).Distinct(),
            change => Assert.NotNull(ScenarioFile.Change(complete, [change], []))
        );
    }

    [Fact]
    public void A_report_holds_the_ledger_where_the_case_has_one_and_nothing_where_it_has_none()
    {
        var with = ExplanationReport.Of(SmallReport.Explanation(), SmallReport.Frame with { Claims = Claims.Of(Case) });
        var section = Assert.Single(with.Sections, s => s.Id == "claims");
        var html = HtmlRenderer.Render(new Report("Claims", [], [section], []));

        Assert.Contains("He was not premier until 1941", html, StringComparison.Ordinal);
        Assert.Contains("kotkin2014", html, StringComparison.Ordinal);
        Assert.Contains("answer-02 contradicts itself", html, StringComparison.Ordinal);
        Assert.Null(Claims.Of(AtTheConsole.Board));
        Assert.DoesNotContain(ExplanationReport.Of(SmallReport.Explanation(), SmallReport.Frame).Sections, s => s.Id == "claims");
    }

    private static JudgedClaim Of(string id) => Ledger.Claims.Single(c => c.Claim.Id == id);
}
