using System.Numerics;
using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>
/// Person by head: the share of the powers over a person's seats that lies with each head, weighed over the seats by their value (ruling M2).
/// Worked out when asked for, and kept until that person's seats change or anybody's powers.
/// </summary>
internal sealed class Dependences(World w)
{
    private readonly double[] _shares = new double[w.C.Persons * w.Heads];
    private readonly Known[] _known = new Known[w.C.Persons];
    private readonly DependenceTable _table = new(w);
    private int _filled;

    /// <summary>Only looked at now, so that what is read enters no probability of the run.</summary>
    public bool LooksOnly { get; set; }

    public void Reset()
    {
        _table.Reset();
        _filled++;
    }

    /// <summary>Whether they must be worked out anew when next asked for.</summary>
    public bool AreStale => _table.IsStale;

    /// <summary>Holders of powers have changed, or rules, or sizes.</summary>
    public void PowersChanged() => _table.IsStale = true;

    /// <summary>A person's seats have changed.</summary>
    public void SeatsChanged(int person) => _known[person].At = 0;

    /// <summary>The share, in [0,1], of the powers over a person's seats that lies with a head; 0 for the head himself.</summary>
    public double Of(int person, int head)
    {
        Bring(person);
        if ((_known[person].Marked >> head & 1) == 0 && !LooksOnly)
            MarkUsed(person, head);
        return _shares[(person * w.Heads) + head];
    }

    /// <summary>Writes the same of several persons.</summary>
    public void Of(ReadOnlySpan<PersonId> persons, int head, Span<double> into)
    {
        var (shares, heads) = (_shares, w.Heads);
        for (var k = 0; k < persons.Length; k++)
        {
            var person = persons[k].Index;
            Bring(person);
            if ((_known[person].Marked >> head & 1) == 0 && !LooksOnly)
                MarkUsed(person, head);
            into[k] = shares[(person * heads) + head];
        }
    }

    /// <summary>The shares of all heads, and a bit a head of those who have any.</summary>
    public ReadOnlySpan<double> Of(int person, out uint over)
    {
        Bring(person);
        ref readonly var known = ref _known[person];
        over = known.Over;
        for (var unmarked = LooksOnly ? 0 : over & ~known.Marked; unmarked != 0; unmarked &= unmarked - 1)
            MarkUsed(person, BitOperations.TrailingZeroCount(unmarked));
        return _shares.AsSpan(person * w.Heads, w.Heads);
    }

    /// <summary>A bit a head with any power over the seats of a person, himself left out.</summary>
    public uint Over(int person)
    {
        Bring(person);
        return _known[person].Over;
    }

    private void Bring(int person)
    {
        if (_table.IsStale)
        {
            _table.Fill();
            _filled++;
        }
        if (_known[person].At != _filled)
            WorkOut(person);
    }

    private void WorkOut(int person)
    {
        var row = _shares.AsSpan(person * w.Heads, w.Heads);
        var over = 0u;
        var marked = ~0u;
        var seats = w.SeatsHeld.AsSpan(person * World.SeatsAPerson, w.SeatCount[person]);
        foreach (var seat in seats)
        {
            var organ = w.C.SeatOrgan[seat];
            over |= _table.Reaching(organ);
            marked = _table.Reaching(organ) == 0 || _table.IsMarked(organ) ? marked : 0;
        }
        if (over == 0)
            row.Clear();
        else if (seats.Length == 1)
            _table.Alone(w.C.SeatOrgan[seats[0]]).CopyTo(row);
        else
            Weigh(seats, row);
        if (w.HeadOf(new(person)) is >= 0 and var himself)
        {
            row[himself] = 0;
            over &= ~(1u << himself);
        }
        _known[person] = new(_filled, over, marked);
    }

    private void Weigh(ReadOnlySpan<int> seats, Span<double> row)
    {
        row.Clear();
        double weight = 0,
            best = 0;
        ReadOnlySpan<double> ofBest = default;
        foreach (var seat in seats)
        {
            var organ = w.C.SeatOrgan[seat];
            var rank = w.C.Rank[organ];
            if (rank == 0)
                continue;
            var shares = _table.Of(organ);
            for (var h = 0; h < row.Length; h++)
                row[h] += rank * shares[h];
            weight += rank;
            if (rank <= best)
                continue;
            best = rank;
            ofBest = shares;
        }
        if (weight == 0)
            return;
        var all = w.Scene[w.C.Scenario.Constants.AllSeats];
        for (var h = 0; h < row.Length; h++)
            row[h] = Math.Min(1, all >= 1 ? row[h] / weight : ofBest[h] + (all * ((row[h] / weight) - ofBest[h])));
    }

    private void MarkUsed(int person, int head)
    {
        _known[person].Marked |= 1u << head;
        if (w.HeadOf(new(person)) == head)
            return;
        foreach (var seat in w.SeatsHeld.AsSpan(person * World.SeatsAPerson, w.SeatCount[person]))
        {
            var organ = w.C.SeatOrgan[seat];
            if (w.C.Rank[organ] != 0 && _table.Of(organ)[head] > 0)
                _table.MarkUsed(organ);
        }
    }

    // When it was worked out, a bit a head with any power, and a bit a head whose power is marked as used.
    private record struct Known(int At, uint Over, uint Marked);
}
