namespace Apparat.Model;

/// <summary>Some days in a row, both ends included: a day, a month, a year, or whatever lies between.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public readonly record struct Stretch(DateOnly From, DateOnly Until)
{
    /// <summary>All days there are.</summary>
    public static Stretch Always => new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>One day.</summary>
    public static Stretch Of(DateOnly day) => new(day, day);

    /// <summary>A whole year.</summary>
    public static Stretch Of(int year) => new(new(year, 1, 1), new(year, 12, 31));

    /// <summary>A whole month.</summary>
    public static Stretch Of(int year, int month) => new(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>Whether it is one day.</summary>
    public bool IsDay => From == Until;

    /// <summary>Whether the two share a day.</summary>
    public bool Meets(Stretch other) => From <= other.Until && other.From <= Until;

    /// <summary>Whether all days of another lie in it.</summary>
    public bool Contains(Stretch other) => From <= other.From && other.Until <= Until;
}

/// <summary>How a sentence places itself in time.</summary>
public enum DaysWord
{
    /// <summary>On some day of the stretch.</summary>
    In,

    /// <summary>From some day of the stretch on.</summary>
    From,

    /// <summary>From some day of the first stretch to some day of the last.</summary>
    FromTo,

    /// <summary>On some day between the beginning of the first stretch and the end of the last.</summary>
    Between,

    /// <summary>Still in the stretch, and not after it.</summary>
    Until,

    /// <summary>Before the stretch begins.</summary>
    Before,

    /// <summary>After the stretch has ended.</summary>
    After,

    /// <summary>On the last day of the stretch at the latest.</summary>
    By,
}

/// <summary>
/// When, as a sentence says it: in April 1922, from 1924 to 1929, before 1941. A month or a year stands for whichever of its days makes the
/// sentence truest, so that nobody is contradicted for leaving the day out.
/// </summary>
/// <param name="Word">How.</param>
/// <param name="First">The stretch named, or the first of two.</param>
/// <param name="Last">The second of two; null if there is one.</param>
public sealed record Days(DaysWord Word, Stretch First, Stretch? Last = null)
{
    /// <summary>The days on which something that takes a day may have happened.</summary>
    public Stretch Window =>
        Word switch
        {
            DaysWord.From => new(First.From, DateOnly.MaxValue),
            DaysWord.FromTo or DaysWord.Between => new(First.From, (Last ?? First).Until),
            DaysWord.Until or DaysWord.By => new(DateOnly.MinValue, First.Until),
            DaysWord.Before => First.From == DateOnly.MinValue ? First : new(DateOnly.MinValue, First.From.AddDays(-1)),
            DaysWord.After => First.Until == DateOnly.MaxValue ? First : new(First.Until.AddDays(1), DateOnly.MaxValue),
            _ => First,
        };

    /// <summary>For something that lasts: the days on every one of which it must have been so; null if one day of <see cref="Window"/> is enough.</summary>
    public Stretch? Throughout =>
        Word switch
        {
            DaysWord.From or DaysWord.By => Stretch.Of(First.Until),
            DaysWord.FromTo when Last is { } last => First.Until <= last.From ? new(First.Until, last.From) : new(last.From, First.Until),
            _ => null,
        };

    /// <summary>For something that lasts: the days of which one is enough.</summary>
    public Stretch Some => Word == DaysWord.Until ? First : Window;
}
