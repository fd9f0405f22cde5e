using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>How many one person may hold for others.</summary>
[Sentence("at most {count} each", Wording = "no person holding more than {count}", Example = "at most 3 each")]
public sealed record EachAtMost(int Count) : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("any number"), new("one each")];
}
