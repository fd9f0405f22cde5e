using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>The voting members of the body on whose floor something is: persons, or classes of delegates with their counts.</summary>
internal sealed class Voters
{
    private readonly World _w;
    private readonly PersonId[] _people;
    private readonly int[] _weights;
    private int _organ = -1;
    private (int Seating, int Turn) _gatheredIn = (-1, -1);
    private int _tiesOf;
    private PersonId _guest = PersonId.None;

    public Voters(World world)
    {
        _w = world;
        var c = world.C;
        Most = c.Seats + (2 * (c.Heads.Length + 1)) + 1;
        _people = new PersonId[Most];
        _weights = new int[Most];
        Rows = new VoterRows(world, Most);
    }

    /// <summary>The most there can be, with one who looks on.</summary>
    public int Most { get; }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many votes they have together.</summary>
    public int Present { get; private set; }

    /// <summary>How many might vote, those who stay away included.</summary>
    public int Entitled { get; private set; }

    /// <summary>What motives read of them.</summary>
    public VoterRows Rows { get; }

    /// <summary>The first so many of them, and one who looks on after the last.</summary>
    public ReadOnlySpan<PersonId> First(int count) => _people.AsSpan(0, count);

    /// <summary>How many votes each has.</summary>
    public ReadOnlySpan<int> Weights => _weights.AsSpan(0, Count);

    public PersonId this[int voter] => _people[voter];

    private CompiledScenario C => _w.C;

    public void Reset() => _organ = -1;

    /// <summary>Gathers those of an organ; who they are is kept until seats change, what is known of their ties until ties change.</summary>
    public ReadOnlySpan<PersonId> Gather(int organ)
    {
        // Members who are counted are gathered first: whom they follow is told to the ties.
        if (C.CountSlot[organ] >= 0)
            _w.Electorates.Of(organ);
        if (_organ == organ && _gatheredIn == (_w.Seating, _w.Turn))
        {
            if (_tiesOf != _w.Version)
                Rows.TiesChanged(Count);
            (_tiesOf, _guest) = (_w.Version, _tiesOf == _w.Version ? _guest : PersonId.None);
            return First(Count);
        }
        (_organ, _gatheredIn, _tiesOf, _guest) = (organ, (_w.Seating, _w.Turn), _w.Version, PersonId.None);
        Count = Present = 0;
        Entitled = 0;
        if (C.Organs[organ].Counted || C.CountSlot[organ] >= 0)
            GatherClasses(organ);
        else if (C.Joins[organ] is { Length: > 0 } joined)
            GatherParts(joined);
        else
            GatherSeats(organ, []);
        Rows.Renew(_people, Count);
        return First(Count);
    }

    private void GatherClasses(int organ)
    {
        var classes = 2 * (_w.Heads + 1);
        for (var k = 0; k < classes; k++)
        {
            if (_w.ClassCount[(organ * classes) + k] is > 0 and var n)
                Add(C.ClassOffset[organ] + k, n);
        }
        Entitled = C.CountSlot[organ] >= 0 ? _w.Rolls.Entitled(organ) : Present;
    }

    private void GatherParts(int[] joined)
    {
        Span<int> voting = stackalloc int[joined.Length];
        var n = 0;
        foreach (var part in joined)
        {
            if (GatherSeats(part, voting[..n]))
                voting[n++] = part;
        }
    }

    // Whoever sits in several parts of a joint meeting has one vote. False if the members have none.
    private bool GatherSeats(int organ, ReadOnlySpan<int> before)
    {
        foreach (var (_, provision) in C.Silencing[organ])
        {
            if (_w.Decides(provision, C.Organs[organ].Key))
                return false;
        }
        foreach (var person in _w.HoldersOf(organ))
        {
            if (person < 0 || !_w.IsActive(person) || SitsInAny(person, before))
                continue;
            Entitled++;
            if (_w.Attendance.IsThere(person, organ))
                Add(person, 1);
        }
        return true;
    }

    private bool SitsInAny(int person, ReadOnlySpan<int> organs)
    {
        foreach (var organ in organs)
        {
            if (_w.Sits(person, organ))
                return true;
        }
        return false;
    }

    private void Add(int person, int weight)
    {
        _people[Count] = new PersonId(person);
        _weights[Count++] = weight;
        Present += weight;
    }

    /// <summary>The place of a person who looks on: his own if he is a voter, else the one after the last.</summary>
    public int Seat(int person)
    {
        if (PlaceOf(person, Count) is >= 0 and var own)
            return own;
        if (_guest.Index != person)
        {
            _people[Count] = _guest = new PersonId(person);
            _weights[Count] = 0;
            Rows.Guest(Count);
        }
        return Count;
    }

    /// <summary>The place of a person among the first so many, -1 if he is not among them.</summary>
    public int PlaceOf(int person, int count) => PersonId.Find(_people.AsSpan(0, count), new PersonId(person));

    /// <summary>How many votes a decision of theirs needs.</summary>
    public int Needed(in Decision by)
    {
        var seats = _w.Size[by.Body.Index];
        foreach (var part in C.Joins[by.Body.Index])
            seats += _w.Size[part];
        return by.Majority.Needed(
            by.Majority.Base switch
            {
                MajorityBase.Seats => Math.Max(seats, Entitled),
                MajorityBase.Members => Entitled,
                _ => Present,
            }
        );
    }
}
