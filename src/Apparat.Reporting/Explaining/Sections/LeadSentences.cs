using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>The answer in three sentences, each with its numbers.</summary>
internal static class LeadSentences
{
    public static IEnumerable<string> Of(Telling t)
    {
        var a = t.Answer;
        var forward = a.Windows[0];
        yield return $"{(a.IsCalibrated ? "In the calibrated model" : "Under priors, not yet calibrated on the record,")} {Figures.InHundred(a.PriorPredictive)} the last day finds that {t.Happens}; "
            + $"with the powers of {a.Office} taken away from {Figures.Day(forward.From)} on, but not title, seat or rank, it does so {Figures.InHundred(forward.PowersStruck.Second)}: a difference of {Figures.OfHundred(forward.PowersStruck.Change)}.";
        if (a.Windows.Length > 1)
        {
            var branch = a.Windows[1];
            yield return $"With the recorded seats held up to {Figures.Day(branch.From)} and everyone placed by then left in place, the powers still add {Figures.OfHundred(branch.PowersStruck.Change)}: "
                + $"{Figures.InHundred(branch.PowersStruck.First)} with them, {Figures.InHundred(branch.PowersStruck.Second)} without.";
        }
        if (OfficeOrMan(t) is { } sentence)
            yield return sentence;
    }

    // The office or the man: what the chair does for its holder, and what it would do for the one it would serve best of the others.
    private static string? OfficeOrMan(Telling t)
    {
        var rows = t.Answer.Matrix.Rows;
        if (rows.FirstOrDefault(r => r.Contender == t.Answer.Holder) is not { } holder)
            return null;
        var best = rows.Where(r => r.Contender != t.Answer.Holder).MaxBy(r => r.InOfficeWithPowers.Value);
        var sentence =
            $"The office or the man: with {t.Answer.Holder} in the chair, its powers in hand, it comes about for {t.Answer.Holder} {Figures.InHundred(holder.InOfficeWithPowers)}, without the powers {Figures.InHundred(holder.InOfficeWithout)}";
        return best is null
            ? $"{sentence}."
            : $"{sentence}; with {best.Contender} in the chair instead it comes about for {best.Contender} {Figures.InHundred(best.InOfficeWithPowers)}{(Apart(holder.InOfficeWithPowers, best.InOfficeWithPowers) ? "" : ", too near to tell apart")}.";
    }

    private static bool Apart(Estimate a, Estimate b) => a.Low > b.High || b.Low > a.High;
}
