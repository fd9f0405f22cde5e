using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>Recorded holdings as turns, for replay.</summary>
internal sealed class CompiledRecord
{
    public CompiledRecord(Scenario scenario)
    {
        Covers = [.. scenario.Record.Covers.Select(o => o.Index)];
        Tenures =
        [
            .. scenario
                .Record.Tenures.Where(t => !t.Person.IsNone)
                .Select(t => (t.Person.Index, t.Organ.Index, t.From, t.Until ?? DateOnly.MaxValue))
                .OrderBy(t => scenario.Cast.People[t.Item1].Key)
                .ThenBy(t => t.From),
        ];
    }

    /// <summary>Organs whose holders are known.</summary>
    public int[] Covers { get; }

    /// <summary>Person, organ, first day, day of leaving.</summary>
    public (int Person, int Organ, DateOnly From, DateOnly Until)[] Tenures { get; }
}
