using Apparat.Numerics;

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

    /// <summary>Keeps a seat to be filled together with others: see <see cref="NextElected"/>.</summary>
    public abstract void PutTogether(Seat seat);

    /// <summary>The next of the seats put together and whoever electors voting between persons elect to it; the count is made when first asked for.</summary>
    /// <returns>False if all of them have been handed out.</returns>
    public abstract bool NextElected(OrganId by, ElectionCount count, out Seat seat, out PersonId winner);

    /// <summary>The pick of the branch's own members for the seat that leads it.</summary>
    public abstract PersonId ChosenByBranch(Seat seat);

    /// <summary>One of the eligible by lot.</summary>
    public abstract PersonId Lot(Seat seat);

    /// <summary>The one who has sat longest in a body and may take the seat.</summary>
    public abstract PersonId Senior(OrganId body, Seat seat);

    /// <summary>Whether a body meets within some days, this turn included.</summary>
    public abstract bool MeetsWithin(OrganId body, int days);

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

    /// <summary>Publishes for the branches an organ leads: leanings move by the rate toward the head whose organ publishes, or his patron.</summary>
    public abstract void Publish(OrganId publisher, OrganId leaders, double rate);

    /// <summary>Publishes for the branches an organ leads with equal room for every contender who is still a member.</summary>
    public abstract void PublishForAll(OrganId leaders, double rate);

    /// <summary>Lets the head of an organ come to be owed, month by month, what is owed to someone who cannot act.</summary>
    /// <param name="keeper">Whose head stands between him and all others.</param>
    /// <param name="person">The one who cannot act.</param>
    /// <param name="rate">Part of what is owed that passes from one to the other in a month.</param>
    public abstract void Shield(OrganId keeper, PersonId person, double rate);

    /// <summary>Lets a document that was handed over and withheld leak to the widest audience, with a probability a turn.</summary>
    public abstract void Leak(DocumentId document, double rate);

    /// <summary>Lets each expelled head offer to recant, with a probability a turn.</summary>
    public abstract void Recant(double rate);

    /// <summary>Lets the holder of an office offer to resign, where he expects to be refused; a refusal raises his esteem.</summary>
    /// <param name="office">The office.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="rate">How often he thinks of it, a probability a turn.</param>
    /// <param name="stake">What losing it would cost him, over the highest rank.</param>
    /// <param name="confidence">Part of the esteem still to be had that a refusal gives him.</param>
    public abstract void OfferResignation(OrganId office, Decision by, double rate, double stake, double confidence);

    /// <summary>Enrols members in every branch: a share of those it has. Recruits defer to the head whom the branch's leader follows.</summary>
    /// <param name="growth">Share of the members, a turn.</param>
    /// <param name="deference">Part of the recruits, in [0,1], who lean as their leader does; the others lean as members do.</param>
    public abstract void Enrol(double growth, double deference);

    /// <summary>Others ask to join a body of ordinary members, and wait until somebody admits them.</summary>
    /// <param name="members">The body.</param>
    /// <param name="rate">How many, as a share of its members, a turn.</param>
    public abstract void Apply(OrganId members, double rate);

    /// <summary>Others join a body of ordinary members at their own wish; they lean as its members do.</summary>
    /// <param name="members">The body.</param>
    /// <param name="rate">How many, as a share of its members, a turn.</param>
    public abstract void Join(OrganId members, double rate);
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

    /// <summary>Changes an organ's size; new seats stay open for whoever fills them, or are filled at once by lot.</summary>
    public abstract void Resize(OrganId organ, int seats, bool byLot = false);

    /// <summary>Puts another rule in the place of a clause.</summary>
    public abstract void Rule(ClauseId clause, Rule rule);

    /// <summary>Takes the force from a clause: its references decide from now on.</summary>
    public abstract void Strike(ClauseId clause);

    /// <summary>Calls a meeting.</summary>
    public abstract void Call(OrganId meeting, Turn when);

    /// <summary>Enrols members in a branch (0-based); -1 for all in proportion.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="members">How many.</param>
    /// <param name="deference">Part of them, in [0,1], who lean as the branch's leader does; nobody if null.</param>
    public abstract void Enrol(int branch, double members, Parameter? deference = null);

    /// <summary>Takes into a body of ordinary members all who have asked to join it.</summary>
    /// <param name="members">The body.</param>
    /// <param name="by">Who has them admitted.</param>
    /// <param name="deference">Part of them, in [0,1], who lean to the head whom he follows; the others lean as members do.</param>
    public virtual void Admit(OrganId members, PersonId by, Parameter deference) { }

    /// <summary>Shows part of a document to an organ's members: that part of its damage reaches them.</summary>
    public virtual void TellPart(DocumentId document, OrganId audience, Parameter part) => Tell(document, audience);

    /// <summary>Lets it be known that a document exists and is withheld: those who have not heard it suspect part of the worst.</summary>
    public virtual void Suspect(DocumentId document, Parameter part) { }

    /// <summary>Lowers a person's standing without taking a seat from him.</summary>
    /// <param name="person">Who.</param>
    /// <param name="standing">What it costs him for those who vote, over the highest rank.</param>
    /// <param name="esteem">Part of his visible standing that he loses, in [0,1].</param>
    public virtual void Reprove(PersonId person, double standing, double esteem) { }

    /// <summary>Takes a person's vote and powers away for a time, and leaves him his seats.</summary>
    /// <param name="person">Who.</param>
    /// <param name="length">For how long; null for good.</param>
    public virtual void Suspend(PersonId person, Period? length) { }

    /// <summary>Takes an expelled person back on terms: he gives up that part of his esteem, of his positions, and of what his followers owe him.</summary>
    public virtual void Readmit(PersonId person, double terms) { }

    /// <summary>Adds what a document still lacks against the holder it asks to remove, the likelier the more follow him.</summary>
    /// <param name="document">The document.</param>
    /// <param name="alarm">How fast the likelihood rises with the following: 1 - exp(-alarm following).</param>
    public virtual void Append(DocumentId document, Parameter alarm) { }

    /// <summary>What can be seen while editing.</summary>
    public abstract WorldView Now { get; }
}
