using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

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
    /// <summary>Part of its damage that reaches an audience narrower than the widest; 1 where it is read in full.</summary>
    public Parameter Part { get; init; } =
        new("read_part", new Fixed(1), "share of the damage", "part of a document that narrower audiences hear", "declared");

    /// <summary>How likely it leaks to the widest audience in a month, once it is withheld; at 0 never.</summary>
    public Parameter Leak { get; init; } =
        new("leak", new Fixed(0), "probability a month", "how likely a withheld document leaks", "declared") { Accrues = Accrual.Share };

    /// <summary>What those who have not heard it suspect because it is withheld: bad news, or it would be read (Grossman 1981; Milgrom 1981); at 0 nothing.</summary>
    public Parameter Suspicion { get; init; } =
        new("ups", new Fixed(0), "share of the damage", "what a known but unread document does by being withheld", "declared");

    /// <inheritdoc/>
    public override OrganId Holder => Custodian;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Custodian, Custodian, Hold.Papers, Share, Decides: true)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [
            new("the full meeting hears it", new HeardByAll(Custodian, Document)),
            new("it was never written", new NeverWritten(Custodian, Document)),
        ];

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
    public override void Do(in Move move, WorldEdit edit)
    {
        edit.TellPart(Document, new OrganId(move.Object), Part);
        edit.Suspect(Document, Suspicion);
    }

    /// <inheritdoc/>
    public override void Routine(Routine routine) => routine.Leak(Document, routine.Now[Leak]);

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
