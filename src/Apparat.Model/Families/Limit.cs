using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Model;

/// <summary>A bound on who may hold, vote or be chosen.</summary>
public abstract record Limit : Rule
{
    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <summary>Whether it says anything about taking a seat of an organ; it is not asked about others.</summary>
    public virtual bool Concerns(OrganId organ) => true;

    /// <summary>Whether a person may take a seat of an organ.</summary>
    public virtual bool Allows(WorldView now, PersonId person, OrganId organ) => true;

    /// <summary>The organ whose seat a person gives up by taking one in another; null if he keeps all he has.</summary>
    public virtual OrganId? GivesUp(WorldView now, PersonId person, OrganId taking) => null;

    /// <summary>The organs of which it must be known who has served there and for how many terms; the engine remembers no others.</summary>
    public virtual IEnumerable<OrganId> LooksBackAt => [];

    /// <summary>Whether a person who sits in an organ may stand again when the term ends.</summary>
    public virtual bool Stays(WorldView now, PersonId person, OrganId organ) => true;

    /// <summary>How long whoever joins a body of ordinary members waits for his vote; null if it makes nobody wait.</summary>
    public virtual Period? WaitIn(OrganId members) => null;

    /// <summary>On what terms those of a body of ordinary members who stay away may have others vote for them; null if they may not.</summary>
    public virtual ProxyTerms? Proxies(WorldView now, OrganId members) => null;

    /// <summary>From what length a term of an organ that was begun in the course of another's counts as a term; null if it counts from the first day.</summary>
    public virtual Period? ShortestTerm(WorldView now, OrganId organ) => null;

    /// <summary>Whether the members of an organ vote in it.</summary>
    public virtual bool Votes(OrganId organ) => true;
}

/// <summary>The terms on which members vote for those who stay away.</summary>
/// <param name="Given">The part of those absent, in [0,1], who leave a proxy.</param>
/// <param name="AtMostEach">The most that one person may hold; null for any number.</param>
/// <param name="AsDirected">True if each is cast as the absent member would; false if whoever holds it casts it as he likes.</param>
public readonly record struct ProxyTerms(Parameter Given, int? AtMostEach, bool AsDirected);
