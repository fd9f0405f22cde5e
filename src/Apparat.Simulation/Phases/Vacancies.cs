using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>Empty seats are filled at once by whoever fills them without a meeting, or by electors who meet.</summary>
internal sealed class Vacancies : Phase
{
    public override string Name => "vacancies";

    public override void Run(World w)
    {
        var c = w.C;
        foreach (var organ in c.ElectionOrder)
        {
            if (w.Vacant[organ] == 0)
                continue;
            var rule = w.Rulebook.Vacancy(organ) ?? w.Rulebook.Main(organ);
            if (rule is null)
                continue;
            var electors = rule.Selection!.Electors;
            if (electors is { } body && (c.Organs[body.Index].Counted || !w.Scene.Meets(body)))
                continue;
            w.BallotBox.FillEmpty(organ, rule);
        }
    }
}
