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
    private readonly int[] _absent = new int[w.Heads + 1];

    private CompiledScenario C => w.C;

    /// <summary>Whether an organ is a body of ordinary members.</summary>
    public bool Is(int organ) => C.CountSlot[organ] >= 0;

    /// <summary>How many members it has, those who wait for their vote included.</summary>
    public int Size(int organ) => (int)Math.Round(First(organ) + w.Newcomers.Members(organ));

    /// <summary>How many of them have a vote.</summary>
    public int Entitled(int organ)
    {
        var all = (double)First(organ);
        foreach (var joined in w.Newcomers.Voting(organ))
            all += joined;
        return (int)Math.Round(all);
    }

    /// <summary>Share of those who have a vote that leans to a head.</summary>
    public double LeaningTo(int organ, int head)
    {
        var joined = w.Newcomers.Voting(organ);
        var others = First(organ) + (joined.IsEmpty ? 0 : joined[^1]);
        var led = joined.IsEmpty ? 0 : joined[head];
        return ((others * w.Membership.LeaningTo(head)) + led) / Entitled(organ);
    }

    /// <summary>
    /// Those who turn up this month, by the head they lean to, with the votes they hold for others; the last place is theirs who follow nobody.
    /// </summary>
    /// <remarks>Each member comes with the body's turnout, so that of n who lean to a head a binomial number is there.</remarks>
    public void Gather(int organ, Span<int> counts)
    {
        var slot = C.TurnoutSlot[organ];
        var turnout = slot < 0 ? 1 : Math.Clamp(w.Values[slot], 0, 1);
        var n = Entitled(organ);
        var joined = w.Newcomers.Voting(organ);
        var others = First(organ) + (joined.IsEmpty ? 0 : joined[^1]);
        w.Chance.Opens(TurnUp, C.Organs[organ].Key, w.Moment, 0, _lots);
        var (leaning, led, passed) = (0.0, 0.0, 0);
        for (var h = 0; h <= w.Heads; h++)
        {
            leaning = h < w.Heads ? leaning + w.Membership.LeaningTo(h) : 1;
            led += h < w.Heads && !joined.IsEmpty ? joined[h] : 0;
            var upTo = Math.Min(n, (int)Math.Round((others * Math.Min(1, leaning)) + led));
            counts[h] = Chance.Binomial(upTo - passed, turnout, _lots[h]);
            _absent[h] = upTo - passed - counts[h];
            passed = upTo;
        }
        w.Proxies.Add(organ, _absent, counts[..(w.Heads + 1)]);
    }

    private int First(int organ) => Math.Max(1, (int)Math.Round(w.Values[C.CountSlot[organ]]));
}
