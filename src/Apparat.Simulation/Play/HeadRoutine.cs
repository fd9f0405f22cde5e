using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>What heads do month by month without a motion.</summary>
internal sealed class HeadRoutine(World w) : Routine
{
    public int Provision { get; set; }

    private static readonly Purpose Leaking = Purpose.Of("leak");
    private static readonly Purpose Recanting = Purpose.Of("recants");
    private static readonly Purpose Offering = Purpose.Of("offers to resign");
    private readonly Resignation _resignation = new();
    private readonly double[] _hazards = new double[w.C.Seats];
    private ClauseId _clause;
    private int _number;

    // Part of the month's work that is done this way and not by the reference.
    private double Part { get; set; } = 1;

    /// <summary>Plays the routine of a power as far as its share goes, and that of its reference for the rest.</summary>
    public void Play(CompiledRule rule)
    {
        (Provision, _clause, _number) = (rule.Provision, rule.Clause, rule.Number);
        Part = Provision < 0 ? 1 : w.ShareNow[Provision];
        rule.Power!.Routine(this);
        if (Part < 1 && w.ReferenceOf(Provision) is Power reference)
        {
            Part = 1 - Part;
            reference.Routine(this);
        }
    }

    public override Situation Now => w.Scene;

    /// <inheritdoc/>
    /// <remarks>The hazard of each seat in reach grows by 2 rate share L(-2(L-E)); the head's capacity caps what he gets through in a month.</remarks>
    public override void Weed(OrganId maker, OrganId target, double rate)
    {
        var share = Provision < 0 ? 1 : w.ShareNow[Provision];
        var head = w.ActorOf(maker.Index);
        if (share <= 0 || rate <= 0 || head < 0 || !w.IsActive(head))
            return;
        w.Use(Provision);
        var c = w.C;
        var h = head < c.People ? c.HeadOf[head] : -1;
        var offset = c.SeatOffset[target.Index];
        var holders = w.HoldersOf(target.Index);
        var size = holders.Length;
        var add = _hazards.AsSpan(0, size);
        add.Clear();
        for (var k = 0; k < add.Length && h >= 0; k++)
        {
            if (holders[k] is >= 0 and var person)
                add[k] = -2 * (w.LoyaltyTo(person, h) - w.Hostility[(person * w.Heads) + h]);
        }
        StableMath.Logistic(add, add);
        var sum = 0.0;
        for (var k = 0; k < add.Length; k++)
            sum += add[k] = holders[k] < 0 || holders[k] == head ? 0 : 2 * rate * share * add[k];
        var most = w.TraitOf(head, Trait.Capacity) * rate * share * size;
        var scale = sum > most ? most / sum : 1;
        Lanes.AddScaled(w.Hazard.AsSpan(offset, add.Length), scale, add);
        w.Worn[target.Index] = true;
    }

    public override void Publish(OrganId publisher, OrganId leaders, double rate)
    {
        var person = w.ActorOf(publisher.Index);
        if (Part <= 0 || rate <= 0 || person < 0 || !w.IsActive(person) || !w.C.Organs[leaders.Index].LeadsBranches)
            return;
        w.Use(Provision);
        if (w.PatronOf(person) is >= 0 and var head)
            w.Membership.Sway(head, Part * rate);
    }

    public override void PublishForAll(OrganId leaders, double rate)
    {
        if (Part > 0 && rate > 0 && w.C.Organs[leaders.Index].LeadsBranches)
            w.Membership.SwayEvenly(Part * rate);
    }

    public override void Shield(OrganId keeper, PersonId person, double rate)
    {
        var c = w.C;
        var from = person.Index < c.People ? c.HeadOf[person.Index] : -1;
        var gate = w.ActorOf(keeper.Index);
        if (
            Part <= 0
            || rate <= 0
            || from < 0
            || w.Standing[person.Index] != Standing.Incapacitated
            || gate < 0
            || !w.IsActive(gate)
            || w.PatronOf(gate) is not (>= 0 and var to)
            || to == from
        )
            return;
        w.Use(Provision);
        w.TieBook.Pass(from, to, Math.Min(1, Part * rate));
    }

    public override void Leak(DocumentId document, double rate)
    {
        var paper = w.C.Scenario.Documents[document.Index];
        if (Part <= 0 || rate <= 0 || !w.Settled[document.Index] || paper.Audiences.IsEmpty || w.Scene.Heard(document, paper.Audiences[^1]))
            return;
        w.Use(Provision);
        if (w.Chance.Happens(Part * rate, Leaking, paper.Key, w.Moment))
            w.Editor.Tell(document, paper.Audiences[^1]);
    }

    public override void Recant(double rate)
    {
        if (Part <= 0 || rate <= 0)
            return;
        for (var h = 0; h < w.Heads; h++)
        {
            var person = w.C.Heads[h].Index;
            if (
                w.Standing[person] != Standing.Expelled
                || w.Struggle.Recants(h)
                || !w.Chance.Happens(Part * rate, Recanting, w.C.PersonKey[person], w.Moment)
            )
                continue;
            w.Use(Provision);
            w.Struggle.Recants(h) = true;
            w.Editor.Note(Noted.Recanted, w.C.PersonKey[person], 0);
        }
    }

    public override void OfferResignation(OrganId office, Decision by, double rate, double stake, double confidence)
    {
        var person = w.ActorOf(office.Index);
        if (Part <= 0 || rate <= 0 || w.Turn <= w.C.ReplayUntil || person < 0 || !w.IsActive(person) || !w.Scene.Meets(by.Body))
            return;
        w.Use(Provision);
        rate = ParameterTable.Over(rate, w.C.MonthsWithMeetingOf[by.Body.Index][w.Turn] is > 0 and var months ? months : 1);
        if (!w.Chance.Happens(Part * rate, Offering, w.C.PersonKey[person], w.Moment))
            return;
        var holder = new PersonId(person);
        (_resignation.Seat, _resignation.Who, _resignation.Stake) = (new Seat(office, 0), holder, stake);
        var move = new Move(_clause, _number, PersonId.None, holder, office.Index, 0, by) { Bias = -0.5 };
        // He offers to be refused: where he expects to be taken at his word he keeps silent.
        if (w.Floor.Weigh(move, _resignation) >= 0.5)
            return;
        if (!w.Floor.Put(move, _resignation))
            w.TieBook.Esteem(holder, confidence * (1 - w.TraitOf(person, Trait.Prestige)));
    }

    public override void Enrol(double growth, double deference)
    {
        if (Part <= 0 || growth <= 0)
            return;
        w.Use(Provision);
        w.Membership.Grow(Part * growth, deference);
    }

    public override void Apply(OrganId members, double rate)
    {
        if (rate <= 0 || !MayJoin(members))
            return;
        w.Use(Provision);
        w.Newcomers.Apply(members.Index, Part * rate * w.Rolls.Size(members.Index));
    }

    // While the record is replayed nobody joins whom it does not name.
    private bool MayJoin(OrganId members) => Part > 0 && w.Turn > w.C.ReplayUntil && w.Newcomers.MayJoin(members.Index);

    public override void Join(OrganId members, double rate)
    {
        if (rate <= 0 || !MayJoin(members))
            return;
        var joining = Part * rate * w.Rolls.Size(members.Index);
        w.Newcomers.Join(members.Index, joining);
        w.Editor.Note(Noted.Joined, w.C.Organs[members.Index].Key, BitConverter.DoubleToUInt64Bits(joining));
    }
}
