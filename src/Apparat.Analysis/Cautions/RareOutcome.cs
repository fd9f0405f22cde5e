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
        if (!answer.TellsNecessity)
            yield break;
        var rare = answer
            .Differences.Where(d => d.Counts.Runs > 0 && d.First.Value < Rare && d.Counts.Both + d.Counts.OnlyFirst > 0)
            .DistinctBy(d => (d.Statement, d.FirstWorld));
        foreach (var said in rare.GroupBy(d => d.Statement, StringComparer.Ordinal))
        {
            var worlds = said.Select(d =>
                string.Create(CultureInfo.InvariantCulture, $"{100 * d.First.Value:0.#} of 100 in \"{d.FirstWorld}\"")
            );
            yield return new(
                Id,
                string.Join("; ", said.Select(d => $"{d.Statement}: {d.SecondWorld}")),
                $"P({said.Key}) is only {string.Join(", and only ", worlds)}.",
                "Something can be necessary for an outcome and still make it unlikely: being necessary then explains little.",
                "Never quote necessity without sufficiency here."
            );
        }
    }
}
