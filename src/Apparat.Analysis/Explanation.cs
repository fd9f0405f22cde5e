using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>What an answer cost.</summary>
/// <param name="Answer">Which answer.</param>
/// <param name="Worlds">Worlds it looks at.</param>
/// <param name="Histories">Runs summed over its worlds; answers share runs, so these do not add up.</param>
public sealed record AnswerCost(string Answer, int Worlds, long Histories);

/// <summary>A world that was run.</summary>
/// <param name="Name">In the reader's words.</param>
/// <param name="Runs">How many runs.</param>
/// <param name="Fingerprint">The hash of all that happened in them.</param>
public sealed record WorldRun(string Name, long Runs, Fingerprint Fingerprint)
{
    /// <summary>The worlds of some plans as far as they were run, each once, in the order in which they are first wanted.</summary>
    public static ImmutableArray<WorldRun> Of(IEnumerable<EnsemblePlan> plans, EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        return
        [
            .. new EnsembleSet()
                .Missing(plans)
                .Select(ensembles.Rows)
                .Where(rows => rows.Count > 0)
                .Select(rows => new WorldRun(rows.World, rows.Count, rows.Fingerprint)),
        ];
    }
}

/// <summary>With which worlds something is compared.</summary>
/// <param name="Subject">A factor, or a provision of the charter.</param>
/// <param name="References">The names of its reference worlds, the first being the default.</param>
public sealed record NamedReferences(string Subject, ImmutableArray<string> References);

/// <summary>How far an office explains an outcome: the answer, its doubts, and all a page about it prints.</summary>
public sealed record Explanation : IAnswer
{
    /// <inheritdoc/>
    public required Scenario Scenario { get; init; }

    /// <summary>The question in the reader's words.</summary>
    public required string Question { get; init; }

    /// <summary>The office asked about.</summary>
    public required string Office { get; init; }

    /// <summary>Who holds it on the first day.</summary>
    public required string Holder { get; init; }

    /// <summary>The headline said of the holder, for example <c>defeats(A)</c>.</summary>
    public required string Headline { get; init; }

    /// <summary>The headline as the scenario writes it.</summary>
    public required string HeadlineText { get; init; }

    /// <summary>The limits of the question, in the scenario's words.</summary>
    public required ImmutableArray<string> Scope { get; init; }

    /// <summary>What the scenario must tell the reader about the record.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The prior predictive probability of the headline: said first.</summary>
    public required Estimate PriorPredictive { get; init; }

    /// <summary>Provisions that are powers of the office.</summary>
    public required ImmutableArray<string> Powers { get; init; }

    /// <summary>What the powers and the factors are compared with.</summary>
    public required ImmutableArray<NamedReferences> References { get; init; }

    /// <summary>The windows side by side: forward first, then the branch if the question has one.</summary>
    public required ImmutableArray<WindowAnswer> Windows { get; init; }

    /// <summary>Shares under the first references, then under the second; empty if the scenario declares no factors.</summary>
    public required ImmutableArray<Shares> Shares { get; init; }

    /// <summary>Every contender in the chair, with and without its powers.</summary>
    public required OfficeOrManMatrix Matrix { get; init; }

    /// <summary>What mattered against whom, and when each fell.</summary>
    public required FactorByRivalTable Rivals { get; init; }

    /// <summary>Outcomes and measures over time in the forward window: as it was, then with the powers struck.</summary>
    public required ImmutableArray<TimeSeries> OverTime { get; init; }

    /// <summary>What every other comparison carries to be argued with: each contender in the chair, each factor taken away under each reference.</summary>
    public ImmutableArray<Passport> Passports { get; init; } = [];

    /// <summary>Where a hostile reader would attack the headline of each window.</summary>
    public ImmutableArray<AttackTable> Attacks { get; init; } = [];

    /// <summary>The answer looking back from the record; null if there is none, or nothing was played.</summary>
    public LookingBack? Retrospective { get; init; }

    /// <summary>What each answer cost.</summary>
    public required ImmutableArray<AnswerCost> Costs { get; init; }

    /// <summary>Every world that was run.</summary>
    public required ImmutableArray<WorldRun> Worlds { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Histories played in all.</summary>
    public long Histories => Worlds.Sum(w => w.Runs);

    /// <summary>The fingerprint of everything that was played.</summary>
    public Fingerprint Fingerprint => Fingerprint.Combine(Worlds.Select(w => w.Fingerprint));

    /// <summary>Doubts, the gravest first.</summary>
    public ImmutableArray<Warning> Cautions => Caution.AllFor(this);

    /// <summary>Path measures of the holder and his rivals, with the powers and with them struck.</summary>
    public ImmutableArray<MeanDifference> Paths => Windows[0].Detail.Measures;

    /// <inheritdoc/>
    public required bool IsComplete { get; init; }

    /// <inheritdoc/>
    public required bool IsCalibrated { get; init; }

    /// <inheritdoc/>
    public required double? Precision { get; init; }

    /// <inheritdoc/>
    public string Title => Question;

    /// <inheritdoc/>
    public bool IsForward => Windows.Any(w => w.IsForward);

    /// <inheritdoc/>
    Estimate? IAnswer.PriorPredictive => PriorPredictive;

    /// <inheritdoc/>
    public IEnumerable<Difference> Differences => Windows.SelectMany(w => w.Differences);

    /// <inheritdoc/>
    public IEnumerable<(string Name, Estimate Value)> Estimates =>
        Windows
            .SelectMany(w => w.Differences.Select(d => ($"{w.Name}: {d.SecondWorld}", d.Change)))
            .Concat(Shares.SelectMany(s => s.Estimates));

    /// <inheritdoc/>
    public IEnumerable<(string Name, Estimate First, Estimate Second)> UnderBothReferences =>
        Windows
            .Select(w => (w.Name, w.PowersStruck.Change, w.PowersStruckSecond.Change))
            .Concat(Shares.Length < 2 ? [] : Shares[0].Parts.Zip(Shares[1].Parts, (a, b) => ($"the share of {a.Name}", a.Value, b.Value)));

    /// <inheritdoc/>
    public IEnumerable<DateOnly> Branches => Windows.Where(w => !w.IsForward).Select(w => w.From);

    /// <inheritdoc/>
    public IEnumerable<Shares> AllShares => Shares;
}
