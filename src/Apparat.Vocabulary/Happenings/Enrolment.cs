using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Members join, over all branches in proportion; part of them leans as the leader of their branch does.</summary>
[Sentence("the enrolment of {members} members", Example = "the enrolment of 200000 members")]
public sealed record Enrolment(int Members) : Happening
{
    /// <summary>Deference of recruits; at 0 they lean as members do.</summary>
    public Parameter Deference { get; init; } = Enrols.Omega;

    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Recorded;

    /// <inheritdoc/>
    public override void Happen(WorldView now, WorldEdit edit) => edit.Enrol(-1, Members, Deference);
}
