using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Part of an organ's seats held by those who have sat there since the first day, the same for every contender.</summary>
[Sentence("continuity of {organ}", Example = "continuity of Council")]
public sealed record ContinuityOf(OrganId Organ) : Measure
{
    /// <inheritdoc/>
    public override string Name => About.Length == 0 ? "continuity" : $"continuity_of_{About}";

    /// <inheritdoc/>
    public override string Unit => "share of seats";

    /// <inheritdoc/>
    public override (double Low, double High) Range => (0, 1);

    /// <inheritdoc/>
    public override string Meaning => "part of the seats held by those who have sat there since the first day";

    /// <inheritdoc/>
    public override string Source => "recorded-continuity";

    /// <inheritdoc/>
    public override OrganId? OnRecord => Organ;

    /// <inheritdoc/>
    public override bool IsOfNobody => true;

    /// <inheritdoc/>
    public override double Value(WorldView now, PersonId x)
    {
        var holders = now.Holders(Organ);
        var kept = 0;
        foreach (var holder in holders)
            kept += !holder.IsNone && now.Since(holder, Organ) is { Index: 0 } ? 1 : 0;
        return holders.IsEmpty ? 0 : (double)kept / holders.Length;
    }
}
