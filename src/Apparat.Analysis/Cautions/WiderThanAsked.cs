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
        var wide = answer
            .Estimates.Where(e => e.Value.IsDefined && e.Value.HalfWidth > asked)
            .OrderByDescending(e => e.Value.HalfWidth)
            .ToArray();
        if (wide.Length == 0)
            yield break;
        var (widest, value) = wide[0];
        var times = Math.Ceiling((value.HalfWidth / asked * (value.HalfWidth / asked)) - 1e-9);
        yield return new(
            Id,
            string.Join("; ", wide.Select(w => w.Name)),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{wide.Length} of the numbers are known less well than asked (to within {100 * asked:0.#} of 100); the widest, {widest}, to within {100 * value.HalfWidth:0.#}."
            ),
            "Differences smaller than that cannot be told from chance.",
            string.Create(CultureInfo.InvariantCulture, $"About {times:0} times the runs would do.")
        );
    }
}
