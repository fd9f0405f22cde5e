namespace Apparat.Analysis;

/// <summary>
/// In some runs the first world prevents what the second brings about, so the point forms that assume it never does are not used.
/// </summary>
public sealed record NotMonotone : Caution
{
    /// <inheritdoc/>
    public override string Id => "not-monotone";

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (!answer.TellsNecessity)
            yield break;
        var against = answer.Differences.Where(d => d.Counts.OnlySecond > 0).ToArray();
        if (against.Length > 0)
        {
            var runs = string.Join("; ", against.Select(d => $"{d.Counts.OnlySecond} of {d.Counts.Runs}"));
            yield return new(
                Id,
                string.Join("; ", against.Select(d => $"{d.Statement}: {d.SecondWorld}")),
                $"Some runs bring it about only in the second world: {runs}.",
                "The cause sometimes works against its effect: the difference is smaller than the probability of necessity and sufficiency.",
                "Read PN and PS with their bounds, not the excess risk ratio alone."
            );
        }
    }
}
