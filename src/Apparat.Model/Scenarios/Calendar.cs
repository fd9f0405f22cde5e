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

/// <summary>The days a scenario runs over, in steps of whole calendar months.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, included.</param>
public sealed record Calendar(DateOnly From, DateOnly Until)
{
    /// <summary>How many turns the scenario lasts: the months touched.</summary>
    public int Turns => Math.Max(0, MonthsSinceStart(Until) + 1);

    /// <summary>The turn a day falls into; may lie outside the scenario.</summary>
    public Turn At(DateOnly day) => new(MonthsSinceStart(day));

    /// <summary>The first day of a turn; for the first turn, the first day of the scenario.</summary>
    public DateOnly FirstDayOf(Turn turn) => turn.Index == 0 ? From : new DateOnly(From.Year, From.Month, 1).AddMonths(turn.Index);

    /// <summary>The absolute month of a turn (years times 12 plus month): the time part of every random address.</summary>
    public int AbsoluteMonth(Turn turn) => (From.Year * 12) + From.Month - 1 + turn.Index;

    private int MonthsSinceStart(DateOnly day) => ((day.Year - From.Year) * 12) + day.Month - From.Month;
}
