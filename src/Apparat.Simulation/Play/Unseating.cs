using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>What refusing to confirm someone in a seat does: it empties the seat. No charter says it; elections imply it.</summary>
internal sealed record Unseating(Seat Seat) : Power
{
    public override OrganId Holder => Seat.Organ;
    public override IEnumerable<Influence> Influences => [];
    public override ImmutableArray<Reference> References => [];

    public override void Do(in Move move, WorldEdit edit) => edit.Vacate(Seat);
}
