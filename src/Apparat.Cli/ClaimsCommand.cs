using System.Collections.Immutable;
using System.CommandLine;
using Apparat.Analysis;
using Apparat.Reporting;
using Apparat.Simulation;

namespace Apparat.Cli;

/// <summary><c>apparat claims</c>: what is claimed of a case, held to its dated record.</summary>
internal static class ClaimsCommand
{
    private static readonly string[] Groups =
    [
        "supported",
        "contested",
        "contradicted",
        "not-in-the-record",
        "mechanisms",
        "facts",
        "accounts",
        "mine",
    ];

    public static Command Make()
    {
        var (file, json) = (Options.Scenario(), Options.Json());
        var claims = new Option<string?>("--claims")
        {
            Description = "A claims file of your own (.csv or .yaml), held to the record of the case: see docs/reference/claims.md.",
            HelpName = "FILE",
        };
        var ask = new Option<string[]>("--ask")
        {
            Description = "Answer a line instead, such as \"he was premier from 1924\"; - reads lines from standard input.",
            HelpName = "LINE",
            AllowMultipleArgumentsPerToken = false,
        };
        var only = new Option<string[]>("--only")
        {
            Description = $"Show only these: {string.Join(", ", Groups)}, or ids of claims.",
            HelpName = "WHICH",
            AllowMultipleArgumentsPerToken = true,
        };
        var account = new Option<string?>("--account")
        {
            Description = "Write a popular account as a set of switches: its mechanisms as they are, the others at their reference worlds.",
            HelpName = "ID",
        };
        var play = Options.AtLeast(
            1,
            new Option<int?>("--play")
            {
                Description = "Play the popular accounts as models, that many histories each, beside the facts they claim.",
                HelpName = "N",
            }
        );
        var (seed, threads, progress) = (Options.Seed(), Options.Threads(), Options.Progress());
        var sample = new Option<string?>("--new") { Description = "Write a small commented claims file to start from.", HelpName = "FILE" };
        var asOf = new Option<string?>("--as-of")
        {
            Description = "Hold the claims to what was recorded up to this day (yyyy-mm-dd).",
            HelpName = "DAY",
        };
        var command = new Verb(
            "claims",
            "Hold published claims to the dated record of a case: supported, contested, contradicted, not in the record, with the rows and sources that decide it; claims of mechanism are linked to the factors that test them.",
            ("apparat claims history/bolshevik-party", "the ledger of the case, verdict by verdict, then the popular accounts"),
            ("apparat claims history/bolshevik-party --only contradicted", "what is told and is not so"),
            ("apparat claims history/bolshevik-party --ask \"he was premier from 1924\"", "one line of an essay, answered with the rows"),
            ("apparat claims my-case --claims mine.yaml --json", "your own claims about your own case, for machines")
        )
        {
            file,
            claims,
            ask,
            only,
            account,
            play,
            seed,
            threads,
            progress,
            sample,
            asOf,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                if (parse.GetValue(sample) is { } start)
                {
                    Terminal.DataLine(Page.Write(start, Claims.Sample(), force: false));
                    Terminal.Say($"Next: apparat claims {parse.GetValue(file)} --claims {start}");
                    return ExitCode.Done;
                }
                var read = Claims.Load(parse.GetValue(file)!, parse.GetValue(claims), Options.Day(parse.GetValue(asOf)));
                Terminal.Say(read.Read, read.Read.Diagnostics);
                var title = $"Claims about {read.Scenario.Name}";
                if (parse.GetValue(play) is { } runs)
                    return await Played(runs).ConfigureAwait(false);
                if (parse.GetValue(account) is { } id)
                    return Account(read, id);
                return parse.GetValue(ask) is { Length: > 0 } lines
                    ? Answer(read, [.. lines.SelectMany(Lines)], parse.GetValue(json))
                    : Show(read, title, parse.GetValue(only) ?? [], parse.GetValue(json));

                async Task<int> Played(int runs)
                {
                    var named = parse.GetValue(file)!;
                    PopularAnswer answer;
                    using (var teller = ProgressTeller.Of(parse.GetValue(progress)))
                    {
                        try
                        {
                            answer = await Claims
                                .Play(
                                    named,
                                    parse.GetValue(seed),
                                    runs,
                                    new StoringRunner(new LocalRunner(parse.GetValue(threads)), Explain.Store(Explain.DefaultStore)),
                                    teller,
                                    cancel
                                )
                                .ConfigureAwait(false);
                        }
                        catch (ArgumentException e) when (e.ParamName is null)
                        {
                            throw new UsageException(e.Message);
                        }
                    }
                    var again = FormattableString.Invariant($"apparat claims {named} --play {runs} --seed {answer.Seed}");
                    var report = PopularReport.Of(read.Ledger, answer, $"{ProgramVersion.Line} Again: {again}");
                    if (parse.GetValue(json))
                        Terminal.Data(JsonRenderer.Render(report));
                    else
                        Screen.Show(report);
                    if (answer.IsComplete)
                        return ExitCode.Done;
                    Terminal.Say("Cancelled: answered from the histories that were finished.");
                    return ExitCode.Cancelled;
                }
            }
        );
        return command;
    }

    private static int Show(Claims claims, string title, string[] only, bool json)
    {
        if (claims.Ledger.Claims.IsEmpty)
            throw new UsageException(
                $"Nothing is claimed of {claims.Scenario.Name} yet. Put claims into {Claims.LedgerFiles[1]} beside the scenario, give a file with --claims, or ask with --ask: see docs/reference/claims.md."
            );
        var ids = claims.Ledger.Claims.Select(c => c.Claim.Id).ToHashSet(StringComparer.Ordinal);
        if (Array.Find(only, o => !Groups.Contains(o, StringComparer.Ordinal) && !ids.Contains(o)) is { } unknown)
            throw new UsageException($"--only {unknown} is neither a claim nor one of {string.Join(", ", Groups)}.");
        var accounts = only.Length == 0 || only.Contains("accounts", StringComparer.Ordinal);
        ImmutableArray<JudgedClaim> shown = [.. claims.Ledger.Claims.Where(c => only.Length == 0 || Array.Exists(only, o => Is(c, o)))];
        if (json)
            Terminal.Write(ClaimsJson.Of(claims.Scenario.Name, claims.Ledger, shown, accounts));
        else
            Terminal.Data(ClaimsText.Of(title, claims.Ledger, shown, accounts, claims.Scenario.Sources));
        // That a shipped ledger holds errors of others is what it is for; one's own are a finding.
        return claims.Ledger.Claims.Any(c => claims.Added.Contains(c.Claim.Id) && c.Verdict == Verdict.Contradicted)
            ? ExitCode.Findings
            : ExitCode.Done;

        bool Is(JudgedClaim claim, string group) =>
            group switch
            {
                "supported" => claim.Verdict == Verdict.Supported,
                "contested" => claim.Verdict == Verdict.Contested,
                "contradicted" => claim.Verdict == Verdict.Contradicted,
                "not-in-the-record" => claim.Verdict == Verdict.NotInTheRecord,
                "mechanisms" => claim.Claim.Kind == Model.ClaimKind.Mechanism,
                "facts" => claim.Claim.Kind == Model.ClaimKind.Fact,
                "mine" => claims.Added.Contains(claim.Claim.Id),
                _ => claim.Claim.Id == group,
            };
    }

    private static int Answer(Claims claims, ImmutableArray<string> lines, bool json)
    {
        ImmutableArray<Answer> answers = [.. lines.Select(claims.Ask)];
        if (json)
            Terminal.Write(ClaimsJson.Of(claims.Scenario.Name, answers));
        else
            Terminal.Data(ClaimsText.Of(answers, claims.Scenario.Sources));
        return answers.Any(a => a.Verdict == Verdict.Contradicted) ? ExitCode.Findings : ExitCode.Done;
    }

    private static int Account(Claims claims, string id)
    {
        var account =
            claims.Ledger.Accounts.FirstOrDefault(a => a.Account.Id == id)
            ?? throw new UsageException(
                claims.Ledger.Accounts.IsEmpty
                    ? $"{claims.Scenario.Name} has no popular accounts ({Claims.AccountsFile})."
                    : $"There is no account \"{id}\". There are: {string.Join(", ", claims.Ledger.Accounts.Select(a => a.Account.Id))}."
            );
        Terminal.Data(AccountFile.Of(account));
        return ExitCode.Done;
    }

    private static IEnumerable<string> Lines(string asked)
    {
        if (asked != "-")
            return [asked];
        return Console.In.ReadToEnd().Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
    }
}
