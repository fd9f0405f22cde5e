namespace Apparat.Model;

/// <summary>Seats to be filled, as the word that fills them sees it. One instance a worker, reused.</summary>
public abstract class Ballot
{
    /// <summary>The seats to fill.</summary>
    public abstract ReadOnlySpan<Seat> Open { get; }

    /// <summary>What can be seen.</summary>
    public abstract Situation Now { get; }

    /// <summary>Whether a tail decides for this seat: the engine's own draw on its share.</summary>
    public abstract bool Decides(Provision tail, Seat seat);

    /// <summary>The pick of an organ that acts through its head, with the credit that goes with it; nobody if there is no head or no candidate.</summary>
    public abstract PersonId Named(OrganId by, Seat seat);

    /// <summary>The pick of electors voting between persons.</summary>
    public abstract PersonId Voted(OrganId by, Seat seat, Method method);

    /// <summary>The pick of the branch's own members for the seat that leads it.</summary>
    public abstract PersonId ChosenByBranch(Seat seat);

    /// <summary>One of the eligible by lot.</summary>
    public abstract PersonId Lot(Seat seat);

    /// <summary>The one who has sat longest in a body and may take the seat.</summary>
    public abstract PersonId Senior(OrganId body, Seat seat);

    /// <summary>Whether a body agrees to a person taking the seat.</summary>
    public abstract bool Agrees(Decision by, Seat seat, PersonId person);

    /// <summary>Seats the person; the credit of the last naming or vote goes with it. Nobody leaves the seat empty.</summary>
    public abstract void Take(Seat seat, PersonId winner);

    /// <summary>For a counted body: delegates sent by the branches these seats lead, the provision's share of them following the seat's head.</summary>
    public abstract void Delegate(OrganId leaders, OrganId body, Provision by, bool byLot);
}

/// <summary>What the head of an organ does month by month without a motion.</summary>
public abstract class Routine
{
    /// <summary>What can be seen.</summary>
    public abstract Situation Now { get; }

    /// <summary>Directed removal: raises the hazard of each seat of the target by the rate, more for those not the head's own, as his capacity allows.</summary>
    public abstract void Weed(OrganId maker, OrganId target, double rate);
}

/// <summary>The nine things that can be done to the world; trace, stakes and fingerprint are made of these.</summary>
public abstract class WorldEdit
{
    /// <summary>Empties a seat.</summary>
    public abstract void Vacate(Seat seat);

    /// <summary>Seats a person.</summary>
    public abstract void Place(PersonId person, Seat seat);

    /// <summary>Changes where a person stands; the dead and the expelled leave their seats.</summary>
    public abstract void Stand(PersonId person, Standing now);

    /// <summary>Shows a document to an organ's members.</summary>
    public abstract void Tell(DocumentId document, OrganId audience);

    /// <summary>Moves policy on an issue.</summary>
    public abstract void Steer(int issue, double position);

    /// <summary>Changes an organ's size.</summary>
    public abstract void Resize(OrganId organ, int seats);

    /// <summary>Puts another rule in the place of a clause.</summary>
    public abstract void Rule(ClauseId clause, Rule rule);

    /// <summary>Calls a meeting.</summary>
    public abstract void Call(OrganId meeting, Turn when);

    /// <summary>Enrols members in a branch (0-based); -1 for all in proportion.</summary>
    public abstract void Enrol(int branch, double members);

    /// <summary>What can be seen while editing.</summary>
    public abstract WorldView Now { get; }
}
