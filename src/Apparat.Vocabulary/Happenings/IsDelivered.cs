using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>A document is handed to its custodians.</summary>
[Sentence("{document} is delivered to {organ}", Example = "the Letter is delivered to Secretariat")]
public sealed record IsDelivered(DocumentId Document, OrganId Organ) : Happening
{
    /// <inheritdoc/>
    public override void Happen(WorldView now, WorldEdit edit) => edit.Tell(Document, Organ);
}
