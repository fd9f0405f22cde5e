using Apparat.Analysis;
using Apparat.Model;

namespace Apparat.Reporting;

/// <summary>Verdicts, days and facts as reports word them.</summary>
internal static class ClaimPhrases
{
    /// <summary>The verdicts in the order in which they are told.</summary>
    public static readonly Verdict[] Order =
    [
        Verdict.Contradicted,
        Verdict.Contested,
        Verdict.Supported,
        Verdict.NotInTheRecord,
        Verdict.ForTheModel,
    ];

    public static string Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.NotInTheRecord => "not in the record",
            Verdict.ForTheModel => "for the model",
            _ => verdict.ToString().ToLowerInvariant(),
        };

    public static string Heading(Verdict verdict) =>
        verdict switch
        {
            Verdict.Contradicted => "Contradicted by the record",
            Verdict.Contested => "Contested: sources disagree, or it depends on how it is understood",
            Verdict.Supported => "Supported by the record",
            Verdict.NotInTheRecord => "Not in the record",
            _ => "Mechanisms: why it happened, which no record can answer",
        };

    public static string Of(Confidence confidence) => confidence.ToString().ToLowerInvariant();

    /// <summary>Days in words; empty if there are none.</summary>
    public static string Of(Stretch? when)
    {
        if (when is not { } w)
            return "";
        if (w == Stretch.Of(w.From.Year))
            return w.From.ToString("yyyy", System.Globalization.CultureInfo.InvariantCulture);
        if (w == Stretch.Of(w.From.Year, w.From.Month))
            return w.From.ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
        if (w.From.DayOfYear == 1 && w.Until == Stretch.Of(w.Until.Year).Until && w.Until < DateOnly.MaxValue)
            return $"{Of(Stretch.Of(w.From.Year))} to {Of(Stretch.Of(w.Until.Year))}";
        if (w.From.Day == 1 && !w.IsDay && w.Until < DateOnly.MaxValue && w.Until == Stretch.Of(w.Until.Year, w.Until.Month).Until)
            return $"{Of(Stretch.Of(w.From.Year, w.From.Month))} to {Of(Stretch.Of(w.Until.Year, w.Until.Month))}";
        return w.IsDay ? Figures.Day(w.From)
            : w.Until == DateOnly.MaxValue ? $"from {Figures.Day(w.From)}"
            : $"{Figures.Day(w.From)} to {Figures.Day(w.Until)}";
    }

    /// <summary>A fact in a sentence: when, what, and on whose word.</summary>
    public static string Of(RecordedFact fact)
    {
        var when = Of(fact.When);
        return $"{(when.Length > 0 ? $"{when}: " : "")}{Told(fact)}";
    }

    /// <summary>A fact without its days.</summary>
    public static string Told(RecordedFact fact)
    {
        var note = fact.Grounds.Note.Length > 0 ? $"; {fact.Grounds.Note.TrimEnd('.')}" : "";
        return $"{fact.Text}{note} [{OnWhoseWord(fact)}]";
    }

    private static string OnWhoseWord(RecordedFact fact) =>
        fact.Grounds.Sources.IsEmpty
            ? Of(fact.Grounds.Confidence)
            : $"{string.Join("; ", fact.Grounds.Sources)}: {Of(fact.Grounds.Confidence)}";

    /// <summary>The claims of a verdict counted in a sentence.</summary>
    public static string Summary(Ledger ledger)
    {
        string Many(int n, string one, string many) => $"{Figures.Count(n)} {(n == 1 ? one : many)}";
        var facts = ledger.Claims.Count(c => c.Verdict != Verdict.ForTheModel);
        return $"{Many(ledger.Claims.Length, "claim", "claims")} held to {Many(ledger.Rows, "dated row", "dated rows")}. Of {Figures.Count(facts)} that a record can answer "
            + string.Join(", ", Order[..4].Select(v => $"{Figures.Count(ledger.Count(v))} {(ledger.Count(v) == 1 ? "is" : "are")} {Of(v)}"))
            + $"; {Many(ledger.Count(Verdict.ForTheModel), "mechanism is", "mechanisms are")} for the model to test.";
    }
}
