using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Sends the expelled where nobody can follow them: the last rung of the ladder of sanctions.</summary>
[Sentence(
    "{body} exiles/exile the expelled",
    Takes = [typeof(Threshold), typeof(Secret)],
    Wording = "{body} may banish those expelled",
    Example = "Council exiles the expelled"
)]
public sealed record Exiles(OrganId Body) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("sanction not available"), new("the expelled may come back")];

    /// <inheritdoc/>
    public override void Offer(Situation now, MoveList moves)
    {
        foreach (var person in now.Contenders)
        {
            if (now.StandingOf(person) == Standing.Expelled)
                moves.Add(moves.By(By(Body), person, Body.Index, 0, Removal.Bias));
        }
    }

    /// <inheritdoc/>
    public override void Do(in Move move, WorldEdit edit) => edit.Stand(move.Target, Standing.Exiled);
}
