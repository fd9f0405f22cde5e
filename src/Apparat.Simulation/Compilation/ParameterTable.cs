using System.Runtime.CompilerServices;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>A slot for each parameter of a scenario; words find theirs by instance, and one name is one slot.</summary>
internal sealed class ParameterTable
{
    private static readonly Purpose Draw = Purpose.Of("parameter");
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Parameter, int> _byInstance = new(ReferenceEqualityComparer.Instance);
    private readonly List<(Parameter Parameter, Distribution Prior, ulong Key)> _slots = [];
    private readonly Scenario _scenario;
    private (Parameter? Parameter, int Slot)[] _places = [];

    public ParameterTable(Scenario scenario)
    {
        _scenario = scenario;
        foreach (var parameter in scenario.Parameters)
            Slot(parameter);
    }

    public int Count => _slots.Count;

    public IReadOnlyList<(Parameter Parameter, Distribution Prior, ulong Key)> Slots => _slots;

    /// <summary>The slot of a parameter, made if it has none yet: called while compiling.</summary>
    public int Slot(Parameter parameter)
    {
        if (_byInstance.TryGetValue(parameter, out var known))
            return known;
        if (!_byName.TryGetValue(parameter.Name, out var slot))
        {
            slot = _slots.Count;
            _slots.Add((parameter, _scenario.PriorOf(parameter), Key.Of(parameter.Name)));
            _byName.Add(parameter.Name, slot);
        }
        _byInstance.Add(parameter, slot);
        return slot;
    }

    /// <summary>Ends compiling: instances are found without a comparer from now on.</summary>
    public void Close()
    {
        _places = new (Parameter?, int)[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(4 * _byInstance.Count) + 4)];
        foreach (var (parameter, slot) in _byInstance)
        {
            var at = RuntimeHelpers.GetHashCode(parameter);
            while (_places[at & (_places.Length - 1)].Parameter is not null)
                at++;
            _places[at & (_places.Length - 1)] = (parameter, slot);
        }
    }

    /// <summary>The slot of a parameter during play: -1 if no word of the scenario has it.</summary>
    public int Find(Parameter parameter)
    {
        var places = _places;
        for (var at = RuntimeHelpers.GetHashCode(parameter); ; at++)
        {
            var (known, slot) = places[at & (places.Length - 1)];
            if (ReferenceEquals(known, parameter))
                return slot;
            if (known is null)
                return _byName.TryGetValue(parameter.Name, out slot) ? slot : -1;
        }
    }

    /// <summary>Draws every parameter of a run: a pure function of seed, run and name.</summary>
    public void DrawInto(double[] values, Chance chance)
    {
        for (var i = 0; i < _slots.Count; i++)
        {
            var (_, prior, key) = _slots[i];
            values[i] = prior is Fixed f ? f.Value : prior.Quantile(chance.Unit(Draw, key, 0));
        }
    }

    /// <summary>What the parameters of a run come to over some months, each as it declares.</summary>
    public void Accrue(double[] values, double months, double[] into)
    {
        for (var i = 0; i < _slots.Count; i++)
        {
            into[i] = _slots[i].Parameter.Accrues switch
            {
                Accrual.Rate => values[i] * months,
                Accrual.Share => Over(values[i], months),
                Accrual.Growth => StableMath.Pow(1 + values[i], months) - 1,
                _ => values[i],
            };
        }
    }

    /// <summary>What a share or probability in [0,1] a month comes to over some months.</summary>
    public static double Over(double share, double months) =>
        months == 1 ? share
        : share >= 1 ? 1
        : 1 - StableMath.Pow(1 - share, months);
}
