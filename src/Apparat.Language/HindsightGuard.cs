using System.Collections.Immutable;
using System.Globalization;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Tells which inputs a contemporary could not have had: later facts, and judgements made knowing the end.</summary>
public static class HindsightGuard
{
    /// <summary>A warning for every datum that was not known on a day or is coded from the outcome; a note for given facts that lie ahead.</summary>
    public static ImmutableArray<Diagnostic> Check(ReadResult result, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(result);
        var day = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var datum in result.Data)
        {
            if (datum.Source.Interpretation)
                found.Add(new("APP701", Severity.Warning, datum.Span, $"{datum.What} is a later interpretation{Coder(datum)}, not something known on {day}.", Repair: "Use it as something to be explained, or in a named account, never as an input."));
            else if (datum.Source.KnownFrom > asOf)
                found.Add(new("APP702", Severity.Warning, datum.Span, $"{datum.What} was not known before {datum.Source.KnownFrom:yyyy-MM-dd}{Coder(datum)}.", Repair: $"Give what was known on {day}, or leave it out."));
            else if (datum.Kind == FactKind.Recorded && datum.Day > asOf)
                found.Add(new("APP703", Severity.Warning, datum.Span, $"{datum.What} was decided on {datum.Day:yyyy-MM-dd} by people this model plays.", Repair: "Let a clause produce it, or say in the report that it is held at the record."));
            else if (datum.Kind == FactKind.Given && datum.Day > asOf)
                found.Add(new("APP704", Severity.Note, datum.Span, $"{datum.What} ({datum.Day:yyyy-MM-dd}) lies ahead of {day}; it is given, the same in all worlds."));
        }
        return found.ToImmutable();
    }

    private static string Coder(Datum datum) => datum.Source.Coder is { } coder ? $" (coded by {coder})" : "";
}
