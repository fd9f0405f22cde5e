namespace Apparat.Analysis;

/// <summary>Among many pairs of factors some look strong by chance.</summary>
public sealed record ManyPairs : Caution
{
    /// <inheritdoc/>
    public override string Id => "many-pairs";

    /// <inheritdoc/>
    public override int Rank => 7;

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        foreach (var shares in answer.AllShares.Where(s => s.Interactions.Length >= 10 && s.Interactions.Any(i => i.IsClear)))
        {
            var clear = shares.Interactions.Count(i => i.IsClear);
            yield return new(
                Id,
                $"{shares.Title}: interactions",
                $"Of {shares.Interactions.Length} pairs looked at, {clear} differ from 0 by more than two standard errors.",
                "About one pair in twenty would be so by chance alone.",
                "Trust the pairs that are clear under both references."
            );
        }
    }
}
