namespace Apparat.Model;

/// <summary>Where a person stands in the organisation.</summary>
public enum Standing
{
    /// <summary>A member.</summary>
    Member,

    /// <summary>Alive and in his seats, but unable to vote or act.</summary>
    Incapacitated,

    /// <summary>Expelled.</summary>
    Expelled,

    /// <summary>Dead.</summary>
    Dead,

    /// <summary>Expelled and sent where nobody can follow him.</summary>
    Exiled,

    /// <summary>In his seats, but without a vote or a power until his suspension ends.</summary>
    Suspended,
}

/// <summary>What can be seen of a run, or of the record, at a moment.</summary>
public abstract class WorldView
{
    /// <summary>The current turn.</summary>
    public abstract Turn Now { get; }

    /// <summary>The first day of the current turn.</summary>
    public abstract DateOnly Today { get; }

    /// <summary>How long the current turn is in months: 1 where turns are calendar months.</summary>
    public virtual double Months => 1;

    /// <summary>Months gone since the first day when the current turn begins.</summary>
    public virtual double MonthsGone => Now.Index;

    /// <summary>The contenders.</summary>
    public abstract ReadOnlySpan<PersonId> Contenders { get; }

    /// <summary>Who holds the seats of an organ; empty seats hold nobody.</summary>
    public abstract ReadOnlySpan<PersonId> Holders(OrganId organ);

    /// <summary>How many seats an organ has; of a body of ordinary members, how many they are.</summary>
    public virtual int SizeOf(OrganId organ) => Holders(organ).Length;

    /// <summary>What a seat in an organ is worth, over the highest rank there is, in [0,1]; an office has the rank of its body.</summary>
    public abstract double Rank(OrganId organ);

    /// <summary>Whether a person holds a seat of an organ.</summary>
    public abstract bool Sits(PersonId person, OrganId organ);

    /// <summary>Where a person stands.</summary>
    public abstract Standing StandingOf(PersonId person);

    /// <summary>The turn since which a person has sat in an organ; null if he does not.</summary>
    public abstract Turn? Since(PersonId person, OrganId organ);

    /// <summary>Whether a person holds or has held a seat of an organ, as far as it is remembered: see <see cref="Limit.LooksBackAt"/>.</summary>
    public virtual bool HasSat(PersonId person, OrganId organ) => Sits(person, organ);

    /// <summary>Terms begun in an organ, the present one included: of a lifetime, or those since the last break of a month or more.</summary>
    public virtual int TermsServed(PersonId person, OrganId organ, bool inARow) => Sits(person, organ) ? 1 : 0;

    /// <summary>The first day of the month in which a person last left an organ; null if he sits there, never did, or it is not remembered.</summary>
    public virtual DateOnly? LeftOn(PersonId person, OrganId organ) => null;

    /// <summary>Whether a provision decides in this use: the engine's own draw on its share, one a turn for the provision as a whole.</summary>
    public virtual bool Decides(Provision provision) => true;

    /// <summary>The day a person joined; null if not known.</summary>
    public abstract DateOnly? Joined(PersonId person);

    /// <summary>Loyalty in [0,1]; 0 where the record alone is looked at.</summary>
    public abstract double Loyalty(PersonId from, PersonId to);

    /// <summary>The living head to whom a person's tie is strongest and at least 0.15; a head is his own patron; nobody if there is none.</summary>
    public abstract PersonId Patron(PersonId person);

    /// <summary>Whether a document has been shown to an organ.</summary>
    public abstract bool Heard(DocumentId document, OrganId audience);

    /// <summary>Whether a document has been handed over at all.</summary>
    public abstract bool Delivered(DocumentId document);

    /// <summary>Whether its custodian has decided who hears it: every telling after the handing-over is that decision.</summary>
    public abstract bool Settled(DocumentId document);

    /// <summary>What a person's best seat is worth over the highest rank there is, in [0,1]; 0 where the record alone is looked at.</summary>
    public virtual double RankOf(PersonId person) => 0;

    /// <summary>Visible standing of a person in [0,1]; 0 where the record alone is looked at.</summary>
    public virtual double EsteemOf(PersonId person) => 0;

    /// <summary>Esteem in [0,1] after what the onlooker has heard; 0 where the record alone is looked at.</summary>
    public virtual double Prestige(PersonId seenBy, PersonId of) => 0;

    /// <summary>Position of a person on an issue (0-based), in [-1,1]; 0 where the record alone is looked at.</summary>
    public virtual double Position(PersonId person, int issue) => 0;

    /// <summary>Expected share in [0,1] of the decisive body's votes that follows a head; 0 where the record alone is looked at.</summary>
    public virtual double FollowingOf(PersonId head) => 0;

    /// <summary>Share in [0,1] of the whole membership that leans to a head; 0 where the record alone is looked at.</summary>
    public virtual double LeaningTo(PersonId head) => 0;

    /// <summary>P(carried) of the best motion any rival could now move to remove a head, in [0,1]; 0 where the record alone is looked at.</summary>
    public virtual double Exposure(PersonId head) => 0;

    /// <summary>Mean responsibility in [0,1] of a head for the divisions in which he voted; 0 where the record alone is looked at.</summary>
    public virtual double Responsibility(PersonId head) => 0;

    /// <summary>How many ordinary members the branches have together; 0 where the record alone is looked at.</summary>
    public virtual double Members => 0;

    /// <summary>Alive and able to act.</summary>
    public bool IsActive(PersonId person) => StandingOf(person) is Standing.Member;

    /// <summary>Alive.</summary>
    public bool IsAlive(PersonId person) => StandingOf(person) is not Standing.Dead;
}
