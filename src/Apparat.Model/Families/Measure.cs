namespace Apparat.Model;

/// <summary>A number kept of every run, for each contender.</summary>
public abstract record Measure : Word
{
    /// <summary>The organ or matter it looks at, in snake_case, so that two measures of one word have two columns; written by the reader.</summary>
    public string About { get; init; } = "";

    /// <summary>Column name in snake_case.</summary>
    public abstract string Name { get; }

    /// <summary>Unit.</summary>
    public abstract string Unit { get; }

    /// <summary>Least and greatest possible value.</summary>
    public abstract (double Low, double High) Range { get; }

    /// <summary>What it tells, in a line.</summary>
    public abstract string Meaning { get; }

    /// <summary>The paper or account it comes from.</summary>
    public abstract string Source { get; }

    /// <summary>The organ whose recorded seats alone settle it; null if it takes more than seats, so that no record can.</summary>
    public virtual OrganId? OnRecord => null;

    /// <summary>True if it is the same for every contender.</summary>
    public virtual bool IsOfNobody => false;

    /// <summary>Its value for a contender now.</summary>
    public abstract double Value(WorldView now, PersonId x);

    /// <summary>Its values for several contenders at once.</summary>
    public virtual void Values(WorldView now, ReadOnlySpan<PersonId> contenders, Span<double> into)
    {
        for (var k = 0; k < contenders.Length; k++)
            into[k] = Value(now, contenders[k]);
    }
}
