using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Fills seats: by a head, by electors, by branches, by lot, by seniority. Whoever is seated owes it to whoever seated him.</summary>
internal sealed class BallotBox : Ballot
{
    private static readonly Purpose Choice = Purpose.Of("choice");
    private static readonly Purpose LotDraw = Purpose.Of("lot");
    private readonly World _w;
    private readonly Poll _poll;
    private readonly PaperPoll _papers;
    private readonly CompiledRule[][] _confirming;
    private readonly Seat[] _together;
    private readonly (PersonId Person, int Head)[] _elected = new (PersonId, int)[BallotPapers.MostCandidates];
    private int _togetherCount;
    private int _handedOut;
    private int _countedFrom;
    private int _counted;
    private int _electedCount;
    private readonly Seat[] _open;
    private readonly Seat[] _other;
    private readonly Seat[] _empty;
    private readonly PersonId[] _maker = new PersonId[1];
    private readonly double[] _utility = new double[Candidates.Most];
    private readonly double[] _luck = new double[Candidates.Most];
    private int _openCount;
    private int _creditHead = -1;
    private double _credit;
    private bool _capture;
    private PersonId _captured;
    private Rule? _rule;
    private Rule? _fallback;
    private Seat _fallbackSeat;

    public BallotBox(World world)
    {
        _w = world;
        _poll = new Poll(world);
        _papers = new PaperPoll(world);
        var most = Math.Max(1, world.C.Seats);
        _confirming =
        [
            .. world.C.Organs.Select(o => world.C.Rules.Where(r => r.Provision >= 0 && r.Power?.Confirming(o.Id) is not null).ToArray()),
        ];
        _open = new Seat[most];
        _other = new Seat[most];
        _together = new Seat[most];
        _empty = new Seat[most];
    }

    public override ReadOnlySpan<Seat> Open => _open.AsSpan(0, _openCount);
    public override Situation Now => _w.Scene;

    private CompiledScenario C => _w.C;

    /// <summary>Fills the empty seats of an organ by a rule.</summary>
    public void FillEmpty(int organ, CompiledRule rule)
    {
        var n = 0;
        var holders = _w.HoldersOf(organ);
        for (var k = 0; k < holders.Length; k++)
        {
            if (holders[k] < 0)
                _empty[n++] = new Seat(new OrganId(organ), k);
        }
        n = Math.Min(n, MostAtATime(organ, rule));
        if (n == 0)
            return;
        Fill(rule, _empty.AsSpan(0, n));
        _w.Caretakers.Filled(organ, rule);
    }

    private int MostAtATime(int organ, CompiledRule rule)
    {
        var most = int.MaxValue;
        foreach (var tail in rule.Rule.Tails)
        {
            if (tail.Cap is { } cap && cap < most && _w.Decides(tail, C.Organs[organ].Key))
                most = cap;
        }
        return most;
    }

    // By the rule where it decides and by its reference elsewhere.
    private void Fill(CompiledRule rule, ReadOnlySpan<Seat> seats)
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
            rule.Selection!.Fill(this);
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

    /// <summary>Sends the delegates of a counted body.</summary>
    /// <remarks>The share of a delegation is the part of each branch's delegates that follows its leader, so it is not drawn as a whole.</remarks>
    public void Send(int organ, CompiledRule rule)
    {
        _open[0] = new Seat(new OrganId(organ), 0);
        _openCount = 1;
        var struck = rule.Provision >= 0 && _w.ShareNow[rule.Provision] <= 0;
        var selection = struck && _w.ReferenceOf(rule.Provision) is SelectionRule reference ? reference : rule.Selection!;
        selection.Fill(this);
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
        var n = _w.Candidates.Find(seat, _rule);
        if (n == 0)
            return PersonId.None;
        var utility = _utility.AsSpan(0, n);
        utility.Clear();
        _maker[0] = new PersonId(maker);
        foreach (var criterion in C.Criteria)
        {
            if (criterion.ForMakers)
                criterion.Add(_w.Scene, _maker, seat, _w.Candidates.People, utility);
        }
        var winner = Best(seat, utility);
        _credit = C.Organs[by.Index].IsOffice || C.HeadOffice[by.Index] < 0 ? 1 : _w.Scene[C.Scenario.Constants.ListCredit];
        PassCredit(maker);
        return winner;
    }

    public override PersonId Voted(OrganId by, Seat seat, Method method)
    {
        var fallback = _fallbackSeat == seat && !_capture ? _fallback : null;
        _fallback = null;
        return fallback is SelectionRule instead
            ? Captured(instead, seat)
            : Polled(C.ClassOffset[by.Index], _w.Electorates.Of(by.Index), seat, method);
    }

    public override void PutTogether(Seat seat) => _together[_togetherCount++] = seat;

    public override bool NextElected(OrganId by, ElectionCount count, out Seat seat, out PersonId winner)
    {
        if (_handedOut == _togetherCount)
        {
            _togetherCount = _handedOut = _counted = 0;
            (seat, winner) = (default, PersonId.None);
            return false;
        }
        if (_handedOut == _counted)
            CountTogether(by, count);
        var place = _handedOut - _countedFrom;
        seat = _together[_handedOut++];
        (winner, _creditHead) = place < _electedCount ? _elected[place] : (PersonId.None, -1);
        _credit = _w.Scene[C.Scenario.Constants.VotesCredit];
        return true;
    }

    // The seats that come next, as many as are counted together.
    private void CountTogether(OrganId by, ElectionCount count)
    {
        var seats = _together.AsSpan(_counted, Math.Min(PaperPoll.MostSeats, _togetherCount - _counted));
        _w.Candidates.ClearField();
        foreach (var seat in seats)
            _w.Candidates.Enter(seat, _rule);
        _electedCount = _papers.Elect(by.Index, seats[0], seats.Length, count, DrawsLots(_rule, by.Index), _elected);
        (_countedFrom, _counted) = (_counted, _counted + seats.Length);
    }

    /// <summary>
    /// Elects an organ anew where its papers are counted together: those sitting stand beside the others and keep their seats if they win.
    /// False if the rule has no such count, or does not decide this time.
    /// </summary>
    public bool Recount(int organ, CompiledRule rule)
    {
        if (rule.Selection!.Electors is not { } electors || CountOf(rule, organ) is not { } count)
            return false;
        _rule = rule.Rule;
        _w.Editor.Means = rule.Clause;
        for (var from = 0; from < _w.SeatsIn(organ); from += PaperPoll.MostSeats)
            Recount(new OrganId(organ), from, Math.Min(_w.SeatsIn(organ), from + PaperPoll.MostSeats), rule, electors, count);
        _w.Editor.Means = default;
        _rule = null;
        return true;
    }

    private void Recount(OrganId organ, int from, int to, CompiledRule rule, OrganId electors, ElectionCount count)
    {
        _w.Candidates.ClearField();
        for (var k = from; k < to; k++)
        {
            if (
                _w.HoldersOf(organ.Index)[k] is >= 0 and var person
                && _w.IsActive(person)
                && _w.Renewals.StillEntitled(person, organ.Index)
            )
                _w.Candidates.Enter(new PersonId(person));
        }
        for (var k = from; k < to; k++)
            _w.Candidates.Enter(new Seat(organ, k), _rule);
        _electedCount = _papers.Elect(electors.Index, new Seat(organ, from), to - from, count, DrawsLots(_rule, electors.Index), _elected);
        for (var k = from; k < to; k++)
        {
            if (_w.HoldersOf(organ.Index)[k] is >= 0 and var person && !IsElected(person))
                _w.Editor.Vacate(new Seat(organ, k));
        }
        for (var i = 0; i < _electedCount; i++)
        {
            var seat = _w.HoldersOf(organ.Index)[from..to].IndexOf(-1);
            if (_w.Sits(_elected[i].Person.Index, organ.Index) || seat < 0)
                continue;
            (_creditHead, _credit) = (_elected[i].Head, _w.Scene[C.Scenario.Constants.VotesCredit]);
            rule.Selection!.Install(this, new Seat(organ, from + seat), _elected[i].Person);
        }
    }

    private bool IsElected(int person)
    {
        foreach (var (elected, _) in _elected.AsSpan(0, _electedCount))
        {
            if (elected.Index == person)
                return true;
        }
        return false;
    }

    private ElectionCount? CountOf(CompiledRule rule, int organ)
    {
        var use = C.Organs[organ].Key;
        if (rule.Provision >= 0 && !_w.Decides(rule.Provision, use))
            return null;
        foreach (var tail in rule.Rule.Tails)
        {
            if (tail.CountsBy is { } count && _w.Decides(tail, use))
                return count;
        }
        return null;
    }

    private bool DrawsLots(Rule? rule, int organ)
    {
        foreach (var tail in rule?.Tails ?? [])
        {
            if (tail.DrawsLots && _w.Decides(tail, C.Organs[organ].Key))
                return true;
        }
        return false;
    }

    public override PersonId ChosenByBranch(Seat seat) =>
        Polled(C.ClassOffset[seat.Organ.Index], _w.Electorates.OfBranch(seat), seat, Method.Plurality);

    public override PersonId Lot(Seat seat)
    {
        _creditHead = -1;
        return _w.Candidates.Lot(seat, _rule);
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
            if (person < 0 || _w.SeatSince[from] > since || !_w.Candidates.Eligible(person, seat.Organ.Index))
                continue;
            var own = _w.Chance.Unit(LotDraw, C.PersonKey[person], _w.Moment, C.SeatKey[_w.Editor.Flat(seat)]);
            if (_w.SeatSince[from] < since || own < lot)
                (best, since, lot) = (person, _w.SeatSince[from], own);
        }
        return Editor.AsPerson(best);
    }

    public override bool MeetsWithin(OrganId body, int days)
    {
        var calendar = C.Scenario.Calendar;
        var last = calendar.At(_w.Today.AddDays(days)).Index;
        for (var turn = _w.Turn; turn <= Math.Min(last, C.Turns - 1); turn++)
        {
            if (turn == _w.Turn ? _w.Scene.Meets(body) : C.Meets[body.Index][turn])
                return true;
        }
        return false;
    }

    public override bool Agrees(Decision by, Seat seat, PersonId person) => Agrees(by, seat, person, _rule);

    /// <summary>The same; the tails of a rule say what silence means.</summary>
    public bool Agrees(Decision by, Seat seat, PersonId person, Rule? rule)
    {
        if (person.IsNone)
            return false;
        foreach (var tail in rule?.Tails ?? [])
        {
            if (tail.OnSilence is var (granted, days) && _w.Decides(tail, C.SeatKey[_w.Editor.Flat(seat)]) && !MeetsWithin(by.Body, days))
                return granted;
        }
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
        if (winner.IsNone || !Confirmed(seat, winner))
            return;
        _w.Editor.Hand = _creditHead < 0 ? -1 : C.Heads[_creditHead].Index;
        _w.Editor.Place(winner, seat);
        _w.Editor.Hand = -1;
        if (_creditHead >= 0)
            _w.TieBook.After(new Deed(DeedKind.Placed, winner, C.Heads[_creditHead], _credit));
        _creditHead = -1;
    }

    // Whoever must agree to how an organ is filled.
    private bool Confirmed(Seat seat, PersonId person)
    {
        foreach (var rule in _confirming[seat.Organ.Index])
        {
            if (
                _w.Rulebook.IsInForce(rule.Index)
                && _w.Decides(rule.Provision, C.SeatKey[_w.Editor.Flat(seat)])
                && !Agrees(_w.DecisionOf(rule.Rule, rule.Power!.Holder), seat, person, rule.Rule)
            )
                return false;
        }
        return true;
    }

    public override void Delegate(OrganId leaders, OrganId body, Provision by, bool byLot) =>
        _w.Electorates.Delegate(leaders, body, by, byLot);

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

    private PersonId Polled(int classes, ReadOnlySpan<int> counts, Seat seat, Method method)
    {
        if (_w.Candidates.Find(seat, _rule) == 0 || _poll.Winner(classes, counts, seat, method, out var head) is not (>= 0 and var winner))
            return PersonId.None;
        _creditHead = head;
        _credit = _w.Scene[C.Scenario.Constants.VotesCredit];
        return _w.Candidates.People[winner];
    }

    private PersonId Best(Seat seat, ReadOnlySpan<double> utility)
    {
        var luck = _luck.AsSpan(0, utility.Length);
        _w.Chance.Gumbels(Choice, _w.Candidates.Keys, _w.Moment, C.SeatKey[_w.Editor.Flat(seat)], luck);
        var best = 0;
        for (var c = 0; c < luck.Length; c++)
        {
            luck[c] = utility[c] + luck[c];
            best = luck[c] > luck[best] ? c : best;
        }
        return _w.Candidates.People[best];
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
}
