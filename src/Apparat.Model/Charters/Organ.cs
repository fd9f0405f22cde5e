using System.Collections.Immutable;

namespace Apparat.Model;

/// <summary>How long a seat is held.</summary>
/// <param name="Months">Length of a fixed term in months; null if there is none.</param>
/// <param name="Until">The organ whose renewal ends the term; null if there is none.</param>
public sealed record Term(int? Months = null, OrganId? Until = null)
{
    /// <summary>Held until death, resignation or removal.</summary>
    public static Term AtPleasure { get; } = new();
}

/// <summary>When an organ meets.</summary>
/// <param name="Dates">Recorded days, in order; empty if the statute's rhythm alone is known.</param>
/// <param name="EveryMonths">The statute's rhythm in months; 0 if it has none and <paramref name="Dates"/> is all there is.</param>
/// <param name="EveryDays">The rhythm in days where it is shorter than a month, <paramref name="EveryMonths"/> then being 1; else 0.</param>
public sealed record Meetings(ImmutableArray<DateOnly> Dates, int EveryMonths = 0, int EveryDays = 0)
{
    /// <summary>Meets every month.</summary>
    public static Meetings Monthly { get; } = new([], 1);

    /// <summary>
    /// The days on which it meets: those on record, within these days or not, or those of its rhythm. Months count from that of the first day, and a body that meets
    /// every so many of them meets on their first day; one that meets every month, on the first day of the scenario as well.
    /// </summary>
    public IEnumerable<DateOnly> Days(DateOnly from, DateOnly until)
    {
        if (!Dates.IsEmpty)
            return Dates;
        if (EveryDays > 0)
            return Enumerable.Range(0, ((until.DayNumber - from.DayNumber) / EveryDays) + 1).Select(k => from.AddDays(k * EveryDays));
        if (EveryMonths <= 0)
            return [];
        var first = new DateOnly(from.Year, from.Month, 1);
        var months = ((until.Year - from.Year) * 12) + until.Month - from.Month;
        var days = Enumerable.Range(1, months / EveryMonths).Select(k => first.AddMonths(k * EveryMonths));
        return EveryMonths == 1 ? days.Prepend(from) : days;
    }
}

/// <summary>An office or a body. An office is a body of one, so that one code path serves both.</summary>
public sealed record Organ
{
    /// <summary>Its place in the charter.</summary>
    public required OrganId Id { get; init; }

    /// <summary>Its name as the charter writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The hash by which chance addresses it; kept when the organ is renamed in the model.</summary>
    public required ulong Key { get; init; }

    /// <summary>What one member is called ("Director"); null if the charter has no word.</summary>
    public string? Member { get; init; }

    /// <summary>How many vote in it: ordinary members at the mean of their prior, else the seats of the first day.</summary>
    public int Voters => Count is { } count ? Math.Max(1, (int)Math.Round(count.Prior.Mean)) : Seats;

    /// <summary>Seats on the first day.</summary>
    public int Seats { get; init; } = 1;

    /// <summary>The most seats it may ever come to have in this scenario, enlargements included.</summary>
    public int MostSeats { get; init; } = 1;

    /// <summary>For an office: the body whose head its holder is, as one of its members. Null for a body.</summary>
    public OrganId? OfficeOf { get; init; }

    /// <summary>For a joint meeting: the organs that sit together. Empty otherwise.</summary>
    public ImmutableArray<OrganId> Joins { get; init; } = [];

    /// <summary>When it meets.</summary>
    public Meetings Meets { get; init; } = Meetings.Monthly;

    /// <summary>How long its seats are held.</summary>
    public Term Term { get; init; } = Term.AtPleasure;

    /// <summary>What a seat in it is worth, relative to the highest rank of the scenario; an office has the rank of its body.</summary>
    public double Rank { get; init; }

    /// <summary>Natural turnover of its seats per month; null for the scenario's own where seats are held at pleasure, and for none elsewhere.</summary>
    public Parameter? Turnover { get; init; }

    /// <summary>
    /// True if natural turnover reaches heads as well: they leave the seat and stay heads, as the leader of a camp does. Otherwise heads leave
    /// by dated events alone.
    /// </summary>
    public bool HeadsLeave { get; init; }

    /// <summary>True if each seat leads a branch of the membership of its own (a province, a chapter).</summary>
    public bool LeadsBranches { get; init; }

    /// <summary>True if its members are counted by the head they follow instead of being persons (a congress of delegates).</summary>
    public bool Counted { get; init; }

    /// <summary>For a body of ordinary members: how many there are; null if its members are persons.</summary>
    public Parameter? Count { get; init; }

    /// <summary>For a body of ordinary members: the share that turns up; null if not given.</summary>
    public Parameter? Turnout { get; init; }

    /// <summary>For a body of ordinary members: what splits it into groups with seats of their own, such as a region; null if it is one.</summary>
    public AttributeId? Split { get; init; }

    /// <summary>The organs from which candidates for its seats are taken; cadres are always among them unless <see cref="Closed"/>.</summary>
    public ImmutableArray<OrganId> Pool { get; init; } = [];

    /// <summary>True if cadres outside <see cref="Pool"/> may not be picked.</summary>
    public bool Closed { get; init; }

    /// <summary>Where its size and dates come from.</summary>
    public Citation Source { get; init; } = Citation.None;

    /// <summary>Where it is declared.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.Nowhere;

    /// <summary>True if it has one seat and heads a body.</summary>
    public bool IsOffice => OfficeOf is not null;
}
