using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>
/// Those who join bodies of ordinary members in play, as cohorts of so many who lean to one head or as members do. They count as members at
/// once and have a vote when their waiting is over; those who ask to join and are not admitted yet are no members.
/// </summary>
internal sealed class Newcomers
{
    private readonly World _w;

    // The row of each organ; -1 of one that nobody joins.
    private readonly int[] _row;
    private readonly (Limit Limit, int Provision)[][] _waits;
    private readonly CompiledInfluence[][] _elects;
    private readonly double[] _applicants;
    private readonly double[] _members;

    // A place a head, and a last one for those who lean as members do; of those who wait, a ring of cohorts by the turn that ends their waiting.
    private readonly double[] _voting;
    private readonly double[] _waiting;
    private readonly int _ring;

    public Newcomers(World world)
    {
        _w = world;
        var admissions = C.NormsBy<AdmissionNorm>(n => n.Members);
        var rows = 0;
        _row = [.. C.Organs.Select(o => o.Count is null || admissions[o.Id.Index].Length == 0 ? -1 : rows++)];
        _waits =
        [
            .. C.Organs.Select(o =>
                MayJoin(o.Id.Index) ? C.LimitsOn[o.Id.Index].Where(l => WaitsOf(l, o.Id).Any(wait => wait is not null)).ToArray() : []
            ),
        ];
        _elects =
        [
            .. C.Organs.Select(o =>
                MayJoin(o.Id.Index) ? C.Influences.Where(i => i.Hold == Hold.Fill && i.From == o.Id.Index).ToArray() : []
            ),
        ];
        _applicants = new double[rows];
        _members = new double[rows];
        _voting = new double[rows * Places];
        var longest = C.Organs.SelectMany(o => _waits[o.Id.Index].SelectMany(l => WaitsOf(l, o.Id))).Max(wait => wait?.Days) ?? 0;
        _ring = rows == 0 ? 0 : 1 + Math.Min(C.Turns, Enumerable.Range(0, C.Turns).Max(t => Until(t, longest) - t));
        _waiting = new double[rows * _ring * Places];
    }

    private CompiledScenario C => _w.C;
    private int Places => _w.Heads + 1;

    public void Reset()
    {
        Array.Clear(_applicants);
        Array.Clear(_members);
        Array.Clear(_voting);
        Array.Clear(_waiting);
    }

    /// <summary>Whether anybody may join an organ.</summary>
    public bool MayJoin(int organ) => _row[organ] >= 0;

    /// <summary>How many have asked to join an organ and are not members.</summary>
    public double Applicants(int organ) => _row[organ] is >= 0 and var row ? _applicants[row] : 0;

    /// <summary>How many have joined an organ, those who wait for their vote included.</summary>
    public double Members(int organ) => _row[organ] is >= 0 and var row ? _members[row] : 0;

    /// <summary>Those of them who have a vote, by the head they lean to; the last place is theirs who lean as members do. None for an organ that nobody joins.</summary>
    public ReadOnlySpan<double> Voting(int organ) => _row[organ] is >= 0 and var row ? _voting.AsSpan(row * Places, Places) : [];

    /// <summary>The waiting of a cohort ends.</summary>
    public void EndWaiting()
    {
        for (var row = 0; row < _members.Length; row++)
        {
            var cohort = Waiting(row, _w.Turn);
            for (var k = 0; k < cohort.Length; k++)
                _voting[(row * Places) + k] += cohort[k];
            cohort.Clear();
        }
    }

    /// <summary>So many more ask to join.</summary>
    public void Apply(int organ, double applicants) => _applicants[_row[organ]] += applicants;

    /// <summary>Takes in those who have asked to join: a part of them lean to a head, the others as members do. How many they are.</summary>
    public double Admit(int organ, int head, double deference)
    {
        if (_row[organ] < 0)
            return 0;
        var joining = _applicants[_row[organ]];
        _applicants[_row[organ]] = 0;
        Join(organ, joining, head, deference);
        return joining;
    }

    /// <summary>So many join.</summary>
    public void Join(int organ, double joining, int head = -1, double deference = 0)
    {
        if (joining <= 0)
            return;
        var row = _row[organ];
        _members[row] += joining;
        var until = Until(_w.Turn, Wait(organ));
        var cohort = until == _w.Turn ? _voting.AsSpan(row * Places, Places) : Waiting(row, until);
        var led = head < 0 ? 0 : Math.Clamp(deference, 0, 1) * joining;
        if (led > 0)
            cohort[head] += led;
        cohort[^1] += joining - led;
        _w.Electorates.Renewed(organ);
        _w.Seating++;
    }

    /// <summary>The value of what the members of an organ elect: the best seat, as far as the clause goes by which they fill it.</summary>
    public double WorthOfVotes(int organ)
    {
        var most = 0.0;
        foreach (var elects in _elects[organ])
        {
            var share = _w.ShareNow[elects.Provision];
            if (share <= 0)
                continue;
            _w.Use(elects.Provision);
            most = Math.Max(most, share * C.Rank[elects.To]);
        }
        return most;
    }

    private Span<double> Waiting(int row, int turn) => _waiting.AsSpan(((row * _ring) + (turn % _ring)) * Places, Places);

    // Whoever has to wait beyond the last turn never has a vote; his place in the ring comes up after it.
    private int Until(int turn, int days) =>
        days == 0 ? turn : Math.Min(turn + C.Turns, C.Scenario.Calendar.AfterDays(new Turn(turn), days).Index);

    private int Wait(int organ)
    {
        var longest = 0;
        foreach (var (limit, provision) in _waits[organ])
        {
            var deciding = _w.Decides(provision, C.Organs[organ].Key) ? limit : _w.ReferenceOf(provision) as Limit;
            longest = Math.Max(longest, deciding?.WaitIn(new OrganId(organ))?.Days ?? 0);
        }
        return longest;
    }

    private IEnumerable<Period?> WaitsOf((Limit Limit, int Provision) of, OrganId organ)
    {
        var provision = C.Provisions[of.Provision];
        return new[] { of.Limit, provision.Reference as Limit, provision.Successor as Limit }.Select(l => l?.WaitIn(organ));
    }
}
