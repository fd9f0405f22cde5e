using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Adds seats to an organ by motion, a tenth of its size at a time: majorities can be won by adding as well as by emptying.</summary>
[Sentence(
    "{body} enlarges|enlarge {target}",
    Takes = [typeof(Threshold), typeof(AtMost)],
    Wording = "{body} may increase the number of members of {target}",
    Example = "Party Congress enlarges Central Committee"
)]
public sealed record Enlarges(OrganId Body, OrganId Target) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Body, Target, Hold.Shape, Share, Decides: true)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("the size stays"), new("new seats are filled by lot")];

    /// <inheritdoc/>
    public override void Offer(Situation now, MoveList moves)
    {
        var size = now.Holders(Target).Length;
        moves.Add(moves.By(By(Body), PersonId.None, Target.Index, size + Math.Max(1, size / 10)));
    }

    /// <inheritdoc/>
    public override void Do(in Move move, WorldEdit edit) => edit.Resize(Target, (int)move.Position);
}
