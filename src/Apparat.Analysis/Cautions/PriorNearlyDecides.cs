using System.Globalization;

namespace Apparat.Analysis;

/// <summary>The prior alone nearly decides the outcome.</summary>
public sealed record PriorNearlyDecides : Caution
{
    private const double Sure = 0.9;

    /// <inheritdoc/>
    public override string Id => "prior-nearly-decides";

    /// <inheritdoc/>
    public override int Rank => 1;

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.PriorPredictive is { IsDefined: true } prior && (prior.Value >= Sure || prior.Value <= 1 - Sure))
        {
            yield return new(
                Id,
                "prior predictive probability",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Before any record is looked at, the model gives the headline in {100 * prior.Value:0.#} of 100 histories."
                ),
                prior.Value >= Sure
                    ? "What is nearly certain from the start leaves little for any factor to explain: the answer may be in the assumptions."
                    : "What the model hardly ever produces is explained by few runs, and most of it is put down to luck.",
                "Look at which priors drive it before quoting any share."
            );
        }
    }
}
