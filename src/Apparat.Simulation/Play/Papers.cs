using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>What each document does in this run to those it harms, and whether what it asks for has been moved.</summary>
internal sealed class Papers(World w)
{
    private readonly double[] _damage = new double[Math.Max(1, w.C.Scenario.Documents.Length) * Math.Max(1, w.C.People)];
    private readonly bool[] _asked = new bool[w.C.Scenario.Documents.Length];

    /// <summary>Works out this run's damage of each document to each person it harms.</summary>
    public void Reset()
    {
        if (_asked.Length == 0)
            return;
        Array.Clear(_damage);
        Array.Clear(_asked);
        foreach (var document in w.C.Scenario.Documents)
        {
            foreach (var (person, damage) in document.Harms)
                _damage[(document.Id.Index * w.C.People) + person.Index] = w.Scene[damage];
            if (!w.Postscripts.IsMissing(document.Id.Index))
                Aggravate(document);
        }
    }

    /// <summary>Adds to a document's damage what it says against the present holder of the office it asks to empty.</summary>
    public void Aggravate(Document document)
    {
        if (
            document is not { AsksToRemove: { } office, AgainstHolder: { } extra }
            || w.ActorOf(office.Index) is not (>= 0 and var holder)
            || holder >= w.C.People
        )
            return;
        ref var damage = ref _damage[(document.Id.Index * w.C.People) + holder];
        damage = 1 - ((1 - damage) * (1 - w.Scene[extra]));
    }

    /// <summary>Whether the motion a document asks for has been put.</summary>
    public bool Asked(int document) => _asked[document];

    public void MarkAsked(int document) => _asked[document] = true;

    public double Damage(int document, int person) => person < w.C.People ? _damage[(document * w.C.People) + person] : 0;
}
