using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>Whose standing the motion on the floor would change: what a dry run shows, and for heads what it costs to be seen on a side.</summary>
internal sealed class Stakes(World w)
{
    private readonly (PersonId Head, double Change)[] _heads = new (PersonId, double)[w.C.Heads.Length + 1];
    private readonly double[] _changes = new double[w.C.Heads.Length];
    private int _count;

    /// <summary>The heads at stake.</summary>
    public ReadOnlySpan<(PersonId Head, double Change)> OfHeads => _heads.AsSpan(0, _count);

    // Whoever takes a side in public has his standing at stake with it; the target loses at least as much.
    public void Prepare(in Move move, Power? power)
    {
        var dry = w.DryRun;
        dry.Reset();
        power?.Do(move, dry);
        if (power?.IsDue(w.Scene) == true)
        {
            dry.Otherwise = true;
            power.Default(w.Scene, dry);
            dry.Otherwise = false;
        }
        var stake = w.Scene[w.C.Scenario.Pace.Stake];
        dry.ChangesOfHeads(_changes);
        _count = 0;
        for (var h = 0; h < w.Heads; h++)
        {
            var person = w.C.Heads[h];
            if (w.Standing[person.Index] == Standing.Dead)
                continue;
            var change = _changes[h];
            if (!move.Sponsor.IsNone)
            {
                var stand = w.Sides.StandOf(h);
                change = stand < 0 ? Math.Min(change, -stake) : change + (stand * stake);
            }
            if (change != 0)
                _heads[_count++] = (person, Math.Clamp(change, -1, 1));
        }
        WriteOwn(dry);
    }

    private void WriteOwn(DryRun dry)
    {
        var own = w.Voters.Rows.Own;
        own.Clear();
        for (var i = 0; i < dry.Count; i++)
        {
            if (w.Voters.PlaceOf(dry.Person(i), own.Length) is >= 0 and var at)
                own[at] = dry.Change(i);
        }
        foreach (var (head, change) in OfHeads)
        {
            if (w.Voters.PlaceOf(head.Index, own.Length) is >= 0 and var at)
                own[at] = change;
        }
    }
}
