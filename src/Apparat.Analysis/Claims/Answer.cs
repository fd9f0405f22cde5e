using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Analysis;

/// <summary>A claim of the ledger that a line may mean.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Overlap">The part of the line's own words that the claim's wording has.</param>
/// <param name="Opposite">True if one denies what the other says.</param>
/// <param name="IsMeant">True if it says that claim or its opposite and nothing else: only then does the claim's verdict speak of the line.</param>
public sealed record Match(JudgedClaim Claim, double Overlap, bool Opposite, bool IsMeant)
{
    /// <summary>The verdict on the line, if it means this claim or its opposite.</summary>
    public Verdict Verdict =>
        (Opposite, Claim.Verdict) switch
        {
            (true, Analysis.Verdict.Supported) => Analysis.Verdict.Contradicted,
            (true, Analysis.Verdict.Contradicted) => Analysis.Verdict.Supported,
            var (_, verdict) => verdict,
        };
}

/// <summary>A line that was asked, answered.</summary>
/// <param name="Line">The line.</param>
/// <param name="Saying">What it asserts, if it can be read as an assertion; null otherwise.</param>
/// <param name="Judged">What the record makes of that; null otherwise.</param>
/// <param name="Matches">Claims of the ledger it may mean, the closest first.</param>
public sealed record Answer(string Line, Saying? Saying, JudgedReading? Judged, ImmutableArray<Match> Matches)
{
    /// <summary>
    /// What comes of it: what the record makes of it if it can be read, else the verdict on the claim it means, or the contrary if it says the
    /// opposite in the same words; null if none of these is known. A claim that is only near in its words gives no verdict.
    /// </summary>
    public Verdict? Verdict =>
        Judged is { Verdict: not Analysis.Verdict.NotInTheRecord } judged ? judged.Verdict
        : Matches.FirstOrDefault(m => m.IsMeant) is { } match ? match.Verdict
        : Judged?.Verdict;
}

/// <summary>
/// Finds the claims a line may mean, by counting words. Both are told with the record's own names; words of no weight are left out; a claim is
/// near if it has at least half of the line's words and at least two, and if every year and number the line gives stands in it. It is meant if
/// it has all of them, and, where it denies something itself, if the line has nearly all of its words too: who denies what is in the rest.
/// </summary>
public sealed class Wordings(ImmutableArray<JudgedClaim> claims, Func<string, string> named)
{
    private const double Enough = 0.5;
    private const double Near = 0.2;
    private const double NearlyAll = 0.8;
    private const int Shown = 3;

    private static readonly HashSet<string> Light = new(
        (
            "a about an and are as at be been but by came come did do does for from had has have he her him his how in is it its of on one only or over she so that the "
            + "their them then there these they this to until up was were what when which who why will with would"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Denying = new(["not", "never", "nobody", "none", "no", "without"], StringComparer.Ordinal);

    /// <summary>Answers a line.</summary>
    public Answer Ask(string line, Saying? saying, DatedRecord record)
    {
        ArgumentNullException.ThrowIfNull(line);
        var matches = claims
            .Select(c => Match(line, c))
            .OfType<Match>()
            .OrderByDescending(m => m.IsMeant)
            .ThenBy(m => m.Opposite)
            .ThenByDescending(m => m.Overlap)
            .ToList();
        return new(
            line,
            saying,
            saying is null ? null : JudgedReading.Of(new("", [saying]), record),
            [.. matches.Where(m => m.Overlap >= matches[0].Overlap - Near).Take(Shown)]
        );
    }

    private Match? Match(string line, JudgedClaim claim) =>
        claim
            .Claim.Also.Prepend(claim.Claim.Words)
            .Select(w => Compare(line, w))
            .OfType<(double Overlap, bool Opposite, bool IsMeant)>()
            .OrderByDescending(m => m.IsMeant)
            .ThenBy(m => m.Opposite)
            .ThenByDescending(m => m.Overlap)
            .Select(m => new Match(claim, m.Overlap, m.Opposite, m.IsMeant))
            .FirstOrDefault();

    private (double Overlap, bool Opposite, bool IsMeant)? Compare(string line, string wording)
    {
        var (asked, said) = (Words(line), Words(wording));
        var own = asked.Where(w => !Denying.Contains(w)).ToHashSet(StringComparer.Ordinal);
        var shared = own.Count(said.Contains);
        var sameNumbers = own.Where(w => char.IsAsciiDigit(w[0])).All(said.Contains);
        if (own.Count == 0 || shared < 2 || shared < Enough * own.Count || !sameNumbers)
            return null;
        var denies = said.Any(Denying.Contains);
        var isMeant = shared == own.Count && (!denies || shared >= NearlyAll * said.Count(w => !Denying.Contains(w)));
        return ((double)shared / own.Count, asked.Any(Denying.Contains) != denies, isMeant);
    }

    private HashSet<string> Words(string text) =>
        named(text)
            .ToLowerInvariant()
            .Split([' ', ',', ';', ':', '.', '!', '?', '(', ')', '"', '\'', '\u2019'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => !Light.Contains(w))
            .Select(Stem)
            .ToHashSet(StringComparer.Ordinal);

    // Endings only: killed, killing, kills are one word; nothing cleverer.
    private static string Stem(string word) =>
        word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3]
        : word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 4 && word.EndsWith("es", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1]
        : word;
}
