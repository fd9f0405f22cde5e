using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Model;

/// <summary>Something an organ may do to others.</summary>
public abstract record Power : Rule
{
    /// <summary>Who holds it.</summary>
    public abstract OrganId Holder { get; }

    /// <summary>The organ to which it can add seats; null if it changes the size of none.</summary>
    public virtual OrganId? Resizes => null;

    /// <summary>What may be put forward this month.</summary>
    public virtual void Offer(Situation now, MoveList moves) { }

    /// <summary>What it does if carried; also run dry, to see what is at stake.</summary>
    public virtual void Do(in Move move, WorldEdit edit) { }

    /// <summary>True if it must be decided this month, whoever cares to raise it (a document that was delivered).</summary>
    public virtual bool IsDue(Situation now) => false;

    /// <summary>What happens when it was due and nothing was carried, or when it is struck.</summary>
    public virtual void Default(Situation now, WorldEdit edit) { }

    /// <summary>True if it may be raised at every meeting of its holder besides what is contentious (how many are to be elected).</summary>
    public virtual bool IsRegular(Situation now) => false;

    /// <summary>True if its parameters leave nothing to do: then it is as if it were not there.</summary>
    public virtual bool IsIdle(Situation now) => false;

    /// <summary>True if it weighs on votes: see <see cref="Leans"/>.</summary>
    public virtual bool WeighsOnVotes => false;

    /// <summary>Log-odds that it adds to every vote for a motion.</summary>
    public virtual double Leans(Situation now, in Move move) => 0;

    /// <summary>The decision by which its holder must agree to whoever is chosen for a seat of an organ; null if it need not.</summary>
    public virtual Decision? Confirming(OrganId organ) => null;

    /// <summary>True if its holder decides which motions are put in the bodies it controls.</summary>
    public virtual bool PutsMotions => false;

    /// <summary>How soon after a petition for it there must be a vote; null if it waits for the next meeting.</summary>
    public virtual Period? VoteWithin => null;

    /// <summary>The organ whose part its holder takes while nobody there can act; null if it stands in for none.</summary>
    public virtual OrganId? StandsInFor => null;

    /// <summary>True if its holder calls meetings and may put them off: see <see cref="PutsOff"/>.</summary>
    public virtual bool CallsMeetings => false;

    /// <summary>The probability in [0,1] that its holder puts off a meeting that is due for a month, after some months of waiting.</summary>
    public virtual double PutsOff(Situation now, OrganId meeting, double waited) => 0;

    /// <summary>Done month by month without a motion, by the head of the holder: dismissals, transfers.</summary>
    public virtual void Routine(Routine routine) { }
}
