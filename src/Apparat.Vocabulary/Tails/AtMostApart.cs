using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>The longest time between two meetings.</summary>
[Sentence("at most {longest} apart", Wording = "not more than {longest} apart", Example = "at most 15 months apart")]
public sealed record AtMostApart(Period Longest) : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("as long apart as it pleases whoever calls them"), new("a year apart")];
}
