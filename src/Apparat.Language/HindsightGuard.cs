using System.Collections.Immutable;
using System.Globalization;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Tells which inputs a contemporary could not have had: later facts, and judgements made knowing the end.</summary>
public static class HindsightGuard
{
    /// <summary>
    /// A warning for every datum that was not known on a day or is coded from the outcome; a note for given facts that lie ahead.
    /// Data of one line that are told for one reason are told once.
    /// </summary>
    public static ImmutableArray<Diagnostic> Check(ReadResult result, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(result);
        return
        [
            .. result
                .Data.Select(d => (Datum: d, Why: Judge(d, asOf)))
                .Where(x => x.Why is not null)
                .GroupBy(x => (x.Why!.Code, x.Why.Span.File, x.Why.Span.Line))
                .Select(g => (First: g.First().Why!, More: g.Skip(1).Select(x => x.Datum.What).ToList()))
                .Select(x =>
                    x.More.Count == 0
                        ? x.First
                        : x.First with
                        {
                            Message = $"{x.First.Message} So on this line: {string.Join(", ", x.More)}.",
                        }
                ),
        ];
    }

    private static Diagnostic? Judge(Datum datum, DateOnly asOf)
    {
        var day = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (datum.Source.Interpretation)
            return new(
                "APP701",
                Severity.Warning,
                datum.Span,
                $"{datum.What} is a later interpretation{Coder(datum)}, not something known on {day}.",
                Repair: "Use it as something to be explained, or in a named account, never as an input."
            );
        if (datum.Source.KnownFrom > asOf)
            return new(
                "APP702",
                Severity.Warning,
                datum.Span,
                $"{datum.What} was not known before {datum.Source.KnownFrom:yyyy-MM-dd}{Coder(datum)}.",
                Repair: $"Give what was known on {day}, or leave it out."
            );
        if (datum.Kind == FactKind.Recorded && datum.Day > asOf)
            return new(
                "APP703",
                Severity.Warning,
                datum.Span,
                $"{datum.What} was decided on {datum.Day:yyyy-MM-dd} by people this model plays.",
                Repair: "Let a clause produce it, or say in the report that it is held at the record."
            );
        return datum.Kind == FactKind.Given && datum.Day > asOf
            ? new(
                "APP704",
                Severity.Note,
                datum.Span,
                $"{datum.What} ({datum.Day:yyyy-MM-dd}) lies ahead of {day}; it is given, the same in all worlds."
            )
            : null;
    }

    private static string Coder(Datum datum) => datum.Source.Coder is { } coder ? $" (coded by {coder})" : "";
}
