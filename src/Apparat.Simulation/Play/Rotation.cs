using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Staggered terms: which part of an organ retires at which meeting, instead of all when a term ends.</summary>
internal sealed class Rotation
{
    private static readonly Purpose Lot = Purpose.Of("retires");
    private readonly World _w;
    private readonly (RotationNorm Norm, CompiledRule Rule)[][] _of;
    private readonly int[] _stoodIn;
    private readonly (int Since, double Lot)[] _order;
    private readonly bool _any;

    public Rotation(World world)
    {
        _w = world;
        _of = C.NormsBy<RotationNorm>(n => n.Portion.Of);
        _any = Array.Exists(_of, o => o.Length > 0);
        _stoodIn = new int[_any ? C.Seats : 0];
        _order = new (int, double)[_stoodIn.Length];
    }

    private CompiledScenario C => _w.C;

    public void Reset() => Array.Fill(_stoodIn, -1);

    /// <summary>The meeting at which part of an organ retires; null if all retire together.</summary>
    public OrganId? MeetingOf(int organ) => NormOf(organ)?.Norm.Meeting;

    /// <summary>Of those sitting, leaves those who retire this time, and notes that they stand now; how many they are.</summary>
    public int Retiring(int organ, Span<int> seats)
    {
        if (!_any || NormOf(organ) is not var (norm, rule))
            return seats.Length;
        var k = Math.Min(seats.Length, norm.Portion.Quantity.In(_w.Size[organ]));
        var longest = norm.Order is { } tail && _w.Decides(tail, C.Organs[organ].Key);
        var order = _order.AsSpan(0, seats.Length);
        for (var i = 0; i < seats.Length; i++)
            order[i] = (
                longest ? Math.Max(_w.SeatSince[seats[i]], _stoodIn[seats[i]]) : 0,
                _w.Chance.Unit(Lot, C.SeatKey[seats[i]], _w.Moment, rule.Key)
            );
        order.Sort(seats);
        foreach (var seat in seats[..k])
            _stoodIn[seat] = _w.Turn;
        return k;
    }

    private (RotationNorm Norm, CompiledRule Rule)? NormOf(int organ)
    {
        foreach (var (norm, rule) in _of[organ])
        {
            if (_w.Rulebook.IsInForce(rule.Index) && _w.Decides(rule.Provision, C.Organs[organ].Key))
                return (norm, rule);
        }
        return null;
    }
}
