using System.Collections.Immutable;
using System.Globalization;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>One step of an attack.</summary>
/// <param name="Month">By which month after the start it is done at the earliest.</param>
/// <param name="Organ">What is had then.</param>
/// <param name="Seats">How many of its seats.</param>
/// <param name="Provision">Under which provision.</param>
public sealed record AttackStep(int Month, string Organ, int Seats, string Provision);

/// <summary>Who, how many, by when, under which clauses, and what still stops them.</summary>
/// <param name="Attackers">Where the attackers sit at the start, and how many they are.</param>
/// <param name="Seats">How many seats that is.</param>
/// <param name="Steps">What they are handed, in order.</param>
/// <param name="Checks">Who outside the captured part can still undo it.</param>
public sealed record AttackStory(string Attackers, int Seats, ImmutableArray<AttackStep> Steps, ImmutableArray<string> Checks)
{
    /// <summary>The story in two sentences.</summary>
    public string Text
    {
        get
        {
            var months = Steps.IsEmpty ? 0 : Steps.Max(s => s.Month);
            var told = Steps.Select(s =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{s.Organ} {(s.Month == 0 ? "at once" : $"by month {s.Month}")} ({s.Provision})"
                )
            );
            var stops = Checks.IsEmpty ? "Nothing in the charter stops them." : $"What still stops them: {string.Join("; ", Checks)}.";
            return Steps.IsEmpty
                ? $"{Attackers}: there is nothing more to have. {stops}"
                : $"{Attackers} can have the rest {(months == 0 ? "at once" : $"in {months} months")}: {string.Join(", ", told)}. {stops}";
        }
    }

    /// <summary>
    /// The attack from a minimal capture set. Seats that are renewed together come at the next renewal, seats that come free one by one when
    /// the majority has turned over in the mean, and seats that the attackers can also empty at once.
    /// </summary>
    public static AttackStory? Of(LintContext charter, CaptureSets cost)
    {
        ArgumentNullException.ThrowIfNull(charter);
        ArgumentNullException.ThrowIfNull(cost);
        if (cost.Size is not { } size || cost.Sets.IsEmpty)
            return null;
        var game = CaptureGame.Of(charter.Graph, null, charter.Mean);
        var bought = new int[game.Classes.Length];
        foreach (var (c, seats) in cost.Sets[0])
            bought[game.Classes.IndexOf(c)] = seats;
        var held = new HashSet<int>(cost.Sets[0].Select(x => charter.Graph[x.Class.Organ!.Value].Index));
        var clock = 0;
        var steps = ImmutableArray.CreateBuilder<AttackStep>();
        foreach (var (provision, c, seats) in new Closure(game).Order(bought))
        {
            var organ = charter.Charter[game.Classes[c].Organ!.Value];
            clock = When(charter, organ, held, clock);
            held.Add(charter.Graph[organ.Id].Index);
            steps.Add(new AttackStep(clock, organ.Name, seats, provision));
        }
        var who = string.Join(
            " and ",
            cost.Sets[0]
                .Select(x => x.Class.Seats == 1 ? $"the holder of {x.Class.Name}" : $"{x.Seats} of {x.Class.Seats} in {x.Class.Name}")
        );
        return new AttackStory(char.ToUpperInvariant(who[0]) + who[1..], size, steps.ToImmutable(), [.. ChecksOn(charter, held)]);
    }

    private static int When(LintContext charter, Organ organ, HashSet<int> held, int clock)
    {
        var node = charter.Graph[organ.Id].Index;
        if (
            charter.Graph.Edges.Any(e =>
                e.Hold is Hold.Remove or Hold.Expel && e.Held == organ.Id && held.Contains(e.From) && e.From != node
            )
        )
            return clock;
        if (CaptureTime.Months(charter.Charter, organ) is { } every)
            return (clock / every * every) + every;
        var turnover = Math.Clamp(organ.Turnover is { } own ? charter.Mean(own) : charter.UsualTurnover, 1e-6, 0.999);
        return clock + (int)Math.Ceiling(IndependentTurnover.Months(organ.Seats, (organ.Seats / 2) + 1, turnover));
    }

    private static IEnumerable<string> ChecksOn(LintContext charter, HashSet<int> held) =>
        charter
            .Graph.Edges.Where(e => e.Hold is Hold.Remove or Hold.Expel && held.Contains(e.To) && !held.Contains(e.From))
            .DistinctBy(e => e.Provision)
            .Select(e => $"{charter.Name(e.Holder)} may remove {charter.Name(e.Held)} ({e.Provision})");
}
