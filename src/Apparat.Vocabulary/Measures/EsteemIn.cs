using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Mean esteem in which the members of an organ hold the contender, after what they have heard and suspect.</summary>
[Sentence("esteem of each contender in {organ}", Example = "esteem of each contender in Council")]
public sealed record EsteemIn(OrganId Organ) : Measure
{
    /// <inheritdoc/>
    public override string Name => About.Length == 0 ? "esteem_in" : $"esteem_in_{About}";

    /// <inheritdoc/>
    public override string Unit => "share";

    /// <inheritdoc/>
    public override (double Low, double High) Range => (0, 1);

    /// <inheritdoc/>
    public override string Meaning => "mean esteem in which the members hold the contender";

    /// <inheritdoc/>
    public override string Source => "declared";

    /// <inheritdoc/>
    public override double Value(WorldView now, PersonId x)
    {
        var sum = 0.0;
        var members = 0;
        foreach (var holder in now.Holders(Organ))
        {
            if (holder.IsNone || holder == x)
                continue;
            members++;
            sum += now.Prestige(holder, x);
        }
        return members == 0 ? 0 : sum / members;
    }
}
