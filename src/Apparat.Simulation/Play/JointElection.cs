using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Seats filled by one count of ballot papers: those put together as a rule comes to them, or all of an organ elected anew.</summary>
internal sealed class JointElection
{
    private readonly World _w;
    private readonly PaperPoll _papers;
    private readonly Seat[] _seats;
    private readonly (PersonId Person, int Head)[] _elected = new (PersonId, int)[BallotPapers.MostCandidates];
    private int _put;
    private int _handedOut;
    private int _countedFrom;
    private int _counted;
    private int _electedCount;

    public JointElection(World world)
    {
        _w = world;
        _papers = new PaperPoll(world);
        _seats = new Seat[Math.Max(1, world.C.Seats)];
    }

    private CompiledScenario C => _w.C;

    /// <summary>Keeps a seat to be filled together with others.</summary>
    public void Put(Seat seat) => _seats[_put++] = seat;

    /// <summary>The next of the seats put together, whoever is elected to it, and the head to whom he owes it; the count is made when first asked for.</summary>
    /// <returns>False if all of them have been handed out.</returns>
    public bool Next(OrganId by, ElectionCount count, Rule? rule, out Seat seat, out PersonId winner, out int head)
    {
        if (_handedOut == _put)
        {
            _put = _handedOut = _counted = 0;
            (seat, winner, head) = (default, PersonId.None, -1);
            return false;
        }
        if (_handedOut == _counted)
            CountNext(by, count, rule);
        var place = _handedOut - _countedFrom;
        seat = _seats[_handedOut++];
        (winner, head) = place < _electedCount ? _elected[place] : (PersonId.None, -1);
        return true;
    }

    // The seats that come next, as many as are counted together.
    private void CountNext(OrganId by, ElectionCount count, Rule? rule)
    {
        var seats = _seats.AsSpan(_counted, Math.Min(PaperPoll.MostSeats, _put - _counted));
        _w.Candidates.ClearField();
        foreach (var seat in seats)
            _w.Candidates.Enter(seat, rule);
        _electedCount = _papers.Elect(by.Index, seats[0], seats.Length, count, DrawsLots(rule, by.Index), _elected);
        (_countedFrom, _counted) = (_counted, _counted + seats.Length);
    }

    /// <summary>How the papers of an organ are counted together under a rule; null if the rule has no such count, or does not decide this time.</summary>
    public ElectionCount? CountOf(CompiledRule rule, int organ)
    {
        var use = C.Organs[organ].Key;
        if (rule.Selection!.Electors is null || (rule.Provision >= 0 && !_w.Decides(rule.Provision, use)))
            return null;
        foreach (var tail in rule.Rule.Tails)
        {
            if (tail.CountsBy is { } count && _w.Decides(tail, use))
                return count;
        }
        return null;
    }

    /// <summary>
    /// Elects some seats of an organ anew: those sitting stand beside the others, and keep their seats if they win. The others rise; whoever
    /// is elected and does not sit yet is installed.
    /// </summary>
    public void Anew(OrganId organ, int from, int to, CompiledRule rule, ElectionCount count, BallotBox box)
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
            _w.Candidates.Enter(new Seat(organ, k), rule.Rule);
        var electors = rule.Selection!.Electors!.Value.Index;
        _electedCount = _papers.Elect(electors, new Seat(organ, from), to - from, count, DrawsLots(rule.Rule, electors), _elected);
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
            box.OweVotesTo(_elected[i].Head);
            rule.Selection!.Install(box, new Seat(organ, from + seat), _elected[i].Person);
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

    private bool DrawsLots(Rule? rule, int organ)
    {
        foreach (var tail in rule?.Tails ?? [])
        {
            if (tail.DrawsLots && _w.Decides(tail, C.Organs[organ].Key))
                return true;
        }
        return false;
    }
}
