using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>Runs a deed dry, to see whose standing it would change and by how much. Touches nothing.</summary>
internal sealed class DryRun(World w) : WorldEdit
{
    private const int Most = 16;

    // Being a member again is worth to the expelled what a carried motion is worth to its sponsor (ruling M4).
    private const double Readmission = 0.25;
    private const int DaysAYear = 365;
    private readonly int[] _people = new int[Most];
    private readonly int[] _emptied = new int[Most * World.SeatsAPerson];
    private readonly double[] _gained = new double[Most];
    private readonly double[] _moved = new double[Most];
    private int _count;
    private int _emptiedCount;

    public override WorldView Now => w.Scene;

    public void Reset() => _count = _emptiedCount = 0;

    public int Count => _count;

    public int Person(int i) => _people[i];

    /// <summary>While true, what is run is what happens if the motion fails: harm by documents counts the other way.</summary>
    public bool Otherwise { get; set; }

    /// <summary>Writes what it changes for each head; 0 for whom it does not touch.</summary>
    public void ChangesOfHeads(Span<double> into)
    {
        into.Clear();
        for (var i = 0; i < _count; i++)
        {
            if (w.HeadOf(new(_people[i])) is >= 0 and var head)
                into[head] = Change(i);
        }
    }

    /// <summary>Rank after less rank before, over the highest rank, with what is won or lost without a seat.</summary>
    public double Change(int i)
    {
        var (best, all) = (_gained[i], _gained[i]);
        foreach (var seat in w.SeatsHeld.AsSpan(_people[i] * World.SeatsAPerson, w.SeatCount[_people[i]]))
        {
            if (!_emptied.AsSpan(0, _emptiedCount).Contains(seat))
            {
                best = Math.Max(best, w.C.Rank[w.C.SeatOrgan[seat]]);
                all += w.C.Rank[w.C.SeatOrgan[seat]];
            }
        }
        return w.RankOf(best, all) - w.Rank[_people[i]] + _moved[i];
    }

    public override void Vacate(Seat seat)
    {
        var flat = w.Editor.Flat(seat);
        if (w.Holder[flat] is >= 0 and var person && _emptiedCount < _emptied.Length)
        {
            _emptied[_emptiedCount++] = flat;
            Add(person);
        }
    }

    public override void Place(PersonId person, Seat seat)
    {
        Vacate(seat);
        var i = Add(person.Index);
        if (i >= 0)
            _gained[i] = Math.Max(_gained[i], w.C.Rank[seat.Organ.Index]);
    }

    public override void Stand(PersonId person, Standing now)
    {
        if (now is not (Standing.Dead or Standing.Expelled or Standing.Exiled))
            return;
        foreach (var seat in w.SeatsHeld.AsSpan(person.Index * World.SeatsAPerson, w.SeatCount[person.Index]))
        {
            if (_emptiedCount < _emptied.Length)
                _emptied[_emptiedCount++] = seat;
        }
        Add(person.Index);
    }

    // A document read to an audience harms as far as that audience reaches, measured by the decisive body (theory 4.9).
    public override void Tell(DocumentId document, OrganId audience)
    {
        var d = document.Index;
        if (w.Heard[(d * w.C.Organs.Length) + audience.Index])
            return;
        var reach = Math.Min(1, (double)w.Size[audience.Index] / Math.Max(1, w.Size[w.C.Question.DecisiveBody]));
        foreach (var head in w.C.Heads)
        {
            var damage = w.Papers.Damage(d, head.Index);
            if (damage > 0 && w.IsActive(head.Index) && Add(head.Index) is >= 0 and var i)
                _moved[i] += Otherwise ? reach * damage : -(reach * damage);
        }
    }

    public override void Steer(int issue, double position) { }

    /// <remarks>Whoever draws up the list of an organ stands to gain the part of it that new seats make up, as far as his list goes.</remarks>
    public override void Resize(OrganId organ, int seats, bool byLot = false)
    {
        var added = seats - w.Size[organ.Index];
        if (added <= 0 || byLot)
            return;
        foreach (var influence in w.C.Holds(Hold.List, organ.Index))
        {
            var maker = w.ActorOf(influence.From);
            var share = w.ShareNow[influence.Provision];
            if (maker < 0 || share <= 0 || Add(maker) is not (>= 0 and var i))
                continue;
            w.Use(influence.Provision);
            _moved[i] += share * added / seats;
        }
    }

    public override void Rule(ClauseId clause, Rule rule) { }

    public override void Strike(ClauseId clause) { }

    public override void Call(OrganId meeting, Turn when) { }

    public override void Enrol(int branch, double members, Parameter? deference = null) { }

    /// <remarks>
    /// The part of the electorate that those admitted add to their head's following, and take from the others', of what the members elect.
    /// </remarks>
    public override void Admit(OrganId members, PersonId by, Parameter deference)
    {
        var joining = w.Newcomers.Applicants(members.Index);
        if (joining <= 0 || by.IsNone || w.PatronOf(by.Index) is not (>= 0 and var theirs))
            return;
        var part = w.Newcomers.WorthOfVotes(members.Index) * Math.Clamp(w.Scene[deference], 0, 1) * joining;
        part /= w.Rolls.Entitled(members.Index) + joining;
        for (var h = 0; h < w.Heads; h++)
        {
            if (w.IsActive(w.C.Heads[h].Index) && Add(w.C.Heads[h].Index) is >= 0 and var i)
                _moved[i] += part * ((h == theirs ? 1 : 0) - w.Rolls.LeaningTo(members.Index, h));
        }
    }

    /// <remarks>A year or more without a vote and powers is like the loss of the seat they go with.</remarks>
    public override void Suspend(PersonId person, Period? length)
    {
        if (Add(person.Index) is >= 0 and var i)
            _moved[i] -= w.Rank[person.Index] * Math.Min(1, (length?.Days ?? DaysAYear) / (double)DaysAYear);
    }

    public override void Reprove(PersonId person, double standing, double esteem)
    {
        if (Add(person.Index) is >= 0 and var i)
            _moved[i] -= standing;
    }

    public override void Readmit(PersonId person, double terms)
    {
        if (Add(person.Index) is >= 0 and var i)
            _moved[i] += Readmission;
    }

    private int Add(int person)
    {
        var known = _people.AsSpan(0, _count).IndexOf(person);
        if (known >= 0 || _count == Most)
            return known;
        _people[_count] = person;
        _gained[_count] = _moved[_count] = 0;
        return _count++;
    }
}
