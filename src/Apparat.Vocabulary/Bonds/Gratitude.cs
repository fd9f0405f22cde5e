using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Those placed owe their place to whoever placed them; those kept at a renewal owe half as much (Rigby 1981).</summary>
[Standard]
[Sentence("those placed owe their patron", Example = "those placed owe their patron")]
public sealed record Gratitude : Bond
{
    /// <summary>Loyalty created by an appointment with full credit.</summary>
    public Parameter Created { get; init; } = new("l0", new Beta(6, 3), "tie strength", "loyalty created by an appointment", "rigby1981");

    /// <summary>What keeping a seat counts against receiving it.</summary>
    public Parameter Kept { get; init; } =
        new("renewal", new Fixed(0.5), "share", "what being kept counts against being placed", "declared");

    /// <inheritdoc/>
    public override void After(in Deed deed, Ties ties)
    {
        if (deed.Kind == DeedKind.Placed)
            ties.Owe(deed.Person, deed.Maker, ties.Now[Created] * deed.Amount);
        else if (deed.Kind == DeedKind.Renewed)
            ties.Owe(deed.Person, deed.Maker, ties.Now[Created] * ties.Now[Kept] * deed.Amount);
    }
}
