using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>A question that says what to run and how to read it, and runs nothing itself. One-shot and adaptive studies have the same shape.</summary>
public interface IStudy<TAnswer>
{
    /// <summary>What is still to be run; nothing when the question can be answered.</summary>
    IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar);

    /// <summary>Reads the answer. Pure: the same tables give the same answer.</summary>
    TAnswer Read(EnsembleSet ensembles);
}

/// <summary>The tables run so far, found by what was run.</summary>
public sealed class EnsembleSet
{
    private readonly Dictionary<string, Ensemble> _byPlan = new(StringComparer.Ordinal);

    /// <summary>Adds a table.</summary>
    public void Add(Ensemble ensemble) => _byPlan[KeyOf(ensemble.Plan)] = ensemble;

    /// <summary>Whether a plan has been run.</summary>
    public bool Has(EnsemblePlan plan) => _byPlan.ContainsKey(KeyOf(plan));

    /// <summary>The table of a plan.</summary>
    /// <exception cref="KeyNotFoundException">The plan has not been run.</exception>
    public Ensemble this[EnsemblePlan plan] => _byPlan[KeyOf(plan)];

    /// <summary>All tables.</summary>
    public IEnumerable<Ensemble> All => _byPlan.Values;

    /// <summary>By what a plan is found: scenario, amendment, seed and runs.</summary>
    public static string KeyOf(EnsemblePlan plan)
    {
        var numbers = plan.Numbers;
        var runs = numbers.Length > 0 && numbers[^1] - numbers[0] == numbers.Length - 1 ? $"{numbers[0]}..{numbers[^1]}" : string.Join(',', numbers);
        return $"{plan.Scenario.Name}|{plan.Scenario.Digest}|{plan.WorldName}|{plan.Seed}|{runs}";
    }
}
