using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>
/// What the holder of a casting vote does where votes are equal: he votes again as he voted, or, if he votes only then, not before.
/// In a body of an odd number neither makes a difference; where more than a simple majority is asked for there is no tie to break.
/// </summary>
internal sealed class CastingVotes
{
    private readonly World _w;
    private readonly (CastingVoteNorm Norm, CompiledRule Rule)[][] _of;
    private readonly double[] _others;
    private bool _besides;

    public CastingVotes(World world)
    {
        _w = world;
        _of = C.NormsBy<CastingVoteNorm>(n => n.Body);
        _others = new double[world.Voters.Most];
    }

    private CompiledScenario C => _w.C;

    /// <summary>The place among those gathered of whoever has a casting vote in a decision; -1 if nobody has.</summary>
    public int PlaceIn(in Decision by)
    {
        var voters = _w.Voters;
        if (_of[by.Body.Index].Length == 0 || voters.Present != voters.Count || voters.Present % 2 != 0 || !IsSimple(by.Majority))
            return -1;
        foreach (var (norm, rule) in _of[by.Body.Index])
        {
            if (_w.ActorOf(norm.By.Index) is not (>= 0 and var holder) || voters.PlaceOf(holder, voters.Count) is not (>= 0 and var place))
                continue;
            var use = C.Organs[by.Body.Index].Key;
            if (!_w.Decides(rule.Provision, use))
                continue;
            _besides = norm.Votes && (norm.Besides is not { } besides || _w.Decides(besides, use));
            return place;
        }
        return -1;
    }

    /// <summary>P(carried) where the one at a place has a casting vote and everyone says yes with a probability of his own.</summary>
    public double Forecast(ReadOnlySpan<double> yes, int place)
    {
        var half = yes.Length / 2;
        var others = _others.AsSpan(0, yes.Length - 1);
        yes[..place].CopyTo(others);
        yes[(place + 1)..].CopyTo(others[place..]);
        return _besides
            ? (yes[place] * PoissonBinomial.AtLeast(others, half - 1)) + ((1 - yes[place]) * PoissonBinomial.AtLeast(others, half + 1))
            : PoissonBinomial.AtLeast(others, half);
    }

    /// <summary>Votes needed once all have voted, of whom the one at a place has a casting vote; whoever only breaks ties is not counted.</summary>
    public int Needed(bool hisYes, ref int yes, ref int no, out bool counted)
    {
        var half = (yes + no) / 2;
        counted = _besides;
        if (_besides)
            return hisYes ? half : half + 1;
        (yes, no) = hisYes ? (yes - 1, no) : (yes, no - 1);
        return half;
    }

    private static bool IsSimple(Majority majority) =>
        majority.Base is MajorityBase.Voting or MajorityBase.Present && majority with { Base = MajorityBase.Voting } == Majority.Simple;
}
