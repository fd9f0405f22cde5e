using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>
/// Bodies of ordinary members, who are counted and are nobody by name: how many there are, and of those who turn up at a meeting
/// how many lean to which head. They lean as the members of the branches do; without branches they follow nobody.
/// </summary>
internal sealed class Rolls(World w)
{
    private static readonly Purpose TurnUp = Purpose.Of("members who turn up");
    private readonly double[] _lots = new double[w.Heads + 1];

    private CompiledScenario C => w.C;

    /// <summary>Whether an organ is a body of ordinary members.</summary>
    public bool Is(int organ) => C.CountSlot[organ] >= 0;

    /// <summary>How many members it has.</summary>
    public int Size(int organ) => Math.Max(1, (int)Math.Round(w.Values[C.CountSlot[organ]]));

    /// <summary>Those who turn up this month, by the head they lean to; the last place is theirs who follow nobody.</summary>
    /// <remarks>Each member comes with the body's turnout, so that of n who lean to a head a binomial number is there.</remarks>
    public void Gather(int organ, Span<int> counts)
    {
        var slot = C.TurnoutSlot[organ];
        var turnout = slot < 0 ? 1 : Math.Clamp(w.Values[slot], 0, 1);
        var n = Size(organ);
        w.Chance.Opens(TurnUp, C.Organs[organ].Key, w.Month, 0, _lots);
        var (leaning, passed) = (0.0, 0);
        for (var h = 0; h <= w.Heads; h++)
        {
            leaning = h < w.Heads ? leaning + w.Membership.LeaningTo(h) : 1;
            var upTo = Math.Min(n, (int)Math.Round(n * Math.Min(1, leaning)));
            counts[h] = Chance.Binomial(upTo - passed, turnout, _lots[h]);
            passed = upTo;
        }
    }
}
