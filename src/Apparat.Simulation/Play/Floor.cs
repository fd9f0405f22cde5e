using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Where motions are weighed and voted on: two passes of utilities, votes, and what follows.</summary>
internal sealed class Floor
{
    private static readonly Purpose Vote = Purpose.Of("vote");
    private readonly World _w;
    private readonly Motive[] _atOnce;
    private readonly Motive[] _withForecast;
    private readonly double[] _utility;
    private readonly double[] _yes;
    private readonly double[] _most;
    private readonly double[] _mostYes;
    private readonly double[] _alone = new double[1];
    private readonly bool[] _votedYes;
    private readonly int[] _saidYes;
    private readonly ulong[] _keys;
    private readonly double[] _lots;
    private int _needed;

    // P(carried) by the votes alone, and the chance that nobody stops what they carry.
    private double _carried;
    private double _passes = 1;

    // The one among the voters who does not vote unless there is a tie; -1 if there is none.
    private int _silent = -1;

    public Floor(World world)
    {
        _w = world;
        var most = world.Voters.Most;
        _utility = new double[most];
        _yes = new double[most];
        _most = new double[most];
        _mostYes = new double[most];
        _votedYes = new bool[most];
        _saidYes = new int[most];
        _keys = new ulong[most];
        _lots = new double[most];
        _atOnce = Array.FindAll(world.C.Motives, m => !m.NeedsForecast);
        _withForecast = Array.FindAll(world.C.Motives, m => m.NeedsForecast);
    }

    /// <summary>P(carried, and not stopped) of the motion that was weighed last.</summary>
    public double Forecast { get; private set; }

    private CompiledScenario C => _w.C;
    private int Count => _w.Voters.Count;

    /// <summary>
    /// P(carried, and stopped by nobody who may) as everyone can foresee it; the probabilities of each voter stay in place for <see cref="Put"/>.
    /// </summary>
    public double Weigh(in Move move, Power? power) => WeighAbove(0, move, power);

    /// <summary>The same where only what is above some likelihood matters: where it soon shows that this is not, 0, and nothing may be put.</summary>
    public double WeighAbove(double least, in Move move, Power? power)
    {
        Foresee(move, power);
        return WeighVotes(move, power, least);
    }

    /// <summary>P(carried) as everyone can foresee it where nobody is reckoned with who might stop it.</summary>
    public double WeighUnhindered(in Move move, Power? power)
    {
        _passes = 1;
        return WeighVotes(move, power, 0);
    }

    private double WeighVotes(in Move move, Power? power, double least)
    {
        Open(move);
        _w.Stakes.Prepare(move, power);
        return WeighPrepared(move, Count, least);
    }

    // False if nobody may stop it; else others have been gathered in between.
    private bool Foresee(in Move move, Power? power)
    {
        _passes = 1;
        if (!_w.Vetoes.MayStop(move, power))
            return false;
        _passes = _w.Vetoes.Passes(move, power);
        return true;
    }

    /// <summary>Weighs a motion once more, after something was promised to one of its voters.</summary>
    public double WeighAgain(in Move move, Power? power)
    {
        _w.Stakes.Prepare(move, power);
        return WeighPrepared(move, Count);
    }

    /// <summary>How much its setter would like to have moved this: Q dU + (1-Q) times what losing would cost him; 0 if he would not gain.</summary>
    public double Score(in Move move, Power power, int setter, bool anything = false)
    {
        var at = Consider(move, power, setter);
        var gain = Alone(_atOnce, move, at);
        if (gain <= 0 && !anything)
            return 0;
        if (Foresee(move, power))
            at = Consider(move, power, setter);
        var q = WeighPrepared(move, Math.Max(Count, at + 1));
        Forecast = 0;
        var cost = Alone(_withForecast, move, at);
        Forecast = q;
        return (q * gain) + ((1 - q) * Math.Min(0, cost));
    }

    private int Consider(in Move move, Power power, int setter)
    {
        _w.Voters.Gather(move.By.Body.Index);
        var at = _w.Voters.Seat(setter);
        Open(move);
        _w.Stakes.Prepare(move, power);
        return at;
    }

    /// <summary>What a motion that is likely so much to be carried is worth to one person, voter or not, in log-odds.</summary>
    public double Gain(in Move move, Power? power, int person, double carried)
    {
        Forecast = carried;
        var at = _w.Voters.Seat(person);
        _w.Stakes.Prepare(move, power);
        return Alone(_atOnce, move, at) + Alone(_withForecast, move, at);
    }

    /// <summary>How many of a body say yes to a motion that would be put elsewhere, each by his own lot.</summary>
    public int Support(in Move move, Power power, OrganId of, ulong content)
    {
        var asked = move with { By = new Decision(of, Majority.Simple, Open: true) };
        WeighUnhindered(asked, power);
        CountVotes(asked, content, out var yes, out _);
        return yes;
    }

    private void Open(in Move move)
    {
        _w.Voters.Gather(move.By.Body.Index);
        _w.Voters.Rows.Promises.Clear();
        _w.Sides.Take(move);
    }

    private double WeighPrepared(in Move move, int length, double least = 0)
    {
        var utility = _utility.AsSpan(0, length);
        var yes = _yes.AsSpan(0, Count);
        _w.Voters.Rows.Look(0, length);
        utility.Clear();
        Add(_atOnce, move, 0, utility);
        StableMath.Logistic(utility[..Count], yes);
        var bounded = least > 0 && IsBounded(move.By);
        if (_withForecast.Length > 0)
        {
            if (bounded && IsOutOfReach(least, move, utility))
                return Forecast = 0;
            Forecast = _passes * Tail(yes, move.By);
            Add(_withForecast, move, 0, utility);
            StableMath.Logistic(utility[..Count], yes);
        }
        _carried = bounded && PoissonBinomial.Bound(yes, _w.Voters.Needed(move.By)) <= least ? 0 : Tail(yes, move.By);
        return Forecast = _passes * _carried;
    }

    // Whether P(carried) is worked out exactly and grows with the forecast, so that what bounds the one bounds the other.
    private bool IsBounded(in Decision by)
    {
        foreach (var motive in _withForecast)
        {
            if (!motive.RisesWithForecast(_w.Scene))
                return false;
        }
        return Count <= PoissonBinomial.ExactUpTo && _w.Voters.Present == Count && _w.CastingVotes.PlaceIn(by) < 0;
    }

    // Foreseen as likelier than it is, a motion only gains: where that is not enough, no exact forecast is needed to know it.
    private bool IsOutOfReach(double least, in Move move, ReadOnlySpan<double> utility)
    {
        var needed = _w.Voters.Needed(move.By);
        var most = _most.AsSpan(0, utility.Length);
        var yes = _mostYes.AsSpan(0, Count);
        Forecast = PoissonBinomial.Bound(_yes.AsSpan(0, Count), needed);
        utility.CopyTo(most);
        Add(_withForecast, move, 0, most);
        StableMath.Logistic(most[..Count], yes);
        return PoissonBinomial.Bound(yes, needed) <= least;
    }

    // The sum of some motives for one voter alone.
    private double Alone(Motive[] motives, in Move move, int voter)
    {
        _w.Voters.Rows.Look(voter, 1);
        _alone[0] = 0;
        Add(motives, move, voter, _alone);
        return _alone[0];
    }

    private void Add(Motive[] motives, in Move move, int from, Span<double> utility)
    {
        var voters = _w.Voters.First(from + utility.Length)[from..];
        foreach (var motive in motives)
            motive.Add(_w.Scene, move, voters, utility);
    }

    private double Tail(ReadOnlySpan<double> yes, in Decision by)
    {
        if (_w.CastingVotes.PlaceIn(by) is >= 0 and var casting)
            return _w.CastingVotes.Forecast(yes, casting);
        var needed = _w.Voters.Needed(by);
        return _w.Voters.Present > Count ? PoissonBinomial.AtLeast(_w.Voters.Weights, yes, needed) : PoissonBinomial.AtLeast(yes, needed);
    }

    /// <summary>Of those who would rather vote no, may take a seat and were promised none, the one nearest to a yes; -1 if there is none.</summary>
    public int NearestToYes(in Move move, int organ)
    {
        var best = -1;
        for (var v = 0; v < Count; v++)
        {
            var person = _w.Voters[v];
            if (
                _yes[v] >= 0.5
                || _w.Voters.Weights[v] != 1
                || _w.Voters.Rows.Promises[v] > 0
                || person == move.Sponsor
                || _w.HeadOf(person) >= 0
            )
                continue;
            if (person != move.Target && (best < 0 || _yes[v] > _yes[best]) && _w.Candidates.Eligible(person.Index, organ))
                best = v;
        }
        return best;
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
        _w.Promises.Buy(move, power, Weigh(move, power));
        var carried = CountVotes(move, ContentKey(move), out var yes, out var no);
        _w.Editor.Note(Noted.Voted, ContentKey(move), ((ulong)yes << 32) | (uint)no);
        _w.Editor.Tell(
            new TraceEntry(
                new Turn(_w.Turn),
                TraceKind.Voted,
                move.Target,
                move.Sponsor,
                move.By.Body,
                move.Clause,
                carried ? 1 : 0,
                _carried,
                yes,
                no
            )
            {
                Second = move.Second,
                Third = move.Third,
                Move = move,
                Needed = _needed,
                Roll = _w.Trace is null ? null : CallRoll(),
            }
        );
        if (move.Kind == MoveKind.Removal && !move.Sponsor.IsNone)
            Remember(move);
        carried = carried && !_w.Vetoes.Stop(move, power, _carried);
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
        new([
            .. Enumerable
                .Range(0, Count)
                .Select(v => new RollLine(_w.Voters[v], _saidYes[v], v == _silent ? 0 : _w.Voters.Weights[v] - _saidYes[v])),
        ]);

    private bool CountVotes(in Move move, ulong content, out int yes, out int no)
    {
        yes = 0;
        var weights = _w.Voters.Weights;
        var keys = _keys.AsSpan(0, Count);
        var lots = _lots.AsSpan(0, Count);
        for (var v = 0; v < Count; v++)
            keys[v] = C.PersonKey[_w.Voters[v].Index];
        _w.Chance.Units(Vote, keys, _w.Moment, content, lots);
        for (var v = 0; v < Count; v++)
        {
            if (weights[v] == 1)
            {
                _votedYes[v] = lots[v] < _yes[v];
                _saidYes[v] = _votedYes[v] ? 1 : 0;
            }
            else
            {
                _saidYes[v] = _w.Chance.Binomial(weights[v], _yes[v], Vote, keys[v], _w.Moment, content);
                _votedYes[v] = false;
            }
            yes += _saidYes[v];
        }
        no = _w.Voters.Present - yes;
        (_needed, _silent) = (_w.Voters.Needed(move.By), -1);
        if (_w.CastingVotes.PlaceIn(move.By) is >= 0 and var casting)
        {
            _needed = _w.CastingVotes.Needed(_votedYes[casting], ref yes, ref no, out var counted);
            if (!counted)
                (_silent, _saidYes[casting], _votedYes[casting]) = (casting, 0, false);
        }
        for (var v = 0; v < Count; v++)
        {
            if (v != _silent)
                _w.Divisions.Note(_w.Voters[v].Index, _votedYes[v], yes, _needed);
        }
        return _w.Voters.Present > 0 && yes >= _needed;
    }

    /// <summary>
    /// A vote without a motion's consequences; chance addresses it by its content. Without a power, nobody's standing hangs on the question but a
    /// sponsor's.
    /// </summary>
    public bool Agree(in Move move, ulong content, Power? power = null)
    {
        WeighUnhindered(move, power);
        return CountVotes(move, content, out _, out _);
    }

    private void Remember(in Move move)
    {
        var ties = _w.TieBook;
        var count = Count;
        foreach (var target in (ReadOnlySpan<PersonId>)[move.Target, move.Second, move.Third])
        {
            if (target.IsNone)
                continue;
            ties.After(new Deed(DeedKind.Attacked, target, move.Sponsor, 1));
            for (var v = 0; v < count; v++)
            {
                if (_votedYes[v] && _w.Voters[v] != target)
                    ties.After(new Deed(DeedKind.VotedAgainst, _w.Voters[v], target, 1));
            }
        }
    }

    private ulong PersonKey(PersonId person) => person.IsNone ? 0 : C.PersonKey[person.Index];
}
