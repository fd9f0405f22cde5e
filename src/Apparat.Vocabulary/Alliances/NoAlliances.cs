using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Nobody joins anybody, and threat is judged by following alone.</summary>
[Sentence("there are no alliances", Example = "there are no alliances")]
public sealed record NoAlliances : Threats
{
    /// <inheritdoc/>
    public override Parameter Visibility { get; init; } = new("no_visibility", new Fixed(0), "share", "no visibility bias", "declared");

    /// <inheritdoc/>
    public override void Sides(Rivalry now, Span<sbyte> side) => side.Clear();
}
