using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>What happens to those sitting when a term has ended: they are confirmed one by one, or a new list leaves some of them out.</summary>
internal sealed class Renewals
{
    private static readonly Purpose Opening = Purpose.Of("opening");
    private readonly World _w;
    private readonly Unseating[] _unseatings;
    private readonly int[] _sitting;
    private readonly double[] _merit;
    private readonly double[] _support;
    private readonly ulong[] _tie;

    public Renewals(World world)
    {
        _w = world;
        var most = Math.Max(1, world.C.Seats);
        _sitting = new int[most];
        _merit = new double[most];
        _support = new double[most];
        _tie = new ulong[most];
        _unseatings =
        [
            .. Enumerable
                .Range(0, world.C.Seats)
                .Select(k => new Unseating(new Seat(new OrganId(world.C.SeatOrgan[k]), k - world.C.SeatOffset[world.C.SeatOrgan[k]]))),
        ];
    }

    private CompiledScenario C => _w.C;

    /// <summary>Renews an organ whose term has ended, its electors being met.</summary>
    public void Renew(int organ, CompiledRule rule)
    {
        var selection = rule.Selection!;
        var before = _w.Trace?.Count ?? 0;
        if (C.Organs[organ].Counted)
        {
            _w.BallotBox.Send(organ, rule);
            _w.Renewed[organ] = true;
            return;
        }
        _w.Service.EndTerm(organ, selection.Electors?.Index ?? organ);
        if (_w.Rotation.MeetingOf(organ) is not null || !_w.BallotBox.Recount(organ, rule))
        {
            if (selection.ConfirmsSitting)
                ConfirmSitting(organ, rule, selection);
            else
                OpenSome(organ, rule);
            KeepCredit(organ, rule);
            _w.BallotBox.FillEmpty(organ, rule);
        }
        _w.Service.BeginTerm(organ);
        _w.Renewed[organ] = true;
        _w.Electorates.Renewed(organ);
        _w.Editor.Note(Noted.Renewed, C.Organs[organ].Key, (ulong)_w.Size[organ]);
        var changed = 0;
        for (var i = before; i < (_w.Trace?.Count ?? 0); i++)
            changed += _w.Trace![i].Kind == TraceKind.Placed && _w.Trace[i].Organ.Index == organ ? 1 : 0;
        _w.Editor.Tell(
            new TraceEntry(new Turn(_w.Turn), TraceKind.Renewed, PersonId.None, PersonId.None, new OrganId(organ), rule.Clause, changed)
        );
    }

    /// <summary>Credits whoever draws up the list of an organ with a recorded placing.</summary>
    public void CreditListed(int person, int organ)
    {
        var (maker, share, provision) = ListMaker(organ);
        if (maker < 0 || maker >= C.People || C.HeadOf[maker] < 0 || share <= 0 || maker == person)
            return;
        _w.Use(provision);
        _w.TieBook.After(
            new Deed(DeedKind.Placed, new PersonId(person), new PersonId(maker), _w.Scene[C.Scenario.Constants.ListCredit] * share)
        );
    }

    // Whoever sets the electors' agenda may speak against a contender who sits, if he would gain by it: then they vote whether he
    // goes. Unopposed, those sitting are confirmed without a division.
    private void ConfirmSitting(int organ, CompiledRule rule, SelectionRule selection)
    {
        var electors = selection.Electors ?? new OrganId(organ);
        var decision = _w.DecisionOf(selection, electors) with { Majority = Majority.Simple };
        var setter = Motions.Setter(_w, electors.Index, index: 0);
        var n = Standing(organ);
        for (var i = 0; i < n; i++)
        {
            var seat = _sitting[i];
            if (_w.Holder[seat] is not (>= 0 and var person))
                continue;
            var move = new Move(rule.Clause, rule.Number, setter, new PersonId(person), organ, seat - C.SeatOffset[organ], decision)
            {
                Kind = MoveKind.Removal,
                Bias = -0.5,
            };
            var unseating = _unseatings[seat];
            var opposed =
                !setter.IsNone && setter.Index != person && IsContender(person) && _w.Floor.Score(move, unseating, setter.Index) > 0;
            if (StillEntitled(person, organ) && !(opposed && _w.Floor.Put(move, unseating)))
                continue;
            if (_w.Holder[seat] == person)
                _w.Editor.Vacate(_w.Editor.AsSeat(seat));
        }
    }

    private bool IsContender(int person) => person < C.People && C.HeadOf[person] is >= 0 and var h && h < C.Contenders;

    /// <summary>Whoever has lost the seat from which alone an organ may be filled is not confirmed in it.</summary>
    public bool StillEntitled(int person, int organ)
    {
        if (!C.Organs[organ].Closed || C.Organs[organ].Pool.IsEmpty)
            return true;
        foreach (var pool in C.Organs[organ].Pool)
        {
            if (_w.Sits(person, pool.Index))
                return true;
        }
        return false;
    }

    // A list starts from those sitting; a share tau of their seats is opened against them, those least loyal to the list's maker first.
    private void OpenSome(int organ, CompiledRule rule)
    {
        var n = Standing(organ);
        var tau = _w.Scene[C.Scenario.Pace.Opened];
        var key = C.Organs[organ].Key;
        var open = (int)((tau * n) + _w.Chance.Unit(Opening, key, _w.Moment));
        var (maker, share, provision) = ListMaker(organ);
        var electors = rule.Selection!.Electors?.Index ?? organ;
        if (open == 0)
            return;
        _w.Electorates.Muster(electors);
        for (var i = 0; i < n; i++)
        {
            var person = _w.Holder[_sitting[i]];
            (_merit[i], _support[i]) = (Favour(person, maker), _w.Electorates.Support(person));
            _tie[i] = Key.Mix(C.PersonKey[person], Key.Mix(key, (ulong)_w.Moment));
            if (person == maker)
                _merit[i] = _support[i] = double.PositiveInfinity;
        }
        var heads = 0;
        for (var i = 0; i < open && n > 0; i++)
        {
            var byList = provision >= 0 && share > 0 && _w.Decides(provision, Key.Mix(key, (ulong)i));
            var merit = byList ? _merit : _support;
            var at = -1;
            var least = double.PositiveInfinity;
            for (var s = 0; s < n; s++)
            {
                if (merit[s] < least || (merit[s] == least && at >= 0 && _tie[s] < _tie[at]))
                    (at, least) = (s, merit[s]);
            }
            if (at < 0)
                break;
            var dropped = _w.Holder[_sitting[at]];
            if (!byList || !IsContender(dropped) || (heads++ < 3 && Ratified(organ, rule, maker, dropped)))
                _w.Editor.Vacate(_w.Editor.AsSeat(_sitting[at]));
            n--;
            (_sitting[at], _merit[at], _support[at], _tie[at]) = (_sitting[n], _merit[n], _support[n], _tie[n]);
        }
        double Favour(int person, int by)
        {
            var h = by >= 0 && by < C.People ? C.HeadOf[by] : -1;
            return h < 0 ? 0 : _w.LoyaltyTo(person, h) - _w.Hostility[(person * _w.Heads) + h];
        }
    }

    // A list that drops a contender is voted on: the electors may send it back to open nominations.
    private bool Ratified(int organ, CompiledRule rule, int maker, int dropped)
    {
        var electors = rule.Selection!.Electors ?? new OrganId(organ);
        var decision = _w.DecisionOf(rule.Rule, electors) with { Majority = Majority.Simple };
        var move = new Move(rule.Clause, rule.Number, Editor.AsPerson(maker), new PersonId(dropped), organ, 0, decision)
        {
            Kind = MoveKind.Removal,
            Bias = -0.5,
        };
        return _w.Floor.Put(move, _unseatings[_w.Editor.SeatOf(dropped, organ)]);
    }

    private (int Maker, double Share, int Provision) ListMaker(int organ)
    {
        if (C.Holds(Hold.List, organ) is not [var list, ..])
            return (-1, 0, -1);
        return (_w.ActorOf(list.From), _w.ShareNow[list.Provision], list.Provision);
    }

    // Those sitting whose turn it is to stand again.
    private int Standing(int organ) => _w.Rotation.Retiring(organ, _sitting.AsSpan(0, Sitting(organ)));

    private int Sitting(int organ)
    {
        var n = 0;
        for (var k = 0; k < Math.Min(_w.Size[organ], C.SeatsOf(organ)); k++)
        {
            if (_w.Holder[C.SeatOffset[organ] + k] >= 0)
                _sitting[n++] = C.SeatOffset[organ] + k;
        }
        return n;
    }

    // Those who keep their seats at a renewal owe it to whoever could have dropped them.
    private void KeepCredit(int organ, CompiledRule rule)
    {
        var (maker, share, provision) = ListMaker(organ);
        if (maker < 0 || share <= 0)
            return;
        var head = maker < C.People ? C.HeadOf[maker] : -1;
        if (head < 0)
            return;
        _w.Use(provision);
        var n = Sitting(organ);
        for (var i = 0; i < n; i++)
            _w.TieBook.After(
                new Deed(
                    DeedKind.Renewed,
                    new PersonId(_w.Holder[_sitting[i]]),
                    C.Heads[head],
                    _w.Scene[C.Scenario.Constants.ListCredit] * share
                )
            );
    }
}
