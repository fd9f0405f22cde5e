using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>A part of an outcome's probability: a whole number over a denominator common to all parts, so that they sum exactly.</summary>
/// <param name="Name">The factor, the family of factors, the baseline or luck.</param>
/// <param name="Kind">The family of factors; null for baseline and luck.</param>
/// <param name="Reference">The name of the world it is compared with; empty where that has no meaning.</param>
/// <param name="Numerator">The part in units of one over the denominator; below 0 if it worked against the outcome.</param>
/// <param name="Denominator">Common to all parts; 0 if nothing was run.</param>
/// <param name="Value">The part with its standard error and interval.</param>
public sealed record Share(string Name, FactorKind? Kind, string Reference, long Numerator, long Denominator, Estimate Value);

/// <summary>
/// An outcome dealt out: 1 = baseline + factors + luck, exactly in every run and over all (rulings C5, C6).
/// A share is a part of the probability of the outcome, not itself a probability.
/// </summary>
public sealed record Shares : IAnswer
{
    /// <inheritdoc/>
    public required Scenario Scenario { get; init; }

    /// <summary>The outcome, for example <c>defeats(A)</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Which reference: 0 the first, 1 the second.</summary>
    public required int Reference { get; init; }

    /// <summary>Runs that were followed: each with one antithetic pair of orders, or with all settings.</summary>
    public required long Runs { get; init; }

    /// <summary>
    /// Runs of the scenario as it stands on which it was counted how often the outcome comes about: as many as were followed, or more, those
    /// followed then standing each for several of its kind, the runs in which it did or the others.
    /// </summary>
    public required long Counted { get; init; }

    /// <summary>Histories played: runs summed over worlds.</summary>
    public required long Histories { get; init; }

    /// <summary>True if every setting of the factors was run; false if orders were drawn.</summary>
    public required bool Exact { get; init; }

    /// <summary>P(outcome) with every factor at its reference.</summary>
    public required Share Baseline { get; init; }

    /// <summary>One share a factor, in the order of the scenario.</summary>
    public required ImmutableArray<Share> Factors { get; init; }

    /// <summary>Rules, people, events: the sums of their factors' shares.</summary>
    public required ImmutableArray<Share> Kinds { get; init; }

    /// <summary>The sum of those factors that are powers of the office; null if none is.</summary>
    public required Share? OfOffice { get; init; }

    /// <summary>1 - P(outcome) with every factor as it was: what is left.</summary>
    public required Share Luck { get; init; }

    /// <summary>Pairs of factors, the strongest first.</summary>
    public required ImmutableArray<Interaction> Interactions { get; init; }

    /// <summary>The parts of every run that was followed, ascending by run number.</summary>
    public required ImmutableArray<SharesOfRun> PerRun { get; init; }

    /// <summary>Factors whose reference of that number does not exist, so that their last one was used.</summary>
    public required ImmutableArray<string> WithoutReference { get; init; }

    /// <summary>Baseline, factors and luck: their numerators sum to the denominator.</summary>
    public IEnumerable<Share> Parts => Factors.Prepend(Baseline).Append(Luck);

    /// <inheritdoc/>
    public string Title => $"shares of {Outcome}";

    /// <inheritdoc/>
    public IEnumerable<(string Name, Estimate Value)> Estimates => Parts.Select(p => ($"share of {p.Name}", p.Value));

    /// <inheritdoc/>
    public IEnumerable<Shares> AllShares => [this];
}

/// <summary>What one run deals out.</summary>
/// <param name="Run">Its number.</param>
/// <param name="Weight">For how many runs it stands.</param>
/// <param name="Parts">Baseline, factors in the order of the scenario, luck: they sum to 1.</param>
public sealed record SharesOfRun(int Run, double Weight, ImmutableArray<double> Parts);

/// <summary>Whether two factors do together more or less than the sum of what each does.</summary>
/// <param name="First">A factor.</param>
/// <param name="Second">Another factor, or a whole family of factors.</param>
/// <param name="Index">Shapley interaction index (Grabisch and Roubens 1999) with its standard error.</param>
public sealed record Interaction(string First, string Second, Estimate Index)
{
    /// <summary>Whether the index is more than two standard errors away from 0.</summary>
    public bool IsClear => Index.IsDefined && Index.StandardError > 0 && Math.Abs(Index.Value) > 2 * Index.StandardError;

    /// <summary>Redundant if one would do, complementary if they need each other; otherwise not told apart from neither.</summary>
    public string Word =>
        !IsClear ? "not told apart from 0"
        : Index.Value < 0 ? "redundant"
        : "complementary";
}
