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
    private readonly LintContext charter;
    private readonly CaptureGame game;
    private readonly int[] bought;
    private readonly int[] since;
    private readonly int?[] granted;
    private readonly int?[] delegated;

    public Timeline(LintContext charter, IEnumerable<(SeatClass Class, int Seats, int Month)> start)
    {
        this.charter = charter;
        game = charter.Game;
        bought = new int[game.Classes.Length];
        since = new int[game.Classes.Length];
        foreach (var (c, seats, month) in start)
        {
            bought[game.Classes.IndexOf(c)] = seats;
            since[game.Classes.IndexOf(c)] = month;
        }
        granted = new int?[game.Grants.Length];
        delegated = new int?[game.Delegations.Length];
        for (var sooner = true; sooner; )
        {
            sooner = false;
            for (var g = 0; g < granted.Length; g++)
                sooner |= Lower(ref granted[g], After(Turned(game.Grants[g]), game.Grants[g].Class));
            for (var d = 0; d < delegated.Length; d++)
                sooner |= Lower(
                    ref delegated[d],
                    After(When(new Hurdle(game.Delegations[d].By, game.Size(game.Delegations[d].By))), game.Delegations[d].Class)
                );
        }
    }

    /// <summary>Nodes in which the attackers have seats in the end.</summary>
    public HashSet<int> Held =>
        [
            .. Enumerable
                .Range(0, game.Classes.Length)
                .Where(c => bought[c] > 0 || Arrivals(c).Any())
                .Select(c => charter.Graph[game.Classes[c].Organ!.Value].Index),
        ];

    /// <summary>What is had beyond the start, each class of seats once, the soonest first.</summary>
    public ImmutableArray<AttackStep> Steps =>
        [
            .. game
                .Grants.Select((g, i) => (g.Class, g.Provision, At: granted[i]))
                .Concat(game.Delegations.Select((d, i) => (d.Class, d.Provision, At: delegated[i])))
                .Where(x => x.At is not null && bought[x.Class] < game.Classes[x.Class].Seats)
                .OrderBy(x => x.At)
                .DistinctBy(x => x.Class)
                .Select(x => new AttackStep(x.At!.Value, game.Classes[x.Class].Name, x.Provision)),
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
            var (at, more) in game.Blocs[hurdle.Bloc]
                .Classes.SelectMany(c => Arrivals(c).Prepend((At: since[c], Seats: bought[c])))
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
        for (var g = 0; g < granted.Length; g++)
        {
            if (game.Grants[g].Class == c && granted[g] is { } at)
                yield return (at, game.Grants[g].Seats - (game.Grants[g].Seats == game.Classes[c].Seats ? bought[c] : 0));
        }
        for (var d = 0; d < delegated.Length; d++)
        {
            if (game.Delegations[d].Class == c && delegated[d] is { } at)
                yield return (at, game.Delegations[d].Seats - bought[c]);
        }
    }

    private int? After(int? key, int c)
    {
        if (key is not { } from)
            return null;
        // Votes are cast from the day on which their holder is made to act.
        if (game.Classes[c].Holder is not null)
            return from;
        var organ = charter.Charter[game.Classes[c].Organ!.Value];
        var node = charter.Graph[organ.Id].Index;
        var emptied = charter.Graph.Edges.Any(e =>
            e.Hold is Hold.Remove or Hold.Expel && e.Held == organ.Id && e.From != node && When(Acting(e.Holder)) <= from
        );
        if (emptied)
            return from;
        if (CaptureTime.Rotation(charter.Graph, organ) is { } rotation)
            return (from / rotation.Every * rotation.Every)
                + StaggeredTerms.MonthsToCapture(rotation.Classes, rotation.Every, (organ.Seats / 2) + 1);
        if (CaptureTime.Months(charter.Charter, organ) is { } every)
            return (from / every * every) + every;
        var turnover = Math.Clamp(organ.Turnover is { } own ? charter.Mean(own) : charter.UsualTurnover, 1e-6, 0.999);
        return from + (int)Math.Ceiling(IndependentTurnover.Months(organ.Seats, (organ.Seats / 2) + 1, turnover));
    }

    private Hurdle Acting(OrganId organ)
    {
        var bloc = game.Blocs.Select((b, i) => (b, i)).First(x => x.b.Name == charter.Name(organ)).i;
        return new Hurdle(bloc, Majority.Simple.Needed(game.Size(bloc)));
    }
}
