namespace Apparat.Analysis;

/// <summary>It was cancelled before all runs were finished.</summary>
public sealed record NotFinished : Caution
{
    /// <inheritdoc/>
    public override string Id => "not-finished";

    /// <inheritdoc/>
    public override int Rank => 0;

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (!answer.IsComplete)
        {
            yield return new(
                Id,
                answer.Title,
                "Not all runs were finished: the answer rests on those that were.",
                "Intervals are wider, and some parts may be missing.",
                "Run the same command again; what is finished is kept."
            );
        }
    }
}
