using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Language;
using Apparat.Model;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat;

/// <summary>The claims about a case: those of its own ledger and those a reader adds, judged on its dated record.</summary>
public sealed class Claims
{
    /// <summary>Where a case keeps its ledger, seen from its scenario; the first that is there counts.</summary>
    public static ImmutableArray<string> LedgerFiles { get; } = ["record/claims.csv", "record/claims.yaml"];

    /// <summary>Where a case keeps popular accounts made of claims.</summary>
    public const string AccountsFile = "record/accounts.csv";

    private readonly ClaimsResult _read;
    private readonly Wordings _wordings;

    private Claims(Scenario scenario, ClaimsResult read, DatedRecord record, ImmutableHashSet<string> added)
    {
        (Scenario, _read, Record, Added) = (scenario, read, record, added);
        Ledger = Ledger.Of(record, read.Claims, read.Accounts);
        _wordings = new(Ledger.Claims, read.Language.Named);
    }

    /// <summary>The scenario the case belongs to.</summary>
    public Scenario Scenario { get; }

    /// <summary>The record, as of the day asked for.</summary>
    public DatedRecord Record { get; }

    /// <summary>All claims, judged.</summary>
    public Ledger Ledger { get; }

    /// <summary>The ids of the claims that the reader's own file added.</summary>
    public ImmutableHashSet<string> Added { get; }

    /// <summary>What reading gave, warnings among it.</summary>
    public ReadResult Read => new(Scenario, _read.Diagnostics, _read.Lines, []);

    /// <summary>Reads and judges the claims about a case.</summary>
    /// <param name="scenario">A scenario, named as everywhere.</param>
    /// <param name="file">A claims file of the reader's own, CSV or YAML, held to the same record; null for none.</param>
    /// <param name="asOf">Hold them to what was recorded up to a day; null for the whole record.</param>
    /// <exception cref="FileNotFoundException">There is no such scenario or file.</exception>
    /// <exception cref="ScenarioException">The scenario, the record or a claims file has errors.</exception>
    public static Claims Load(string scenario, string? file = null, DateOnly? asOf = null)
    {
        var read = ScenarioFile.Read(scenario);
        if (!read.IsUsable)
            throw new ScenarioException(read);
        var folder =
            scenario == ScenarioFile.StandardInput
                ? Directory.GetCurrentDirectory()
                : Path.GetDirectoryName(Path.GetFullPath(ScenarioFile.Find(scenario)))!;
        var open = ScenarioFile.Beside(folder);
        var files = LedgerFiles.Where(f => open(f) is not null).Take(1).Select(f => (Name: f, Bytes: open(f)!)).ToList();
        if (file is not null)
        {
            if (!File.Exists(file))
                throw new FileNotFoundException($"There is no claims file at {file}.", file);
            using var stream = File.OpenRead(file);
            files.Add((Path.GetFileName(file), ScenarioFile.Bytes(stream)));
        }
        var claims = ClaimReader.Read(
            StandardLexicon.Instance,
            read.Scenario!,
            read.Root,
            files,
            open(AccountsFile) is null ? null : AccountsFile,
            open
        );
        if (!claims.IsUsable)
            throw new ScenarioException(new(read.Scenario, claims.Diagnostics, claims.Lines, []));
        var mine = claims.Claims.Where(c => file is not null && c.Span.File == Path.GetFileName(file)).Select(c => c.Id);
        return new(read.Scenario!, claims, asOf is { } day ? claims.Record.AsOf(day) : claims.Record, [.. mine]);
    }

    /// <summary>The ledger a case keeps, judged; null if it keeps none, or if the scenario comes from standard input.</summary>
    /// <exception cref="FileNotFoundException">There is no such scenario.</exception>
    /// <exception cref="ScenarioException">The scenario, the record or the ledger has errors.</exception>
    public static Ledger? Of(string scenario)
    {
        if (scenario == ScenarioFile.StandardInput)
            return null;
        var open = ScenarioFile.Beside(Path.GetDirectoryName(Path.GetFullPath(ScenarioFile.Find(scenario)))!);
        return LedgerFiles.Any(f => open(f) is not null) ? Load(scenario).Ledger : null;
    }

    /// <summary>Plays the popular accounts of a case as models: the mechanisms each names as they are, the others at their reference worlds.</summary>
    /// <param name="scenario">A scenario, named as everywhere.</param>
    /// <param name="seed">Seed of all chance.</param>
    /// <param name="runs">Histories of each.</param>
    /// <param name="runner">Who plays; null for the threads of this machine.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">When cancelled, what is finished is answered from, and the answer says so.</param>
    /// <exception cref="ArgumentException">There are no popular accounts, or their model asks nothing.</exception>
    public static Task<PopularAnswer> Play(
        string scenario,
        ulong seed,
        int runs,
        IEnsembleRunner? runner = null,
        IProgress<EnsembleProgress>? progress = null,
        CancellationToken cancel = default
    ) =>
        Explain.Answer(
            Popular(scenario, seed, runs)
                ?? throw new ArgumentException($"{scenario} has no popular accounts ({AccountsFile}), or their model asks nothing."),
            new EnsembleSet(),
            runner ?? new LocalRunner(),
            progress,
            cancel
        );

    /// <summary>The popular accounts before anything is played; null if there are none that could be.</summary>
    internal static PopularAccounts? Popular(string scenario, ulong seed, int runs)
    {
        if (Of(scenario) is not { Accounts: { IsEmpty: false } accounts })
            return null;
        // All switch the mechanisms of one model: that of the first.
        var of = accounts[0].Account.Of;
        var model = ScenarioFile.Load(
            of.Length == 0 ? scenario : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(ScenarioFile.Find(scenario)))!, of)
        );
        return model.Question is null
            ? null
            : new PopularAccounts(
                model,
                accounts.Where(a => a.Account.Of == of).Select(a => (a, ScenarioFile.Change(model, a.Off, []))),
                seed,
                runs
            );
    }

    /// <summary>A small commented claims file to start from.</summary>
    public static string Sample() => Starter.Text("Starters/claims.yaml");

    /// <summary>
    /// Answers a line: read as an assertion and looked up in the record, and compared with the wordings of the ledger.
    /// </summary>
    public Answer Ask(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return _wordings.Ask(line.Trim(), _read.Language.Read(line), Record);
    }
}
