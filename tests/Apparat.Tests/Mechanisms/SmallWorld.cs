using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>The first day of a small party whose ties, grudges and bonds are put in by hand, so that what follows can be worked out on paper.</summary>
internal static class SmallWorld
{
    public static readonly OrganId Locals = new(0);
    public static readonly OrganId Congress = new(1);
    public static readonly OrganId Committee = new(2);
    public static readonly OrganId Bureau = new(3);
    public static readonly OrganId Secretary = new(4);
    public static readonly OrganId Newspaper = new(5);

    /// <summary>Without ties, grudges or bonds.</summary>
    public static World Of(Scenario scenario)
    {
        var w = MechanismFacts.FirstDay(scenario with { Bonds = [] });
        Array.Clear(w.Loyalty);
        Array.Clear(w.Hostility);
        Array.Fill(w.PatronAt, -1);
        w.Version++;
        return w;
    }

    public static World Plain() => Of(SmallParty.With());

    /// <summary>One of those without a name, from his place among the branch secretaries.</summary>
    public static PersonId Cadre(this World w, int branch = 0) => new(w.Holder[w.C.SeatOffset[Locals.Index] + branch]);

    /// <summary>Who holds the office that appoints, dismisses, draws up the list and sets the agenda.</summary>
    public static PersonId TheSecretary(this World w) => new(w.ActorOf(Secretary.Index));

    public static Seat SeatOf(this World w, PersonId person, OrganId organ) => w.Editor.AsSeat(w.Editor.SeatOf(person.Index, organ.Index));

    /// <summary>All contenders' esteem, in order.</summary>
    public static void Esteemed(this World w, params double[] esteem)
    {
        for (var h = 0; h < esteem.Length; h++)
            w.TraitRef(w.C.Heads[h].Index, Trait.Prestige) = esteem[h];
        w.Version++;
    }

    /// <summary>All contenders' positions on the one issue, in order.</summary>
    public static void Placed(this World w, params double[] positions)
    {
        for (var h = 0; h < positions.Length; h++)
            w.TraitRef(w.C.Heads[h].Index, Trait.Issue1) = positions[h];
        w.Version++;
    }

    /// <summary>The heads with any power over the seats of somebody, and what share of it lies with each.</summary>
    public static (PersonId Head, double Share)[] Over(this World w, PersonId person) =>
        [
            .. w
                .C.Heads.Index()
                .Where(h => (w.Dependences.Over(person.Index) >> h.Index & 1) != 0)
                .Select(h => (h.Item, w.Dependences.Of(person.Index, h.Index))),
        ];

    /// <summary>What a deed that was run dry changes for somebody; 0 if it does not touch him.</summary>
    public static double ChangeOf(this DryRun run, int person) =>
        Enumerable.Range(0, run.Count).Where(i => run.Person(i) == person).Select(run.Change).SingleOrDefault();
}
