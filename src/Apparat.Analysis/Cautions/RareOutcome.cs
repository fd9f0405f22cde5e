using System.Globalization;

namespace Apparat.Analysis;

/// <summary>The outcome is rare even with its cause in place: necessity must not be quoted alone (rulings C11).</summary>
public sealed record RareOutcome : Caution
{
    private const double Rare = 0.1;

    /// <inheritdoc/>
    public override string Id => "rare-outcome";

    /// <inheritdoc/>
    public override int Rank => 3;

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        foreach (
            var d in answer.Differences.Where(d => d.Counts.Runs > 0 && d.First.Value < Rare && d.Counts.Both + d.Counts.OnlyFirst > 0)
        )
        {
            yield return new(
                Id,
                $"{d.Statement}: {d.SecondWorld}",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"P({d.Statement}) is only {100 * d.First.Value:0.#} of 100 in \"{d.FirstWorld}\"."
                ),
                "Something can be necessary for an outcome and still make it unlikely: being necessary then explains little.",
                "Never quote necessity without sufficiency here."
            );
        }
    }
}
