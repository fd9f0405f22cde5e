using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Contentious business: how many motions, in which body, set by whom, which, and the answer to a challenge that failed.</summary>
internal sealed class Motions : Phase
{
    private static readonly Purpose Number = Purpose.Of("motions");
    private static readonly Purpose Venue = Purpose.Of("venue");
    private static readonly Purpose Mover = Purpose.Of("mover");
    private static readonly Purpose Answer = Purpose.Of("answer");
    private Menu? _menu;

    public override string Name => "motions";

    public override void Run(World w)
    {
        if (!w.AnyMeets || w.Turn <= w.C.ReplayUntil)
            return;
        _menu ??= new Menu(w);
        while (w.OrderPaper.Next(out var due, out var its))
        {
            if (!w.Floor.Put(due, its) && due.Kind == MoveKind.Removal)
                Retaliate(w, due);
        }
        var n = w.Chance.Poisson(w.Scene[w.C.Scenario.Pace.Motions] * Months(w), Number, 0, w.Moment);
        for (var k = 0; k < n; k++)
        {
            var body = Body(w, k);
            if (body < 0)
                return;
            var setter = Setter(w, body, k + 1);
            if (setter.IsNone)
                continue;
            Ask(w, setter, body);
            if (!_menu.Choose(PersonId.None, anything: false, out var move, out var power))
                continue;
            if (!PutNowOrLater(w, move, power) && move.Kind == MoveKind.Removal)
                Retaliate(w, move);
        }
    }

    // Motions come by the month with a meeting. A meeting held late takes those of its month with it, which were drawn when nobody met.
    private static double Months(World w) => w.C.AnyMeets[w.Turn] ? w.C.MonthsWithMeeting[w.Turn] : 1;

    /// <summary>Who sets what a body discusses: the holder of its agenda as far as his share goes, else a member by esteem.</summary>
    public static PersonId Setter(World w, int body, int index)
    {
        var c = w.C;
        foreach (var influence in c.Holds(Hold.Agenda, body))
        {
            if (c.Rules[influence.Rule].Power is not { PutsMotions: true })
                continue;
            var holder = w.ActorOf(influence.From);
            if (holder >= 0 && w.IsActive(holder) && w.Decides(influence.Provision, Key.Mix(c.Organs[body].Key, (ulong)index)))
                return new PersonId(holder);
        }
        var voters = w.Voters.Gather(body);
        var all = 0.0;
        foreach (var voter in voters)
            all += w.TraitOf(voter.Index, Trait.Prestige);
        var at = w.Chance.Unit(Mover, c.Organs[body].Key, w.Moment, (ulong)index) * all;
        foreach (var voter in voters)
        {
            at -= w.TraitOf(voter.Index, Trait.Prestige);
            if (at < 0 && voter.Index < c.People + c.Cadres)
                return voter;
        }
        return PersonId.None;
    }

    /// <summary>Puts a motion to the vote, or where notice must be given down for later; false if it was put and lost.</summary>
    public static bool PutNowOrLater(World w, in Move move, Power? power)
    {
        var days = w.OrderPaper.NoticeOf(power, w.Floor.ContentKey(move));
        if (days == 0)
            return w.Floor.Put(move, power);
        if (!w.OrderPaper.Has(w.Floor.ContentKey(move)))
            w.OrderPaper.PutDown(move, power!, days, called: false);
        return true;
    }

    // A body that meets and has something it may decide, each equally likely.
    private static int Body(World w, int index)
    {
        Span<bool> may = stackalloc bool[w.C.Organs.Length];
        may.Clear();
        var n = 0;
        foreach (var r in w.Rulebook.Powers)
        {
            var power = w.C.Rules[r].Power!;
            var organ = power.Holder;
            if (
                !power.IsRegular(w.Scene)
                && !power.IsIdle(w.Scene)
                && !w.C.Organs[organ.Index].IsOffice
                && w.Scene.Meets(organ)
                && !may[organ.Index]
            )
            {
                may[organ.Index] = true;
                n++;
            }
        }
        if (n == 0)
            return -1;
        var left = w.Chance.Below(n, Venue, (ulong)index, w.Moment);
        foreach (var organ in w.C.OrgansByKey)
        {
            if (may[organ] && left-- == 0)
                return organ;
        }
        return -1;
    }

    private void Ask(World w, PersonId setter, int body)
    {
        _menu!.Open(setter);
        foreach (var r in w.Rulebook.Powers)
        {
            var rule = w.C.Rules[r];
            var power = rule.Power!;
            if (!MayRaise(w, setter, power.Holder, body) || power.IsDue(w.Scene) || power.IsRegular(w.Scene) || w.Petitions.Reserves(rule))
                continue;
            if (rule.Provision < 0 || w.Decides(rule.Provision, Key.Mix(rule.Key, w.C.PersonKey[setter.Index])))
                _menu.Ask(power, rule.Clause, rule.Number);
            else if (w.ReferenceOf(rule.Provision) is Power reference)
                _menu.Ask(reference, rule.Clause, rule.Number);
        }
    }

    // What one body cannot decide may be referred to any other that meets and in which the setter sits.
    private static bool MayRaise(World w, PersonId setter, OrganId decides, int body) =>
        decides.Index == body || (w.Scene.Meets(decides) && !w.C.Organs[decides.Index].IsOffice && w.Sits(setter.Index, decides.Index));

    // A defeated challenge is answered by its target, with the best he can move against its sponsor.
    private void Retaliate(World w, Move challenge)
    {
        var target = challenge.Target;
        if (challenge.Sponsor.IsNone || target.IsNone || !w.IsActive(target.Index))
            return;
        var severity = w.Scene[w.C.Scenario.Pace.Sanction];
        if (!w.Chance.Happens(severity, Answer, w.C.PersonKey[target.Index], w.Moment, w.Floor.ContentKey(challenge)))
            return;
        _menu!.Open(target);
        foreach (var r in w.Rulebook.Powers)
        {
            var rule = w.C.Rules[r];
            var power = rule.Power!;
            if (!w.Scene.Meets(power.Holder) || w.C.Organs[power.Holder.Index].IsOffice || w.Petitions.Reserves(rule))
                continue;
            if (rule.Provision < 0 || w.Decides(rule.Provision, Key.Mix(rule.Key, w.C.PersonKey[target.Index])))
                _menu.Ask(power, rule.Clause, rule.Number);
        }
        if (_menu.Choose(challenge.Sponsor, anything: false, out var answer, out var by))
            PutNowOrLater(w, answer, by);
    }
}
