using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>How one organ controls another.</summary>
/// <param name="By">Who controls.</param>
/// <param name="Body">What is controlled.</param>
/// <param name="Direct">The part of its votes held by the controller itself.</param>
/// <param name="UpTo">Controls it at every threshold below this part of the votes: that much is cast as the controller wants.</param>
/// <param name="Through">The controlled bodies by which it does, in the order in which they come under control; empty if directly.</param>
public sealed record Control(OrganId By, OrganId Body, Fraction Direct, Fraction UpTo, ImmutableArray<OrganId> Through)
{
    /// <summary>True if more than a part of the votes is cast as the controller wants.</summary>
    public bool At(Fraction threshold) => UpTo > threshold;
}

/// <summary>
/// Who controls whom: an organ controls a body if, with the bodies it already controls, it casts more than a threshold of its votes. The
/// relation is the least fixed point of that, so bodies that hold one another in a circle control nothing by the circle alone (mutual
/// control structures: Karos and Peters 2015; pyramids and cross-holdings: Crama and Leruth 2007).
/// </summary>
public sealed class ControlRelation
{
    private ControlRelation(VoteHoldings holdings, ImmutableArray<Control> all) => (Holdings, All) = (holdings, all);

    /// <summary>The holdings it was found from.</summary>
    public VoteHoldings Holdings { get; }

    /// <summary>Every pair in which the first casts votes of the second, itself or through others, the firmest control of each organ first.</summary>
    public ImmutableArray<Control> All { get; }

    /// <summary>Finds it at every threshold at once.</summary>
    public static ControlRelation Of(VoteHoldings holdings)
    {
        ArgumentNullException.ThrowIfNull(holdings);
        return new(holdings, [.. holdings.Organs.SelectMany(o => From(holdings, o))]);
    }

    /// <summary>What an organ controls at a threshold.</summary>
    public IEnumerable<Control> By(OrganId organ, Fraction threshold) => All.Where(c => c.By == organ && c.At(threshold));

    /// <summary>Organs that control a body at a threshold and that nobody else among them controls.</summary>
    public ImmutableArray<OrganId> Ultimate(OrganId body, Fraction threshold)
    {
        var controllers = All.Where(c => c.Body == body && c.By != body && c.At(threshold)).Select(c => c.By).ToList();
        // Of those who control one another all are named.
        return [.. controllers.Where(o => !controllers.Any(by => Controls(by, o) && !Controls(o, by)))];

        bool Controls(OrganId by, OrganId other) => by != other && All.Any(c => c.By == by && c.Body == other && c.At(threshold));
    }

    /// <summary>True if more than a threshold of a body's votes is cast by itself and bodies it controls: no outsider can outvote it.</summary>
    public bool IsItsOwnMaster(OrganId body, Fraction threshold) => All.Any(c => c.By == body && c.Body == body && c.At(threshold));

    // The body of which most votes are at hand comes next, as in a widest path: what a high threshold leaves open, a lower one may give.
    private static IEnumerable<Control> From(VoteHoldings holdings, OrganId by)
    {
        var at = holdings.Bodies.Where(b => b != by).ToDictionary(b => b, b => holdings[by, b]);
        var under = new List<OrganId>();
        var level = Fraction.Of(1);
        // Its own votes may come back to it through those it controls.
        var (own, most) = (holdings[by, by], holdings[by, by]);
        var returning = 0;
        while (at.Count > 0)
        {
            var next = at.OrderByDescending(x => x.Value).ThenBy(x => x.Key.Index).First();
            if (next.Value.IsZero)
                break;
            if (next.Value < level)
                level = next.Value;
            yield return new(by, next.Key, holdings[by, next.Key], level, Through(holdings, by, under, next.Key, level));
            at.Remove(next.Key);
            under.Add(next.Key);
            foreach (var body in at.Keys.ToList())
                at[body] += holdings[next.Key, body];
            own += holdings[next.Key, by];
            var here = own < level ? own : level;
            if (here > most)
                (most, returning) = (here, under.Count);
        }
        if (!most.IsZero)
            yield return new(by, by, holdings[by, by], most, [.. under.Take(returning).Where(u => !holdings[u, by].IsZero)]);
    }

    // The bodies before it whose votes in it are needed to get that far.
    private static ImmutableArray<OrganId> Through(VoteHoldings holdings, OrganId by, List<OrganId> under, OrganId body, Fraction level) =>
        holdings[by, body] >= level ? [] : [.. under.Where(u => !holdings[u, body].IsZero)];
}
