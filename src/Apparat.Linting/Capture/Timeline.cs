using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>
/// When which seats are had at the earliest, from seats had at given months. Seats that are renewed together come at the next renewal,
/// others when the majority has turned over in the mean, and seats that the attackers can also empty come at once. Times are lowered until
/// nothing comes sooner.
/// </summary>
internal sealed class Timeline
{
    private readonly LintContext _charter;
    private readonly CaptureGame _game;
    private readonly int[] _bought;
    private readonly int[] _since;
    private readonly int?[] _granted;
    private readonly int?[] _delegated;

    public Timeline(LintContext charter, IEnumerable<(SeatClass Class, int Seats, int Month)> start)
    {
        _charter = charter;
        _game = charter.Game;
        _bought = new int[_game.Classes.Length];
        _since = new int[_game.Classes.Length];
        foreach (var (c, seats, month) in start)
        {
            _bought[_game.Classes.IndexOf(c)] = seats;
            _since[_game.Classes.IndexOf(c)] = month;
        }
        _granted = new int?[_game.Grants.Length];
        _delegated = new int?[_game.Delegations.Length];
        for (var sooner = true; sooner; )
        {
            sooner = false;
            for (var g = 0; g < _granted.Length; g++)
                sooner |= Lower(ref _granted[g], After(Turned(_game.Grants[g]), _game.Grants[g].Class));
            for (var d = 0; d < _delegated.Length; d++)
                sooner |= Lower(
                    ref _delegated[d],
                    After(When(new Hurdle(_game.Delegations[d].By, _game.Size(_game.Delegations[d].By))), _game.Delegations[d].Class)
                );
        }
    }

    /// <summary>Nodes in which the attackers have seats in the end.</summary>
    public HashSet<int> Held =>
        [
            .. Enumerable
                .Range(0, _game.Classes.Length)
                .Where(c => _bought[c] > 0 || Arrivals(c).Any())
                .Select(c => _charter.Graph[_game.Classes[c].Organ!.Value].Index),
        ];

    /// <summary>What is had beyond the start, each class of seats once, the soonest first.</summary>
    public ImmutableArray<AttackStep> Steps =>
        [
            .. _game
                .Grants.Select((g, i) => (g.Class, g.Provision, At: _granted[i]))
                .Concat(_game.Delegations.Select((d, i) => (d.Class, d.Provision, At: _delegated[i])))
                .Where(x => x.At is not null && _bought[x.Class] < _game.Classes[x.Class].Seats)
                .OrderBy(x => x.At)
                .DistinctBy(x => x.Class)
                .Select(x => new AttackStep(x.At!.Value, _game.Classes[x.Class].Name, x.Provision)),
        ];

    private static bool Lower(ref int? time, int? to)
    {
        if (to is not { } earlier || time <= earlier)
            return false;
        time = earlier;
        return true;
    }

    // The month in which every key is turned; null if one never is.
    private int? Turned(Grant grant)
    {
        var last = 0;
        foreach (var key in grant.Keys)
        {
            if (key.Select(When).Where(at => at is not null).Min() is not { } at)
                return null;
            last = Math.Max(last, at);
        }
        return last;
    }

    // The month in which so many seats of a bloc are had; null if never.
    private int? When(Hurdle hurdle)
    {
        var seats = 0;
        foreach (
            var (at, more) in _game
                .Blocs[hurdle.Bloc]
                .Classes.SelectMany(c => Arrivals(c).Prepend((At: _since[c], Seats: _bought[c])))
                .OrderBy(a => a.At)
        )
        {
            seats += more;
            if (seats >= hurdle.Quota)
                return at;
        }
        return null;
    }

    private IEnumerable<(int At, int Seats)> Arrivals(int c)
    {
        for (var g = 0; g < _granted.Length; g++)
        {
            if (_game.Grants[g].Class == c && _granted[g] is { } at)
                yield return (at, _game.Grants[g].Seats - (_game.Grants[g].Seats == _game.Classes[c].Seats ? _bought[c] : 0));
        }
        for (var d = 0; d < _delegated.Length; d++)
        {
            if (_game.Delegations[d].Class == c && _delegated[d] is { } at)
                yield return (at, _game.Delegations[d].Seats - _bought[c]);
        }
    }

    private int? After(int? key, int c)
    {
        if (key is not { } from)
            return null;
        // Votes are cast from the day on which their holder is made to act.
        if (_game.Classes[c].Holder is not null)
            return from;
        var organ = _charter.Charter[_game.Classes[c].Organ!.Value];
        var node = _charter.Graph[organ.Id].Index;
        var emptied = _charter.Graph.Edges.Any(e =>
            e.Hold is Hold.Remove or Hold.Expel && e.Held == organ.Id && e.From != node && When(Acting(e.Holder)) <= from
        );
        if (emptied)
            return from;
        if (CaptureTime.Rotation(_charter.Graph, organ) is { } rotation)
            return (from / rotation.Every * rotation.Every)
                + StaggeredTerms.MonthsToCapture(rotation.Classes, rotation.Every, (organ.Seats / 2) + 1);
        if (CaptureTime.Months(_charter.Charter, organ) is { } every)
            return (from / every * every) + every;
        var turnover = Math.Clamp(organ.Turnover is { } own ? _charter.Mean(own) : _charter.UsualTurnover, 1e-6, 0.999);
        return from + (int)Math.Ceiling(IndependentTurnover.Months(organ.Seats, (organ.Seats / 2) + 1, turnover));
    }

    private Hurdle Acting(OrganId organ)
    {
        var bloc = _game.Blocs.Select((b, i) => (b, i)).First(x => x.b.Name == _charter.Name(organ)).i;
        return new Hurdle(bloc, Majority.Simple.Needed(_game.Size(bloc)));
    }
}
