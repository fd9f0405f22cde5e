using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>
/// Who stands where on the motion on the floor. Pro: the sponsor, and the bloc if the target is its target. Contra: the target, and those
/// outside the bloc who fear the sponsor most.
/// </summary>
internal sealed class Sides(World w)
{
    private readonly sbyte[] _stand = new sbyte[w.C.Heads.Length + 1];
    private readonly PersonId[] _pro = new PersonId[w.C.Heads.Length + 1];
    private readonly PersonId[] _con = new PersonId[w.C.Heads.Length + 1];

    // A bit a contender whom each of the contenders fears most.
    private readonly uint[] _mostFeared = new uint[w.C.Contenders];
    private int _proCount;
    private int _conCount;

    /// <summary>1 pro, -1 contra, 0 neither.</summary>
    public int StandOf(int head) => head < 0 ? 0 : _stand[head];

    /// <summary>The heads who are pro (1) or contra (-1).</summary>
    public ReadOnlySpan<PersonId> Of(int side) => side > 0 ? _pro.AsSpan(0, _proCount) : _con.AsSpan(0, _conCount);

    public void Take(in Move move)
    {
        _proCount = _conCount = 0;
        var c = w.C;
        var sponsor = w.HeadOf(move.Sponsor);
        var against = IsTarget(move.Target) || IsTarget(move.Second) || IsTarget(move.Third);
        for (var h = 0; h < w.Heads; h++)
        {
            _stand[h] = 0;
            var person = c.Heads[h];
            if (!w.IsActive(person.Index))
                continue;
            if (person == move.Target || person == move.Second || person == move.Third)
                _stand[h] = -1;
            else if (h == sponsor)
                _stand[h] = 1;
            else if (h < c.Contenders && against && w.Side[h] > 0)
                _stand[h] = 1;
            else if (h < c.Contenders && sponsor >= 0 && sponsor < c.Contenders && w.Side[h] <= 0 && (_mostFeared[h] >> sponsor & 1) != 0)
                _stand[h] = -1;
            if (_stand[h] > 0)
                _pro[_proCount++] = person;
            else if (_stand[h] < 0)
                _con[_conCount++] = person;
        }
    }

    /// <summary>Contenders see each other otherwise than before.</summary>
    public void ThreatsChanged()
    {
        var contenders = w.C.Contenders;
        for (var h = 0; h < contenders; h++)
        {
            var threats = w.Threat.AsSpan(h * contenders, contenders);
            var most = 0.0;
            for (var k = 0; k < threats.Length; k++)
                most = k != h && threats[k] > most ? threats[k] : most;
            _mostFeared[h] = 0;
            for (var of = 0; of < threats.Length; of++)
                _mostFeared[h] |= threats[of] > 0 && threats[of] >= most ? 1u << of : 0;
        }
    }

    private bool IsTarget(PersonId person) => w.HeadOf(person) is >= 0 and var h && h < w.C.Contenders && w.Side[h] < 0;
}
