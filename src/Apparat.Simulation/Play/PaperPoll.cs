using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>
/// A vote on ballot papers that fills several seats together. Each elector thinks of the candidates what an elector of his class does, and a
/// Gumbel's luck of his own: the first preferences are those of <see cref="Poll"/>, and the rankings those of the same logit taken on (Luce
/// 1959; Plackett 1975).
/// </summary>
internal sealed class PaperPoll
{
    /// <summary>The most papers that are filled in: of more electors each stands for several.</summary>
    public const int MostPapers = 512;

    /// <summary>The most seats that are counted together: more are divided as if among constituencies.</summary>
    public const int MostSeats = 8;

    private const int Most = BallotPapers.MostCandidates;
    private static readonly Purpose Thinks = Purpose.Of("ballot paper");
    private static readonly Purpose Tie = Purpose.Of("equal votes");
    private readonly World _w;
    private readonly PersonId[] _choosers;
    private readonly double[] _utility;
    private readonly double[] _worth = new double[MostPapers * Most];
    private readonly double[] _weights = new double[MostPapers];
    private readonly double[] _lots = new double[Most];
    private readonly ulong[] _keys = new ulong[Most];
    private readonly int[] _elected = new int[Most];
    private readonly int[] _otherwise = new int[Most];

    public PaperPoll(World world)
    {
        _w = world;
        _choosers = new PersonId[2 * (world.Heads + 1)];
        _utility = new double[_choosers.Length * Most];
    }

    /// <summary>Who is elected of those in the field, in order of election, with the head whose followers like each best; -1 for followers of nobody.</summary>
    /// <param name="organ">Whose electors vote.</param>
    /// <param name="first">The first of the seats, by which chance is addressed.</param>
    /// <param name="seats">How many there are.</param>
    /// <param name="count">How papers are counted.</param>
    /// <param name="lots">Whether a lot decides between equals; if not, only those are elected who are so however it would fall.</param>
    /// <param name="into">Written: those elected.</param>
    public int Elect(int organ, Seat first, int seats, ElectionCount count, bool lots, Span<(PersonId Person, int Head)> into)
    {
        var field = _w.Candidates.Field;
        var counts = _w.Electorates.Of(organ);
        var classes = _w.C.ClassOffset[organ];
        var n = 0;
        var electors = 0;
        for (var k = 0; k < counts.Length; k++)
        {
            if (counts[k] > 0)
                _choosers[n++] = new PersonId(classes + k);
            electors += counts[k];
        }
        if (electors == 0 || field.IsEmpty)
            return 0;
        var choosers = _choosers.AsSpan(0, n);
        var utility = _utility.AsSpan(0, n * field.Length);
        utility.Clear();
        foreach (var criterion in _w.C.Criteria)
        {
            if (criterion.ForElectors)
                criterion.Add(_w.Scene, choosers, first, field, utility);
        }
        var key = _w.C.SeatKey[_w.Editor.Flat(first)];
        var papers = FillIn(choosers, classes, counts, electors, field, utility, key);
        for (var c = 0; c < field.Length; c++)
            _lots[c] = _w.Chance.Unit(Tie, _keys[c], _w.Moment, key);
        var elected = count.Elect(papers, seats, _lots, _elected);
        if (!lots)
            elected = WithoutLots(papers, seats, count, elected);
        for (var i = 0; i < elected; i++)
            into[i] = (field[_elected[i]], Fondest(choosers, classes, counts, utility, field.Length, _elected[i]));
        return elected;
    }

    private BallotPapers FillIn(
        ReadOnlySpan<PersonId> choosers,
        int classes,
        ReadOnlySpan<int> counts,
        int electors,
        ReadOnlySpan<PersonId> field,
        ReadOnlySpan<double> utility,
        ulong key
    )
    {
        for (var c = 0; c < field.Length; c++)
            _keys[c] = _w.C.PersonKey[field[c].Index];
        var papers = 0;
        for (var i = 0; i < choosers.Length; i++)
        {
            var own = counts[choosers[i].Index - classes];
            var filled = electors <= MostPapers ? own : Math.Max(1, (int)((long)own * (MostPapers - choosers.Length) / electors));
            var chooser = Key.Mix(key, _w.C.PersonKey[choosers[i].Index]);
            for (var b = 0; b < filled; b++, papers++)
            {
                var row = _worth.AsSpan(papers * field.Length, field.Length);
                _w.Chance.Gumbels(Thinks, _keys.AsSpan(0, field.Length), _w.Moment, Key.Mix(chooser, (ulong)b), row);
                for (var c = 0; c < row.Length; c++)
                    row[c] += utility[(i * row.Length) + c];
                _weights[papers] = (double)own / filled;
            }
        }
        return new BallotPapers(_worth.AsSpan(0, papers * field.Length), _weights.AsSpan(0, papers), field.Length);
    }

    // Whoever is elected by lot alone is not elected if the lot falls the other way.
    private int WithoutLots(in BallotPapers papers, int seats, ElectionCount count, int elected)
    {
        for (var c = 0; c < papers.Candidates; c++)
            _lots[c] = 1 - _lots[c];
        var other = _otherwise.AsSpan(0, count.Elect(papers, seats, _lots, _otherwise));
        var n = 0;
        for (var i = 0; i < elected; i++)
        {
            if (other.Contains(_elected[i]))
                _elected[n++] = _elected[i];
        }
        return n;
    }

    // The head whose followers give the winner most of their first preferences, as expected.
    private int Fondest(
        ReadOnlySpan<PersonId> choosers,
        int classes,
        ReadOnlySpan<int> counts,
        ReadOnlySpan<double> utility,
        int field,
        int winner
    )
    {
        var (most, best) = (0.0, -1);
        for (var i = 0; i < choosers.Length; i++)
        {
            var row = utility.Slice(i * field, field);
            var sum = 0.0;
            foreach (var u in row)
                sum += StableMath.Exp(u - row[winner]);
            var k = choosers[i].Index - classes;
            if (counts[k] / sum > most)
                (most, best) = (counts[k] / sum, k % (_w.Heads + 1));
        }
        return best == _w.Heads ? -1 : best;
    }
}
