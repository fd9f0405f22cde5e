using System.Numerics;
using System.Runtime.Intrinsics;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>The ties of a run, as bonds may change them. Each change is noted in the fingerprint through its cause.</summary>
internal sealed class TieBook : Ties
{
    private readonly World _w;
    private readonly PersonId[] _people;
    private readonly PersonId[] _inOffice;
    private readonly PersonId[] _followers;
    private readonly int[] _place;

    // A bit a place in the order of people: who holds any seat.
    private readonly ulong[] _seated;
    private int _inOfficeCount;
    private int _inOfficeAt = -1;

    public TieBook(World world)
    {
        _w = world;
        // In order of key: the order of the file must not reach the fingerprint.
        _people = [.. world.C.PeopleByKey.Concat(Enumerable.Range(world.C.People, world.C.Cadres)).Select(i => new PersonId(i))];
        _inOffice = new PersonId[_people.Length];
        _followers = new PersonId[_people.Length];
        _place = new int[_people.Length];
        for (var i = 0; i < _people.Length; i++)
            _place[_people[i].Index] = i;
        _seated = new ulong[(_people.Length + 63) / 64];
    }

    public override Situation Now => _w.Scene;

    /// <summary>Everyone who may have ties, heads included.</summary>
    public ReadOnlySpan<PersonId> People => _people;

    /// <inheritdoc/>
    /// <remarks>Cadres, of whom most follow nobody or another, lie one after another and are passed over eight at a time.</remarks>
    public override ReadOnlySpan<PersonId> Followers(PersonId head)
    {
        if (HeadOf(head) is not (>= 0 and var h))
            return [];
        var bit = 1u << h;
        var n = 0;
        foreach (var person in _people.AsSpan(0, _w.C.People))
        {
            if ((_w.TiedTo[person.Index] & bit) != 0)
                _followers[n++] = person;
        }
        ReadOnlySpan<uint> tied = _w.TiedTo.AsSpan(_w.C.People, _w.C.Cadres);
        var all = Vector256.Create(bit);
        for (var i = 0; i < tied.Length; i++)
        {
            while (i + 8 <= tied.Length && (Vector256.Create(tied[i..]) & all) == Vector256<uint>.Zero)
                i += 8;
            if (i < tied.Length && (tied[i] & bit) != 0)
                _followers[n++] = new PersonId(_w.C.People + i);
        }
        return _followers.AsSpan(0, n);
    }

    /// <summary>Everyone who can act and holds a seat of any rank.</summary>
    public ReadOnlySpan<PersonId> InOffice
    {
        get
        {
            if (_inOfficeAt != _w.Seating)
                FindInOffice();
            return _inOffice.AsSpan(0, _inOfficeCount);
        }
    }

    public void Reset() => Array.Clear(_seated);

    /// <summary>A person has taken or left a seat.</summary>
    public void SeatsChanged(int person)
    {
        var (word, bit) = (_place[person] / 64, 1UL << (_place[person] % 64));
        _seated[word] = _w.SeatCount[person] > 0 ? _seated[word] | bit : _seated[word] & ~bit;
    }

    private void FindInOffice()
    {
        (_inOfficeCount, _inOfficeAt) = (0, _w.Seating);
        for (var word = 0; word < _seated.Length; word++)
        {
            for (var bits = _seated[word]; bits != 0; bits &= bits - 1)
            {
                var person = _people[(word * 64) + BitOperations.TrailingZeroCount(bits)];
                if (_w.IsActive(person.Index))
                    _inOffice[_inOfficeCount++] = person;
            }
        }
    }

    public void After(in Deed deed)
    {
        _w.Struggle.After(deed);
        foreach (var bond in _w.C.Bonds)
            bond.After(deed, this);
    }

    public override void Owe(PersonId from, PersonId to, double strength)
    {
        var h = HeadOf(to);
        if (h < 0 || from.IsNone || from == to || strength <= _w.LoyaltyTo(from.Index, h))
            return;
        Write(from.Index, h, Math.Min(1, strength));
    }

    public override void GrowToThoseAbove(double rate)
    {
        var moved = 0UL;
        foreach (var person in InOffice)
        {
            var shares = _w.Dependences.Of(person.Index, out var over);
            for (; over != 0; over &= over - 1)
            {
                var h = BitOperations.TrailingZeroCount(over);
                var tie = _w.LoyaltyTo(person.Index, h);
                var strength = tie + (rate * shares[h] * (1 - tie));
                if (strength > tie)
                    moved += Set(person.Index, h, Math.Min(1, strength));
            }
        }
        Moved(moved);
    }

    /// <summary>
    /// Has part of what is owed to one head come to be owed to another, by everyone who owes the first more. The two are left out.
    /// </summary>
    public void Pass(int from, int to, double part)
    {
        var (old, next) = (_w.C.Heads[from], _w.C.Heads[to]);
        var moved = 0UL;
        foreach (var follower in Followers(old))
        {
            var (was, own) = (_w.LoyaltyTo(follower.Index, from), _w.LoyaltyTo(follower.Index, to));
            if (was <= own || follower == old || follower == next)
                continue;
            if (own + (part * (was - own)) is var owed && owed > own)
                moved += Set(follower.Index, to, Math.Min(1, owed));
            moved += Set(follower.Index, from, Math.Clamp(was * (1 - part), 0, 1));
        }
        Moved(moved);
    }

    public override void Scale(PersonId from, PersonId to, double factor)
    {
        var h = HeadOf(to);
        if (h >= 0 && from != to && _w.LoyaltyTo(from.Index, h) is > 0 and var now)
            Write(from.Index, h, Math.Clamp(now * factor, 0, 1));
    }

    public override void Resent(PersonId from, PersonId to, double amount)
    {
        var h = HeadOf(to);
        if (h < 0 || from == to)
            return;
        _w.Version++;
        ref var hostility = ref _w.Hostility[(from.Index * _w.Heads) + h];
        hostility = Math.Min(1, hostility + amount);
    }

    public override void Esteem(PersonId person, double amount)
    {
        _w.Version++;
        ref var prestige = ref _w.TraitRef(person.Index, Trait.Prestige);
        prestige = Math.Clamp(prestige + amount, 0, 1);
    }

    public override void EsteemByRank(double rate)
    {
        _w.Version++;
        foreach (var person in InOffice)
        {
            ref var prestige = ref _w.TraitRef(person.Index, Trait.Prestige);
            prestige = Math.Clamp(prestige + (rate * _w.Rank[person.Index] * (1 - prestige)), 0, 1);
        }
    }

    private void Write(int person, int head, double strength)
    {
        Set(person, head, strength);
        _w.Fingerprint.Add(_w.C.PersonKey[person] ^ BitConverter.DoubleToUInt64Bits(strength));
    }

    // Ties that move together in a month have no order among themselves: what they come to is one step of the fingerprint.
    private void Moved(ulong together)
    {
        if (together != 0)
            _w.Fingerprint.Add(together);
    }

    // Gives what the tie adds to those that move with it.
    private ulong Set(int person, int head, double strength)
    {
        var i = (person * _w.Heads) + head;
        _w.Version++;
        _w.Loyalty[i] = strength;
        _w.TiedTo[person] |= 1u << head;
        _w.LoyaltySince[i] = _w.Tick;
        _w.PatronAt[person] = -1;
        return Key.Mix(_w.C.PersonKey[person] - _w.C.PersonKey[_w.C.Heads[head].Index], BitConverter.DoubleToUInt64Bits(strength));
    }

    private int HeadOf(PersonId person) => _w.HeadOf(person);
}
