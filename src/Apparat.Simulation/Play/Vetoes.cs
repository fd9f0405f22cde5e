using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>
/// Who may stop what a body has carried: the holder of a veto, unless he is overridden, and whoever must agree to it. Everyone who reckons with
/// the motion foresees them by the rule by which they decide.
/// </summary>
internal sealed class Vetoes
{
    private static readonly Purpose Stopping = Purpose.Of("veto");
    private readonly World _w;
    private readonly (VetoNorm Norm, CompiledRule Rule)[][] _over;

    // Of each veto over the body at hand, the chance that its holder uses it.
    private readonly double[] _objects;
    private readonly bool _any;

    public Vetoes(World world)
    {
        _w = world;
        _over = C.NormsBy<VetoNorm>(n => n.Over);
        _objects = new double[_over.Max(o => o.Length)];
        _any = _objects.Length > 0 || Array.Exists(C.Provisions, p => p.Provision is Tail { Assent: not null });
    }

    private CompiledScenario C => _w.C;

    /// <summary>Whether anybody might stop a motion if it were carried.</summary>
    public bool MayStop(in Move move, Power? power)
    {
        if (!_any)
            return false;
        foreach (var (norm, rule) in _over[move.By.Body.Index])
        {
            if (HolderOf(norm, rule, move) >= 0 && _w.ShareNow[rule.Provision] > 0)
                return true;
        }
        foreach (var tail in power?.Tails ?? [])
        {
            if (tail.Assent is not null && ShareOf(tail) > 0)
                return true;
        }
        return false;
    }

    /// <summary>The probability that nobody stops a motion if it is carried. Gathers others than its voters.</summary>
    public double Passes(in Move move, Power? power)
    {
        var carried = _w.Floor.WeighUnhindered(move, power);
        var over = _over[move.By.Body.Index];
        for (var i = 0; i < over.Length; i++)
        {
            var (norm, rule) = over[i];
            _objects[i] = 0;
            if (HolderOf(norm, rule, move) is not (>= 0 and var holder) || _w.ShareNow[rule.Provision] is not (> 0 and var share))
                continue;
            _w.Use(rule.Provision);
            _objects[i] = share * (1 - StableMath.Logistic(_w.Floor.Gain(move, power, holder, carried)));
        }
        var passes = 1.0;
        for (var i = 0; i < over.Length; i++)
        {
            if (_objects[i] > 0)
                passes *= 1 - (_objects[i] * Upheld(over[i].Norm.By.Index, move));
        }
        foreach (var tail in power?.Tails ?? [])
        {
            if (tail.Assent is not var (by, days) || ShareOf(tail) is not (> 0 and var share) || IsSilent(by, days))
                continue;
            _w.Use(C.ProvisionOf(tail));
            passes *= 1 - (share * (1 - _w.Floor.WeighUnhindered(move with { By = by }, power)));
        }
        return passes;
    }

    /// <summary>
    /// Whether what was just carried is stopped, those who may having foreseen how likely it was to be carried. Called with those who voted
    /// still gathered; gathers others if there is a vote on it.
    /// </summary>
    public bool Stop(in Move move, Power? power, double carried)
    {
        if (!_any)
            return false;
        foreach (var (norm, rule) in _over[move.By.Body.Index])
        {
            var content = Key.Mix(rule.Key, _w.Floor.ContentKey(move));
            if (HolderOf(norm, rule, move) is not (>= 0 and var holder) || !_w.Decides(rule.Provision, content))
                continue;
            var gain = _w.Floor.Gain(move, power, holder, carried);
            if (_w.Chance.Unit(Stopping, C.PersonKey[holder], _w.Moment, content) < StableMath.Logistic(gain))
                continue;
            var overridden = Overridden(norm.By.Index, move, content);
            Tell(C.PersonKey[holder], new PersonId(holder), move, rule.Clause, overridden);
            if (!overridden)
                return true;
        }
        foreach (var tail in power?.Tails ?? [])
        {
            if (tail.Assent is not var (by, days) || IsSilent(by, days))
                continue;
            var content = Key.Mix(C.Organs[by.Body.Index].Key, _w.Floor.ContentKey(move));
            if (!_w.Decides(tail, content) || _w.Floor.Agree(move with { By = by }, content, power))
                continue;
            Tell(C.Organs[by.Body.Index].Key, PersonId.None, move, move.Clause, overridden: false);
            return true;
        }
        return false;
    }

    // Whoever moved it does not stop it. -1 if nobody can.
    private int HolderOf(VetoNorm norm, CompiledRule rule, in Move move) =>
        !norm.Overrides
        && _w.Rulebook.IsInForce(rule.Index)
        && _w.ActorOf(norm.By.Index) is >= 0 and var holder
        && _w.IsActive(holder)
        && holder != move.Sponsor.Index
            ? holder
            : -1;

    private double Upheld(int office, in Move move)
    {
        var upheld = 1.0;
        foreach (var (norm, rule) in _over[office])
        {
            if (!MayOverride(norm, rule) || _w.ShareNow[rule.Provision] is not (> 0 and var share))
                continue;
            _w.Use(rule.Provision);
            upheld *= 1 - (share * _w.Floor.WeighUnhindered(move with { By = _w.DecisionOf(rule.Rule, norm.By) }, null));
        }
        return upheld;
    }

    private bool Overridden(int office, in Move move, ulong content)
    {
        foreach (var (norm, rule) in _over[office])
        {
            if (!MayOverride(norm, rule) || !_w.Decides(rule.Provision, content))
                continue;
            if (_w.Floor.Agree(move with { By = _w.DecisionOf(rule.Rule, norm.By) }, Key.Mix(content, rule.Key)))
                return true;
        }
        return false;
    }

    private bool MayOverride(VetoNorm norm, CompiledRule rule) =>
        norm.Overrides && _w.Rulebook.IsInForce(rule.Index) && _w.Scene.Meets(norm.By);

    // A body that may only object in time and does not meet has not objected.
    private bool IsSilent(in Decision by, int? days) => days is { } within && !_w.BallotBox.MeetsWithin(by.Body, within);

    private double ShareOf(Tail tail) => C.ProvisionOf(tail) is >= 0 and var provision ? _w.ShareNow[provision] : 1;

    private void Tell(ulong by, PersonId holder, in Move move, ClauseId clause, bool overridden)
    {
        _w.Editor.Note(Noted.Vetoed, by, overridden ? 1u : 0);
        _w.Editor.Tell(new TraceEntry(new Turn(_w.Turn), TraceKind.Vetoed, move.Target, holder, move.By.Body, clause, overridden ? 1 : 0));
    }
}
