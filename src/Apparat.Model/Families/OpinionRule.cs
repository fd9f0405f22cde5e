namespace Apparat.Model;

/// <summary>How positions on the issues drift, month by month, among those who discuss: the heads and the members of the decisive body.</summary>
public abstract record OpinionRule : Word
{
    /// <summary>Moves the positions on one issue.</summary>
    /// <param name="now">What can be seen.</param>
    /// <param name="people">Who discuss.</param>
    /// <param name="first">Where each stood when he joined the discussion, in [-1,1].</param>
    /// <param name="positions">Where each stands, in [-1,1]: before and after.</param>
    public abstract void Drift(Situation now, ReadOnlySpan<PersonId> people, ReadOnlySpan<double> first, Span<double> positions);
}
