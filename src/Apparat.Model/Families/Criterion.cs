namespace Apparat.Model;

/// <summary>One term of what is weighed in choosing between persons for a seat.</summary>
public abstract record Criterion : Word
{
    /// <summary>True if it counts when a single maker picks.</summary>
    public virtual bool ForMakers => true;

    /// <summary>True if it counts when electors vote.</summary>
    public virtual bool ForElectors => true;

    /// <summary>Adds this term, in log-odds, for each candidate as each chooser sees it: a row a chooser, a column a candidate.</summary>
    public abstract void Add(
        Situation now,
        ReadOnlySpan<PersonId> choosers,
        Seat seat,
        ReadOnlySpan<PersonId> candidates,
        Span<double> utility
    );
}
