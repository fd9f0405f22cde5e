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
    private int _stamp;
    private int _count;
    private int _from;
    private int _length;
    private PersonId[] _voters = [];

    /// <summary>Other voters, or the same in a changed world: rows are worked out anew.</summary>
    public void Renew(PersonId[] voters, int count)
    {
        _stamp++;
        _voters = voters;
        _count = count;
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
            if (_rank.Stamp != _stamp)
            {
                _rank.Stamp = _stamp;
                for (var v = 0; v < _count; v++)
                    _rank.Values[v] = w.RankOf(_voters[v].Index);
            }
            return _rank.Values.AsSpan(_from, _length);
        }
    }

    public ReadOnlySpan<double> Leanings(int head)
    {
        var row = _leaning[head];
        if (row.Stamp != _stamp)
        {
            row.Stamp = _stamp;
            for (var v = 0; v < _count; v++)
            {
                var person = _voters[v].Index;
                row.Values[v] = w.LoyaltyTo(person, head) - w.Hostility[(person * w.Heads) + head];
            }
        }
        return row.Values.AsSpan(_from, _length);
    }

    public ReadOnlySpan<double> Dependences(int head)
    {
        var row = _dependence[head];
        if (row.Stamp != _stamp)
        {
            row.Stamp = _stamp;
            for (var v = 0; v < _count; v++)
                row.Values[v] = Dependence(_voters[v].Index, head);
        }
        return row.Values.AsSpan(_from, _length);
    }

    public ReadOnlySpan<double> Esteems(int head)
    {
        var row = _esteem[head];
        if (row.Stamp != _stamp)
        {
            row.Stamp = _stamp;
            var of = w.C.Heads[head];
            for (var v = 0; v < _count; v++)
                row.Values[v] = w.Scene.Prestige(_voters[v], of);
        }
        return row.Values.AsSpan(_from, _length);
    }

    public ReadOnlySpan<double> Positions(int issue)
    {
        var row = _position[issue];
        if (row.Stamp != _stamp)
        {
            row.Stamp = _stamp;
            for (var v = 0; v < _count; v++)
                row.Values[v] = w.TraitOf(_voters[v].Index, Trait.Issue1 + issue);
        }
        return row.Values.AsSpan(_from, _length);
    }

    // Weighed over a person's seats by their value (ruling M2).
    public double Dependence(int person, int head)
    {
        if (w.C.Heads[head].Index == person)
            return 0;
        double weighted = 0,
            weight = 0;
        foreach (var seat in w.SeatsHeld.AsSpan(person * World.SeatsAPerson, w.SeatCount[person]))
        {
            var organ = w.C.SeatOrgan[seat];
            var rank = w.C.Rank[organ];
            if (rank == 0)
                continue;
            var share = w.DependenceOn(organ, head);
            if (share > 0 && !w.DependenceUsed[organ])
                DependenceTable.MarkUsed(w, organ);
            weighted += rank * share;
            weight += rank;
        }
        return weight == 0 ? 0 : Math.Min(1, weighted / weight);
    }

    private static Row[] Rows(int count, int most) => [.. Enumerable.Range(0, count).Select(_ => new Row(most))];

    private sealed class Row(int most)
    {
        public readonly double[] Values = new double[most];

        public int Stamp = -1;
    }
}
