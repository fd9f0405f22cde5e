using System.Collections.Immutable;

namespace Apparat.Model;

/// <summary>What a record makes of an assertion.</summary>
public enum Truth
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It does not.</summary>
    Fails,

    /// <summary>Rows disagree, or only doubtful ones speak of it.</summary>
    Disputed,

    /// <summary>The record does not say.</summary>
    Unknown,
}

/// <summary>What a record makes of an assertion, and the rows that decide it.</summary>
/// <param name="Truth">Whether it holds.</param>
/// <param name="For">Rows that speak for it.</param>
/// <param name="Against">Rows that speak against it.</param>
public sealed record Judgement(Truth Truth, ImmutableArray<RecordedFact> For, ImmutableArray<RecordedFact> Against)
{
    /// <summary>The record does not say.</summary>
    public static Judgement Nothing { get; } = new(Truth.Unknown, [], []);

    /// <summary>It holds.</summary>
    public static Judgement Holding(params IEnumerable<RecordedFact> rows) => new(Truth.Holds, [.. rows], []);

    /// <summary>It does not.</summary>
    public static Judgement Failing(params IEnumerable<RecordedFact> rows) => new(Truth.Fails, [], [.. rows]);

    /// <summary>What is left of rows for and rows against: both, and they disagree.</summary>
    public static Judgement Weigh(ImmutableArray<RecordedFact> yes, ImmutableArray<RecordedFact> no) =>
        new(
            yes.IsEmpty ? (no.IsEmpty ? Truth.Unknown : Truth.Fails)
                : no.IsEmpty ? Truth.Holds
                : Truth.Disputed,
            yes,
            no
        );

    /// <summary>The judgement on the opposite.</summary>
    public Judgement Denied =>
        new(
            Truth switch
            {
                Truth.Holds => Truth.Fails,
                Truth.Fails => Truth.Holds,
                var same => same,
            },
            Against,
            For
        );

    /// <summary>The same, but that rows of low confidence alone settle nothing.</summary>
    public Judgement Settled =>
        Truth switch
        {
            Truth.Holds when OnlyLow(For) => this with { Truth = Truth.Disputed },
            Truth.Fails when OnlyLow(Against) => this with { Truth = Truth.Disputed },
            _ => this,
        };

    /// <summary>How sure the rows are that decide it: the surest of them; null if none does.</summary>
    public Confidence? Confidence
    {
        get
        {
            var rows = Truth switch
            {
                Truth.Holds => For,
                Truth.Fails => Against,
                _ => [],
            };
            return rows.IsEmpty ? null : rows.Max(r => r.Grounds.Confidence);
        }
    }

    /// <summary>The judgement on several that must all hold: one that fails decides, then one in dispute, then one unknown.</summary>
    public static Judgement All(IEnumerable<Judgement> parts)
    {
        var all = parts.ToImmutableArray();
        Truth[] order = [Truth.Fails, Truth.Disputed, Truth.Unknown];
        return new(
            order.Where(t => all.Any(p => p.Truth == t)).DefaultIfEmpty(all.IsEmpty ? Truth.Unknown : Truth.Holds).First(),
            [.. all.SelectMany(p => p.For).Distinct()],
            [.. all.SelectMany(p => p.Against).Distinct()]
        );
    }

    private static bool OnlyLow(ImmutableArray<RecordedFact> rows) =>
        !rows.IsEmpty && rows.All(r => r.Grounds.Confidence == Model.Confidence.Low);
}
