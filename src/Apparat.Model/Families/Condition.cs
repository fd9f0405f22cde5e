namespace Apparat.Model;

/// <summary>Something that is true or not of a person at a moment.</summary>
public abstract record Condition : Word
{
    /// <summary>The organ whose recorded seats alone settle it; null if it takes more than seats, so that no record can.</summary>
    public virtual OrganId? OnRecord => null;

    /// <summary>Whether it holds of <paramref name="x"/> now.</summary>
    public abstract bool Holds(WorldView now, PersonId x);
}
