namespace Apparat.Model;

/// <summary>What those who decide can see at a moment of a run. One instance a worker, reused; nothing in it may be kept.</summary>
public abstract class Situation : WorldView
{
    /// <summary>This run's draw of a parameter.</summary>
    public abstract double this[Parameter parameter] { get; }

    /// <summary>Whose standing the motion on the floor would change, and by how much: rank value after less before, over the highest rank.</summary>
    public abstract ReadOnlySpan<(PersonId Head, double Change)> Stakes { get; }

    /// <summary>For each voter, what the motion on the floor would do to his own standing, in rank value over the highest rank.</summary>
    public abstract ReadOnlySpan<double> OwnStakes { get; }

    /// <summary>For each voter, the value of the seat promised to him for his vote, over the highest rank; 0 without a promise.</summary>
    public abstract ReadOnlySpan<double> Promised { get; }

    /// <summary>For each voter, what his best seat is worth over the highest rank there is, in [0,1].</summary>
    public abstract ReadOnlySpan<double> Ranks { get; }

    /// <summary>For each voter, loyalty to a head less hostility, in [-1,1].</summary>
    public abstract ReadOnlySpan<double> Leanings(PersonId head);

    /// <summary>For each voter, the share in [0,1] of the powers over his seats that lies with a head; 0 for the head himself.</summary>
    public abstract ReadOnlySpan<double> Dependences(PersonId head);

    /// <summary>For each voter, his esteem in [0,1] for a head, after what he has heard.</summary>
    public abstract ReadOnlySpan<double> Esteems(PersonId head);

    /// <summary>For each voter, his position on an issue (0-based).</summary>
    public abstract ReadOnlySpan<double> Positions(int issue);

    /// <summary>P(carried) of the motion on the floor after the first pass.</summary>
    public abstract double Forecast { get; }

    /// <summary>Writes how loyal each of several persons is to one head; false if none of them is at all.</summary>
    public virtual bool Loyalties(ReadOnlySpan<PersonId> from, PersonId to, Span<double> into)
    {
        var any = false;
        for (var i = 0; i < from.Length; i++)
            any |= (into[i] = Loyalty(from[i], to)) != 0;
        return any;
    }

    /// <summary>Writes the loyalty less the hostility of each of several persons to one head, in [-1,1].</summary>
    public virtual void Leanings(ReadOnlySpan<PersonId> from, PersonId to, Span<double> into)
    {
        for (var i = 0; i < from.Length; i++)
            into[i] = Loyalty(from[i], to) - Hostility(from[i], to);
    }

    /// <summary>Hostility in [0,1].</summary>
    public abstract double Hostility(PersonId from, PersonId to);

    /// <summary>Loyalty as someone without full files sees it, in any real number near [0,1].</summary>
    public abstract double LoyaltySeen(PersonId by, PersonId from, PersonId to, OrganId concerning);

    /// <summary>Writes the same for each of several persons.</summary>
    public virtual void LoyaltiesSeen(PersonId by, ReadOnlySpan<PersonId> from, PersonId to, OrganId concerning, Span<double> into)
    {
        for (var i = 0; i < from.Length; i++)
            into[i] = LoyaltySeen(by, from[i], to, concerning);
    }

    /// <summary>Esteem in [0,1] after what the onlooker has heard.</summary>
    public abstract override double Prestige(PersonId seenBy, PersonId of);

    /// <summary>Writes the esteem in which each of several onlookers holds a person, in [0,1].</summary>
    public virtual void PrestigeOf(PersonId of, ReadOnlySpan<PersonId> seenBy, Span<double> into)
    {
        for (var i = 0; i < seenBy.Length; i++)
            into[i] = Prestige(seenBy[i], of);
    }

    /// <summary>Perceived threat.</summary>
    public abstract double Threat(PersonId seenBy, PersonId of);

    /// <summary>1 in the bloc, -1 its target, 0 aloof.</summary>
    public abstract int Side(PersonId head);

    /// <summary>How many contenders are still active.</summary>
    public abstract int ActiveContenders { get; }

    /// <summary>For the motion on the floor: 1 pro, -1 contra, 0 neither.</summary>
    public abstract int Stand(PersonId head);

    /// <summary>The heads who are pro (1) or contra (-1).</summary>
    public abstract ReadOnlySpan<PersonId> Standing(int side);

    /// <summary>Position on an issue (0-based).</summary>
    public abstract override double Position(PersonId person, int issue);

    /// <summary>Current policy on an issue.</summary>
    public abstract double Policy(int issue);

    /// <summary>How many issues there are.</summary>
    public abstract int Issues { get; }

    /// <summary>A person's trait.</summary>
    public abstract double TraitOf(PersonId person, Trait trait);

    /// <summary>Months since an organ last met, or since the first day if it has not yet.</summary>
    public abstract double MonthsSinceMet(OrganId organ);

    /// <summary>Whether an organ meets this turn.</summary>
    public abstract bool Meets(OrganId organ);

    /// <summary>All heads who can have clients.</summary>
    public abstract ReadOnlySpan<PersonId> Heads { get; }

    /// <summary>The heads, in their order, with any power over the seats a person holds, never himself, and what share of it in [0,1] lies with each.</summary>
    public abstract ReadOnlySpan<(PersonId Head, double Share)> HeadsOver(PersonId person);

    /// <summary>Months since a motion was last put against a head; infinitely many if none ever was.</summary>
    public abstract double SinceAttacked(PersonId head);

    /// <summary>Months since a challenge put by a head last failed; infinitely many if none ever did.</summary>
    public abstract double SinceDefeated(PersonId head);

    /// <summary>The weakest tie that makes a follower, in [0,1].</summary>
    public abstract double WeakestTie { get; }

    /// <summary>Whether an expelled head has offered to recant.</summary>
    public abstract bool Recants(PersonId head);

    /// <summary>Who acts for an organ: the holder of an office, or of the office that heads a body; nobody if there is none.</summary>
    public abstract PersonId Actor(OrganId organ);

    /// <summary>The most seats an organ may ever come to have.</summary>
    public abstract int MostSeats(OrganId organ);

    /// <summary>How many have asked to join a body of ordinary members and are not in it; 0 for other organs.</summary>
    public virtual double Applicants(OrganId members) => 0;

    /// <summary>The document by its id.</summary>
    public abstract Document Document(DocumentId id);
}

/// <summary>What kind of thing a motion is about.</summary>
public enum MoveKind
{
    /// <summary>Anything else; <see cref="Move.Object"/> is an organ's index.</summary>
    Other,

    /// <summary>Someone's removal or expulsion; <see cref="Move.Object"/> is an organ's index.</summary>
    Removal,

    /// <summary>A change of policy; <see cref="Move.Object"/> is an issue's number.</summary>
    Policy,
}

/// <summary>Something put forward. Chance addresses it by its content, never by its number.</summary>
/// <param name="Clause">The clause used.</param>
/// <param name="Rule">Which sentence of the clause, from 0.</param>
/// <param name="Sponsor">Who puts it forward; nobody for business that is due.</param>
/// <param name="Target">Against whom; nobody for a question of policy.</param>
/// <param name="Object">What it is about: the organ, the issue or the audience, as its word reads it.</param>
/// <param name="Position">For policy: the new position; else 0.</param>
/// <param name="By">Who decides it, and how.</param>
public readonly record struct Move(ClauseId Clause, int Rule, PersonId Sponsor, PersonId Target, int Object, double Position, Decision By)
{
    /// <summary>What kind of motion it is.</summary>
    public MoveKind Kind { get; init; }

    /// <summary>A second person struck by the same motion.</summary>
    public PersonId Second { get; init; } = PersonId.None;

    /// <summary>A third person struck by the same motion.</summary>
    public PersonId Third { get; init; } = PersonId.None;

    /// <summary>Status-quo bias of this kind of motion in log-odds; 0 for policy, -0.5 for a removal.</summary>
    public double Bias { get; init; }
}

/// <summary>Where powers put what may be moved.</summary>
public abstract class MoveList
{
    /// <summary>The one who is choosing what to move.</summary>
    public abstract PersonId Setter { get; }

    /// <summary>Adds a move; beyond the limit of the menu it is dropped.</summary>
    public abstract void Add(in Move move);

    /// <summary>A move of this power, with the clause and sentence filled in by the engine.</summary>
    public abstract Move By(
        Decision decision,
        PersonId target,
        int about = 0,
        double position = 0,
        double bias = 0,
        MoveKind kind = MoveKind.Other
    );
}
