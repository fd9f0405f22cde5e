using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Takes back those of the expelled who recant, on terms: part of their esteem, their positions and their following is the price.</summary>
[Sentence(
    "{body} readmits/readmit those who recant",
    Takes = [typeof(Threshold), typeof(Secret)],
    Wording = "{body} may readmit those expelled who recant",
    Example = "Auditors readmit those who recant"
)]
public sealed record Readmits(OrganId Body) : Power
{
    /// <summary>How often someone expelled offers to recant; at 0 never.</summary>
    public Parameter Rate { get; init; } =
        new("recanting", new LogNormal(0.1, 0.7), "probability a month", "how often someone expelled offers to recant", "weakly informed")
        {
            Accrues = Accrual.Share,
        };

    /// <summary>What he gives up of his esteem, his positions and his following.</summary>
    public Parameter Terms { get; init; } =
        new("terms", new Beta(3, 3), "share", "what someone readmitted gives up of esteem, positions and following", "weakly informed");

    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("expulsion is for good"), new("the expelled come back without terms")];

    /// <inheritdoc/>
    public override bool IsIdle(Situation now) => now[Rate] <= 0;

    /// <inheritdoc/>
    public override void Routine(Routine routine) => routine.Recant(routine.Now[Rate]);

    /// <inheritdoc/>
    public override void Offer(Situation now, MoveList moves)
    {
        foreach (var person in now.Contenders)
        {
            if (now.StandingOf(person) == Standing.Expelled && now.Recants(person))
                moves.Add(moves.By(By(Body), person, Body.Index, now[Terms]));
        }
    }

    /// <inheritdoc/>
    public override void Do(in Move move, WorldEdit edit) => edit.Readmit(move.Target, move.Position);
}
