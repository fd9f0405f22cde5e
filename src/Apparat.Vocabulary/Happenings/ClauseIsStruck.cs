using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>From this day a clause no longer decides: what stands in its place is its first reference, as when it is struck from outside.</summary>
[Sentence("clause {clause} is struck", Example = "clause 5.7 is struck")]
public sealed record ClauseIsStruck(ClauseId Clause) : Happening
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Recorded;

    /// <inheritdoc/>
    public override void Happen(WorldView now, WorldEdit edit) => edit.Strike(Clause);
}
