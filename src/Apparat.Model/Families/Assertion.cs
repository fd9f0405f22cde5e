using System.Collections.Immutable;

namespace Apparat.Model;

/// <summary>Something that can be said of a dated record and judged by looking: a claim is made of assertions.</summary>
public abstract record Assertion : Word
{
    /// <summary>What the record makes of it; rows of low confidence alone settle nothing.</summary>
    public Judgement Judge(DatedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Look(record).Settled;
    }

    /// <summary>Whether another must hold wherever this holds, whatever the record says.</summary>
    public virtual bool Implies(Assertion other) => Equals(other);

    /// <summary>Looks the rows up.</summary>
    protected abstract Judgement Look(DatedRecord record);

    /// <summary>Whether what was so at the time of one sentence must have been so at that of the other.</summary>
    protected static bool LastsInto(Days? one, Days? other) =>
        other is null
        || (
            one is not null
            && (
                one == other
                || (
                    other.Throughout is { } whole
                        ? one.Throughout is { } lasted && lasted.Contains(whole)
                        : other.Some.Contains(one.Throughout ?? one.Some)
                )
            )
        );

    /// <summary>Whether what happened at the time of one sentence happened at that of the other.</summary>
    protected static bool FallsInto(Days? one, Days? other) => other is null || (one is not null && other.Window.Contains(one.Window));

    /// <summary>Whether a day or stretch is within the time of a sentence.</summary>
    protected static bool IsIn(Stretch when, Days? days) => days is null || days.Window.Meets(when);
}

/// <summary>How a number is compared.</summary>
public enum Compared
{
    /// <summary>It is that number or more.</summary>
    AtLeast,

    /// <summary>It is that number or less.</summary>
    AtMost,

    /// <summary>It is more.</summary>
    [Spelt("over", "above")]
    MoreThan,

    /// <summary>It is less.</summary>
    [Spelt("less than", "under", "below")]
    FewerThan,

    /// <summary>It is that number.</summary>
    Exactly,
}

/// <summary>Comparing.</summary>
public static class Comparing
{
    /// <summary>Whether a number compares so with another.</summary>
    public static bool Holds(this Compared comparison, double value, double with) =>
        comparison switch
        {
            Compared.AtLeast => value >= with,
            Compared.AtMost => value <= with,
            Compared.MoreThan => value > with,
            Compared.FewerThan => value < with,
            _ => value.Equals(with),
        };
}
