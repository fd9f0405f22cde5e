using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>How long to stay out before serving again.</summary>
[Sentence("then waits/wait {length}", Wording = "and may serve again only after {length}", Example = "then waits 1 year")]
public sealed record Wait(Period Length) : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("may serve again at once"), new("never again")];
}
