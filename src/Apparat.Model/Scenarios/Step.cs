using System.Collections.Immutable;

namespace Apparat.Model;

/// <summary>How long a turn is. What a scenario says is given a month stays so much a month at every step: see <see cref="Accrual"/>.</summary>
/// <param name="Name">As the scenario writes it: "month", "week", "day", "meeting of Board".</param>
/// <param name="Unit">What one turn is called: "month", "week", "day", "meeting".</param>
/// <param name="Days">Days of a turn where all have the same number; 0 where they have not.</param>
public sealed record Step(string Name, string Unit, int Days = 0)
{
    /// <summary>Calendar months.</summary>
    public static Step Month { get; } = new("month", "month");

    /// <summary>Weeks, from the first day on.</summary>
    public static Step Week { get; } = new("week", "week", 7);

    /// <summary>Days.</summary>
    public static Step Day { get; } = new("day", "day", 1);

    /// <summary>Where turns begin with meetings: the days of all turns but the first, in order; empty for other steps.</summary>
    public ImmutableArray<DateOnly> Starts { get; init; } = [];

    /// <summary>Whether turns are whole calendar months.</summary>
    public bool ByMonths => Days == 0 && Unit == Month.Unit;

    /// <summary>Whether all turns are taken to be equally long.</summary>
    public bool IsEven => ByMonths || Days > 0;

    /// <summary>From one meeting of an organ to the next; the first turn lasts from the first day to the first meeting after it.</summary>
    /// <param name="organ">Its name.</param>
    /// <param name="from">First day of the scenario.</param>
    /// <param name="until">Last day of the scenario.</param>
    /// <param name="meetings">When it meets; days outside the scenario are passed over.</param>
    public static Step Meeting(string organ, DateOnly from, DateOnly until, IEnumerable<DateOnly> meetings) =>
        new($"meeting of {organ}", "meeting") { Starts = [.. meetings.Where(d => d > from && d <= until).Distinct().Order()] };
}

/// <summary>What a parameter given by the month comes to over a turn of another length.</summary>
public enum Accrual
{
    /// <summary>It is not given by the month: as it is.</summary>
    None,

    /// <summary>A rate or hazard r: r times the months.</summary>
    Rate,

    /// <summary>A part of what is left, or a probability, p: 1 - (1 - p)^months.</summary>
    Share,

    /// <summary>A growth g: (1 + g)^months - 1.</summary>
    Growth,

    /// <summary>It is given by the month and read as it is: the engine scales what comes of it, because more goes into that than this number.</summary>
    AtUse,
}
