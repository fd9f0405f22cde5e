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
        var members = 0;
        var clients = 0;
        foreach (var holder in now.Holders(Organ))
        {
            if (holder.IsNone)
                continue;
            members++;
            clients += now.Patron(holder) == x ? 1 : 0;
        }
        return members == 0 ? 0 : (double)clients / members;
    }
}
