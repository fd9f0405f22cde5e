using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>
/// What members may start together, past whoever usually does: a meeting with a motion on its agenda, or a vote that is theirs alone to start.
/// A contender who would gain by it collects signatures now and then; those sign who would vote for it.
/// </summary>
internal sealed class Petitions
{
    private static readonly Purpose Starting = Purpose.Of("petition");
    private readonly World _w;
    private readonly (InitiativeNorm Norm, CompiledRule Rule, int Provision, bool OfTail)[] _initiatives;
    private Menu? _menu;

    public Petitions(World world)
    {
        _w = world;
        _initiatives =
        [
            .. C
                .Rules.Where(r => r.Provision >= 0 && r.Power is not null)
                .SelectMany(r =>
                    r.Rule.Norms.OfType<InitiativeNorm>()
                        .Select(n => (n, r, r.Provision, false))
                        .Concat(
                            r.Rule.Tails.SelectMany(t =>
                                t.NormsOn(r.Rule).OfType<InitiativeNorm>().Select(n => (n, r, C.ProvisionOf(t), true))
                            )
                        )
                )
                .OrderBy(x => x.r.Key),
        ];
    }

    private CompiledScenario C => _w.C;

    /// <summary>Whether motions of a rule start by petition alone.</summary>
    public bool Reserves(CompiledRule rule)
    {
        foreach (var (_, own, provision, ofTail) in _initiatives)
        {
            if (ofTail && own.Index == rule.Index && _w.Decides(provision, rule.Key))
                return true;
        }
        return false;
    }

    /// <summary>Contenders start petitions.</summary>
    public void Start()
    {
        foreach (var (norm, rule, provision, ofTail) in _initiatives)
        {
            var rate = _w.Scene[norm.Readiness];
            if (rate <= 0 || !_w.Rulebook.IsInForce(rule.Index) || (!ofTail && _w.Scene.Meets(norm.On)))
                continue;
            for (var k = 0; k < C.Contenders; k++)
            {
                var person = C.Heads[k].Index;
                if (
                    _w.IsActive(person)
                    && (_w.Rolls.Is(norm.Who.Of.Index) || _w.Sits(person, norm.Who.Of.Index))
                    && _w.Chance.Happens(rate, Starting, C.PersonKey[person], _w.Moment, rule.Key)
                    && _w.Decides(rule.Provision, Key.Mix(rule.Key, C.PersonKey[person]))
                    && (!ofTail || _w.Decides(provision, Key.Mix(rule.Key, C.PersonKey[person])))
                )
                    Sign(norm, rule, ofTail, new PersonId(person));
            }
        }
    }

    private void Sign(InitiativeNorm norm, CompiledRule rule, bool ofTail, PersonId starter)
    {
        _menu ??= new Menu(_w);
        _menu.Open(starter);
        if (ofTail)
            _menu.Ask(rule.Power!, rule.Clause, rule.Number);
        else
            AskAll(norm.On.Index);
        if (!_menu.Choose(PersonId.None, anything: false, out var move, out var power) || _w.OrderPaper.Has(_w.Floor.ContentKey(move)))
            return;
        var content = Key.Mix(_w.Floor.ContentKey(move), rule.Key);
        var signed = _w.Floor.Support(move, power!, norm.Who.Of, content);
        var needed = norm.Who.Quantity.In(SizeOf(norm.Who.Of.Index));
        _w.Editor.Note(Noted.Petitioned, C.PersonKey[starter.Index], (ulong)signed);
        _w.Editor.Tell(
            new TraceEntry(new Turn(_w.Turn), TraceKind.Petitioned, move.Target, starter, move.By.Body, rule.Clause, needed, 0, signed)
        );
        if (signed < needed)
            return;
        var days = Math.Max(_w.OrderPaper.NoticeOf(rule.Power, content), _w.OrderPaper.NoticeOf(power, content)) + (norm.Within?.Days ?? 0);
        _w.OrderPaper.PutDown(move, power!, days, called: !ofTail || rule.Power!.VoteWithin is not null);
    }

    // What a body that is called may decide.
    private void AskAll(int body)
    {
        foreach (var r in _w.Rulebook.Powers)
        {
            var rule = C.Rules[r];
            if (rule.Power!.Holder.Index != body || rule.Power.IsRegular(_w.Scene) || Reserves(rule))
                continue;
            if (rule.Provision < 0 || _w.Decides(rule.Provision, Key.Mix(rule.Key, C.Organs[body].Key)))
                _menu!.Ask(rule.Power, rule.Clause, rule.Number);
            else if (_w.ReferenceOf(rule.Provision) is Power reference)
                _menu!.Ask(reference, rule.Clause, rule.Number);
        }
    }

    private int SizeOf(int organ) => _w.Rolls.Is(organ) ? _w.Rolls.Size(organ) : _w.Size[organ];
}
