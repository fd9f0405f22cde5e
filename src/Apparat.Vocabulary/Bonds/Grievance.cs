using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Whoever is attacked resents the attacker, whatever becomes of the motion.</summary>
[Standard]
[Sentence("attacks are resented", Example = "attacks are resented")]
public sealed record Grievance : Bond
{
    /// <summary>Hostility of the target toward the sponsor.</summary>
    public Parameter Resentment { get; init; } =
        new("grievance", new Fixed(0.25), "hostility", "hostility an attack leaves in its target", "declared");

    /// <inheritdoc/>
    public override void After(in Deed deed, Ties ties)
    {
        if (deed.Kind == DeedKind.Attacked)
            ties.Resent(deed.Person, deed.Maker, ties.Now[Resentment]);
    }
}
