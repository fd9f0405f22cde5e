using System.Globalization;

namespace Apparat.Analysis;

/// <summary>The answer changes by more than its doubt with what the powers or factors are replaced by.</summary>
public sealed record ReferencesDisagree : Caution
{
    /// <inheritdoc/>
    public override string Id => "references-disagree";

    /// <inheritdoc/>
    public override int Rank => 3;

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        foreach (var (name, first, second) in answer.UnderBothReferences.Where(x => x.First.IsDefined && x.Second.IsDefined))
        {
            // Common luck makes the two depend on each other; taking them as independent understates the disagreement, never invents it.
            var error = Math.Sqrt((first.StandardError * first.StandardError) + (second.StandardError * second.StandardError));
            if (Math.Abs(first.Value - second.Value) <= 2 * error)
                continue;
            yield return new(
                Id,
                name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"For {name}: {100 * first.Value:0.#} of 100 under the first reference, {100 * second.Value:0.#} under the second."
                ),
                "What would have been there instead decides the answer, and the record does not say which it would have been.",
                "Quote both, with the names of the reference worlds."
            );
        }
    }
}
