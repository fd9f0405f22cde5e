using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>The votes of members who stay away and have left a proxy with somebody who is there.</summary>
internal sealed class Proxies
{
    private static readonly Purpose Leaving = Purpose.Of("proxies left");
    private static readonly Purpose Holding = Purpose.Of("proxies held");
    private readonly World _w;
    private readonly (Limit Limit, int Provision)[][] _of;
    private readonly double[] _lots;
    private readonly int[] _left;

    public Proxies(World world)
    {
        _w = world;
        _of =
        [
            .. C.Organs.Select(o =>
                C.LimitsOn[o.Id.Index].Where(l => l.Limit.Norms.OfType<ProxyNorm>().Any(n => n.Body == o.Id)).ToArray()
            ),
        ];
        _lots = new double[world.Heads + 1];
        _left = new int[_lots.Length];
    }

    private CompiledScenario C => _w.C;

    /// <summary>Adds to those who are there, by the head they lean to, the votes they hold for those who are not.</summary>
    public void Add(int organ, ReadOnlySpan<int> absent, Span<int> there)
    {
        foreach (var (limit, provision) in _of[organ])
        {
            var deciding = _w.Decides(provision, C.Organs[organ].Key) ? limit : _w.ReferenceOf(provision) as Limit;
            if (deciding?.Proxies(_w.Scene, new OrganId(organ)) is not var (given, each, directed))
                continue;
            Add(organ, Math.Clamp(_w.Scene[given], 0, 1), each, directed, absent, there);
            return;
        }
    }

    private void Add(int organ, double given, int? each, bool directed, ReadOnlySpan<int> absent, Span<int> there)
    {
        var key = C.Organs[organ].Key;
        _w.Chance.Opens(Leaving, key, _w.Moment, 0, _lots);
        var (left, present) = (0, 0);
        for (var h = 0; h < there.Length; h++)
        {
            left += _left[h] = Chance.Binomial(absent[h], given, _lots[h]);
            present += there[h];
        }
        var held = (int)Math.Min(left, (each ?? left) * (long)present);
        if (held == 0 || present == 0)
            return;
        // As directed, those held are some of those left; else whoever holds one is any of those who are there.
        _w.Chance.Opens(Holding, key, _w.Moment, 0, _lots);
        var among = directed ? left : present;
        for (var h = 0; h < there.Length && held > 0; h++)
        {
            var own = directed ? _left[h] : there[h];
            var (least, most) =
                directed ? (Math.Max(0, held - (among - own)), Math.Min(held, own))
                : own == among ? (held, held)
                : (0, held);
            var cast = Math.Clamp(Chance.Binomial(held, (double)own / among, _lots[h]), least, most);
            there[h] += cast;
            held -= cast;
            among -= own;
        }
    }
}
