using System.Numerics;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>What can be read of a run at any moment, and the draws on which provisions decide.</summary>
internal sealed partial class World
{
    private static readonly Purpose ShareDraw = Purpose.Of("share");
    private static readonly Purpose Threshold = Purpose.Of("tenure");

    /// <summary>The number of a head; -1 of everybody else.</summary>
    public int HeadOf(PersonId person) => (uint)person.Index < (uint)C.People ? C.HeadOf[person.Index] : -1;

    /// <summary>Shares as they stand on the first turn: the run's draw, or 0 for what is struck and for what is yet to be enacted.</summary>
    public void SetShares()
    {
        foreach (var p in C.Provisions)
            ShareNow[p.Index] = p.Index >= C.FirstEnacted ? 0 : ShareOf(p);
    }

    /// <summary>The share of a provision that is in force this turn.</summary>
    public double ShareOf(CompiledProvision p) => Turn >= p.StruckFrom ? 0 : Math.Clamp(Values[p.ShareSlot], 0, 1);

    public double TraitOf(int person, Trait trait)
    {
        if (!Drawn[person])
            DrawTraits(person);
        return Traits[(person * TraitTable.Count) + (int)trait];
    }

    public ref double TraitRef(int person, Trait trait)
    {
        if (!Drawn[person])
            DrawTraits(person);
        return ref Traits[(person * TraitTable.Count) + (int)trait];
    }

    /// <summary>A tie as it stands now, faded since it was last touched. Heads follow themselves; the dead and expelled are followed by nobody.</summary>
    public double LoyaltyTo(int person, int head)
    {
        if ((TiedTo[person] >> head & 1) == 0)
            return 0;
        if (person < C.People && C.HeadOf[person] == head)
            return 1;
        var i = (person * Heads) + head;
        return Loyalty[i] * FadeTable[Tick - LoyaltySince[i]];
    }

    /// <summary>Loyalty less hostility of each of several persons to a head.</summary>
    public void Leanings(ReadOnlySpan<PersonId> from, int head, Span<double> into)
    {
        var (tied, loyalty, since, hostility, fade) = (TiedTo, Loyalty, LoyaltySince, Hostility, FadeTable);
        var himself = C.Heads[head].Index;
        for (var k = 0; k < from.Length; k++)
        {
            var person = from[k].Index;
            var i = (person * Heads) + head;
            var tie =
                (tied[person] >> head & 1) == 0 ? 0
                : person == himself ? 1
                : loyalty[i] * fade[Tick - since[i]];
            into[k] = tie - hostility[i];
        }
    }

    public bool IsActive(int person) => Standing[person] == Model.Standing.Member;

    /// <summary>The head a person follows, as a head number; -1 for nobody.</summary>
    public int PatronOf(int person)
    {
        if (PatronAt[person] == Turn)
            return Patron[person];
        var best = -1;
        var strength = WeakestTie;
        for (var tied = TiedTo[person]; tied != 0; tied &= tied - 1)
        {
            var h = BitOperations.TrailingZeroCount(tied);
            if (Standing[C.Heads[h].Index] == Model.Standing.Dead)
                continue;
            var l = LoyaltyTo(person, h);
            if (l >= strength)
            {
                strength = l;
                best = h;
            }
        }
        PatronAt[person] = Turn;
        return Patron[person] = best;
    }

    /// <summary>The value of a person's best seat, and as much of the others as counts.</summary>
    public double RankOf(int person)
    {
        var (best, all) = (0.0, 0.0);
        var seats = SeatsHeld.AsSpan(person * SeatsAPerson, SeatCount[person]);
        foreach (var seat in seats)
        {
            best = Math.Max(best, C.Rank[C.SeatOrgan[seat]]);
            all += C.Rank[C.SeatOrgan[seat]];
        }
        return RankOf(best, all);
    }

    /// <summary>The rank of somebody whose best seat has one value and all of whose seats have another together.</summary>
    public double RankOf(double best, double all) => best + (_furtherSeats * (all - best));

    public bool Sits(int person, int organ)
    {
        foreach (var seat in SeatsHeld.AsSpan(person * SeatsAPerson, SeatCount[person]))
        {
            var own = C.SeatOrgan[seat];
            if (own == organ || C.Parts[organ].AsSpan().Contains(own))
                return true;
        }
        return false;
    }

    /// <summary>Seats of an organ that may be held now, in its first places; 0 where members are counted or shared with others.</summary>
    public int SeatsIn(int organ) => Math.Min(Size[organ], C.SeatsOf(organ));

    /// <summary>The holders of those seats; -1 where nobody sits.</summary>
    public Span<int> HoldersOf(int organ) => Holder.AsSpan(C.SeatOffset[organ], SeatsIn(organ));

    /// <summary>The person who acts for an organ: the holder of an office, or of the office that heads a body; -1 if none.</summary>
    public int ActorOf(int organ)
    {
        var office = C.Organs[organ].IsOffice || (C.SeatsOf(organ) == 1 && Size[organ] == 1) ? organ : C.HeadOffice[organ];
        var holder = office < 0 ? -1 : Holder[C.SeatOffset[office]];
        if (!C.HasDeputies || office < 0 || (holder >= 0 && IsActive(holder)))
            return holder;
        return DeputyOf(office) is >= 0 and var deputy && deputy != organ ? ActorOf(deputy) : holder;
    }

    /// <summary>Marks that a provision entered a computed probability.</summary>
    public void Use(int provision)
    {
        if (provision >= 0 && FirstUse[provision] > Turn)
            FirstUse[provision] = Turn;
    }

    /// <summary>The same of a provision as it is written; one that stands in no clause, as in a reference, always decides.</summary>
    public bool Decides(Provision provision, ulong use) => C.ProvisionOf(provision) is not (>= 0 and var index) || Decides(index, use);

    /// <summary>The engine's draw on whether a provision decides this use.</summary>
    public bool Decides(int provision, ulong use)
    {
        var share = ShareNow[provision];
        if (share <= 0)
            return false;
        Use(provision);
        return Chance.Happens(share, ShareDraw, C.Provisions[provision].Key, Moment, use);
    }

    /// <summary>How a body decides under a rule: as its tails say, so far as each of them decides this month.</summary>
    public Decision DecisionOf(Rule rule, OrganId body)
    {
        var decision = new Decision(body, Majority.Simple, Open: true);
        foreach (var tail in rule.Tails)
        {
            var shaped = tail.Shape(decision);
            if (shaped != decision && Decides(tail, C.Organs[body.Index].Key))
                decision = shaped;
        }
        return decision;
    }

    /// <summary>What decides now where a provision does not: its first reference, or the one its striking names from then on.</summary>
    public Rule? ReferenceOf(int provision) =>
        Turn >= C.Provisions[provision].StruckFrom ? C.Provisions[provision].Successor : C.Provisions[provision].Reference;

    public double NewLimit(int seat, int person) => Chance.Exponential(Threshold, Key.Mix(C.SeatKey[seat], C.PersonKey[person]), Moment);

    private void DrawTraits(int person)
    {
        Drawn[person] = true;
        var named = person < C.People;
        C.Traits.DrawInto(
            Traits.AsSpan(person * TraitTable.Count, TraitTable.Count),
            person,
            C.PersonKey[person],
            named && C.HeadOf[person] >= 0,
            named ? C.Scenario.Cast.People[person].Attributes : null,
            Values,
            Chance
        );
    }
}
