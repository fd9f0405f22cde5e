using System.Globalization;
using Apparat.Analysis;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>The answer in three sentences, each with its numbers.</summary>
internal static class LeadSentences
{
    public static IEnumerable<string> Of(Telling t)
    {
        var a = t.Answer;
        var forward = a.Windows[0];
        yield return $"{(a.IsCalibrated ? "In the calibrated model" : "Under priors, not yet calibrated on the record")}: with the powers of {t.Office} taken away from {Figures.Day(forward.From)} on, but not title, seat or rank, "
            + $"it comes about {Figures.InHundred(forward.PowersStruck.Second)} that {t.Happens} on the last day; with the powers {Figures.InHundred(a.PriorPredictive)}{NotEnough(a.PriorPredictive)}.";
        if (a.Windows.Length > 1)
        {
            var branch = a.Windows[1];
            yield return $"Taken away only after {Figures.Day(branch.From)}, with everyone who is recorded in a seat by then left in it, the powers still make a difference of {Figures.OfHundred(branch.PowersStruck.Change)}: "
                + $"it comes about {Figures.InHundred(branch.PowersStruck.First)} with them, {Figures.InHundred(branch.PowersStruck.Second)} without.";
        }
        if (OfficeOrMan(t) is { } sentence)
            yield return sentence;
    }

    // What was needed need not have been enough: told in the same breath.
    private static string NotEnough(Estimate with) =>
        with is { IsDefined: true, Value: > 0 and < 0.995 }
            ? $", so that in the other {(100 - Math.Round(100 * with.Value, MidpointRounding.AwayFromZero)).ToString("0", CultureInfo.InvariantCulture)} they were not enough"
            : "";

    // The office or the man: what the chair does for its holder, and what it would do for the one it would serve best of the others.
    private static string? OfficeOrMan(Telling t)
    {
        var rows = t.Answer.Matrix.Rows;
        if (rows.FirstOrDefault(r => r.Contender == t.Answer.Holder) is not { } holder)
            return null;
        var best = rows.Where(r => r.Contender != t.Answer.Holder).MaxBy(r => r.InOfficeWithPowers.Value);
        var sentence =
            $"The office or the man: in the chair and with its powers {InText.Person(t.Answer.Holder)} comes out {Figures.InHundred(holder.InOfficeWithPowers)}, without them {Figures.InHundred(holder.InOfficeWithout)}";
        return best is null
            ? $"{sentence}."
            : $"{sentence}; {InText.Person(best.Contender)}, who of the others would do best there, {Figures.InHundred(best.InOfficeWithPowers)}{(Apart(holder.InOfficeWithPowers, best.InOfficeWithPowers) ? "" : ", too near to tell apart")}.";
    }

    private static bool Apart(Estimate a, Estimate b) => a.Low > b.High || b.Low > a.High;
}
