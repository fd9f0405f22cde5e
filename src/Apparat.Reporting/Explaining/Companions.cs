using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>The answers that stand beside an explanation in a full report; each is left out where it was not asked or not reached.</summary>
public sealed record Companions
{
    /// <summary>When it was decided.</summary>
    public Decided? Decided { get; init; }

    /// <summary>What happened in the months of the turning points.</summary>
    public ImmutableDictionary<Turn, ImmutableArray<string>> Acts { get; init; } = ImmutableDictionary<Turn, ImmutableArray<string>>.Empty;

    /// <summary>Which moves were searched at the turning points, in words.</summary>
    public string MovesSearched { get; init; } = "";

    /// <summary>A newcomer in the chair, and the same man in other offices.</summary>
    public Substitution? Substitution { get; init; }

    /// <summary>The rival accounts.</summary>
    public AccountsAnswer? Accounts { get; init; }

    /// <summary>The provisions of the accounts' complete model in words, under the names by which they are struck.</summary>
    public ImmutableDictionary<string, string> ProvisionsOfAccounts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The popular accounts of the ledger, played as models.</summary>
    public PopularAnswer? Popular { get; init; }

    /// <summary>Part of each body's members whose patron a contender is, month by month in the scenario as it stands, body by body.</summary>
    public ImmutableArray<(string Body, ImmutableArray<TimeSeries> Patrons)> Seats { get; init; } = [];

    /// <summary>What each cost beyond the histories that were there already.</summary>
    public required ImmutableArray<AnswerCost> Costs { get; init; }

    /// <summary>Every world that was run for them.</summary>
    public required ImmutableArray<WorldRun> Worlds { get; init; }

    /// <summary>Whether all that was asked for was finished.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Histories played for them.</summary>
    public long Histories => Worlds.Sum(w => w.Runs);

    /// <summary>The fingerprint of everything that was played for them.</summary>
    public Fingerprint Fingerprint => Fingerprint.Combine(Worlds.Select(w => w.Fingerprint));

    /// <summary>Their doubts.</summary>
    public IEnumerable<Warning> Cautions =>
        [.. Decided is null ? [] : Decided.Cautions, .. Substitution is null ? [] : Substitution.Cautions];

    /// <summary>Doubts of the accounts, which are edits of their own complete model.</summary>
    public IEnumerable<Warning> CautionsOfAccounts =>
        [.. Accounts is null ? [] : Caution.AllFor(Accounts), .. Popular is null ? [] : Caution.AllFor(Popular)];
}
