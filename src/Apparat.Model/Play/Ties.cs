namespace Apparat.Model;

/// <summary>What was done, as bonds see it.</summary>
public enum DeedKind
{
    /// <summary>A person took a seat; <see cref="Deed.Maker"/> is the head credited, <see cref="Deed.Amount"/> his credit in [0,1].</summary>
    Placed,

    /// <summary>A person kept a seat at a renewal; maker and credit as for a placing.</summary>
    Renewed,

    /// <summary>A person was removed against his will; <see cref="Deed.Maker"/> is the sponsor.</summary>
    Removed,

    /// <summary>A person voted yes to a motion against <see cref="Deed.Maker"/>; <see cref="Deed.Amount"/> is how much it harmed him.</summary>
    VotedAgainst,

    /// <summary>A motion was put against a person by <see cref="Deed.Maker"/>, whatever became of it.</summary>
    Attacked,

    /// <summary>A person (<see cref="Deed.Person"/>), a head, died.</summary>
    Died,

    /// <summary>A person, a head, was sent where nobody can follow him.</summary>
    Exiled,

    /// <summary>A challenge by a person against <see cref="Deed.Maker"/> failed.</summary>
    Defeated,
}

/// <summary>A deed.</summary>
public readonly record struct Deed(DeedKind Kind, PersonId Person, PersonId Maker, double Amount);

/// <summary>Ties of persons to heads, as bonds may change them.</summary>
public abstract class Ties
{
    /// <summary>What can be seen.</summary>
    public abstract Situation Now { get; }

    /// <summary>Everyone who has, or had, any tie to a head; good until next asked for.</summary>
    public abstract ReadOnlySpan<PersonId> Followers(PersonId head);

    /// <summary>Raises a tie to at least this strength.</summary>
    public abstract void Owe(PersonId from, PersonId to, double strength);

    /// <summary>
    /// Raises the ties of everyone in office to each head with power over his seats by a part of what they lack to full ones: a rate, in [0,1],
    /// times that head's share of the power.
    /// </summary>
    public abstract void GrowToThoseAbove(double rate);

    /// <summary>Multiplies a tie.</summary>
    public abstract void Scale(PersonId from, PersonId to, double factor);

    /// <summary>Adds to hostility, at most up to 1.</summary>
    public abstract void Resent(PersonId from, PersonId to, double amount);

    /// <summary>Adds to a person's prestige, at most up to 1.</summary>
    public abstract void Esteem(PersonId person, double amount);

    /// <summary>Raises the prestige of everyone in office by a part of what it lacks to 1: a rate, in [0,1], times his rank.</summary>
    public abstract void EsteemByRank(double rate);
}

/// <summary>The contenders as alliance rules see them; rows and columns are contenders in declared order.</summary>
public abstract class Rivalry
{
    /// <summary>What can be seen.</summary>
    public abstract Situation Now { get; }

    /// <summary>How many contenders there are, active or not.</summary>
    public abstract int Count { get; }

    /// <summary>Whether a contender still holds the prize or may yet win it.</summary>
    public abstract bool Active(int contender);

    /// <summary>His share of all visible prestige.</summary>
    public abstract double VisibleShare(int contender);

    /// <summary>Expected share of the decisive body's votes that follows him, as it was some months ago.</summary>
    public abstract double Following(int contender, int monthsAgo);

    /// <summary>A standard normal draw for this pair and turn.</summary>
    public abstract double Noise(int by, int of);

    /// <summary>A uniform draw in [0,1) for this contender and turn.</summary>
    public abstract double Luck(int by);

    /// <summary>Threat of one contender as another sees it: read after it was written in perception.</summary>
    public abstract ref double Threat(int by, int of);

    /// <summary>The side of a contender last month.</summary>
    public abstract int LastSide(int contender);

    /// <summary>Distance between the positions of two contenders, in policy ranges.</summary>
    public abstract double Distance(int a, int b);

    /// <summary>Distance between a contender and the mean of last month's bloc (of all others but the target if there was none).</summary>
    public abstract double DistanceToBloc(int contender, int target);
}
