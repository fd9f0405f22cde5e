using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>The record as a world that can be looked at, so that conditions are judged on history by the code that judges runs.</summary>
public sealed class RecordView : WorldView
{
    private readonly Scenario _scenario;
    private readonly PersonId[] _contenders;
    private readonly Dictionary<PersonId, DateOnly> _deaths = [];
    private readonly List<PersonId>[] _holders;

    /// <summary>A view of the record of a scenario, on its first day.</summary>
    public RecordView(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        _scenario = scenario;
        _contenders = [.. scenario.Cast.Contenders];
        _holders = [.. scenario.Charter.Organs.Select(_ => new List<PersonId>())];
        var edit = new Deaths(this);
        foreach (var e in scenario.Events)
        {
            edit.Day = e.Date;
            e.Happening.Happen(this, edit);
        }
        MoveTo(scenario.Calendar.From);
    }

    /// <summary>Moves to a day.</summary>
    public void MoveTo(DateOnly day)
    {
        Day = day;
        foreach (var list in _holders)
            list.Clear();
        foreach (var t in _scenario.Record.Tenures.Where(t => t.From <= day && !(t.Until <= day)))
            _holders[t.Organ.Index].Add(t.Person);
    }

    /// <summary>Lets a person hold these seats and nobody hold any other.</summary>
    internal void Seat(PersonId person, IEnumerable<OrganId> organs)
    {
        foreach (var list in _holders)
            list.Clear();
        foreach (var organ in organs)
            _holders[organ.Index].Add(person);
    }

    /// <summary>The day looked at.</summary>
    public DateOnly Day { get; private set; }

    /// <inheritdoc/>
    public override Turn Now => _scenario.Calendar.At(Day);

    /// <inheritdoc/>
    public override DateOnly Today => Day;

    /// <inheritdoc/>
    public override ReadOnlySpan<PersonId> Contenders => _contenders;

    /// <inheritdoc/>
    public override ReadOnlySpan<PersonId> Holders(OrganId organ) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_holders[organ.Index]);

    /// <inheritdoc/>
    public override bool Sits(PersonId person, OrganId organ) =>
        !person.IsNone && (_holders[organ.Index].Contains(person) || _scenario.Charter[organ].Joins.Any(j => Sits(person, j)));

    /// <inheritdoc/>
    public override Standing StandingOf(PersonId person) =>
        _deaths.TryGetValue(person, out var day) && day <= Day ? Standing.Dead : Standing.Member;

    /// <inheritdoc/>
    public override double Rank(OrganId organ) =>
        (_scenario.Charter[organ].OfficeOf is { } body ? _scenario.Charter[body] : _scenario.Charter[organ]).Rank
        / Math.Max(1e-9, _scenario.Charter.Organs.Max(o => o.Rank));

    /// <inheritdoc/>
    public override Turn? Since(PersonId person, OrganId organ) =>
        _scenario
            .Record.Tenures.Where(t => t.Person == person && t.Organ == organ && t.From <= Day && !(t.Until <= Day))
            .Select(t => (Turn?)_scenario.Calendar.At(t.From))
            .FirstOrDefault();

    /// <inheritdoc/>
    public override DateOnly? Joined(PersonId person) => person.IsNone ? null : _scenario[person].Joined;

    /// <inheritdoc/>
    public override double Loyalty(PersonId from, PersonId to) => 0;

    /// <inheritdoc/>
    public override PersonId Patron(PersonId person) => PersonId.None;

    /// <inheritdoc/>
    public override bool Heard(DocumentId document, OrganId audience) => false;

    /// <inheritdoc/>
    public override bool Delivered(DocumentId document) => false;

    /// <inheritdoc/>
    public override bool Settled(DocumentId document) => false;

    /// <summary>Every outcome said of every contender on a day.</summary>
    public ImmutableArray<(Outcome Outcome, PersonId Person, bool Holds)> Judge(DateOnly day)
    {
        MoveTo(day);
        return
        [
            .. from outcome in _scenario.Outcomes
            from person in _contenders
            select (outcome, person, outcome.Condition.Holds(this, person)),
        ];
    }

    // Of all that events do, the record needs to know who died.
    private sealed class Deaths(RecordView view) : WorldEdit
    {
        public DateOnly Day { get; set; }

        public override WorldView Now => view;

        public override void Stand(PersonId person, Standing now)
        {
            if (now == Standing.Dead)
                view._deaths.TryAdd(person, Day);
        }

        public override void Vacate(Seat seat) { }

        public override void Place(PersonId person, Seat seat) { }

        public override void Tell(DocumentId document, OrganId audience) { }

        public override void Steer(int issue, double position) { }

        public override void Resize(OrganId organ, int seats, bool byLot = false) { }

        public override void Rule(ClauseId clause, Rule rule) { }

        public override void Strike(ClauseId clause) { }

        public override void Call(OrganId meeting, Turn when) { }

        public override void Enrol(int branch, double members, Parameter? deference = null) { }
    }
}
