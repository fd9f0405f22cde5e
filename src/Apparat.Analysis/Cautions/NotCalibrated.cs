namespace Apparat.Analysis;

/// <summary>The parameters come from priors and were not yet held against the record.</summary>
public sealed record NotCalibrated : Caution
{
    /// <inheritdoc/>
    public override string Id => "not-calibrated";

    /// <inheritdoc/>
    public override int Rank => 0;

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (!answer.IsCalibrated)
        {
            yield return new(
                Id,
                answer.Title,
                "These are priors, not yet calibrated.",
                "Every number holds under the declared priors only; words such as \"necessary\" need parameters that fit the record.",
                "Read them as what the assumptions imply; change a prior in the scenario and look again."
            );
        }
    }
}
