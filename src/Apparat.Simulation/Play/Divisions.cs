namespace Apparat.Simulation;

/// <summary>
/// How far each head answers for the divisions in which he voted: 1/(1+k) if he was on the winning side and k others would have had to
/// change before his own vote decided, else 0 (Chockler and Halpern 2004).
/// </summary>
internal sealed class Divisions(World w)
{
    private readonly double[] _sum = new double[w.C.Heads.Length];
    private readonly int[] _count = new int[w.C.Heads.Length];

    public void Reset()
    {
        Array.Clear(_sum);
        Array.Clear(_count);
    }

    /// <summary>Mean responsibility of a head over his divisions.</summary>
    public double Of(int head) => _count[head] == 0 ? 0 : _sum[head] / _count[head];

    /// <summary>Notes the vote of one person in a division.</summary>
    /// <param name="person">Who voted.</param>
    /// <param name="saidYes">How.</param>
    /// <param name="yes">All votes for.</param>
    /// <param name="needed">Votes for that carry it.</param>
    public void Note(int person, bool saidYes, int yes, int needed)
    {
        var head = person < w.C.People ? w.C.HeadOf[person] : -1;
        if (head < 0)
            return;
        var carried = yes >= needed;
        var others = carried ? yes - needed : needed - 1 - yes;
        _count[head]++;
        if (saidYes == carried)
            _sum[head] += 1.0 / (1 + others);
    }
}
