using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Language;
using Apparat.Model;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat;

/// <summary>An account with the complete model it edits, ready to be played.</summary>
/// <param name="Account">The account.</param>
/// <param name="Model">The complete model.</param>
/// <param name="ModelFile">The file of the complete model.</param>
public sealed record LoadedAccount(Account Account, Scenario Model, string ModelFile)
{
    /// <summary>Its edits as people say them: those that <c>--with</c> takes.</summary>
    public ImmutableArray<string> Sentences => [.. Account.Switches.Select(s => s.Sentence)];
}

/// <summary>Rival accounts of a scenario: files in the folder <c>accounts</c> beside it, and any file of a user's own.</summary>
public static class Accounts
{
    private const string Folder = "accounts";

    /// <summary>The short names of the accounts beside a scenario, in order.</summary>
    /// <exception cref="FileNotFoundException">There is no such scenario.</exception>
    public static ImmutableArray<string> Of(string scenario) =>
        [.. Files(scenario).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    /// <summary>Reads an account with everything there is to say about its file.</summary>
    /// <param name="scenario">The scenario, as <see cref="ScenarioFile.Find"/> takes it.</param>
    /// <param name="account">The short name of one of its accounts, or the path of a file.</param>
    /// <exception cref="FileNotFoundException">There is no such scenario or account; the message says which there are.</exception>
    /// <exception cref="ScenarioException">The complete model has errors.</exception>
    public static (AccountResult Read, string ModelFile) Read(string scenario, string account)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        var beside = FolderOf(scenario);
        var file = File.Exists(account)
            ? account
            : Files(scenario).FirstOrDefault(f => Path.GetFileNameWithoutExtension(f) == account)
                ?? throw new FileNotFoundException(
                    $"There is no account \"{account}\". Accounts of {scenario}: {(Of(scenario) is { IsEmpty: false } known ? string.Join(", ", known) : "none")}; or give the path of a file.",
                    account
                );
        var bytes = Bytes(file);
        var name = AccountReader.NamedModel(Path.GetFileName(file), bytes) ?? "scenario.yaml";
        var model = Path.GetFullPath(Path.Combine(beside, name));
        // A user's own file may stand anywhere: what it names is looked for beside the scenario, then beside itself.
        if (!File.Exists(model))
            model = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, name));
        var complete = File.Exists(model) ? ScenarioFile.Load(model) : null;
        var read = new AccountReader(StandardLexicon.Instance).Read(
            Path.GetFileNameWithoutExtension(file),
            Path.GetFileName(file),
            bytes,
            complete
        );
        return (read, model);
    }

    /// <summary>Reads an account that must be usable.</summary>
    /// <inheritdoc cref="Read"/>
    public static LoadedAccount Load(string scenario, string account)
    {
        var (read, file) = Read(scenario, account);
        return read is { Account: { } usable, Of: { } model }
            ? new(usable, model, file)
            : throw new ScenarioException(new ReadResult(null, read.Diagnostics, read.Lines, []));
    }

    /// <summary>What the record of a scenario settles, judged by the words that judge runs; null if it has no record.</summary>
    /// <remarks>Only outcomes and measures that hang on seats alone, of organs that the record covers, are settled.</remarks>
    public static RecordedRow? Recorded(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var covers = scenario.Record.Covers;
        if (scenario.Record.Tenures.IsEmpty)
            return null;
        var values = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var view = new RecordView(scenario);
        var people = scenario.Cast.Contenders;
        foreach (var outcome in scenario.Outcomes.Where(o => o.Condition.OnRecord is { } organ && covers.Contains(organ)))
        {
            foreach (var person in people)
                Follow(outcome, person);
        }
        view.MoveTo(scenario.Calendar.Until);
        foreach (var measure in scenario.Measures.Where(m => m.OnRecord is { } organ && covers.Contains(organ)))
        {
            foreach (var person in people)
                values[ColumnName.Of(measure, scenario[person])] = measure.Value(view, person);
        }
        return new(values.ToImmutable());

        // As the engine looks: at the end of every month.
        void Follow(Outcome outcome, PersonId person)
        {
            var (first, settled) = (double.NaN, double.NaN);
            for (var turn = 0; turn < scenario.Calendar.Turns; turn++)
            {
                view.MoveTo(LastDayOf(turn));
                if (!outcome.Condition.Holds(view, person))
                {
                    settled = double.NaN;
                    continue;
                }
                first = double.IsNaN(first) ? turn : first;
                settled = double.IsNaN(settled) ? turn : settled;
            }
            var who = scenario[person];
            values[ColumnName.Of(outcome, who)] = double.IsNaN(settled) ? 0 : 1;
            values[ColumnName.FirstOf(outcome, who)] = first;
            values[ColumnName.SettledOf(outcome, who)] = settled;
        }

        DateOnly LastDayOf(int turn)
        {
            var day = scenario.Calendar.FirstDayOf(new Turn(turn + 1)).AddDays(-1);
            return day < scenario.Calendar.Until ? day : scenario.Calendar.Until;
        }
    }

    /// <summary>Compares accounts of one history: the headline under each, what moved it, and how each fits the record.</summary>
    /// <param name="scenario">The scenario, as <see cref="ScenarioFile.Find"/> takes it.</param>
    /// <param name="more">Accounts beside those in its folder: paths of files.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="runs">Runs of each account.</param>
    /// <param name="runner">Who plays; null for the threads of this machine.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">When cancelled, what is finished is answered from, and the answer says so.</param>
    /// <exception cref="ArgumentException">There are no accounts, they edit different models, or the model asks nothing.</exception>
    public static async Task<AccountsAnswer> Compare(
        string scenario,
        IEnumerable<string> more,
        ulong seed,
        int runs,
        IEnsembleRunner? runner = null,
        IProgress<EnsembleProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        var study = Study(scenario, more, seed, runs);
        return await Explain.Answer(study, new EnsembleSet(), runner ?? new LocalRunner(), progress, cancel).ConfigureAwait(false);
    }

    /// <summary>The comparison before anything is played.</summary>
    internal static RivalAccounts Study(string scenario, IEnumerable<string> more, ulong seed, int runs)
    {
        var named = ScenarioFile.Load(scenario);
        ImmutableArray<LoadedAccount> accounts = [.. Of(scenario).Concat(more).Select(a => Load(scenario, a))];
        if (accounts.IsEmpty)
            throw new ArgumentException(
                $"{named.Name} has no accounts. Put files into a folder \"{Folder}\" beside it, or name one with --account."
            );
        if (accounts.Select(a => a.ModelFile).Distinct(StringComparer.Ordinal).Skip(1).Any())
            throw new ArgumentException(
                $"These accounts edit different models, and edits of different things cannot be compared: {string.Join(", ", accounts.Select(a => $"{a.Account.Id} of {Path.GetFileName(a.ModelFile)}"))}."
            );
        var model = accounts[0].Model;
        if (model.Question is null)
            throw new ArgumentException($"{model.Name} asks nothing. Add a question to it.");
        return new RivalAccounts(
            model,
            [.. accounts.Select(a => a.Account)],
            Recorded(model),
            Forms(named, model),
            seed,
            runs,
            Math.Max(1, runs / 2)
        );
    }

    // The scenario as named, if it is not the complete model itself, and with its recorded sizes taken out.
    private static IEnumerable<(string, Scenario, Amendment?)> Forms(Scenario named, Scenario model)
    {
        if (named.Digest == model.Digest || named.Question?.Headline != model.Question!.Headline)
            yield break;
        yield return ("the short form, recorded facts held", named, null);
        if (named.Events.Any(e => e.Happening is ISizeChange))
            yield return ("the short form, first sizes, meetings by statute", named, new KeepFirstSizes());
    }

    private static string FolderOf(string scenario) => Path.GetDirectoryName(Path.GetFullPath(ScenarioFile.Find(scenario)))!;

    private static IEnumerable<string> Files(string scenario)
    {
        var folder = Path.Combine(FolderOf(scenario), Folder);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml") : [];
    }

    private static byte[] Bytes(string file)
    {
        using var stream = File.OpenRead(file);
        var bytes = new byte[Math.Min(stream.Length, YamlText.MostBytes + 1)];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
