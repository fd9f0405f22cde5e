using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Language;
using Apparat.Model;
using Apparat.Reporting;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat;

/// <summary>The main job: how far does an office explain an outcome?</summary>
public static class Explain
{
    /// <summary>Where ensembles are kept unless told otherwise: the user's cache folder.</summary>
    public static string DefaultStore =>
        Environment.GetEnvironmentVariable("APPARAT_STORE")
        ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)
                is { Length: > 0 } cache
                ? cache
                : Path.GetTempPath(),
            "apparat",
            "ensembles"
        );

    /// <summary>A store of ensembles for the built-in vocabulary.</summary>
    public static EnsembleStore Store(string folder) => new(folder, StandardLexicon.Assembly);

    /// <summary>The provisions of a scenario in words, under the names by which they are struck.</summary>
    public static ImmutableDictionary<string, string> Provisions(Scenario scenario) =>
        new SentenceWriter(StandardLexicon.Instance, scenario).Provisions;

    /// <summary>Answers the question of a scenario.</summary>
    /// <param name="scenario">It must ask a question.</param>
    /// <param name="seed">Seed of all chance.</param>
    /// <param name="sizes">How many runs each part gets; null for the defaults.</param>
    /// <param name="runner">Who plays; null for the threads of this machine.</param>
    /// <param name="progress">Told how far the histories have come.</param>
    /// <param name="cancel">When cancelled, what is finished is answered from, and the answer says so.</param>
    /// <exception cref="ArgumentException">The scenario asks nothing.</exception>
    public static async Task<Explanation> Run(
        Scenario scenario,
        ulong seed,
        ExplainSizes? sizes = null,
        IEnsembleRunner? runner = null,
        IProgress<EnsembleProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        var study = new ExplainStudy(scenario, seed, sizes, Accounts.Recorded(scenario));
        return await Answer(study, new EnsembleSet(), runner ?? new LocalRunner(), progress, cancel).ConfigureAwait(false);
    }

    /// <summary>Answers the question of a scenario with all that a full report has beside it, on the same histories as far as they go.</summary>
    /// <param name="scenario">It must ask a question.</param>
    /// <param name="accounts">The scenario whose rival accounts are compared, as <see cref="ScenarioFile.Find"/> takes it; null for none.</param>
    /// <param name="divisions">Divisions of the record, told in the months of turning points.</param>
    /// <param name="seed">Seed of all chance.</param>
    /// <param name="sizes">How many runs each part of the explanation gets.</param>
    /// <param name="more">How many runs the rest gets.</param>
    /// <param name="runner">Who plays; null for the threads of this machine.</param>
    /// <param name="progress">Told how far the histories have come.</param>
    /// <param name="cancel">When cancelled, what is finished is answered from, and the answers say so.</param>
    /// <exception cref="ArgumentException">The scenario asks nothing, or its accounts cannot be compared.</exception>
    public static async Task<(Explanation Answer, Companions Beside)> Everything(
        Scenario scenario,
        string? accounts,
        IReadOnlyList<RecordedDivision> divisions,
        ulong seed,
        ExplainSizes sizes,
        CompanionSizes more,
        IEnsembleRunner? runner = null,
        IProgress<EnsembleProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        runner ??= new LocalRunner();
        var beside = new Beside(scenario, accounts, divisions, seed, sizes, more);
        var set = new EnsembleSet();
        var study = new ExplainStudy(scenario, seed, sizes, Accounts.Recorded(scenario));
        var answer = await Answer(study, set, runner, progress, cancel).ConfigureAwait(false);
        return (answer, await beside.Answer(set, runner, progress, cancel).ConfigureAwait(false));
    }

    /// <summary>Runs whatever a study needs beyond what there is until it needs nothing more, and reads the answer.</summary>
    internal static async Task<TAnswer> Answer<TAnswer>(
        IStudy<TAnswer> study,
        EnsembleSet set,
        IEnsembleRunner runner,
        IProgress<EnsembleProgress>? progress,
        CancellationToken cancel
    )
    {
        while (!cancel.IsCancellationRequested && study.Needs(set) is { Count: > 0 } plans)
        {
            var total = plans.Sum(p => (long)p.Numbers.Length);
            var done = 0L;
            for (var i = 0; i < plans.Count && !cancel.IsCancellationRequested; i++)
            {
                var part = progress is null ? null : new PartialProgress(progress, done, total, i + 1, plans.Count);
                set.Add(await runner.Run(plans[i], part, cancel).ConfigureAwait(false));
                done += plans[i].Numbers.Length;
            }
        }
        return study.Read(set);
    }
}
