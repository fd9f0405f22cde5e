using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Fills seats: by a head, by electors, by branches, by lot. Electors vote as classes of those who follow the same head.</summary>
internal sealed class BallotBox : Ballot
{
    private const int SmallPool = 8;
    private const double FreeFollowing = 0.5;
    private static readonly Purpose Pick = Purpose.Of("candidate");
    private static readonly Purpose Choice = Purpose.Of("choice");
    private static readonly Purpose Poll = Purpose.Of("poll");
    private static readonly Purpose LotDraw = Purpose.Of("lot");
    private static readonly Purpose Delegates = Purpose.Of("delegates");
    private static readonly Purpose Opening = Purpose.Of("opening");
    private static readonly Purpose First = Purpose.Of("first holder");
    private readonly World _w;
    private readonly Seat[] _open;
    private readonly Seat[] _other;
    private readonly PersonId[] _candidates = new PersonId[SmallPool];
    private readonly ulong[] _keys = new ulong[SmallPool];
    private readonly double[] _utility = new double[SmallPool];
    private readonly PersonId[] _choosers;
    private readonly double[] _shares;
    private readonly double[] _votes = new double[SmallPool];
    private readonly double[] _spread = new double[SmallPool];
    private readonly double[] _largest = new double[SmallPool];
    private readonly int[] _largestHead = new int[SmallPool];
    private readonly int[] _classCount;
    private readonly Unseating[] _unseatings;
    private readonly int[] _sitting;
    private readonly double[] _merit;
    private readonly double[] _support;
    private readonly ulong[] _tie;
    private readonly int[] _classesAt;
    private int _openCount;
    private int _creditHead = -1;
    private double _credit;
    private bool _capture;
    private PersonId _captured;
    private Rule? _rule;
    private int[]? _bound;
    private Rule? _fallback;
    private Seat _fallbackSeat;

    public BallotBox(World world)
    {
        _w = world;
        var most = Math.Max(1, world.C.Seats);
        _open = new Seat[most];
        _other = new Seat[most];
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
        _classCount = new int[2 * (world.C.Heads.Length + 1)];
        _choosers = new PersonId[_classCount.Length];
        _shares = new double[_classCount.Length * SmallPool];
        _classesAt = new int[world.C.Organs.Length];
    }

    public override ReadOnlySpan<Seat> Open => _open.AsSpan(0, _openCount);
    public override Situation Now => _w.Scene;

    private CompiledScenario C => _w.C;
    private int HeadsAndNone => _w.Heads + 1;

    public void Reset() => Array.Fill(_classesAt, -1);

    /// <summary>Fills seats by a rule where it decides and by its reference elsewhere.</summary>
    public void Fill(CompiledRule rule, ReadOnlySpan<Seat> seats)
    {
        var other = 0;
        _openCount = 0;
        foreach (var seat in seats)
        {
            if (rule.Provision < 0 || _w.Decides(rule.Provision, C.SeatKey[_w.Editor.Flat(seat)]))
                _open[_openCount++] = seat;
            else
                _other[other++] = seat;
        }
        _rule = rule.Rule;
        _w.Editor.Means = rule.Clause;
        if (_openCount > 0)
            ((SelectionRule)rule.Rule).Fill(this);
        _w.Editor.Means = default;
        if (other > 0 && _w.ReferenceOf(rule.Provision) is SelectionRule reference)
        {
            _other.AsSpan(0, other).CopyTo(_open);
            _openCount = other;
            _rule = reference;
            reference.Fill(this);
        }
        _rule = null;
    }

    public override bool Decides(Provision tail, Seat seat)
    {
        var index = C.ProvisionOf(tail);
        if (index < 0 || _w.Decides(index, C.SeatKey[_w.Editor.Flat(seat)]))
            return true;
        if (_w.ReferenceOf(index) is { } reference)
            (_fallback, _fallbackSeat) = (reference, seat);
        return false;
    }

    public override PersonId Named(OrganId by, Seat seat)
    {
        var maker = _w.ActorOf(by.Index);
        if (maker < 0 || !_w.IsActive(maker))
            return PersonId.None;
        var n = FindCandidates(seat);
        if (n == 0)
            return PersonId.None;
        var utility = _utility.AsSpan(0, n);
        utility.Clear();
        foreach (var criterion in C.Criteria)
        {
            if (criterion.ForMakers)
                criterion.Add(_w.Scene, [new PersonId(maker)], seat, _candidates.AsSpan(0, n), utility);
        }
        var winner = Best(seat, n);
        _credit = C.Organs[by.Index].IsOffice || C.HeadOffice[by.Index] < 0 ? 1 : _w.Scene[C.Scenario.Constants.ListCredit];
        PassCredit(maker);
        return winner;
    }

    public override PersonId Voted(OrganId by, Seat seat, Method method)
    {
        var fallback = _fallbackSeat == seat && !_capture ? _fallback : null;
        _fallback = null;
        if (fallback is SelectionRule instead)
            return Captured(instead, seat);
        if (_classesAt[by.Index] != _w.Turn)
            SortElectors(by.Index);
        _w.ClassCount.AsSpan(by.Index * _classCount.Length, _classCount.Length).CopyTo(_classCount);
        return PollOf(C.ClassOffset[by.Index], seat, method);
    }

    public override PersonId ChosenByBranch(Seat seat)
    {
        var branch = seat.Number;
        var organ = seat.Organ.Index;
        Array.Clear(_classCount);
        var rest = 1000;
        for (var h = 0; h < _w.Heads; h++)
        {
            var n = branch < _w.BranchMembers.Length ? (int)(1000 * _w.Leaning[(branch * _w.Heads) + h]) : 0;
            n = Math.Min(n, rest);
            _classCount[HeadsAndNone + h] = n;
            rest -= n;
            FollowFreely(C.ClassOffset[organ] + HeadsAndNone + h, h);
        }
        _classCount[HeadsAndNone + _w.Heads] = rest;
        FollowFreely(C.ClassOffset[organ] + HeadsAndNone + _w.Heads, -1);
        return PollOf(C.ClassOffset[organ], seat, Method.Plurality);
    }

    public override PersonId Lot(Seat seat)
    {
        _creditHead = -1;
        BoundBy(seat);
        var table = TableSize(seat.Organ.Index);
        var key = C.SeatKey[_w.Editor.Flat(seat)];
        for (var j = 0; j < 40; j++)
        {
            var person = AtTable(seat.Organ.Index, _w.Chance.Below(table, LotDraw, key, _w.Month, (ulong)j));
            if (person >= 0 && Eligible(person, seat.Organ.Index))
                return new PersonId(person);
        }
        return PersonId.None;
    }

    public override PersonId Senior(OrganId body, Seat seat)
    {
        _creditHead = -1;
        var best = -1;
        var since = int.MaxValue;
        var lot = 0.0;
        for (var k = 0; k < C.SeatsOf(body.Index); k++)
        {
            var from = C.SeatOffset[body.Index] + k;
            var person = _w.Holder[from];
            if (person < 0 || _w.SeatSince[from] > since || !Eligible(person, seat.Organ.Index))
                continue;
            var own = _w.Chance.Unit(LotDraw, C.PersonKey[person], _w.Month, C.SeatKey[_w.Editor.Flat(seat)]);
            if (_w.SeatSince[from] < since || own < lot)
                (best, since, lot) = (person, _w.SeatSince[from], own);
        }
        return Editor.AsPerson(best);
    }

    public override bool Agrees(Decision by, Seat seat, PersonId person)
    {
        if (person.IsNone)
            return false;
        var (credit, head) = (_credit, _creditHead);
        var sponsor = head < 0 ? PersonId.None : C.Heads[head];
        var question = new Move(new ClauseId(""), 0, sponsor, PersonId.None, seat.Organ.Index, 0, by);
        var agreed = _w.Floor.Agree(question, Key.Mix(C.SeatKey[_w.Editor.Flat(seat)], C.PersonKey[person.Index]));
        (_credit, _creditHead) = (credit, head);
        return agreed;
    }

    public override void Take(Seat seat, PersonId winner)
    {
        if (_capture)
        {
            _captured = winner;
            return;
        }
        if (winner.IsNone)
            return;
        _w.Editor.Hand = _creditHead < 0 ? -1 : C.Heads[_creditHead].Index;
        _w.Editor.Place(winner, seat);
        _w.Editor.Hand = -1;
        if (_creditHead >= 0)
            _w.TieBook.After(new Deed(DeedKind.Placed, winner, C.Heads[_creditHead], _credit));
        _creditHead = -1;
    }

    public override void Delegate(OrganId leaders, OrganId body, Provision by, bool byLot)
    {
        var o = body.Index;
        var provision = C.ProvisionOf(by);
        var share = provision < 0 ? 1 : _w.ShareNow[provision];
        if (share > 0)
            _w.Use(provision);
        var counts = _w.ClassCount.AsSpan(o * _classCount.Length, _classCount.Length);
        counts.Clear();
        var all = 0.0;
        foreach (var m in _w.BranchMembers)
            all += m;
        double reached = 0;
        var sent = 0;
        var at = C.ClassOffset[o];
        for (var k = 0; k < _classCount.Length; k++)
            FollowFreely(at + k, k % HeadsAndNone < _w.Heads ? k % HeadsAndNone : -1);
        Span<double> strength = stackalloc double[_w.Heads];
        strength.Clear();
        for (var b = 0; b < _w.BranchMembers.Length; b++)
        {
            reached += _w.BranchMembers[b];
            var n = (int)Math.Round(_w.Size[o] * reached / all) - sent;
            sent += n;
            var key = C.Scenario.Cast.Branches[b].Key;
            var leader = b < C.SeatsOf(leaders.Index) ? _w.Holder[C.SeatOffset[leaders.Index] + b] : -1;
            var led = leader < 0 || byLot ? 0 : _w.Chance.Binomial(n, share, Delegates, key, _w.Month);
            if (led > 0)
            {
                var h = _w.PatronOf(leader);
                counts[h < 0 ? _w.Heads : h] += led;
                if (h >= 0)
                    strength[h] += led * _w.LoyaltyTo(leader, h);
            }
            var rest = n - led;
            for (var h = 0; h < _w.Heads && rest > 0; h++)
            {
                var lean = _w.Leaning[(b * _w.Heads) + h];
                if (lean <= 0)
                    continue;
                var k = _w.Chance.Binomial(rest, Math.Min(1, lean), Delegates, key, _w.Month, (ulong)h + 1);
                counts[HeadsAndNone + h] += k;
                rest -= k;
            }
            counts[HeadsAndNone + _w.Heads] += rest;
        }
        for (var h = 0; h < _w.Heads; h++)
        {
            if (counts[h] > 0)
                (_w.Loyalty[((at + h) * _w.Heads) + h], _w.TiedTo[at + h]) = (strength[h] / counts[h], 1u << h);
        }
        for (var k = 0; k < counts.Length; k++)
            _w.Fingerprint.Add((ulong)counts[k]);
        _classesAt[o] = _w.Turn;
        _w.Seating++;
        if (_w.Trace is not null)
            TellDelegates(body, counts);
    }

    private void TellDelegates(OrganId body, ReadOnlySpan<int> counts)
    {
        var turn = new Turn(_w.Turn);
        _w.Editor.Tell(new TraceEntry(turn, TraceKind.Met, PersonId.None, PersonId.None, body, default, _w.Size[body.Index]));
        for (var h = 0; h < HeadsAndNone; h++)
        {
            var (led, free) = (counts[h], counts[HeadsAndNone + h]);
            if (led + free > 0)
                _w.Editor.Tell(
                    new TraceEntry(
                        turn,
                        TraceKind.Sent,
                        h < _w.Heads ? C.Heads[h] : PersonId.None,
                        PersonId.None,
                        body,
                        default,
                        led + free,
                        0,
                        led,
                        free
                    )
                );
        }
    }

    /// <summary>Renews an organ whose term has ended, its electors being met.</summary>
    public void Renew(int organ, CompiledRule rule)
    {
        var selection = (SelectionRule)rule.Rule;
        var before = _w.Trace?.Count ?? 0;
        if (C.Organs[organ].Counted)
        {
            SendDelegates(organ, rule);
            _w.Renewed[organ] = true;
            return;
        }
        if (selection.ConfirmsSitting)
            ConfirmSitting(organ, rule, selection);
        else
            OpenSome(organ, rule);
        KeepCredit(organ, rule);
        FillEmpty(organ, rule);
        _w.Renewed[organ] = true;
        _classesAt[organ] = -1;
        _w.Editor.Note(11, C.Organs[organ].Key, (ulong)_w.Size[organ]);
        var changed = 0;
        for (var i = before; i < (_w.Trace?.Count ?? 0); i++)
            changed += _w.Trace![i].Kind == TraceKind.Placed && _w.Trace[i].Organ.Index == organ ? 1 : 0;
        _w.Editor.Tell(
            new TraceEntry(new Turn(_w.Turn), TraceKind.Renewed, PersonId.None, PersonId.None, new OrganId(organ), rule.Clause, changed)
        );
    }

    // The share of a delegation is the part of each branch's delegates that follows its leader, so it is not drawn as a whole.
    private void SendDelegates(int organ, CompiledRule rule)
    {
        _open[0] = new Seat(new OrganId(organ), 0);
        _openCount = 1;
        var struck = rule.Provision >= 0 && _w.ShareNow[rule.Provision] <= 0;
        var selection = struck && _w.ReferenceOf(rule.Provision) is SelectionRule reference ? reference : (SelectionRule)rule.Rule;
        selection.Fill(this);
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

    /// <summary>Fills the empty seats of an organ by a rule.</summary>
    public void FillEmpty(int organ, CompiledRule rule)
    {
        var n = 0;
        var size = Math.Min(_w.Size[organ], C.SeatsOf(organ));
        Span<Seat> empty = stackalloc Seat[Math.Min(size, 2048)];
        for (var k = 0; k < empty.Length; k++)
        {
            if (_w.Holder[C.SeatOffset[organ] + k] < 0)
                empty[n++] = new Seat(new OrganId(organ), k);
        }
        if (n > 0)
            Fill(rule, empty[..n]);
    }

    /// <summary>Seats a cadre by lot on the first day.</summary>
    public void SeatAnyone(int seat)
    {
        if (C.Cadres == 0)
            return;
        var organ = C.SeatOrgan[seat];
        for (var j = 0; j < 40; j++)
        {
            var person = C.People + _w.Chance.Below(C.Cadres, First, C.SeatKey[seat], 0, (ulong)j);
            if (!Eligible(person, organ))
                continue;
            _w.Editor.Place(new PersonId(person), _w.Editor.AsSeat(seat));
            return;
        }
    }

    public bool Eligible(int person, int organ)
    {
        if (!_w.IsActive(person) || _w.Sits(person, organ))
            return false;
        foreach (var (limit, provision) in C.LimitsOn[organ])
        {
            if (
                !limit.Allows(_w.Scene, new PersonId(person), new OrganId(organ))
                && _w.Decides(provision, Key.Mix(C.PersonKey[person], C.Organs[organ].Key))
            )
                return false;
        }
        return true;
    }

    // Whoever sets the electors' agenda may speak against a contender who sits, if he would gain by it: then they vote whether he
    // goes. Unopposed, those sitting are confirmed without a division.
    private void ConfirmSitting(int organ, CompiledRule rule, SelectionRule selection)
    {
        var electors = selection.Electors ?? new OrganId(organ);
        var decision = _w.DecisionOf(selection, electors) with { Majority = Majority.Simple };
        var setter = Motions.Setter(_w, electors.Index, index: 0);
        var n = Sitting(organ);
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

    // Whoever has lost the seat from which alone this organ may be filled is not confirmed in it.
    private bool StillEntitled(int person, int organ)
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
        var n = Sitting(organ);
        var tau = _w.Scene[C.Scenario.Pace.Opened];
        var key = C.Organs[organ].Key;
        var open = (int)((tau * n) + _w.Chance.Unit(Opening, key, _w.Month));
        var (maker, share, provision) = ListMaker(organ);
        var electors = ((SelectionRule)rule.Rule).Electors?.Index ?? organ;
        if (open > 0 && _classesAt[electors] != _w.Turn)
            SortElectors(electors);
        if (open == 0)
            return;
        for (var i = 0; i < n; i++)
        {
            var person = _w.Holder[_sitting[i]];
            (_merit[i], _support[i]) = (Favour(person, maker), Support(person, electors));
            _tie[i] = Key.Mix(C.PersonKey[person], Key.Mix(key, (ulong)_w.Month));
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
        var electors = ((SelectionRule)rule.Rule).Electors ?? new OrganId(organ);
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

    // How much the electors would miss a sitting member: their loyalties to him or to his head, and his esteem.
    private double Support(int person, int electors)
    {
        var sum = _w.TraitOf(person, Trait.Prestige);
        double all = 0,
            ties = 0;
        var heads = _w.TiedTo[person];
        if (heads == 0)
            return sum;
        for (var k = 0; k < _classCount.Length; k++)
        {
            var n = _w.ClassCount[(electors * _classCount.Length) + k];
            if (n == 0)
                continue;
            all += n;
            for (var left = heads; left != 0; left &= left - 1)
            {
                var h = System.Numerics.BitOperations.TrailingZeroCount(left);
                ties += n * _w.LoyaltyTo(C.ClassOffset[electors] + k, h) * _w.LoyaltyTo(person, h);
            }
        }
        return all == 0 ? sum : sum + (ties / all);
    }

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

    private PersonId Captured(SelectionRule rule, Seat seat)
    {
        var (kept, first) = (_openCount, _open[0]);
        _open[0] = seat;
        _openCount = 1;
        _capture = true;
        _captured = PersonId.None;
        rule.Fill(this);
        _capture = false;
        _open[0] = first;
        _openCount = kept;
        return _captured;
    }

    private PersonId PollOf(int classes, Seat seat, Method method)
    {
        var n = FindCandidates(seat);
        if (n == 0)
            return PersonId.None;
        var electors = 0;
        _votes.AsSpan(0, n).Clear();
        _spread.AsSpan(0, n).Clear();
        _largest.AsSpan(0, n).Clear();
        _largestHead.AsSpan(0, n).Fill(-1);
        var choosers = Choosers(classes);
        Share(choosers, seat, n);
        for (var i = 0; i < choosers.Length; i++)
        {
            var k = choosers[i].Index - classes;
            electors += _classCount[k];
            for (var c = 0; c < n; c++)
            {
                var share = _shares[(i * n) + c];
                var expected = _classCount[k] * share;
                _votes[c] += expected;
                _spread[c] += expected * (1 - share);
                if (expected > _largest[c])
                {
                    _largest[c] = expected;
                    _largestHead[c] = k % HeadsAndNone < _w.Heads ? k % HeadsAndNone : -1;
                }
            }
        }
        if (electors == 0)
            return PersonId.None;
        var key = C.SeatKey[_w.Editor.Flat(seat)];
        Span<double> luck = stackalloc double[n];
        _w.Chance.Normals(Poll, KeysOfCandidates(n), _w.Month, key, luck);
        for (var c = 0; c < n; c++)
            _votes[c] += Math.Sqrt(_spread[c]) * luck[c];
        var best = Leading(n, -1);
        var needed = method switch
        {
            Method.Majority => 0.5 * electors,
            Method.TwoThirds => 2.0 / 3 * electors,
            _ => 0,
        };
        if (_votes[best] <= needed && n > 1)
            best = RunOff(choosers, classes, n, best, Leading(n, best), key);
        _creditHead = _largestHead[best];
        _credit = _w.Scene[C.Scenario.Constants.VotesCredit];
        return _candidates[best];
    }

    private int RunOff(ReadOnlySpan<PersonId> choosers, int classes, int n, int a, int b, ulong key)
    {
        double forA = 0,
            forB = 0,
            spread = 0;
        for (var i = 0; i < choosers.Length; i++)
        {
            var count = _classCount[choosers[i].Index - classes];
            var p = _shares[(i * n) + a] / Math.Max(1e-300, _shares[(i * n) + a] + _shares[(i * n) + b]);
            forA += count * p;
            forB += count * (1 - p);
            spread += count * p * (1 - p);
        }
        var z = _w.Chance.Normal(
            Poll,
            Key.Mix(C.PersonKey[_candidates[a].Index], C.PersonKey[_candidates[b].Index]),
            _w.Month,
            Key.Mix(key, 1)
        );
        return forA + (Math.Sqrt(spread) * z) >= forB ? a : b;
    }

    private int Leading(int n, int except)
    {
        var best = -1;
        for (var c = 0; c < n; c++)
        {
            if (c != except && (best < 0 || _votes[c] > _votes[best]))
                best = c;
        }
        return best;
    }

    private ReadOnlySpan<PersonId> Choosers(int classes)
    {
        var n = 0;
        for (var k = 0; k < _classCount.Length; k++)
        {
            if (_classCount[k] > 0)
                _choosers[n++] = new PersonId(classes + k);
        }
        return _choosers.AsSpan(0, n);
    }

    // The shares of each class's votes over the candidates: a logit of what electors weigh.
    private void Share(ReadOnlySpan<PersonId> choosers, Seat seat, int n)
    {
        var shares = _shares.AsSpan(0, choosers.Length * n);
        shares.Clear();
        foreach (var criterion in C.Criteria)
        {
            if (criterion.ForElectors)
                criterion.Add(_w.Scene, choosers, seat, _candidates.AsSpan(0, n), shares);
        }
        for (var i = 0; i < shares.Length; i += n)
        {
            var most = double.NegativeInfinity;
            for (var c = i; c < i + n; c++)
                most = Math.Max(most, shares[c]);
            for (var c = i; c < i + n; c++)
                shares[c] -= most;
        }
        StableMath.Exp(shares);
        for (var i = 0; i < shares.Length; i += n)
        {
            var sum = 0.0;
            for (var c = i; c < i + n; c++)
                sum += shares[c];
            for (var c = i; c < i + n; c++)
                shares[c] /= sum;
        }
    }

    private PersonId Best(Seat seat, int n)
    {
        var key = C.SeatKey[_w.Editor.Flat(seat)];
        var best = -1;
        Span<double> luck = stackalloc double[n];
        _w.Chance.Gumbels(Choice, KeysOfCandidates(n), _w.Month, key, luck);
        for (var c = 0; c < n; c++)
        {
            _utility[c] += luck[c];
            if (best < 0 || _utility[c] > _utility[best])
                best = c;
        }
        return _candidates[best];
    }

    private ReadOnlySpan<ulong> KeysOfCandidates(int n)
    {
        for (var c = 0; c < n; c++)
            _keys[c] = C.PersonKey[_candidates[c].Index];
        return _keys.AsSpan(0, n);
    }

    private void PassCredit(int maker)
    {
        var head = maker < C.People ? C.HeadOf[maker] : -1;
        if (head < 0)
        {
            head = _w.PatronOf(maker);
            _credit *= head < 0 ? 0 : _w.LoyaltyTo(maker, head);
        }
        _creditHead = head;
    }

    private int FindCandidates(Seat seat)
    {
        var organ = seat.Organ.Index;
        BoundBy(seat);
        var table = TableSize(organ);
        var n = 0;
        if (table == 0)
            return 0;
        if (table <= SmallPool)
        {
            for (var s = 0; s < table; s++)
                n = Propose(AtTable(organ, s), organ, n);
            return n;
        }
        var key = C.SeatKey[_w.Editor.Flat(seat)];
        Span<double> picks = stackalloc double[Math.Clamp((int)_w.Scene[C.Scenario.Constants.Candidates], 1, SmallPool)];
        _w.Chance.Units(Pick, key, _w.Month, 0, picks);
        foreach (var pick in picks)
            n = Propose(AtTable(organ, (int)(pick * table)), organ, n);
        return n;
    }

    private int Propose(int person, int organ, int n)
    {
        if (person < 0 || _candidates.AsSpan(0, n).Contains(new PersonId(person)) || !Eligible(person, organ))
            return n;
        _candidates[n] = new PersonId(person);
        return n + 1;
    }

    // A tail may say from whom alone a seat is filled, as far as its share goes.
    private void BoundBy(Seat seat)
    {
        _bound = null;
        foreach (var tail in _rule?.Tails ?? [])
        {
            if (
                tail.OnlyFrom is { } from
                && (C.ProvisionOf(tail) is not (>= 0 and var index) || _w.Decides(index, C.SeatKey[_w.Editor.Flat(seat)]))
            )
                _bound = C.MemberSeats[from.Index];
        }
    }

    private int TableSize(int organ) =>
        _bound is { } bound ? bound.Length : C.PoolSeats[organ].Length + (C.Organs[organ].Closed ? 0 : C.Cadres);

    // An empty slot is skipped, so that adding one person disturbs only the picks that hit him.
    private int AtTable(int organ, int slot)
    {
        var pool = _bound ?? C.PoolSeats[organ];
        return slot < pool.Length ? _w.Holder[pool[slot]] : C.People + slot - pool.Length;
    }

    private void FollowFreely(int person, int head)
    {
        _w.Version++;
        _w.Standing[person] = Standing.Member;
        _w.Drawn[person] = true;
        _w.Loyalty.AsSpan(person * _w.Heads, _w.Heads).Clear();
        _w.LoyaltySince.AsSpan(person * _w.Heads, _w.Heads).Fill(_w.Turn);
        _w.TiedTo[person] = head >= 0 ? 1u << head : 0;
        if (head >= 0)
            _w.Loyalty[(person * _w.Heads) + head] = FreeFollowing;
        _w.PatronAt[person] = -1;
    }

    // Persons who elect vote as classes: those of one patron together, with their mean ties and positions.
    private void SortElectors(int organ)
    {
        var at = C.ClassOffset[organ];
        var counts = _w.ClassCount.AsSpan(organ * _classCount.Length, _classCount.Length);
        if (C.Organs[organ].Counted)
            return;
        counts.Clear();
        for (var k = 0; k < _classCount.Length; k++)
        {
            FollowFreely(at + k, -1);
            _w.Traits.AsSpan((at + k) * TraitTable.Count, TraitTable.Count).Clear();
        }
        var voters = _w.Floor.Gather(organ);
        foreach (var voter in voters)
        {
            var h = _w.PatronOf(voter.Index);
            var k = HeadsAndNone + (h < 0 ? _w.Heads : h);
            counts[k]++;
            var row = _w.Loyalty.AsSpan((at + k) * _w.Heads, _w.Heads);
            for (var j = 0; j < _w.Heads; j++)
            {
                if (_w.LoyaltyTo(voter.Index, j) is > 0 and var tie)
                    (row[j], _w.TiedTo[at + k]) = (row[j] + tie, _w.TiedTo[at + k] | (1u << j));
            }
            for (var i = 0; i < _w.Policy.Length; i++)
                _w.Traits[((at + k) * TraitTable.Count) + (int)Trait.Issue1 + i] += _w.TraitOf(voter.Index, Trait.Issue1 + i);
        }
        for (var k = 0; k < counts.Length; k++)
        {
            if (counts[k] == 0)
                continue;
            var row = _w.Loyalty.AsSpan((at + k) * _w.Heads, _w.Heads);
            for (var j = 0; j < _w.Heads; j++)
                row[j] /= counts[k];
            for (var i = 0; i < _w.Policy.Length; i++)
                _w.Traits[((at + k) * TraitTable.Count) + (int)Trait.Issue1 + i] /= counts[k];
        }
        _classesAt[organ] = _w.Turn;
    }
}
