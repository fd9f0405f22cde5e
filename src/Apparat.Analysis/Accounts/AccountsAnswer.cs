using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>How likely a world makes the headline before the record is looked at.</summary>
/// <param name="Name">The world.</param>
/// <param name="Headline">P(headline).</param>
/// <param name="Someone">P(the headline holds of somebody).</param>
/// <param name="Prior">The parameter on which it hangs most; null if none is free.</param>
public sealed record PriorPredictive(string Name, Estimate Headline, Estimate Someone, PriorPull? Prior);

/// <summary>What a free parameter does to the headline: its part in the runs in which it was drawn high less that in which it was drawn low.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Difference">P(headline) in the upper half of its draws less that in the lower half.</param>
public sealed record PriorPull(string Parameter, Estimate Difference);

/// <summary>What one switch of an account does alone to the complete model.</summary>
/// <param name="Switch">The switch.</param>
/// <param name="Change">The headline with it, as against the complete model without.</param>
/// <param name="Passport">What the comparison carries to be argued with.</param>
public sealed record SwitchEffect(AccountSwitch Switch, Difference Change, Passport Passport);

/// <summary>An account, and what it makes of the headline and of the record.</summary>
/// <param name="Account">The account.</param>
/// <param name="Predictive">How likely it makes the headline.</param>
/// <param name="Change">The headline under it and under the complete model, on common luck.</param>
/// <param name="Switches">What each of its switches does alone, the strongest first.</param>
/// <param name="Score">Its score on the record; null without a record.</param>
/// <param name="Passport">What its comparison with the complete model carries to be argued with.</param>
public sealed record AccountFit(
    Account Account,
    PriorPredictive Predictive,
    Difference Change,
    ImmutableArray<SwitchEffect> Switches,
    Estimate? Score,
    Passport Passport
)
{
    /// <summary>The passports of the account as a whole and of each of its switches.</summary>
    public IEnumerable<Passport> Passports => Switches.Select(s => s.Passport).Prepend(Passport);
}

/// <summary>One observable under all accounts.</summary>
/// <param name="Name">What is looked at.</param>
/// <param name="Recorded">What the record has.</param>
/// <param name="Probabilities">How likely each account makes that.</param>
public sealed record ObservedUnder(string Name, string Recorded, ImmutableArray<double> Probabilities);

/// <summary>Rival accounts of one history: what each makes of the headline, and how well each fits what was recorded.</summary>
public sealed record AccountsAnswer : IAnswer
{
    /// <inheritdoc/>
    public string Title => $"Rival accounts of: {Headline}";

    /// <inheritdoc/>
    public required Scenario Scenario { get; init; }

    /// <summary>What the headline says, and of whom.</summary>
    public required string Headline { get; init; }

    /// <summary>The complete model.</summary>
    public required PriorPredictive Model { get; init; }

    /// <summary>Other forms of the same history: with facts held at the record that the complete model plays.</summary>
    public required ImmutableArray<PriorPredictive> Forms { get; init; }

    /// <summary>The accounts.</summary>
    public required ImmutableArray<AccountFit> Accounts { get; init; }

    /// <summary>What the record settles, under each account; empty without a record.</summary>
    public required ImmutableArray<ObservedUnder> Observables { get; init; }

    /// <summary>What a choice by score is worth; null without a record.</summary>
    public required ConfusionMatrix? Confusion { get; init; }

    /// <summary>The account that scores best on the record, by place; -1 without a record.</summary>
    public required int Best { get; init; }

    /// <summary>Runs of each account.</summary>
    public required long Runs { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <inheritdoc/>
    public required bool IsComplete { get; init; }

    /// <summary>Whether accounts can be told apart with these data at all.</summary>
    public bool CanBeToldApart => Confusion is { } c && c.Recovered.Value >= ConfusionMatrix.Enough;

    /// <inheritdoc/>
    Estimate? IAnswer.PriorPredictive => Model.Headline;

    /// <inheritdoc/>
    public IEnumerable<(string Name, Estimate Value)> Estimates =>
        Accounts.Select(a => ($"{Headline} under {a.Account.Id}", a.Predictive.Headline));
}
