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

    /// <summary>Whether the members of an organ vote in it.</summary>
    public virtual bool Votes(OrganId organ) => true;
}
