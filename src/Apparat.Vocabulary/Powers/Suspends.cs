using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Takes rights away for a time, without expelling: whoever is suspended keeps his seats and can neither vote nor act.</summary>
[Sentence(
    "{body} suspends/suspend {targets:any}",
    Takes = [typeof(Threshold), typeof(Secret), typeof(Cause), typeof(Notice), typeof(Lasting)],
    Wording = "{body} may suspend {targets:any}",
    Example = "Board suspends Members by two thirds, for at most 6 months"
)]
public sealed record Suspends(OrganId Body, ImmutableArray<OrganId> Targets) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => Targets.Select(t => new Influence(Body, t, Hold.Remove, Share, Decides: true));

    /// <inheritdoc/>
    public override void Offer(Situation now, MoveList moves)
    {
        foreach (var target in Targets)
            Removal.Offer(now, moves, By(Body), target);
    }

    /// <inheritdoc/>
    public override void Do(in Move move, WorldEdit edit)
    {
        var length = TailOf<Lasting>() is { } lasting && edit.Now.Decides(lasting) ? lasting.Length : (Period?)null;
        foreach (var person in (ReadOnlySpan<PersonId>)[move.Target, move.Second, move.Third])
        {
            if (!person.IsNone && edit.Now.IsActive(person))
                edit.Suspend(person, length);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("nobody is suspended"), new("suspended only by those who chose")];
}
