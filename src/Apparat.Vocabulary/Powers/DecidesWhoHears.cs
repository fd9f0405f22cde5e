using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>The custodian of a document decides to whom it is shown; the widest audience hears it if nothing else is carried.</summary>
[Sentence(
    "{custodian} decides/decide who hears {document}",
    Takes = [typeof(Threshold), typeof(Secret)],
    Wording = "{custodian} shall decide to whom {document} is communicated",
    Example = "Council decides who hears the Letter"
)]
public sealed record DecidesWhoHears(OrganId Custodian, DocumentId Document) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Custodian;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Custodian, Custodian, Hold.Papers, Share, Decides: true)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("the full meeting hears it", new HeardByAll(Custodian, Document)), new("it was never written", new NeverWritten(Custodian, Document))];

    /// <inheritdoc/>
    public override bool IsDue(Situation now) => now.Delivered(Document) && !now.Settled(Document) && now.Meets(Custodian);

    /// <inheritdoc/>
    public override void Offer(Situation now, MoveList moves)
    {
        if (!IsDue(now))
            return;
        var audiences = now.Document(Document).Audiences;
        for (var i = 0; i < audiences.Length - 1; i++)
            moves.Add(moves.By(By(Custodian), PersonId.None, audiences[i].Index));
    }

    /// <inheritdoc/>
    public override void Do(in Move move, WorldEdit edit) => edit.Tell(Document, new OrganId(move.Object));

    /// <inheritdoc/>
    public override void Default(Situation now, WorldEdit edit) => edit.Tell(Document, now.Document(Document).Audiences[^1]);
}

/// <summary>The author's wish stands: the widest audience hears the document. Only ever a reference.</summary>
public sealed record HeardByAll(OrganId Custodian, DocumentId Document) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Custodian;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("the full meeting hears it"), new("it was never written")];

    /// <inheritdoc/>
    public override void Default(Situation now, WorldEdit edit) => edit.Tell(Document, now.Document(Document).Audiences[^1]);
}

/// <summary>As if the document did not exist: nobody hears it. Only ever a reference.</summary>
public sealed record NeverWritten(OrganId Custodian, DocumentId Document) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Custodian;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("the full meeting hears it"), new("it was never written")];
}
