using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Anyone nominated may stand.</summary>
[Sentence("from the nominations", Wording = "from among those nominated", Example = "from the nominations")]
public sealed record Nominations : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("open nominations"), new("lot among those nominated")];
}
