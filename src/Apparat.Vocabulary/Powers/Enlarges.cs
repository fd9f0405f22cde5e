using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>
/// Adds seats to an organ at a meeting of its own, before they are filled: majorities can be won by adding as well as by emptying.
/// Whoever draws up the list stands to gain the part that the new seats make up.
/// </summary>
[Sentence(
    "{body} enlarges/enlarge {target}",
    Takes = [typeof(Threshold), typeof(AtMost)],
    Wording = "{body} may increase the number of members of {target}",
    Example = "Congress enlarges Council"
)]
public sealed record Enlarges(OrganId Body, OrganId Target) : Power
{
    internal static readonly Parameter OneStep = new(
        "enlargement",
        new Uniform(0, 0.5),
        "share of its seats",
        "by how much one decision enlarges a body",
        "weakly informed"
    );

    /// <summary>Seats added at a time; at 0 the size stays.</summary>
    public Parameter Step { get; init; } = OneStep;

    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override OrganId? Resizes => Target;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Body, Target, Hold.Shape, Share, Decides: true)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("the size stays"), new("new seats are filled by lot", new EnlargesByLot(Body, Target) { Step = Step, Tails = Tails })];

    /// <inheritdoc/>
    public override bool IsRegular(Situation now) => true;

    /// <inheritdoc/>
    public override bool IsIdle(Situation now) => now[Step] <= 0;

    /// <inheritdoc/>
    public override void Offer(Situation now, MoveList moves)
    {
        if (Enlarged(now, this, Target, now[Step]) is > 0 and var seats)
            moves.Add(moves.By(By(Body), PersonId.None, Target.Index, seats));
    }

    /// <inheritdoc/>
    public override void Do(in Move move, WorldEdit edit) => edit.Resize(Target, (int)move.Position);

    // The seats after one step; 0 if there is no room.
    internal static int Enlarged(Situation now, Rule by, OrganId target, double step)
    {
        var size = now.Holders(target).Length;
        var more = Math.Max(1, (int)Math.Round(step * size));
        if (by.TailOf<AtMost>() is { } cap && cap.Count < more && now.Decides(cap))
            more = cap.Count;
        var seats = Math.Min(now.MostSeats(target), size + more);
        return seats > size ? seats : 0;
    }
}

/// <summary>The same decision, but new seats go by lot. Only ever a reference.</summary>
public sealed record EnlargesByLot(OrganId Body, OrganId Target) : Power
{
    /// <summary>Seats added at a time.</summary>
    public Parameter Step { get; init; } = Enlarges.OneStep;

    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("the size stays"), new("new seats are filled as the others are")];

    /// <inheritdoc/>
    public override bool IsRegular(Situation now) => true;

    /// <inheritdoc/>
    public override void Offer(Situation now, MoveList moves)
    {
        if (Enlarges.Enlarged(now, this, Target, now[Step]) is > 0 and var seats)
            moves.Add(moves.By(By(Body), PersonId.None, Target.Index, seats));
    }

    /// <inheritdoc/>
    public override void Do(in Move move, WorldEdit edit) => edit.Resize(Target, (int)move.Position, byLot: true);
}
