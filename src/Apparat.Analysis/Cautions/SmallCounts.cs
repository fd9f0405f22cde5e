using System.Globalization;
using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>A number rests on few runs in which the worlds differ, or in which the outcome happened.</summary>
public sealed record SmallCounts : Caution
{
    private const int Few = 30;

    /// <inheritdoc/>
    public override string Id => "small-counts";

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        foreach (var d in answer.Differences)
        {
            var c = d.Counts;
            if (c.Runs == 0)
                continue;
            if (c.Both + c.OnlyFirst < Few)
            {
                yield return Say(d, $"{d.Statement} happened in {c.Both + c.OnlyFirst} of {c.Runs} runs of \"{d.FirstWorld}\".");
            }
            else if (c.OnlyFirst + c.OnlySecond == 0)
            {
                var most = Proportion.RuleOfThree(c.Runs).ToString("0.####", CultureInfo.InvariantCulture);
                yield return Say(d, $"{d.Statement} differs in 0 of {c.Runs} runs: at most {most} of all runs may (rule of three).");
            }
            else if (c.OnlyFirst + c.OnlySecond < Few)
            {
                yield return Say(d, $"{d.Statement} differs in {c.OnlyFirst + c.OnlySecond} of {c.Runs} runs.");
            }
        }

        Warning Say(Difference d, string what) =>
            new(
                Id,
                $"{d.Statement}: {d.SecondWorld}",
                what,
                answer.TellsNecessity
                    ? "Normal intervals are too narrow for so few; PN and PS can jump."
                    : "Normal intervals are too narrow for so few.",
                "Ask for more runs."
            );
    }
}
