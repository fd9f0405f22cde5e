using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>What every meeting may settle before anything contentious: how many are to be elected. A congress sends its delegates first.</summary>
internal sealed class RegularBusiness : Phase
{
    private const int Item = -1;
    private Menu? _menu;

    public override string Name => "regular business";

    public override void Run(World w)
    {
        if (w.Turn <= w.C.ReplayUntil)
            return;
        _menu ??= new Menu(w);
        for (var i = 0; i < w.Rulebook.Powers.Length; i++)
        {
            var rule = w.C.Rules[w.Rulebook.Powers[i]];
            var power = rule.Power!;
            if (!power.IsRegular(w.Scene) || power.IsIdle(w.Scene) || !w.Scene.Meets(power.Holder))
                continue;
            Assemble(w, power.Holder.Index);
            var setter = Motions.Setter(w, power.Holder.Index, Item);
            if (setter.IsNone)
                continue;
            _menu.Open(setter);
            if (rule.Provision < 0 || w.Decides(rule.Provision, rule.Key))
                _menu.Ask(power, rule.Clause, rule.Number);
            else if (w.ReferenceOf(rule.Provision) is Power reference)
                _menu.Ask(reference, rule.Clause, rule.Number);
            if (_menu.Choose(PersonId.None, anything: false, out var move, out var by))
                Motions.PutNowOrLater(w, move, by);
        }
    }

    private static void Assemble(World w, int organ)
    {
        if (!w.C.Organs[organ].Counted || w.Renewed[organ] || w.Rulebook.Main(organ) is not { } rule)
            return;
        w.Renewals.Renew(organ, rule);
        w.TermEnded[organ] = false;
    }
}
