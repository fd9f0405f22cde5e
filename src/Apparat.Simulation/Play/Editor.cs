using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Carries out the nine deeds on the world of a run, and tells the fingerprint and the trace of each.</summary>
internal sealed class Editor(World w) : WorldEdit
{
    private CompiledScenario C => w.C;

    public override WorldView Now => w.Scene;

    /// <summary>By whose hand seats are now filled, for the trace; -1 for nobody's.</summary>
    public int Hand { get; set; } = -1;

    /// <summary>Under which clause seats are now filled and emptied, for the trace; without text for none.</summary>
    public ClauseId Means { get; set; }

    public Seat AsSeat(int seat) => new(new OrganId(C.SeatOrgan[seat]), seat - C.SeatOffset[C.SeatOrgan[seat]]);

    public int Flat(Seat seat) => C.SeatOffset[seat.Organ.Index] + seat.Number;

    /// <summary>The flat seat a person holds in an organ, -1 if none.</summary>
    public int SeatOf(int person, int organ)
    {
        foreach (var seat in w.SeatsHeld.AsSpan(person * World.SeatsAPerson, w.SeatCount[person]))
        {
            if (C.SeatOrgan[seat] == organ)
                return seat;
        }
        return -1;
    }

    public override void Vacate(Seat seat) => Empty(Flat(seat), TraceKind.Left);

    public override void Place(PersonId person, Seat seat)
    {
        var flat = Flat(seat);
        var p = person.Index;
        if (w.Holder[flat] == p)
            return;
        if (w.Holder[flat] >= 0)
            Empty(flat, TraceKind.Left);
        foreach (var (limit, provision) in C.LimitsOn[seat.Organ.Index])
        {
            if (
                limit.GivesUp(w.Scene, person, seat.Organ) is { } other
                && SeatOf(p, other.Index) is >= 0 and var given
                && w.Decides(provision, C.SeatKey[given])
            )
                Empty(given, TraceKind.Left);
        }
        Take(p, flat);
        Note(Noted.Seated, C.PersonKey[p], C.SeatKey[flat]);
        if (w.Trace is not null)
            Tell(new TraceEntry(new Turn(w.Turn), TraceKind.Placed, person, AsPerson(Hand), seat.Organ, Means));
        // The holder of an office sits in its body: a newcomer takes an empty seat there.
        if (C.Organs[seat.Organ.Index].OfficeOf is { } body && !w.Sits(p, body.Index) && EmptySeat(body.Index) is >= 0 and var free)
            Place(person, AsSeat(free));
    }

    public override void Stand(PersonId person, Standing now)
    {
        var p = person.Index;
        if (w.Standing[p] == now)
            return;
        w.Standing[p] = now;
        w.Seating++;
        w.Dependences.PowersChanged();
        Array.Fill(w.PatronAt, -1);
        Note(Noted.StandingChanged, C.PersonKey[p], (ulong)now);
        Tell(new TraceEntry(new Turn(w.Turn), TraceKind.Stood, person, PersonId.None, default, default, (double)now));
        if (now is not (Standing.Dead or Standing.Expelled or Standing.Exiled))
            return;
        while (w.SeatCount[p] > 0)
            Empty(w.SeatsHeld[p * World.SeatsAPerson], TraceKind.Left);
        if (now == Standing.Dead)
            w.TieBook.After(new Deed(DeedKind.Died, person, PersonId.None, 1));
        else if (now == Standing.Exiled)
            w.TieBook.After(new Deed(DeedKind.Exiled, person, PersonId.None, 1));
    }

    public override void TellPart(DocumentId document, OrganId audience, Parameter part)
    {
        if (w.Scene[part] is < 1 and var heard)
            w.Hearsay.Tell(document.Index, audience.Index, heard);
        else
            Tell(document, audience);
    }

    public override void Suspect(DocumentId document, Parameter part) => w.Hearsay.Suspect(document.Index, w.Scene[part]);

    public override void Reprove(PersonId person, double standing, double esteem)
    {
        if (esteem <= 0)
            return;
        w.TieBook.Esteem(person, -Math.Min(1, esteem) * w.TraitOf(person.Index, Trait.Prestige));
        Note(Noted.Esteemed, C.PersonKey[person.Index], BitConverter.DoubleToUInt64Bits(esteem));
    }

    public override void Suspend(PersonId person, Period? length)
    {
        Stand(person, Standing.Suspended);
        w.Suspensions.Begin(person.Index, length);
    }

    public override void Readmit(PersonId person, double terms)
    {
        var p = person.Index;
        var head = p < C.People ? C.HeadOf[p] : -1;
        Stand(person, Standing.Member);
        Reprove(person, 0, terms);
        for (var issue = 0; issue < w.Policy.Length; issue++)
        {
            ref var position = ref w.TraitRef(p, Trait.Issue1 + issue);
            position += terms * (w.Policy[issue] - position);
        }
        if (head < 0)
            return;
        w.Struggle.Recants(head) = false;
        foreach (var follower in w.TieBook.People)
            w.TieBook.Scale(follower, person, 1 - terms);
        if (Hand >= 0 && Hand != p)
            w.TieBook.After(new Deed(DeedKind.Placed, person, new PersonId(Hand), terms));
    }

    public override void Tell(DocumentId document, OrganId audience)
    {
        var d = document.Index;
        // The first telling hands it over; every later one is its custodian's decision.
        w.Settled[d] |= w.Delivered[d];
        w.Delivered[d] = true;
        var i = (d * C.Organs.Length) + audience.Index;
        if (w.Heard[i])
            return;
        w.Heard[i] = true;
        Note(Noted.Delivered, C.Scenario.Documents[d].Key, C.Organs[audience.Index].Key);
        Tell(new TraceEntry(new Turn(w.Turn), TraceKind.Heard, PersonId.None, PersonId.None, audience, default, d));
        var organ = audience.Index;
        var bit = 1u << d;
        for (var k = 0; k < C.SeatsOf(organ); k++)
        {
            if (w.Holder[C.SeatOffset[organ] + k] is >= 0 and var p)
                Hear(p, bit);
        }
        if (C.Organs[organ].Counted)
        {
            for (var k = 0; k < 2 * (w.Heads + 1); k++)
                Hear(C.ClassOffset[organ] + k, bit);
        }
    }

    private void Hear(int person, uint bit)
    {
        w.Knows[person] |= bit;
        w.AnyHeard = true;
        w.Hearsay.HeardInFull(person, bit);
    }

    public override void Steer(int issue, double position)
    {
        w.Policy[issue] = Math.Clamp(position, -1, 1);
        Note(Noted.PolicyMoved, (ulong)issue, BitConverter.DoubleToUInt64Bits(w.Policy[issue]));
        Tell(
            new TraceEntry(new Turn(w.Turn), TraceKind.Steered, PersonId.None, PersonId.None, default, default, w.Policy[issue], 0, issue)
        );
    }

    public override void Resize(OrganId organ, int seats, bool byLot = false)
    {
        var o = organ.Index;
        var most = C.SeatsOf(o);
        var before = w.Size[o];
        if (most > 0)
        {
            seats = Math.Clamp(seats, 0, most);
            for (var k = seats; k < w.Size[o]; k++)
            {
                if (w.Holder[C.SeatOffset[o] + k] >= 0)
                    Empty(C.SeatOffset[o] + k, TraceKind.Left);
            }
        }
        w.Size[o] = seats;
        w.Vacant[o] = w.HoldersOf(o).Count(-1);
        w.Seating++;
        w.Dependences.PowersChanged();
        Note(Noted.Sized, C.Organs[o].Key, (ulong)seats);
        Tell(new TraceEntry(new Turn(w.Turn), TraceKind.Resized, PersonId.None, PersonId.None, organ, default, seats));
        for (var k = before; byLot && k < Math.Min(seats, most); k++)
        {
            var seat = new Seat(organ, k);
            if (w.BallotBox.Lot(seat) is { IsNone: false } person)
                Place(person, seat);
        }
    }

    public override void Append(DocumentId document, Parameter alarm) => w.Postscripts.Append(document.Index, w.Scene[alarm]);

    public override void Rule(ClauseId clause, Rule rule)
    {
        var next = C.Rules[C.RuleOf(rule)];
        for (var i = 0; i < w.ActiveRule.Length; i++)
        {
            var current = C.Rules[w.ActiveRule[i]];
            if (current.Clause != clause)
                continue;
            Silence(current);
            if (current.Number == 0)
                w.ActiveRule[i] = next.Index;
        }
        foreach (var provision in C.Provisions.AsSpan(next.Provision, 1 + rule.Tails.Length))
            w.ShareNow[provision.Index] = w.ShareOf(provision);
        w.Rulebook.Reset();
        w.Seating++;
        w.Dependences.PowersChanged();
        Note(Noted.ClauseChanged, Key.Of(clause.Text), next.Key);
    }

    public override void Strike(ClauseId clause)
    {
        foreach (var r in w.ActiveRule)
        {
            if (C.Rules[r].Clause == clause)
                Silence(C.Rules[r]);
        }
        w.Seating++;
        w.Dependences.PowersChanged();
        Note(Noted.ClauseChanged, Key.Of(clause.Text), 0);
    }

    private void Silence(CompiledRule rule) => Array.Clear(w.ShareNow, rule.Provision, 1 + rule.Rule.Tails.Length);

    public override void Call(OrganId meeting, Turn when)
    {
        if (when.Index == w.Turn)
            w.CalledTo[meeting.Index] = true;
        Note(Noted.MeetingSet, C.Organs[meeting.Index].Key, (ulong)when.Index);
    }

    public override void Enrol(int branch, double members, Parameter? deference = null)
    {
        w.Membership.Enrol(branch, members, deference is null ? 0 : w.Scene[deference]);
        Note(Noted.BranchCounted, (ulong)(branch + 1), BitConverter.DoubleToUInt64Bits(members));
    }

    public override void Admit(OrganId members, PersonId by, Parameter deference)
    {
        var head = by.IsNone ? -1 : w.PatronOf(by.Index);
        var joined = w.Newcomers.Admit(members.Index, head, w.Scene[deference]);
        Note(Noted.Joined, C.Organs[members.Index].Key, BitConverter.DoubleToUInt64Bits(joined));
        Tell(new TraceEntry(new Turn(w.Turn), TraceKind.Joined, PersonId.None, by, members, Means, Math.Round(joined)));
    }

    /// <summary>Seats someone on the first day, without a deed of his making; silently nothing if no seat is free.</summary>
    public void SeatAtStart(int person, int organ)
    {
        if (EmptySeat(organ) is >= 0 and var seat && !w.Sits(person, organ))
        {
            Take(person, seat);
            Note(Noted.Seated, C.PersonKey[person], C.SeatKey[seat]);
        }
    }

    public int EmptySeat(int organ)
    {
        if (w.Vacant[organ] == 0)
            return -1;
        return C.SeatOffset[organ] + w.HoldersOf(organ).IndexOf(-1);
    }

    public void Note(Noted what, ulong a, ulong b)
    {
        w.Version++;
        w.Fingerprint.Add(((ulong)what << 32) | (uint)w.Turn);
        w.Fingerprint.Add(a);
        w.Fingerprint.Add(b);
    }

    public void Tell(in TraceEntry entry) => w.Trace?.Add(entry);

    public static PersonId AsPerson(int person) => person < 0 ? PersonId.None : new PersonId(person);

    private void Take(int person, int seat)
    {
        if (w.SeatCount[person] == World.SeatsAPerson)
            Empty(w.SeatsHeld[person * World.SeatsAPerson], TraceKind.Left);
        w.Holder[seat] = person;
        w.SeatSince[seat] = w.Turn;
        w.Hazard[seat] = 0;
        w.Limit[seat] = IsHead(person) && !C.Organs[C.SeatOrgan[seat]].HeadsLeave ? World.NoLimit : World.LimitNotDrawn;
        w.SeatsHeld[(person * World.SeatsAPerson) + w.SeatCount[person]++] = seat;
        w.Vacant[C.SeatOrgan[seat]] -= IsInUse(seat) ? 1 : 0;
        w.Rank[person] = w.RankOf(person);
        w.Service.Takes(person, C.SeatOrgan[seat]);
        Touched(person, seat);
    }

    private void Empty(int seat, TraceKind kind)
    {
        var person = w.Holder[seat];
        if (person < 0)
            return;
        w.Holder[seat] = -1;
        w.Hazard[seat] = 0;
        w.Limit[seat] = World.NoLimit;
        w.Vacant[C.SeatOrgan[seat]] += IsInUse(seat) ? 1 : 0;
        var held = w.SeatsHeld.AsSpan(person * World.SeatsAPerson, w.SeatCount[person]);
        var i = held.IndexOf(seat);
        held[(i + 1)..].CopyTo(held[i..]);
        w.SeatCount[person]--;
        w.Rank[person] = w.RankOf(person);
        w.Service.Leaves(person, C.SeatOrgan[seat]);
        Touched(person, seat);
        Note(Noted.Vacated, C.PersonKey[person], C.SeatKey[seat]);
        if (w.Trace is not null)
            Tell(new TraceEntry(new Turn(w.Turn), kind, new PersonId(person), AsPerson(Hand), new OrganId(C.SeatOrgan[seat]), Means));
        // Whoever leaves a body cannot hold its offices.
        foreach (var office in C.Offices[C.SeatOrgan[seat]])
        {
            if (w.Holder[C.SeatOffset[office]] == person)
                Empty(C.SeatOffset[office], kind);
        }
    }

    private void Touched(int person, int seat)
    {
        w.Seating++;
        w.Dependences.SeatsChanged(person);
        w.TieBook.SeatsChanged(person);
        if (IsHead(person) || C.Organs[C.SeatOrgan[seat]].IsOffice)
            w.Dependences.PowersChanged();
    }

    private bool IsHead(int person) => person < C.People && C.HeadOf[person] >= 0;

    private bool IsInUse(int seat) => seat - C.SeatOffset[C.SeatOrgan[seat]] < w.Size[C.SeatOrgan[seat]];
}
