namespace Apparat.Model;

/// <summary>
/// How many of a body, as by-laws count: a number of people (25), a share (one third: 1 of 3), more than a share (a majority: more than 1 of 2),
/// or whoever is present (0).
/// </summary>
/// <param name="Number">People, or the numerator of the share.</param>
/// <param name="OutOf">The denominator of the share; 0 if <paramref name="Number"/> counts people.</param>
/// <param name="MoreThan">True if the share itself is not enough.</param>
public readonly record struct Quantity(int Number, int OutOf = 0, bool MoreThan = false)
{
    /// <summary>Whoever is present: any number will do.</summary>
    public static Quantity WhoeverIsPresent => default;

    /// <summary>More than half.</summary>
    public static Quantity Majority => new(1, 2, MoreThan: true);

    /// <summary>True if it is a part of a whole and not a number of people.</summary>
    public bool IsShare => OutOf > 0;

    /// <summary>The least number of people it means in a body of a size; at least 1 if it means anybody at all.</summary>
    public int In(int size) =>
        !IsShare ? Number
        : MoreThan ? (int)((long)Number * size / OutOf) + 1
        : (int)(((long)Number * size + OutOf - 1) / OutOf);
}

/// <summary>A share that has no name of its own: 55%, five sixths.</summary>
/// <param name="Number">The numerator.</param>
/// <param name="OutOf">The denominator.</param>
public readonly record struct Ratio(int Number, int OutOf);

/// <summary>Some members of a body who act together: 25 Members, one third of Board.</summary>
/// <param name="Quantity">How many.</param>
/// <param name="Of">Of which body.</param>
public readonly record struct Portion(Quantity Quantity, OrganId Of);

/// <summary>The units in which by-laws measure time.</summary>
public enum TimeUnit
{
    /// <summary>Days.</summary>
    Days,

    /// <summary>Weeks.</summary>
    Weeks,

    /// <summary>Months.</summary>
    Months,

    /// <summary>Years.</summary>
    Years,
}

/// <summary>A length of time as by-laws write it. Days stay days: a monthly step cannot tell 28 from 30.</summary>
/// <param name="Length">How many units.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct Period(int Length, TimeUnit Unit)
{
    /// <summary>Its length in days, months of 30 and years of 365.</summary>
    public int Days =>
        Length
        * (
            Unit switch
            {
                TimeUnit.Weeks => 7,
                TimeUnit.Months => 30,
                TimeUnit.Years => 365,
                _ => 1,
            }
        );
}

/// <summary>The name of something persons have and may share: an employer, a region.</summary>
public readonly record struct AttributeId(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>Something persons have and may share, as a scenario declares it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Values">What it can be; empty if anything.</param>
public sealed record SharedAttribute(AttributeId Id, System.Collections.Immutable.ImmutableArray<string> Values);
