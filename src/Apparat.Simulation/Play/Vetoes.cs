using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Who may stop what a body has carried, and who may set that aside.</summary>
internal sealed class Vetoes
{
    private static readonly Purpose Stopping = Purpose.Of("veto");
    private readonly World _w;
    private readonly (VetoNorm Norm, CompiledRule Rule)[][] _over;

    public Vetoes(World world)
    {
        _w = world;
        _over = C.NormsBy<VetoNorm>(n => n.Over);
    }

    private CompiledScenario C => _w.C;

    /// <summary>Whether what was just carried is stopped. Called with those who voted still gathered; gathers others if there is a vote on the veto.</summary>
    public bool Stop(in Move move, Power? power)
    {
        foreach (var (norm, rule) in _over[move.By.Body.Index])
        {
            if (norm.Overrides || !_w.Rulebook.IsInForce(rule.Index) || _w.ActorOf(norm.By.Index) is not (>= 0 and var holder))
                continue;
            var content = Key.Mix(rule.Key, _w.Floor.ContentKey(move));
            if (!_w.IsActive(holder) || holder == move.Sponsor.Index || !_w.Decides(rule.Provision, content))
                continue;
            var gain = _w.Floor.Gain(move, power, holder);
            if (_w.Chance.Unit(Stopping, C.PersonKey[holder], _w.Month, content) < StableMath.Logistic(gain))
                continue;
            var overridden = Overridden(norm.By.Index, move, content);
            _w.Editor.Note(Noted.Vetoed, C.PersonKey[holder], overridden ? 1u : 0);
            _w.Editor.Tell(
                new TraceEntry(
                    new Turn(_w.Turn),
                    TraceKind.Vetoed,
                    move.Target,
                    new PersonId(holder),
                    move.By.Body,
                    rule.Clause,
                    overridden ? 1 : 0
                )
            );
            if (!overridden)
                return true;
        }
        return false;
    }

    private bool Overridden(int office, in Move move, ulong content)
    {
        foreach (var (norm, rule) in _over[office])
        {
            if (!norm.Overrides || !_w.Rulebook.IsInForce(rule.Index) || !_w.Scene.Meets(norm.By) || !_w.Decides(rule.Provision, content))
                continue;
            if (_w.Floor.Agree(move with { By = _w.DecisionOf(rule.Rule, norm.By) }, Key.Mix(content, rule.Key)))
                return true;
        }
        return false;
    }
}
