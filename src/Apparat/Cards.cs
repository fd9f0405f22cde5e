using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Reporting;
using Apparat.Simulation;

namespace Apparat;

/// <summary>Cards: mechanisms under textbook names, switched off and on, compared and put into an essay plan.</summary>
public static class Cards
{
    /// <summary>Plays settings of the cards.</summary>
    /// <param name="scenario">It must ask a question and declare cards.</param>
    /// <param name="settings">Which: <see cref="CardStudy.OneByOne"/>, <see cref="CardStudy.All"/> or <see cref="CardStudy.Two"/>.</param>
    /// <param name="late">Whether what each card still adds from the question's branch on is asked too.</param>
    /// <param name="seed">Seed of all chance.</param>
    /// <param name="runs">Histories in each setting with all cards, none, all but one or one alone.</param>
    /// <param name="otherRuns">Histories in each other setting.</param>
    /// <param name="runner">Who plays; null for the threads of this machine.</param>
    /// <param name="progress">Told how far the histories have come.</param>
    /// <param name="cancel">When cancelled, the settings that are finished are answered from, and the table says so.</param>
    /// <exception cref="ArgumentException">The scenario asks nothing or has no cards.</exception>
    public static Task<CardTable> Play(
        Scenario scenario,
        ImmutableArray<int> settings,
        bool late,
        ulong seed,
        int runs,
        int otherRuns,
        IEnsembleRunner? runner = null,
        IProgress<EnsembleProgress>? progress = null,
        CancellationToken cancel = default
    ) =>
        Explain.Answer(
            new CardStudy(scenario, settings, late, seed, runs, otherRuns),
            new EnsembleSet(),
            runner ?? new LocalRunner(),
            progress,
            cancel
        );

    /// <summary>The claims that cards name, judged, each once.</summary>
    /// <exception cref="ArgumentException">A card names a claim that the ledger does not have.</exception>
    public static ImmutableArray<JudgedClaim> ClaimsOf(ImmutableArray<Card> cards, Ledger? ledger)
    {
        var known = ledger?.Claims.ToDictionary(c => c.Claim.Id, StringComparer.Ordinal) ?? [];
        return
        [
            .. cards
                .SelectMany(c => c.Claims.Select(id => (Card: c.Name, Id: id)))
                .DistinctBy(c => c.Id)
                .Select(c =>
                    known.TryGetValue(c.Id, out var claim)
                        ? claim
                        : throw new ArgumentException($"The card \"{c.Card}\" names the claim \"{c.Id}\", which the ledger does not have.")
                ),
        ];
    }

    /// <summary>Reads a table made earlier, and plays a few histories to see that it is of this scenario and this engine.</summary>
    /// <param name="text">The table as <see cref="CardJson"/> writes it.</param>
    /// <param name="scenario">The scenario it is said to be of.</param>
    /// <exception cref="ResultException">It is no table, of other cards, or of histories that are not played so any more.</exception>
    public static async Task<CardTable> Read(string text, Scenario scenario)
    {
        CardTable table;
        try
        {
            table = CardJson.Read(text, scenario);
        }
        catch (FormatException e)
        {
            throw new ResultException($"{e.Message} Make it again: apparat cards <scenario> --all --out FILE", damaged: true);
        }
        var probe = new List<Fingerprint>();
        foreach (var plan in CardStudy.Probe(scenario, table.Seed))
        {
            var few = table.Runs < CardStudy.ProbeRuns ? plan with { Numbers = [.. plan.Numbers.Take(table.Runs)] } : plan;
            probe.Add((await new LocalRunner().Run(few).ConfigureAwait(false)).Fingerprint);
        }
        if (Fingerprint.Combine(probe) != table.Probe)
            throw new ResultException(
                "This table was made from another state of the scenario or the engine: its first histories are not played so any more. Make it again: apparat cards <scenario> --all --out FILE",
                damaged: true
            );
        return table;
    }
}
