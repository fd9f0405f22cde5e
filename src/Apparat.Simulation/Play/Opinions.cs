using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>The discussion in which positions drift: the heads and the members of the decisive body, each anchored where he stood when he joined it.</summary>
internal sealed class Opinions
{
    private readonly World _w;
    private readonly OpinionRule[] _rules;
    private readonly PersonId[] _people = [];
    private readonly bool[] _joined = [];
    private readonly double[] _anchor = [];
    private readonly double[] _first = [];
    private readonly double[] _positions = [];

    public Opinions(World world)
    {
        _w = world;
        _rules = [.. world.C.Scenario.Opinions.OrderBy(r => r.GetType().Name, StringComparer.Ordinal)];
        if (_rules.Length == 0)
            return;
        var most = world.C.Seats + world.C.Heads.Length;
        _people = new PersonId[most];
        _first = new double[most];
        _positions = new double[most];
        _joined = new bool[world.C.Persons];
        _anchor = new double[world.C.Persons * Math.Max(1, world.Policy.Length)];
    }

    public void Reset() => Array.Clear(_joined);

    public void Discuss()
    {
        if (_rules.Length == 0)
            return;
        var n = Gather();
        for (var issue = 0; issue < _w.Policy.Length; issue++)
        {
            for (var i = 0; i < n; i++)
            {
                _positions[i] = _w.TraitOf(_people[i].Index, Trait.Issue1 + issue);
                _first[i] = _anchor[(_people[i].Index * _w.Policy.Length) + issue];
            }
            foreach (var rule in _rules)
                rule.Drift(_w.Scene, _people.AsSpan(0, n), _first.AsSpan(0, n), _positions.AsSpan(0, n));
            var moved = false;
            for (var i = 0; i < n; i++)
            {
                ref var position = ref _w.TraitRef(_people[i].Index, Trait.Issue1 + issue);
                moved |= position != _positions[i];
                position = Math.Clamp(_positions[i], -1, 1);
            }
            if (!moved)
                continue;
            _w.Version++;
            // They move together, in no order.
            var together = 0UL;
            for (var i = 0; i < n; i++)
                together += Key.Mix(_w.C.PersonKey[_people[i].Index], BitConverter.DoubleToUInt64Bits(_positions[i]));
            _w.Fingerprint.Add(together);
        }
    }

    private int Gather()
    {
        var n = 0;
        foreach (var head in _w.C.Heads)
        {
            if (_w.IsActive(head.Index))
                _people[n++] = head;
        }
        var body = _w.C.Question.DecisiveBody;
        for (var k = 0; k < Math.Min(_w.Size[body], _w.C.SeatsOf(body)); k++)
        {
            var person = _w.Holder[_w.C.SeatOffset[body] + k];
            if (person >= 0 && _w.IsActive(person) && !(person < _w.C.People && _w.C.HeadOf[person] >= 0))
                _people[n++] = new PersonId(person);
        }
        for (var i = 0; i < n; i++)
        {
            var p = _people[i].Index;
            if (_joined[p])
                continue;
            _joined[p] = true;
            for (var issue = 0; issue < _w.Policy.Length; issue++)
                _anchor[(p * _w.Policy.Length) + issue] = _w.TraitOf(p, Trait.Issue1 + issue);
        }
        return n;
    }
}
