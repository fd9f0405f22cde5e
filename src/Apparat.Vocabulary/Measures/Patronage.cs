using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Part of an organ's members, the contender included, whose strongest living tie is to him and is at least 0.15.</summary>
[Sentence("patronage of each contender in {organ}", Example = "patronage of each contender in Council")]
public sealed record Patronage(OrganId Organ) : Measure
{
    /// <inheritdoc/>
    public override string Name => About.Length == 0 ? "patronage" : $"patronage_in_{About}";

    /// <inheritdoc/>
    public override string Unit => "share of members";

    /// <inheritdoc/>
    public override (double Low, double High) Range => (0, 1);

    /// <inheritdoc/>
    public override string Meaning => "part of the members whose strongest tie is to the contender";

    /// <inheritdoc/>
    public override string Source => "rigby1981";

    /// <inheritdoc/>
    public override double Value(WorldView now, PersonId x)
    {
        Span<double> value = [0];
        Values(now, [x], value);
        return value[0];
    }

    /// <inheritdoc/>
    public override void Values(WorldView now, ReadOnlySpan<PersonId> contenders, Span<double> into)
    {
        into.Clear();
        var members = 0;
        foreach (var holder in now.Holders(Organ))
        {
            if (holder.IsNone)
                continue;
            members++;
            var patron = now.Patron(holder);
            for (var k = 0; k < contenders.Length && !patron.IsNone; k++)
                into[k] += contenders[k] == patron ? 1 : 0;
        }
        for (var k = 0; k < into.Length && members > 0; k++)
            into[k] /= members;
    }
}
