using System.Globalization;

namespace Apparat.Analysis;

/// <summary>An interval is wider than was asked for.</summary>
public sealed record WiderThanAsked : Caution
{
    /// <inheritdoc/>
    public override string Id => "wider-than-asked";

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Precision is not { } asked)
            yield break;
        foreach (var (name, value) in answer.Estimates.Where(e => e.Value.IsDefined && e.Value.HalfWidth > asked))
        {
            yield return new(
                Id,
                name,
                string.Create(CultureInfo.InvariantCulture, $"Known to within {value.HalfWidth:0.000} from {value.Runs} runs; {asked:0.000} was asked."),
                "Differences smaller than that cannot be told from chance.",
                string.Create(CultureInfo.InvariantCulture, $"About {Math.Ceiling(value.HalfWidth / asked * value.HalfWidth / asked):0} times the runs would do.")
            );
        }
    }
}
