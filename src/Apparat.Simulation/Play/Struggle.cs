using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>What is remembered of attacks and defeats, and which of the expelled have offered to recant: one entry a head.</summary>
internal sealed class Struggle(World w)
{
    private const int Never = -1;
    private readonly int[] _attacked = new int[w.C.Heads.Length];
    private readonly int[] _defeated = new int[w.C.Heads.Length];
    private readonly bool[] _recants = new bool[w.C.Heads.Length];

    public void Reset()
    {
        Array.Fill(_attacked, Never);
        Array.Fill(_defeated, Never);
        Array.Clear(_recants);
    }

    /// <summary>Months since a head was attacked; infinitely many if he never was.</summary>
    public double SinceAttacked(int head) => Since(_attacked[head]);

    /// <summary>Months since a challenge of a head's was defeated; infinitely many if none was.</summary>
    public double SinceDefeated(int head) => Since(_defeated[head]);

    public ref bool Recants(int head) => ref _recants[head];

    public void After(in Deed deed)
    {
        if (HeadOf(deed.Person) is not (>= 0 and var head))
            return;
        if (deed.Kind == DeedKind.Attacked)
            _attacked[head] = w.Turn;
        else if (deed.Kind == DeedKind.Defeated)
            _defeated[head] = w.Turn;
    }

    private double Since(int turn) => turn == Never ? double.PositiveInfinity : w.C.MonthsGone[w.Turn] - w.C.MonthsGone[turn];

    private int HeadOf(PersonId person) => person.Index >= 0 && person.Index < w.C.People ? w.C.HeadOf[person.Index] : -1;
}
