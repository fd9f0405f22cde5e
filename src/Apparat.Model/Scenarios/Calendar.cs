namespace Apparat.Model;

/// <summary>A step of the calendar, counted from 0. Not a number: turns are compared and counted, never averaged with other things.</summary>
public readonly record struct Turn(int Index) : IComparable<Turn>
{
    /// <inheritdoc/>
    public int CompareTo(Turn other) => Index.CompareTo(other.Index);

    /// <summary>Earlier than.</summary>
    public static bool operator <(Turn a, Turn b) => a.Index < b.Index;

    /// <summary>Later than.</summary>
    public static bool operator >(Turn a, Turn b) => a.Index > b.Index;

    /// <summary>Not later than.</summary>
    public static bool operator <=(Turn a, Turn b) => a.Index <= b.Index;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(Turn a, Turn b) => a.Index >= b.Index;
}

/// <summary>The days a scenario runs over, cut into turns by its step: whole calendar months, weeks, days, or from one meeting to the next.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, included.</param>
public sealed record Calendar(DateOnly From, DateOnly Until)
{
    // A year of 365.2425 days over twelve.
    private const double DaysAMonth = 365.2425 / 12;

    /// <summary>How long a turn is.</summary>
    public Step Step { get; init; } = Step.Month;

    /// <summary>How many turns the scenario lasts: the months, weeks, days or stretches between meetings that it touches.</summary>
    public int Turns => Until < From ? 0 : At(Until).Index + 1;

    /// <summary>The turn a day falls into; may lie outside the scenario.</summary>
    public Turn At(DateOnly day)
    {
        if (Step.ByMonths)
            return new(MonthsSinceStart(day));
        if (Step.Days > 0)
            return new((int)Math.Floor((double)(day.DayNumber - From.DayNumber) / Step.Days));
        if (day > Until)
            return new(Step.Starts.Length + 1);
        var at = Step.Starts.AsSpan().BinarySearch(day);
        return new(
            day < From ? -1
            : at >= 0 ? at + 1
            : ~at
        );
    }

    /// <summary>The first day of a turn; for the first turn, the first day of the scenario.</summary>
    public DateOnly FirstDayOf(Turn turn)
    {
        if (turn.Index == 0)
            return From;
        if (Step.ByMonths)
            return new DateOnly(From.Year, From.Month, 1).AddMonths(turn.Index);
        if (Step.Days > 0)
            return From.AddDays(turn.Index * Step.Days);
        return turn.Index <= Step.Starts.Length ? Step.Starts[turn.Index - 1] : Until.AddDays(1);
    }

    /// <summary>How long a turn is in months: 1 for every calendar month, a part of the mean month for other stretches of days.</summary>
    public double MonthsOf(Turn turn) => Step.ByMonths ? 1 : DaysOf(turn) / DaysAMonth;

    /// <summary>Months gone since the first day when a turn begins.</summary>
    public double MonthsBefore(Turn turn) => Step.ByMonths ? turn.Index : (FirstDayOf(turn).DayNumber - From.DayNumber) / DaysAMonth;

    /// <summary>The calendar month into which the last day of a turn falls, the scenario's own at most, counted from that of the first day.</summary>
    public int LastMonthOf(Turn turn)
    {
        if (Step.ByMonths)
            return turn.Index;
        var last = FirstDayOf(new Turn(turn.Index + 1)).AddDays(-1);
        return MonthsSinceStart(last < Until ? last : Until);
    }

    /// <summary>The turn that begins or is under way some months after a turn begins; negative months look back, to the first turn at most.</summary>
    public Turn After(Turn turn, int months) =>
        new(Math.Max(0, Step.ByMonths ? turn.Index + months : At(FirstDayOf(turn).AddMonths(months)).Index));

    /// <summary>The first turn that begins at least so many days after a turn begins.</summary>
    public Turn AfterDays(Turn turn, int days)
    {
        var day = FirstDayOf(turn).AddDays(days);
        var at = At(day);
        return FirstDayOf(at) < day ? new(at.Index + 1) : at;
    }

    /// <summary>
    /// The time part of every random address of a turn: the absolute month (years times 12 plus month), or for other steps the number of its
    /// first day.
    /// </summary>
    public int AddressOf(Turn turn) => Step.ByMonths ? (From.Year * 12) + From.Month - 1 + turn.Index : FirstDayOf(turn).DayNumber;

    private int DaysOf(Turn turn) => FirstDayOf(new Turn(turn.Index + 1)).DayNumber - FirstDayOf(turn).DayNumber;

    private int MonthsSinceStart(DateOnly day) => ((day.Year - From.Year) * 12) + day.Month - From.Month;
}
