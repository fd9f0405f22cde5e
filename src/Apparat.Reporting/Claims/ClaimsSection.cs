using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;

namespace Apparat.Reporting;

/// <summary>A ledger of claims as a part of a report: verdicts in a table, the rows behind each folded away, and the popular accounts.</summary>
public static class ClaimsSection
{
    /// <summary>The section.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="popular">Its popular accounts played as models; null if they were not.</param>
    /// <param name="words">Puts what their model calls by short names into a report's own words; as it is unless given.</param>
    public static Section Of(Ledger ledger, PopularAnswer? popular = null, Func<string, string>? words = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return new("claims", "What is claimed, held to the record", [.. Blocks(ledger, popular, words)]);
    }

    private static IEnumerable<Block> Blocks(Ledger ledger, PopularAnswer? popular, Func<string, string>? words)
    {
        yield return new Paragraph(
            $"{ClaimPhrases.Summary(ledger)} Verdicts are worked out from dated rows by rule; where sources disagree, or a claim can be understood in two ways that are decided differently, it is contested."
        );
        yield return new Table(
            "Claims about facts: what comes of each, and how sure the rows are that decide it",
            [new("claim"), new("verdict"), new("confidence")],
            [
                .. ClaimPhrases
                    .Order[..4]
                    .SelectMany(v => ledger.Claims.Where(c => c.Verdict == v))
                    .Select(c =>
                        ImmutableArray.Create<Cell>(
                            c.Claim.Words,
                            ClaimPhrases.Of(c.Verdict),
                            c.Confidence is { } sure ? ClaimPhrases.Of(sure) : ""
                        )
                    ),
            ]
        );
        var facts = ledger.Claims.Where(c => c.Verdict != Verdict.ForTheModel).ToList();
        if (facts.Count > 0)
            yield return new Folded(
                "The dated rows behind each verdict, with their sources",
                [.. facts.SelectMany(c => new Block[] { new Paragraph(c.Claim.Words), new Items([.. Rows(c)]) })]
            );
        var mechanisms = ledger.Claims.Where(c => c.Verdict == Verdict.ForTheModel).ToList();
        if (mechanisms.Count > 0)
            yield return new Table(
                "Claims about mechanisms: what in this report tests them",
                [new("claim"), new("tested by"), new("rival accounts")],
                [
                    .. mechanisms.Select(c =>
                        ImmutableArray.Create<Cell>(
                            c.Claim.Words,
                            c.Claim.Factors.IsEmpty ? "nothing in this scenario yet" : string.Join("; ", c.Claim.Factors),
                            string.Join(", ", c.Claim.Accounts)
                        )
                    ),
                ]
            );
        foreach (var block in PopularReport.Blocks(ledger, popular, words))
            yield return block;
    }

    private static IEnumerable<string> Rows(JudgedClaim claim)
    {
        foreach (var reading in claim.Readings)
        {
            var name = reading.Name.Length > 0 ? $"{Telling.Capital(reading.Name)}, " : "";
            foreach (var fact in reading.For)
                yield return $"{name}for: {ClaimPhrases.Of(fact)}";
            foreach (var fact in reading.Against)
                yield return $"{name}against: {ClaimPhrases.Of(fact)}";
            foreach (var (saying, _) in reading.Parts.Where(p => p.Judgement.Truth == Truth.Unknown))
                yield return $"{name}no row: {saying.Text}";
        }
        if (claim.Claim.Note.Length > 0)
            yield return claim.Claim.Note;
    }
}
