using System.Numerics;

namespace Apparat.Analysis;

/// <summary>
/// Actual causes of "the effect has the value it has" in a structural model, by search over all witnesses (Halpern 2016).
/// The definitions differ, so each is named: the modified one of 2015, and the updated one of 2005, in which single members of a majority
/// are causes. Meant for one decision: at most a dozen variables.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="effect">The variable whose value is to be explained.</param>
public sealed class ActualCause(StructuralModel model, int effect)
{
    private readonly uint _actual = model.Actual;
    private readonly uint _all = (1u << model.Count) - 1;

    /// <summary>Modified definition (2015): other values of the set, with some other variables held as they were, undo the effect, and no part of it does.</summary>
    public bool IsCause2015(uint causes) => Undoes(causes) && !Parts(causes).Any(Undoes);

    /// <summary>Whether a variable belongs to some cause under the modified definition (2015).</summary>
    public bool IsPartOfCause2015(int variable)
    {
        for (var causes = 1u; causes <= _all; causes++)
        {
            if ((causes >> variable & 1) != 0 && (causes >> effect & 1) == 0 && IsCause2015(causes))
                return true;
        }
        return false;
    }

    /// <summary>Updated definition (Halpern and Pearl 2005), for one variable.</summary>
    public bool IsCause2005(int variable) => Changes2005(variable) is not null;

    /// <summary>Degree of responsibility, in [0,1]: 1/(1+k), k the fewest other variables whose values change in a witness (Chockler and Halpern 2004).</summary>
    public double Responsibility(int variable) => Changes2005(variable) is { } k ? 1.0 / (1 + k) : 0;

    private int? Changes2005(int variable)
    {
        var cause = 1u << variable;
        var free = _all & ~cause & ~(1u << effect);
        int? fewest = null;
        for (var w = free; ; w = (w - 1) & free)
        {
            for (var to = w; ; to = (to - 1) & w)
            {
                var changed = BitOperations.PopCount((to ^ _actual) & w);
                if (!(changed >= fewest) && Effect(cause | w, (~_actual & cause) | to) != Holds && Sustained(cause, w, to, free & ~w))
                    fewest = changed;
                if (to == 0)
                    break;
            }
            if (w == 0)
                break;
        }
        return fewest;
    }

    // With the cause as it was, no part of the witness and no return of the others to their values may undo the effect.
    private bool Sustained(uint cause, uint w, uint to, uint rest)
    {
        for (var part = w; ; part = (part - 1) & w)
        {
            for (var kept = rest; ; kept = (kept - 1) & rest)
            {
                if (Effect(cause | part | kept, (_actual & (cause | kept)) | (to & part)) != Holds)
                    return false;
                if (kept == 0)
                    break;
            }
            if (part == 0)
                return true;
        }
    }

    private bool Undoes(uint causes)
    {
        if (causes == 0)
            return false;
        var others = _all & ~causes & ~(1u << effect);
        for (var to = causes; ; to = (to - 1) & causes)
        {
            for (var held = others; ; held = (held - 1) & others)
            {
                if (Effect(causes | held, to | (_actual & held)) != Holds)
                    return true;
                if (held == 0)
                    break;
            }
            if (to == 0)
                return false;
        }
    }

    private static IEnumerable<uint> Parts(uint causes)
    {
        for (var part = (causes - 1) & causes; part != 0; part = (part - 1) & causes)
            yield return part;
    }

    private bool Holds => (_actual >> effect & 1) != 0;

    private bool Effect(uint set, uint to)
    {
        Span<bool> values = stackalloc bool[model.Count];
        model.Solve(set, to, values);
        return values[effect];
    }
}
