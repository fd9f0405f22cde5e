using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>
/// How likely an account makes each kind of each observable: counts over its runs with half a count added to every kind, so that what was
/// never seen is unlikely and not impossible.
/// </summary>
/// <remarks>
/// The score of a history is the mean logarithm over observables. They hang together, so it is no likelihood, and a difference of scores is
/// no Bayes factor: what a choice by it is worth is told by the <see cref="ConfusionMatrix"/> alone (theory 6.2).
/// </remarks>
public sealed class AccountScore
{
    private const double Added = 0.5;
    private readonly double[][] _counts;
    private readonly double[] _totals;

    /// <summary>The account's counts.</summary>
    /// <param name="observables">What is looked at.</param>
    /// <param name="kinds">An array an observable: its kind in each run.</param>
    /// <param name="runs">Which of the runs count, by place.</param>
    public AccountScore(IReadOnlyList<Observable> observables, int[][] kinds, IReadOnlyList<int> runs)
    {
        ArgumentNullException.ThrowIfNull(observables);
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(runs);
        _counts = [.. observables.Select(o => Enumerable.Repeat(Added, o.Kinds.Length).ToArray())];
        for (var o = 0; o < _counts.Length; o++)
        {
            foreach (var run in runs)
                _counts[o][kinds[o][run]]++;
        }
        _totals = [.. _counts.Select(c => c.Sum())];
    }

    /// <summary>How likely it makes a kind of an observable.</summary>
    public double Probability(int observable, int kind) => _counts[observable][kind] / _totals[observable];

    /// <summary>The mean logarithm, over observables, of how likely it makes a history; 0 at best.</summary>
    /// <param name="kindOf">The history's kind of each observable.</param>
    public double Of(Func<int, int> kindOf)
    {
        ArgumentNullException.ThrowIfNull(kindOf);
        var sum = 0.0;
        for (var o = 0; o < _counts.Length; o++)
            sum += StableMath.Log(Probability(o, kindOf(o)));
        return _counts.Length == 0 ? double.NaN : sum / _counts.Length;
    }

    /// <summary>The same with the error of its counts, as if observables were counted apart.</summary>
    public Estimate Estimate(Func<int, int> kindOf)
    {
        ArgumentNullException.ThrowIfNull(kindOf);
        if (_counts.Length == 0)
            return Numerics.Estimate.Undefined(0);
        var variance = 0.0;
        for (var o = 0; o < _counts.Length; o++)
        {
            var p = Probability(o, kindOf(o));
            variance += (1 - p) / (p * _totals[o]);
        }
        var n = (double)_counts.Length;
        return Numerics.Estimate.Normal(Of(kindOf), Math.Sqrt(variance) / n, (long)_totals[0]);
    }
}
