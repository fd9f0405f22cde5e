using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Draws the qualities of people: one formula a group, each draw addressed by person and trait.</summary>
internal sealed class TraitTable
{
    private const int Steps = 4096;
    private static readonly Purpose Draw = Purpose.Of("trait");
    private static readonly Trait[] All = Enum.GetValues<Trait>();
    private readonly (Trait Trait, Distribution Prior)[]?[] _own;
    private readonly Group _heads;
    private readonly Group _cadres;

    public TraitTable(Scenario scenario, ParameterTable parameters)
    {
        _heads = new Group(scenario.Cast.HeadTraits, parameters);
        _cadres = new Group(scenario.Cast.CadreTraits, parameters);
        _own = [.. scenario.Cast.People.Select(p => p.Traits.IsEmpty ? null : p.Traits.Select(t => (t.Key, t.Value)).ToArray())];
    }

    public static int Count => All.Length;

    /// <summary>Writes the traits of a person; those no formula gives are 0, capacity 1.</summary>
    public void DrawInto(
        Span<double> traits,
        int person,
        ulong key,
        bool head,
        ImmutableDictionary<string, double>? known,
        double[] values,
        Chance chance
    )
    {
        traits.Clear();
        traits[(int)Trait.Capacity] = 1;
        var group = head ? _heads : _cadres;
        Span<double> lots = stackalloc double[All.Length];
        chance.Units(Draw, key, 0, (ulong)All[0], lots[..group.Reach]);
        foreach (var formula in group.Formulas)
        {
            var value = formula.Base.At(lots[(int)formula.Trait]);
            if (known is not null)
            {
                foreach (var (attribute, slot) in formula.Weights)
                    value += known.GetValueOrDefault(attribute) * values[slot];
            }
            traits[(int)formula.Trait] = Math.Clamp(value, formula.Low, formula.High);
        }
        if (person >= _own.Length || _own[person] is not { } own)
            return;
        foreach (var (trait, prior) in own)
            traits[(int)trait] = prior.Quantile(chance.Unit(Draw, key, 0, (ulong)trait));
    }

    private sealed class Group(ImmutableArray<TraitFormula> formulas, ParameterTable parameters)
    {
        /// <summary>Traits up to the last that a formula gives, in whole fours.</summary>
        public readonly int Reach = formulas.IsEmpty ? 0 : Math.Min(All.Length, ((int)formulas.Max(f => f.Trait) + 4) & ~3);

        public readonly Compiled[] Formulas =
        [
            .. formulas.Select(f => new Compiled(
                f.Trait,
                new QuantileCurve(f.Base),
                [.. f.Weights.Select(w => (w.Attribute, parameters.Slot(w.Weight)))],
                f.Low,
                f.High
            )),
        ];
    }

    private sealed record Compiled(Trait Trait, QuantileCurve Base, (string Attribute, int Slot)[] Weights, double Low, double High);

    // Thousands of cadres draw from one prior: its quantile function is tabled once, straight lines between the points.
    private sealed class QuantileCurve
    {
        private readonly double[] _points = new double[Steps + 1];

        public QuantileCurve(Distribution prior)
        {
            for (var i = 0; i <= Steps; i++)
                _points[i] = prior is Fixed f ? f.Value : prior.Quantile(Math.Clamp((double)i / Steps, 0.25 / Steps, 1 - (0.25 / Steps)));
        }

        public double At(double u)
        {
            var x = u * Steps;
            var i = (int)x;
            return _points[i] + ((x - i) * (_points[i + 1] - _points[i]));
        }
    }
}
