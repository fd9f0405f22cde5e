using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>Histories kept because they are near the record, and what becomes of the same histories in another world.</summary>
/// <param name="Nearest">The part of all histories that was to be kept: 1 keeps all.</param>
/// <param name="Agreement">In which part of what is compared they agree with the record, on average.</param>
/// <param name="Difference">The outcome in them, and in the same histories in the second world.</param>
public sealed record KeptHistories(double Nearest, double Agreement, Difference Difference);

/// <summary>The answer looking back: all histories, and ever fewer nearer the record.</summary>
/// <param name="Compared">How many things the record settles were compared; the outcome asked about is none of them.</param>
/// <param name="Kept">All histories first, the nearest last.</param>
public sealed record LookingBack(int Compared, ImmutableArray<KeptHistories> Kept);

/// <summary>
/// Necessity looking back: given all that is recorded, would it have happened in the second world? Histories nearest the record are kept
/// (rejection, the simplest form of approximate Bayesian computation; Beaumont 2010), and the same parameters and run numbers are read in the
/// second world: the same luck (rulings C9). Nothing is played for it that two worlds on common luck did not play.
/// </summary>
/// <remarks>
/// It is no calibration: the rule is declared, not fitted. What is compared counts alike and hangs together, and nearness is the number of
/// things in which a history agrees. Several parts are kept, so that what the rule does to the answer is seen.
/// </remarks>
public sealed class Retrospective : IStudy<LookingBack?>
{
    private static readonly ImmutableArray<double> Parts = [1, 0.1, 0.05, 0.02];
    private readonly Scenario _scenario;
    private readonly Statement _said;
    private readonly RecordedRow _record;
    private readonly EnsemblePlan _first;
    private readonly EnsemblePlan _second;

    /// <summary>What is asked, from which record, of which two worlds.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="said">The outcome.</param>
    /// <param name="record">What its record settles.</param>
    /// <param name="first">The scenario as it stands.</param>
    /// <param name="second">The world in which something is otherwise; same seed.</param>
    public Retrospective(Scenario scenario, Statement said, RecordedRow record, EnsemblePlan first, EnsemblePlan second) =>
        (_scenario, _said, _record, _first, _second) = (scenario, said, record, first, second);

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        return soFar.Missing([_first, _second]);
    }

    /// <summary>The answer; null if nothing was played, or the record settles nothing in which histories differ.</summary>
    public LookingBack? Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var (first, second) = Rows.Paired(ensembles.Rows(_first), ensembles.Rows(_second));
        if (first.Count == 0)
            return null;
        var compared = Observable.All(_scenario, _record, [first]);
        if (compared.IsEmpty)
            return null;
        var agreeing = new int[first.Count];
        foreach (var observable in compared)
        {
            var (kinds, recorded) = (observable.In(first), observable.On(_record));
            for (var i = 0; i < agreeing.Length; i++)
                agreeing[i] += kinds[i] == recorded ? 1 : 0;
        }
        return new(compared.Length, [.. Parts.Select(Keep)]);

        // Those as near as the last that must be kept are kept with it.
        KeptHistories Keep(double part)
        {
            var least = agreeing.OrderDescending().ElementAt((int)Math.Ceiling(part * agreeing.Length) - 1);
            var kept = Enumerable.Range(0, agreeing.Length).Where(i => agreeing[i] >= least).ToList();
            var numbers = kept.Select(i => first.Numbers[i]).ToHashSet();
            return new(
                part,
                kept.Average(i => (double)agreeing[i]) / compared.Length,
                Difference.Of(_said, first.Only(numbers), second.Only(numbers))
            );
        }
    }
}
