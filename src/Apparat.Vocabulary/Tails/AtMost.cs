using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A cap on how many seats one act may fill.</summary>
[Sentence("at most {count} at a time", Wording = "at most {count} at a time", Example = "at most 3 at a time")]
[Sentence("at most {count}")]
public sealed record AtMost(int Count) : Tail
{
    /// <inheritdoc/>
    public override int? Cap => Count;

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("no cap"), new("one at a time")];
}
