using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Proxies are cast as those who give them say, so that they gather in nobody's hand.</summary>
[Sentence("as directed", Wording = "each cast as the absent member directs", Example = "as directed")]
public sealed record AsDirected : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("as the holder likes"), new("in person only")];
}
