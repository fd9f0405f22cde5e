using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>From this day a clause says something else: the charter is amended. What it said before ceases, its further sentences with it.</summary>
[Sentence("clause {clause} reads {rule}", Example = "clause 5.7 reads Members elect Board by majority")]
public sealed record ClauseReads(ClauseId Clause, Rule Rule) : Happening
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Recorded;

    /// <inheritdoc/>
    public override IEnumerable<(ClauseId Clause, Rule Rule)> Enacts => [(Clause, Rule)];

    /// <inheritdoc/>
    public override void Happen(WorldView now, WorldEdit edit) => edit.Rule(Clause, Rule);
}
