using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>
/// What motives read of the voters on the floor, a row a head, worked out when first asked for and kept until voters or world change.
/// A menu of many motions in one body thus reads ties and powers once.
/// </summary>
internal sealed class VoterRows(World w, int most)
{
    private readonly Row[] _leaning = Rows(w.Heads, most);
    private readonly Row[] _dependence = Rows(w.Heads, most);
    private readonly Row[] _esteem = Rows(w.Heads, most);
    private readonly Row[] _position = Rows(w.Policy.Length, most);
    private readonly Row _rank = new(most);
    private readonly double[] _own = new double[most];
    private readonly double[] _promised = new double[most];
    private Row[]? _all;
    private int _seats;
    private int _ties;
    private int _count;
    private int _from;
    private int _length;
    private PersonId[] _voters = [];

    /// <summary>Other voters, or other seats: all rows are worked out anew.</summary>
    public void Renew(PersonId[] voters, int count)
    {
        _seats++;
        _ties++;
        _voters = voters;
        _count = count;
    }

    /// <summary>The same voters in the same seats, with other ties: rows of seats stay.</summary>
    public void TiesChanged(int count)
    {
        _ties++;
        _count = count;
    }

    /// <summary>Someone looks on from the place after the last voter: rows are worked out anew for him alone.</summary>
    public void Guest(int place)
    {
        _count = place + 1;
        foreach (var row in All)
            row.Filled = Math.Min(row.Filled, place);
    }

    /// <summary>Which of the voters are asked about now.</summary>
    public void Look(int from, int length) => (_from, _length) = (from, length);

    /// <summary>The own stakes of all voters, to be written for each motion.</summary>
    public Span<double> Own => _own.AsSpan(0, _count);

    /// <summary>The value of what each voter was promised, to be written for each motion.</summary>
    public Span<double> Promises => _promised.AsSpan(0, _count);

    public ReadOnlySpan<double> Promised => _promised.AsSpan(_from, _length);

    public ReadOnlySpan<double> OwnStakes => _own.AsSpan(_from, _length);

    public ReadOnlySpan<double> Ranks
    {
        get
        {
            for (var v = _rank.Start(_seats, _count); v < _count; v++)
                _rank.Values[v] = w.Rank[_voters[v].Index];
            return _rank.Values.AsSpan(_from, _length);
        }
    }

    public ReadOnlySpan<double> Leanings(int head)
    {
        var row = _leaning[head];
        var start = row.Start(_ties, _count);
        if (start < _count)
            w.Leanings(_voters.AsSpan(start, _count - start), head, row.Values.AsSpan(start));
        return row.Values.AsSpan(_from, _length);
    }

    public ReadOnlySpan<double> Dependences(int head)
    {
        var row = _dependence[head];
        var start = row.Start(_seats, _count);
        if (start < _count)
            w.Dependences.Of(_voters.AsSpan(start, _count - start), head, row.Values.AsSpan(start));
        return row.Values.AsSpan(_from, _length);
    }

    public ReadOnlySpan<double> Esteems(int head)
    {
        var row = _esteem[head];
        var start = row.Start(_ties, _count);
        if (start < _count)
            w.Scene.PrestigeOf(w.C.Heads[head], _voters.AsSpan(start, _count - start), row.Values.AsSpan(start));
        return row.Values.AsSpan(_from, _length);
    }

    public ReadOnlySpan<double> Positions(int issue)
    {
        var row = _position[issue];
        for (var v = row.Start(_ties, _count); v < _count; v++)
            row.Values[v] = w.TraitOf(_voters[v].Index, Trait.Issue1 + issue);
        return row.Values.AsSpan(_from, _length);
    }

    private static Row[] Rows(int count, int most) => [.. Enumerable.Range(0, count).Select(_ => new Row(most))];

    private Row[] All => _all ??= [_rank, .. _leaning, .. _dependence, .. _esteem, .. _position];

    private sealed class Row(int most)
    {
        private int _stamp = -1;

        public double[] Values { get; } = new double[most];

        /// <summary>How many of its values are worked out.</summary>
        public int Filled { get; set; }

        /// <summary>The first voter whose value is yet to be worked out, and from now on none is.</summary>
        public int Start(int stamp, int count)
        {
            var start = _stamp == stamp ? Filled : 0;
            (_stamp, Filled) = (stamp, Math.Max(start, count));
            return start;
        }
    }
}
