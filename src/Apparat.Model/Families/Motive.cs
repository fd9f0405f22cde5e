namespace Apparat.Model;

/// <summary>
/// One term of what voters weigh, worked out for a whole body at a time. The engine adds the terms and does the choosing.
/// What the situation gives for each voter stands in the order of the voters handed over.
/// </summary>
public abstract record Motive : Word
{
    /// <summary>True if it needs the forecast of the first pass (fear and bandwagon).</summary>
    public virtual bool NeedsForecast => false;

    /// <summary>True if the likelier a motion is foreseen to be carried, the more, or no less, this term adds for every voter.</summary>
    public virtual bool RisesWithForecast(Situation now) => !NeedsForecast;

    /// <summary>The terms on which whoever moves a motion buys votes with seats in his gift; null if nobody does.</summary>
    public virtual Bargain? Bargain(Situation now) => null;

    /// <summary>Adds this term, in log-odds of a yes, for each voter.</summary>
    public abstract void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility);
}
