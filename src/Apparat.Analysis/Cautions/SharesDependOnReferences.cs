namespace Apparat.Analysis;

/// <summary>Shares are parts of a probability, dealt out against named references over the factors that were named.</summary>
public sealed record SharesDependOnReferences : Caution
{
    /// <inheritdoc/>
    public override string Id => "shares";

    /// <inheritdoc/>
    public override int Rank => 6;

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        foreach (var shares in answer.AllShares.Take(1))
        {
            yield return new(
                Id,
                shares.Title,
                "A share is a part of the probability of the outcome, and depends on which factors were named and what each is compared with.",
                "It is not the probability that a factor was needed; factors nobody named are in the baseline or in luck.",
                "Name the reference worlds whenever a share is quoted."
            );
        }
        foreach (var shares in answer.AllShares.Where(s => !s.WithoutReference.IsEmpty))
        {
            yield return new(
                Id,
                $"{shares.Title}, reference {shares.Reference + 1}",
                $"No such reference for {string.Join(", ", shares.WithoutReference)}: the last one there is was used.",
                "For these factors both tables compare with the same world.",
                "Declare a second reference in the scenario."
            );
        }
    }
}
