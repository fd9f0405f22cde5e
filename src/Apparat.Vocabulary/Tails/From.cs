using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Only members of another organ may be chosen.</summary>
[Sentence("from {pool}", Wording = "from among the members of {pool}", Example = "from Secretariat")]
public sealed record From(OrganId Pool) : Tail
{
    /// <inheritdoc/>
    public override OrganId? OnlyFrom => Pool;

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("anyone eligible"), new("lot among its members")];
}
