using System.Collections.Immutable;

namespace Apparat.Analysis;

/// <summary>How a variable follows from those declared before it.</summary>
public delegate bool Mechanism(ReadOnlySpan<bool> values);

/// <summary>A small structural model of yes-or-no variables, each following from those before it; a variable without causes is a constant.</summary>
/// <param name="Variables">Names and mechanisms, causes first; at most 20.</param>
public sealed record StructuralModel(ImmutableArray<(string Name, Mechanism Mechanism)> Variables)
{
    /// <summary>How many variables there are.</summary>
    public int Count => Variables.Length;

    /// <summary>The place of a variable.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public int this[string name]
    {
        get
        {
            for (var i = 0; i < Count; i++)
            {
                if (Variables[i].Name == name)
                    return i;
            }
            throw new KeyNotFoundException($"There is no variable {name}.");
        }
    }

    /// <summary>All values, those in the mask being set from outside to the bits given.</summary>
    /// <param name="set">A bit a variable: set from outside.</param>
    /// <param name="to">The values they are set to.</param>
    /// <param name="values">Where the values go; one a variable.</param>
    public void Solve(uint set, uint to, Span<bool> values)
    {
        for (var i = 0; i < Count; i++)
            values[i] = (set >> i & 1) != 0 ? (to >> i & 1) != 0 : Variables[i].Mechanism(values[..i]);
    }

    /// <summary>The values as they came about, a bit a variable.</summary>
    public uint Actual
    {
        get
        {
            Span<bool> values = stackalloc bool[Count];
            Solve(0, 0, values);
            var bits = 0u;
            for (var i = 0; i < Count; i++)
                bits |= values[i] ? 1u << i : 0;
            return bits;
        }
    }
}
