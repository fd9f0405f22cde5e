using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>A popular account played as a model.</summary>
/// <param name="Account">The account, its facts judged.</param>
/// <param name="Change">How often the headline comes about with its mechanisms alone (first) and in the complete model (second).</param>
/// <param name="Passport">What the comparison carries to be argued with.</param>
public sealed record PopularFit(JudgedAccount Account, Difference Change, Passport Passport);

/// <summary>Popular accounts, each read as facts and played as a model.</summary>
public sealed record PopularAnswer : IAnswer
{
    /// <inheritdoc/>
    public string Title => $"Popular accounts of: {Headline}";

    /// <inheritdoc/>
    public required Scenario Scenario { get; init; }

    /// <summary>What the headline says, and of whom.</summary>
    public required string Headline { get; init; }

    /// <summary>How often the complete model brings it about.</summary>
    public required Estimate Model { get; init; }

    /// <summary>The accounts, in the order of their file.</summary>
    public required ImmutableArray<PopularFit> Accounts { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <inheritdoc/>
    public required bool IsComplete { get; init; }

    /// <inheritdoc/>
    Estimate? IAnswer.PriorPredictive => Model;

    /// <inheritdoc/>
    public bool TellsNecessity => false;

    /// <inheritdoc/>
    public IEnumerable<Difference> Differences => Accounts.Select(a => a.Change);
}

/// <summary>
/// Plays each popular account as a model: the mechanisms it names as they are, every other mechanism of the ledger at its reference world.
/// </summary>
public sealed class PopularAccounts : IStudy<PopularAnswer>
{
    private readonly Scenario _model;
    private readonly Statement _said;
    private readonly EnsemblePlan _whole;
    private readonly ImmutableArray<(JudgedAccount Account, EnsemblePlan Plan)> _plans;

    /// <summary>The accounts of one history.</summary>
    /// <param name="model">The complete model, whose mechanisms they switch; it must ask a question.</param>
    /// <param name="accounts">The accounts, each with the edit that leaves only its mechanisms; null where it names them all.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="runs">Runs of each.</param>
    /// <exception cref="ArgumentException">The model asks nothing.</exception>
    public PopularAccounts(Scenario model, IEnumerable<(JudgedAccount Account, Amendment? Change)> accounts, ulong seed, int runs)
    {
        ArgumentNullException.ThrowIfNull(model);
        var question = model.Question ?? throw new ArgumentException("The scenario asks nothing.", nameof(model));
        _model = model;
        _said = Statement.Of(model.Outcomes.First(o => o.Name == question.Headline), model[question.Holder]);
        _whole = EnsemblePlan.Of(model, null, seed, runs) with { Watched = _said.Watched };
        _plans = [.. accounts.Select(a => (a.Account, _whole with { Change = a.Change }))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        return soFar.Missing(_plans.Select(p => p.Plan).Prepend(_whole));
    }

    /// <inheritdoc/>
    public PopularAnswer Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var whole = ensembles.Rows(_whole);
        return new()
        {
            Scenario = _model,
            Headline = _said.Text,
            Model = Proportion.Wilson(_said.In(whole).LongCount(v => v > 0.5), whole.Count),
            Accounts =
            [
                .. _plans.Select(p => new PopularFit(
                    p.Account,
                    Difference.Of(_said, ensembles.Rows(p.Plan), whole),
                    Passport.Of(p.Account.Account.Id, _said.Text, p.Plan, _whole, ensembles)
                )),
            ],
            Seed = _whole.Seed,
            IsComplete = Needs(ensembles).Count == 0,
        };
    }
}
