using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>Business that must be decided when it comes: a document that was handed over. If nothing is carried, its default happens.</summary>
internal sealed class DueBusiness : Phase
{
    private Menu? _menu;

    public override string Name => "business that is due";

    public override void Run(World w)
    {
        if (w.Turn <= w.C.ReplayUntil)
            return;
        _menu ??= new Menu(w);
        for (var i = 0; i < w.Rulebook.Powers.Length; i++)
        {
            var rule = w.C.Rules[w.Rulebook.Powers[i]];
            var power = rule.Power!;
            if (!power.IsDue(w.Scene))
                continue;
            // Where nobody can put a motion, the default happens.
            if (w.Decides(rule.Provision, rule.Key) && SetterOf(w, power.Holder.Index) is { IsNone: false } setter)
            {
                _menu.Open(setter);
                _menu.Ask(power, rule.Clause, rule.Number);
                if (_menu.Choose(PersonId.None, anything: true, out var move, out var chosen) && w.Floor.Put(move, chosen))
                {
                    RemovalAsked(w);
                    continue;
                }
            }
            if (power.IsDue(w.Scene))
                ((w.ReferenceOf(rule.Provision) as Power) ?? power).Default(w.Scene, w.Editor);
            RemovalAsked(w);
        }
    }

    private static PersonId SetterOf(World w, int organ) => Motions.Setter(w, organ, 0);

    // A paper that asks for someone's removal, once read beyond its custodians, is followed at once by the motion it asks for.
    private static void RemovalAsked(World w)
    {
        foreach (var document in w.C.Scenario.Documents)
        {
            if (
                document.AsksToRemove is not { } office
                || w.Postscripts.IsMissing(document.Id.Index)
                || !w.Delivered[document.Id.Index]
                || w.Papers.Asked(document.Id.Index)
            )
                continue;
            if (document.Audiences.IsEmpty || !w.Heard[(document.Id.Index * w.C.Organs.Length) + document.Audiences[^1].Index])
                continue;
            w.Papers.MarkAsked(document.Id.Index);
            var holder = w.ActorOf(office.Index);
            if (holder < 0)
                continue;
            foreach (var r in w.Rulebook.Powers)
            {
                var rule = w.C.Rules[r];
                var power = rule.Power!;
                if (!Removes(w, r, office.Index))
                    continue;
                var by = new Decision(power.Holder, Majority.Simple, Open: true);
                var move = new Move(rule.Clause, rule.Number, PersonId.None, new PersonId(holder), office.Index, 0, by)
                {
                    Kind = MoveKind.Removal,
                    Bias = -0.5,
                };
                if (w.Decides(rule.Provision, w.Floor.ContentKey(move)))
                    w.Floor.Put(move, power);
                break;
            }
        }
    }

    private static bool Removes(World w, int rule, int organ)
    {
        foreach (var influence in w.C.Influences)
        {
            if (influence.Rule == rule && influence.Hold == Hold.Remove && influence.To == organ)
                return true;
        }
        return false;
    }
}
