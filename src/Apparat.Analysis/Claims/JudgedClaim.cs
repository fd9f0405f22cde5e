using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Analysis;

/// <summary>What comes of a claim.</summary>
public enum Verdict
{
    /// <summary>The record bears it out.</summary>
    Supported,

    /// <summary>Sources disagree, or it depends on how it is understood.</summary>
    Contested,

    /// <summary>The record speaks against it.</summary>
    Contradicted,

    /// <summary>The record does not say.</summary>
    NotInTheRecord,

    /// <summary>No record can answer it: a model has to.</summary>
    ForTheModel,
}

/// <summary>One way to understand a claim, judged.</summary>
/// <param name="Name">The way; empty if there is only one.</param>
/// <param name="Verdict">What comes of it.</param>
/// <param name="Parts">Its assertions, each with what the record makes of it.</param>
public sealed record JudgedReading(string Name, Verdict Verdict, ImmutableArray<(Saying Saying, Judgement Judgement)> Parts)
{
    /// <summary>Judges assertions that must all hold.</summary>
    public static JudgedReading Of(Reading reading, DatedRecord record)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ImmutableArray<(Saying, Judgement Judgement)> parts = [.. reading.Sayings.Select(s => (s, s.Judge(record)))];
        return new(reading.Name, Of(Judgement.All(parts.Select(p => p.Judgement)).Truth), parts);
    }

    /// <summary>Every row that decides it, once: those that speak for it.</summary>
    public ImmutableArray<RecordedFact> For => [.. Parts.SelectMany(p => p.Judgement.For).Distinct()];

    /// <summary>Every row that speaks against it, once.</summary>
    public ImmutableArray<RecordedFact> Against => [.. Parts.SelectMany(p => p.Judgement.Against).Distinct()];

    private static Verdict Of(Truth truth) =>
        truth switch
        {
            Truth.Holds => Verdict.Supported,
            Truth.Fails => Verdict.Contradicted,
            Truth.Disputed => Verdict.Contested,
            _ => Verdict.NotInTheRecord,
        };
}

/// <summary>A claim with its verdict, worked out from the record.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">What comes of it.</param>
/// <param name="Readings">The ways to understand it, each judged; for a mechanism, the facts it leans on.</param>
public sealed record JudgedClaim(Claim Claim, Verdict Verdict, ImmutableArray<JudgedReading> Readings)
{
    /// <summary>
    /// Judges a claim. Where ways to understand it are decided differently it is contested. A mechanism is for the model, unless the record
    /// speaks against a fact it leans on.
    /// </summary>
    public static JudgedClaim Of(Claim claim, DatedRecord record)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ImmutableArray<JudgedReading> readings = [.. claim.Readings.Select(r => JudgedReading.Of(r, record))];
        var decided = readings.Select(r => r.Verdict).Where(v => v != Verdict.NotInTheRecord).Distinct().ToList();
        var verdict =
            decided.Count == 0 ? Verdict.NotInTheRecord
            : decided.Count == 1 ? decided[0]
            : Verdict.Contested;
        return new(claim, claim.Kind == ClaimKind.Mechanism && verdict != Verdict.Contradicted ? Verdict.ForTheModel : verdict, readings);
    }

    /// <summary>How sure the verdict is: as sure as the least sure assertion that decides it; null if it decides nothing.</summary>
    public Confidence? Confidence
    {
        get
        {
            var deciding = Verdict switch
            {
                Verdict.Supported => Readings.Where(r => r.Verdict == Verdict.Supported).SelectMany(r => r.Parts),
                Verdict.Contradicted => Readings
                    .Where(r => r.Verdict == Verdict.Contradicted)
                    .SelectMany(r => r.Parts)
                    .Where(p => p.Judgement.Truth == Truth.Fails),
                _ => [],
            };
            var known = deciding.Select(p => p.Judgement.Confidence).OfType<Confidence>().ToList();
            return known.Count == 0 ? null
                : Verdict == Verdict.Contradicted ? known.Max()
                : known.Min();
        }
    }

    /// <summary>The sources of every row shown, once, in alphabetical order.</summary>
    public ImmutableArray<string> Sources =>
        [
            .. Readings
                .SelectMany(r => r.For.Concat(r.Against))
                .SelectMany(f => f.Grounds.Sources)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
}
