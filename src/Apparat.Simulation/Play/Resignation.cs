using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>What accepting an offer to resign does: it empties the seat, and costs its holder what is at stake.</summary>
internal sealed record Resignation : Power
{
    public Seat Seat { get; set; }
    public PersonId Who { get; set; }
    public double Stake { get; set; }

    public override OrganId Holder => Seat.Organ;
    public override IEnumerable<Influence> Influences => [];
    public override ImmutableArray<Reference> References => [];

    public override void Do(in Move move, WorldEdit edit)
    {
        edit.Reprove(Who, Stake, 0);
        edit.Vacate(Seat);
    }
}
