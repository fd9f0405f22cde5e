using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Model;

/// <summary>A refinement of a rule that can be struck alone: a majority, a slate, a consent, a secret ballot.</summary>
public abstract record Tail : Provision
{
    /// <summary>The holds this tail adds to those of its head.</summary>
    public virtual IEnumerable<Influence> InfluencesOn(Rule head) => [];

    /// <summary>The organ whose members alone may be chosen under this tail; null if it bounds nobody.</summary>
    public virtual OrganId? OnlyFrom => null;

    /// <summary>The organ whose next meeting ends what the head gave; null if this tail ends nothing.</summary>
    public virtual OrganId? Ends => null;

    /// <summary>The most seats one use of the head may fill; null if this tail caps nothing.</summary>
    public virtual int? Cap => null;

    /// <summary>How many days before a meeting the matter must be known; null if this tail asks for no notice.</summary>
    public virtual int? NoticeDays => null;

    /// <summary>True if it says what decides when the votes are even.</summary>
    public virtual bool SettlesTies => false;

    /// <summary>True if it has a lot decide between persons with equal votes; otherwise neither is elected.</summary>
    public virtual bool DrawsLots => false;

    /// <summary>How ballot papers that fill several seats together are counted; null where each seat is voted on by itself.</summary>
    public virtual ElectionCount? CountsBy => null;

    /// <summary>True if it says what a body's silence means.</summary>
    public virtual bool SettlesSilence => false;

    /// <summary>What a consent is taken to be that is not given within some days; null if this tail says nothing of it.</summary>
    public virtual (bool Granted, int Days)? OnSilence => null;

    /// <summary>By what decision of <see cref="Ends"/> whoever was chosen stays beyond its next meeting; null if nothing keeps him.</summary>
    public virtual Decision? Keeping => null;

    /// <summary>
    /// The decision by which another body must agree to what a motion of the head carries, and within how many days it must meet for that to
    /// matter; null if nobody need agree, and no days if it is always asked.
    /// </summary>
    public virtual (Decision By, int? Days)? Assent => null;

    /// <summary>What this tail lays down about its head beside holds.</summary>
    public virtual IEnumerable<Norm> NormsOn(Rule head) => [];

    /// <summary>The decision as this tail shapes it: its majority, its secrecy.</summary>
    public virtual Decision Shape(Decision decision) => decision;

    /// <summary>The person this tail puts on the list for a seat, or nobody if it names none.</summary>
    public virtual PersonId Names(Ballot ballot, Seat seat) => PersonId.None;

    /// <summary>Whether this tail lets a chosen person take the seat.</summary>
    public virtual bool Lets(Ballot ballot, Seat seat, PersonId chosen) => true;
}
