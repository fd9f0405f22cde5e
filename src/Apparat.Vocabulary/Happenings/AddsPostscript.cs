using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>The author of a document may add what speaks against the holder it asks to remove: the likelier, the more of the decisive body follow the holder.</summary>
[Sentence("{author} adds/add a postscript to {document}", Example = "Anna adds a postscript to the Letter")]
public sealed record AddsPostscript(PersonId Author, DocumentId Document) : Happening
{
    /// <summary>How fast the likelihood rises with the following: 1 - exp(-alarm following). At 0 it is never written.</summary>
    public Parameter Alarm { get; init; } =
        new(
            "alarm",
            new LogNormal(5, 0.5),
            "per share of the decisive body",
            "how much the holder's following alarms the author of a document",
            "weakly informed"
        );

    /// <inheritdoc/>
    public override DocumentId? Completes => Document;

    /// <inheritdoc/>
    public override void Happen(WorldView now, WorldEdit edit)
    {
        if (now.IsAlive(Author))
            edit.Append(Document, Alarm);
    }
}
