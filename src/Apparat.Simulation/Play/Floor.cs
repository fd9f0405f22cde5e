using System.Runtime.InteropServices;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Where motions are weighed and voted on: stakes from a dry run, sides, two passes of utilities, votes, and what follows.</summary>
internal sealed class Floor
{
    private static readonly Purpose Vote = Purpose.Of("vote");
    private readonly World _w;
    private readonly int _mostVoters;
    private readonly PersonId[] _voters;
    private readonly int[] _weights;
    private readonly bool _forecastNeeded;
    private readonly double[] _utility;
    private readonly double[] _yes;
    private readonly bool[] _votedYes;
    private readonly int[] _saidYes;
    private readonly ulong[] _keys;
    private readonly double[] _lots;
    private readonly (PersonId Head, double Change)[] _stakes;
    private readonly sbyte[] _stand;
    private readonly PersonId[] _pro;
    private readonly PersonId[] _con;
    private readonly double[] _damage;
    private readonly bool[] _asked;
    private int _count;
    private int _present;
    private int _gathered = -1;
    private (int Seating, int Turn) _gatheredIn = (-1, -1);
    private int _tiesOf;
    private PersonId _guest = PersonId.None;
    private int _stakeCount;
    private int _proCount;
    private int _conCount;

    public Floor(World world)
    {
        _w = world;
        var c = world.C;
        _mostVoters = c.Seats + (2 * (c.Heads.Length + 1)) + 1;
        _voters = new PersonId[_mostVoters];
        _weights = new int[_mostVoters];
        _utility = new double[_mostVoters];
        _forecastNeeded = Array.Exists(c.Motives, m => m.NeedsForecast);
        _yes = new double[_mostVoters];
        _votedYes = new bool[_mostVoters];
        _saidYes = new int[_mostVoters];
        _keys = new ulong[_mostVoters];
        _lots = new double[_mostVoters];
        _stakes = new (PersonId, double)[c.Heads.Length + 1];
        _stand = new sbyte[c.Heads.Length + 1];
        _pro = new PersonId[c.Heads.Length + 1];
        _con = new PersonId[c.Heads.Length + 1];
        Rows = new VoterRows(world, _mostVoters);
        _asked = new bool[c.Scenario.Documents.Length];
        _damage = new double[Math.Max(1, c.Scenario.Documents.Length) * Math.Max(1, c.People)];
    }

    public double Forecast { get; private set; }

    /// <summary>What motives read of the voters.</summary>
    public VoterRows Rows { get; }
    public ReadOnlySpan<(PersonId Head, double Change)> Stakes => _stakes.AsSpan(0, _stakeCount);

    private CompiledScenario C => _w.C;

    /// <summary>Works out this run's damage of each document to each person it harms.</summary>
    public void Reset()
    {
        Array.Clear(_damage);
        Array.Clear(_asked);
        _gathered = -1;
        foreach (var document in C.Scenario.Documents)
        {
            foreach (var (person, damage) in document.Harms)
                _damage[(document.Id.Index * C.People) + person.Index] = _w.Scene[damage];
            if (!_w.Postscripts.IsMissing(document.Id.Index))
                Aggravate(document);
        }
    }

    /// <summary>Adds to a document's damage what it says against the present holder of the office it asks to empty.</summary>
    public void Aggravate(Document document)
    {
        if (
            document is not { AsksToRemove: { } office, AgainstHolder: { } extra }
            || _w.ActorOf(office.Index) is not (>= 0 and var holder)
            || holder >= C.People
        )
            return;
        ref var damage = ref _damage[(document.Id.Index * C.People) + holder];
        damage = 1 - ((1 - damage) * (1 - _w.Scene[extra]));
    }

    /// <summary>Whether the motion a document asks for has been put.</summary>
    public bool Asked(int document) => _asked[document];

    public void MarkAsked(int document) => _asked[document] = true;

    public double Damage(int document, int person) => person < C.People ? _damage[(document * C.People) + person] : 0;

    private double OwnStake(int person)
    {
        var dry = _w.DryRun;
        for (var i = 0; i < dry.Count; i++)
        {
            if (dry.Person(i) == person)
                return dry.Change(i);
        }
        return 0;
    }

    public int StandOf(int head) => head < 0 ? 0 : _stand[head];

    public ReadOnlySpan<PersonId> SideOf(int side) => side > 0 ? _pro.AsSpan(0, _proCount) : _con.AsSpan(0, _conCount);

    public int WeightOf(int voter) => _weights[voter];

    /// <summary>The voting members of an organ: persons, or classes of delegates with their counts.</summary>
    public ReadOnlySpan<PersonId> Gather(int organ)
    {
        if (_gathered == organ && _gatheredIn == (_w.Seating, _w.Turn))
        {
            if (_tiesOf != _w.Version)
                Rows.TiesChanged(_count);
            (_tiesOf, _guest) = (_w.Version, _tiesOf == _w.Version ? _guest : PersonId.None);
            return _voters.AsSpan(0, _count);
        }
        (_gathered, _gatheredIn, _tiesOf, _guest) = (organ, (_w.Seating, _w.Turn), _w.Version, PersonId.None);
        _count = _present = 0;
        if (C.Organs[organ].Counted)
        {
            for (var k = 0; k < 2 * (_w.Heads + 1); k++)
            {
                var n = _w.ClassCount[(organ * 2 * (_w.Heads + 1)) + k];
                if (n > 0)
                    AddVoter(C.ClassOffset[organ] + k, n);
            }
        }
        else if (C.Joins[organ] is { Length: > 0 } joined)
        {
            Span<int> voting = stackalloc int[joined.Length];
            var n = 0;
            foreach (var part in joined)
            {
                if (GatherSeats(part, voting[..n]))
                    voting[n++] = part;
            }
        }
        else
        {
            GatherSeats(organ, []);
        }
        Rows.Renew(_voters, _count);
        return _voters.AsSpan(0, _count);
    }

    // Whoever sits in several parts of a joint meeting has one vote. False if the members have none.
    private bool GatherSeats(int organ, ReadOnlySpan<int> before)
    {
        foreach (var (_, provision) in C.Silencing[organ])
        {
            if (_w.Decides(provision, C.Organs[organ].Key))
                return false;
        }
        foreach (var person in _w.HoldersOf(organ))
        {
            if (person >= 0 && _w.IsActive(person) && !SitsInAny(person, before))
                AddVoter(person, 1);
        }
        return true;
    }

    private bool SitsInAny(int person, ReadOnlySpan<int> organs)
    {
        foreach (var organ in organs)
        {
            if (_w.Sits(person, organ))
                return true;
        }
        return false;
    }

    private void AddVoter(int person, int weight)
    {
        _voters[_count] = new PersonId(person);
        _weights[_count++] = weight;
        _present += weight;
    }

    private int Needed(in Decision by)
    {
        var seats = _w.Size[by.Body.Index];
        foreach (var part in C.Joins[by.Body.Index])
            seats += _w.Size[part];
        return by.Majority.Needed(by.Majority.Base == MajorityBase.Seats ? Math.Max(seats, _present) : _present);
    }

    /// <summary>P(carried) as everyone can foresee it; the probabilities of each voter stay in place for <see cref="Put"/>.</summary>
    public double Weigh(in Move move, Power? power)
    {
        Gather(move.By.Body.Index);
        Rows.Promises.Clear();
        PrepareSides(move);
        PrepareStakes(move, power);
        return WeighPrepared(move);
    }

    private double WeighPrepared(in Move move, int guests = 0)
    {
        var n = _count + guests;
        var utility = _utility.AsSpan(0, n);
        Rows.Look(0, n);
        utility.Clear();
        foreach (var motive in C.Motives)
        {
            if (!motive.NeedsForecast)
                motive.Add(_w.Scene, move, _voters.AsSpan(0, n), utility);
        }
        var needed = Needed(move.By);
        Forecast = Tail(utility[.._count], needed);
        if (!_forecastNeeded)
            return Forecast;
        foreach (var motive in C.Motives)
        {
            if (motive.NeedsForecast)
                motive.Add(_w.Scene, move, _voters.AsSpan(0, n), utility);
        }
        return Forecast = Tail(utility[.._count], needed);
    }

    /// <summary>Weighs a motion once more, after something was promised to one of its voters.</summary>
    public double WeighAgain(in Move move, Power? power)
    {
        PrepareStakes(move, power);
        return WeighPrepared(move);
    }

    /// <summary>The voter on the floor.</summary>
    public PersonId Voter(int index) => _voters[index];

    /// <summary>Of those who would rather vote no, may take a seat and were promised none, the one nearest to a yes; -1 if there is none.</summary>
    public int NearestToYes(in Move move, int organ)
    {
        var best = -1;
        for (var v = 0; v < _count; v++)
        {
            var person = _voters[v];
            if (_yes[v] >= 0.5 || _weights[v] != 1 || Rows.Promises[v] > 0 || person == move.Sponsor || HeadOf(person) >= 0)
                continue;
            if (person != move.Target && (best < 0 || _yes[v] > _yes[best]) && _w.BallotBox.Eligible(person.Index, organ))
                best = v;
        }
        return best;
    }

    // The sum of one kind of motives for one voter alone.
    private double Alone(in Move move, int voter, bool needsForecast)
    {
        Rows.Look(voter, 1);
        Span<double> sum = [0];
        foreach (var motive in C.Motives)
        {
            if (motive.NeedsForecast == needsForecast)
                motive.Add(_w.Scene, move, _voters.AsSpan(voter, 1), sum);
        }
        return sum[0];
    }

    private double Tail(ReadOnlySpan<double> utility, int needed)
    {
        StableMath.Logistic(utility, _yes.AsSpan(0, utility.Length));
        return _present > _count
            ? PoissonBinomial.AtLeast(_weights.AsSpan(0, _count), _yes.AsSpan(0, _count), needed)
            : PoissonBinomial.AtLeast(_yes.AsSpan(0, _count), needed);
    }

    /// <summary>How much its setter would like to have moved this: Q dU + (1-Q) times what losing would cost him; 0 if he would not gain.</summary>
    public double Score(in Move move, Power power, int setter, bool anything = false)
    {
        Gather(move.By.Body.Index);
        var at = PlaceOf(setter, _count);
        var guests = at < 0 ? 1 : 0;
        if (at < 0)
        {
            at = _count;
            if (_guest.Index != setter)
            {
                _voters[at] = _guest = new PersonId(setter);
                _weights[at] = 0;
                Rows.Guest(at);
            }
        }
        Rows.Promises.Clear();
        PrepareSides(move);
        PrepareStakes(move, power);
        var gain = Alone(move, at, needsForecast: false);
        if (gain <= 0 && !anything)
            return 0;
        var q = WeighPrepared(move, guests);
        Forecast = 0;
        var cost = Alone(move, at, needsForecast: true);
        Forecast = q;
        return (q * gain) + ((1 - q) * Math.Min(0, cost));
    }

    /// <summary>The address of a motion: its content, never its number.</summary>
    public ulong ContentKey(in Move move)
    {
        var key = Key.Mix(Key.Of(move.Clause.Text), (ulong)move.Rule);
        key = Key.Mix(key, PersonKey(move.Sponsor));
        key = Key.Mix(key, PersonKey(move.Target));
        key = Key.Mix(key, PersonKey(move.Second));
        key = Key.Mix(key, PersonKey(move.Third));
        key = Key.Mix(
            key,
            move.Kind == MoveKind.Policy || move.Object < 0 || move.Object >= C.Organs.Length
                ? (ulong)move.Object
                : C.Organs[move.Object].Key
        );
        return Key.Mix(key, BitConverter.DoubleToUInt64Bits(move.Position));
    }

    /// <summary>Puts a motion to the vote and carries it out if it is carried.</summary>
    public bool Put(in Move move, Power? power)
    {
        var q = _w.Promises.Buy(move, power, Weigh(move, power));
        var carried = CountVotes(move, ContentKey(move), out var yes, out var no);
        var c = C;
        _w.Editor.Note(10, ContentKey(move), ((ulong)yes << 32) | (uint)no);
        _w.Editor.Tell(
            new TraceEntry(
                new Turn(_w.Turn),
                TraceKind.Voted,
                move.Target,
                move.Sponsor,
                move.By.Body,
                move.Clause,
                carried ? 1 : 0,
                q,
                yes,
                no
            )
            {
                Second = move.Second,
                Third = move.Third,
                Move = move,
                Needed = Needed(move.By),
                Roll = _w.Trace is null ? null : CallRoll(),
            }
        );
        if (move.Kind == MoveKind.Removal && !move.Sponsor.IsNone)
            Remember(move);
        if (carried)
        {
            if (move.Kind == MoveKind.Removal && !move.Target.IsNone)
            {
                foreach (var target in (ReadOnlySpan<PersonId>)[move.Target, move.Second, move.Third])
                {
                    if (!target.IsNone)
                        _w.TieBook.After(new Deed(DeedKind.Removed, target, move.Sponsor, 1));
                }
            }
            var means = _w.Editor.Means;
            (_w.Editor.Hand, _w.Editor.Means) = (move.Sponsor.Index, move.Clause);
            power?.Do(move, _w.Editor);
            (_w.Editor.Hand, _w.Editor.Means) = (-1, means);
        }
        else if (move.Kind == MoveKind.Removal && !move.Sponsor.IsNone)
        {
            _w.TieBook.After(new Deed(DeedKind.Defeated, move.Sponsor, move.Target, 1));
        }
        return carried;
    }

    private Roll CallRoll() =>
        new([.. Enumerable.Range(0, _count).Select(v => new RollLine(_voters[v], _saidYes[v], _weights[v] - _saidYes[v]))]);

    private bool CountVotes(in Move move, ulong content, out int yes, out int no)
    {
        yes = 0;
        var keys = _keys.AsSpan(0, _count);
        var lots = _lots.AsSpan(0, _count);
        for (var v = 0; v < _count; v++)
            keys[v] = C.PersonKey[_voters[v].Index];
        _w.Chance.Units(Vote, keys, _w.Month, content, lots);
        for (var v = 0; v < _count; v++)
        {
            if (_weights[v] == 1)
            {
                _votedYes[v] = lots[v] < _yes[v];
                _saidYes[v] = _votedYes[v] ? 1 : 0;
            }
            else
            {
                _saidYes[v] = _w.Chance.Binomial(_weights[v], _yes[v], Vote, keys[v], _w.Month, content);
                _votedYes[v] = false;
            }
            yes += _saidYes[v];
        }
        no = _present - yes;
        var needed = Needed(move.By);
        for (var v = 0; v < _count; v++)
            _w.Divisions.Note(_voters[v].Index, _votedYes[v], yes, needed);
        return _present > 0 && yes >= needed;
    }

    /// <summary>A vote without a motion's consequences, on a question nobody's standing hangs on but a sponsor's; chance addresses it by its content.</summary>
    public bool Agree(in Move move, ulong content)
    {
        Weigh(move, null);
        return CountVotes(move, content, out _, out _);
    }

    private void Remember(in Move move)
    {
        var ties = _w.TieBook;
        var count = _count;
        foreach (var target in (ReadOnlySpan<PersonId>)[move.Target, move.Second, move.Third])
        {
            if (target.IsNone)
                continue;
            ties.After(new Deed(DeedKind.Attacked, target, move.Sponsor, 1));
            for (var v = 0; v < count; v++)
            {
                if (_votedYes[v] && _voters[v] != target)
                    ties.After(new Deed(DeedKind.VotedAgainst, _voters[v], target, 1));
            }
        }
    }

    // Whoever takes a side in public has his standing at stake with it; the target loses at least as much.
    private void PrepareStakes(in Move move, Power? power)
    {
        var dry = _w.DryRun;
        dry.Reset();
        power?.Do(move, dry);
        if (power?.IsDue(_w.Scene) == true)
        {
            dry.Otherwise = true;
            power.Default(_w.Scene, dry);
            dry.Otherwise = false;
        }
        var stake = _w.Scene[C.Scenario.Pace.Stake];
        _stakeCount = 0;
        for (var h = 0; h < _w.Heads; h++)
        {
            var person = C.Heads[h];
            if (_w.Standing[person.Index] == Standing.Dead)
                continue;
            var change = OwnStake(person.Index);
            if (!move.Sponsor.IsNone)
                change = _stand[h] < 0 ? Math.Min(change, -stake) : change + (_stand[h] * stake);
            if (change != 0)
                _stakes[_stakeCount++] = (person, Math.Clamp(change, -1, 1));
        }
        var own = Rows.Own;
        own.Clear();
        for (var i = 0; i < dry.Count; i++)
        {
            if (PlaceOf(dry.Person(i), own.Length) is >= 0 and var at)
                own[at] = dry.Change(i);
        }
        foreach (var (head, change) in Stakes)
        {
            if (PlaceOf(head.Index, own.Length) is >= 0 and var at)
                own[at] = change;
        }
    }

    // An id is its place and nothing else: searched as whole numbers, many at a time.
    private int PlaceOf(int person, int count) => MemoryMarshal.Cast<PersonId, int>(_voters.AsSpan(0, count)).IndexOf(person);

    // Pro: the sponsor, and the bloc if the target is its target. Contra: the target, and those outside the bloc who fear the sponsor most.
    private void PrepareSides(in Move move)
    {
        _proCount = _conCount = 0;
        var sponsor = HeadOf(move.Sponsor);
        var against = false;
        foreach (var target in (ReadOnlySpan<PersonId>)[move.Target, move.Second, move.Third])
            against |= HeadOf(target) is >= 0 and var t && t < C.Contenders && _w.Side[t] < 0;
        for (var h = 0; h < _w.Heads; h++)
        {
            _stand[h] = 0;
            var person = C.Heads[h];
            if (!_w.IsActive(person.Index))
                continue;
            if (person == move.Target || person == move.Second || person == move.Third)
                _stand[h] = -1;
            else if (h == sponsor)
                _stand[h] = 1;
            else if (h < C.Contenders && against && _w.Side[h] > 0)
                _stand[h] = 1;
            else if (h < C.Contenders && sponsor >= 0 && sponsor < C.Contenders && _w.Side[h] <= 0 && FearsMost(h, sponsor))
                _stand[h] = -1;
            if (_stand[h] > 0)
                _pro[_proCount++] = person;
            else if (_stand[h] < 0)
                _con[_conCount++] = person;
        }
    }

    private bool FearsMost(int head, int of)
    {
        var threat = _w.Threat[(head * C.Contenders) + of];
        if (threat <= 0)
            return false;
        for (var k = 0; k < C.Contenders; k++)
        {
            if (k != head && k != of && _w.Threat[(head * C.Contenders) + k] > threat)
                return false;
        }
        return true;
    }

    private int HeadOf(PersonId person) => person.Index >= 0 && person.Index < C.People ? C.HeadOf[person.Index] : -1;

    private ulong PersonKey(PersonId person) => person.IsNone ? 0 : C.PersonKey[person.Index];
}
