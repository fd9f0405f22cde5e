namespace Apparat.Analysis;

/// <summary>PN, PS and PNS depend on what counts as the same luck in both worlds; probabilities and their differences do not.</summary>
public sealed record CouplingOfLuck : Caution
{
    /// <inheritdoc/>
    public override string Id => "coupling-of-luck";

    /// <inheritdoc/>
    public override int Rank => 6;

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (!answer.TellsNecessity)
            yield break;
        if (answer.Differences.Any(d => d.Counts.Runs > 0))
        {
            yield return new(
                Id,
                "necessity and sufficiency",
                "\"The same luck\" here means the same draw for the same decision by the same person in the same month.",
                "Another meaning gives other probabilities of necessity and sufficiency; the bounds printed beside them hold under any.",
                "Quote the bounds together with the estimate."
            );
        }
    }
}
