using System.Collections.Immutable;
using System.Text;
using Apparat.Analysis;
using Apparat.Model;

namespace Apparat.Reporting;

/// <summary>A ledger of claims for a terminal: plain text of 100 columns, the verdict first, then the rows that decide it with their sources.</summary>
public static class ClaimsText
{
    private const int Width = 100;
    private const int MostRows = 8;

    /// <summary>The whole ledger, or those of its claims that are asked for.</summary>
    /// <param name="title">What it is about.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="shown">The claims to show.</param>
    /// <param name="accounts">Whether to show the popular accounts and where they clash.</param>
    /// <param name="sources">The bibliography, to tell in full what the rows name by key.</param>
    public static string Of(string title, Ledger ledger, ImmutableArray<JudgedClaim> shown, bool accounts, ImmutableArray<Source> sources)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(ledger);
        var text = new StringBuilder();
        Head(text, title, '=');
        Wrap(text, ClaimPhrases.Summary(ledger), "", "");
        foreach (var verdict in ClaimPhrases.Order)
        {
            var of = shown.Where(c => c.Verdict == verdict).ToList();
            if (of.Count == 0)
                continue;
            text.Append('\n');
            Head(text, ClaimPhrases.Heading(verdict), '-');
            foreach (var claim in of)
            {
                text.Append('\n');
                Claim(text, claim);
            }
        }
        if (accounts && !ledger.Accounts.IsEmpty)
            Accounts(text, ledger);
        Sources(text, shown.SelectMany(c => c.Sources.Concat(c.Claim.Sources)), sources);
        return text.ToString();
    }

    /// <summary>Lines that were asked, answered one by one.</summary>
    public static string Of(ImmutableArray<Answer> answers, ImmutableArray<Source> sources)
    {
        var text = new StringBuilder();
        foreach (var answer in answers)
        {
            if (text.Length > 0)
                text.Append('\n');
            Wrap(text, $"\u201C{answer.Line}\u201D", "", "");
            text.Append("  ")
                .Append(answer.Verdict is { } verdict ? ClaimPhrases.Of(verdict).ToUpperInvariant() : "NOT IN THE LEDGER")
                .Append('\n');
            if (answer.Judged is { } judged)
                Rows(text, judged, "    ");
            else
                Wrap(text, "Not a sentence that can be looked up: compared with the wordings of the ledger.", "    ", "    ");
            foreach (var (i, match) in answer.Matches.Index())
            {
                var says =
                    (match.IsMeant ? "" : "near it ")
                    + (
                        match.Opposite ? "the ledger has the opposite"
                        : match.IsMeant ? "in the ledger"
                        : "the ledger has"
                    );
                Wrap(text, $"{says}: {match.Claim.Claim.Words} ({match.Claim.Claim.Id}: {Judged(match.Claim)})", "    ", "      ");
                if (i == 0 && answer.Judged is null)
                    Body(text, match.Claim, "      ");
            }
        }
        Sources(
            text,
            answers.SelectMany(a =>
                a.Judged is { } j
                    ? j.For.Concat(j.Against).SelectMany(f => f.Grounds.Sources)
                    : a.Matches.Take(1).SelectMany(m => m.Claim.Sources)
            ),
            sources
        );
        return text.ToString();
    }

    private static void Claim(StringBuilder text, JudgedClaim claim)
    {
        Wrap(text, claim.Claim.Words, "", "  ");
        Wrap(text, $"{Judged(claim)}  ({claim.Claim.Id})", "    ", "    ");
        Body(text, claim, "    ");
    }

    private static void Body(StringBuilder text, JudgedClaim claim, string indent)
    {
        foreach (var reading in claim.Readings)
        {
            if (reading.Name.Length > 0)
                Wrap(text, $"{reading.Name}: {ClaimPhrases.Of(reading.Verdict)}", indent, indent);
            Rows(text, reading, indent + (reading.Name.Length > 0 ? "  " : ""));
        }
        if (claim.Claim.Kind == ClaimKind.Mechanism)
        {
            if (!claim.Claim.Factors.IsEmpty)
                Wrap(text, $"tested by: {string.Join("; ", claim.Claim.Factors)}", indent, indent + "  ");
            if (!claim.Claim.Accounts.IsEmpty)
                Wrap(text, $"rival accounts: {string.Join(", ", claim.Claim.Accounts)}", indent, indent + "  ");
            if (claim.Claim.Factors.IsEmpty && claim.Claim.Accounts.IsEmpty)
                Wrap(text, "tested by nothing in this scenario yet", indent, indent);
        }
        if (claim.Claim.Note.Length > 0)
            Wrap(text, $"note: {claim.Claim.Note}", indent, indent + "  ");
        if (!claim.Claim.Sources.IsEmpty)
            Wrap(text, $"told or discussed in: {string.Join("; ", claim.Claim.Sources)}", indent, indent + "  ");
    }

    // Each row once: those that speak for it, then those against.
    private static void Rows(StringBuilder text, JudgedReading reading, string indent)
    {
        void Told(string side, ImmutableArray<RecordedFact> facts)
        {
            foreach (var fact in facts.Take(MostRows))
                Wrap(text, $"{side} {ClaimPhrases.Of(fact)}", indent, indent + "         ");
            if (facts.Length > MostRows)
                Wrap(text, $"and {facts.Length - MostRows} more rows", indent + "         ", indent);
        }
        Told("for     ", reading.For);
        Told("against ", reading.Against);
        foreach (var (saying, _) in reading.Parts.Where(p => p.Judgement.Truth == Truth.Unknown))
            Wrap(text, $"no row   {saying.Text}", indent, indent + "         ");
    }

    private static void Accounts(StringBuilder text, Ledger ledger)
    {
        text.Append('\n');
        Head(text, "Popular accounts, each read as facts and as a model", '-');
        foreach (var account in ledger.Accounts)
        {
            text.Append('\n');
            Wrap(text, $"{account.Account.Id}: {account.Account.Words}", "", "  ");
            foreach (var fact in account.Facts)
                Wrap(text, $"{ClaimPhrases.Of(fact.Verdict), -13} {fact.Claim.Words} ({fact.Claim.Id})", "    ", "                  ");
            if (account.Facts.IsEmpty)
                text.Append("    claims no dated fact\n");
            Wrap(
                text,
                $"turns on      {string.Join(", ", account.Mechanisms.Select(m => m.Claim.Id))}; everything else at its reference world: {account.Off.Length} changes",
                "    ",
                "                  "
            );
        }
        if (ledger.Clashes.IsEmpty)
            return;
        text.Append('\n');
        Head(text, "Accounts that cannot both be true, whatever the record says", '-');
        foreach (var group in ledger.Clashes.GroupBy(c => (c.FirstClaim.Claim.Id, c.SecondClaim.Claim.Id)))
        {
            var clash = group.First();
            text.Append('\n');
            Wrap(
                text,
                string.Join(
                    "; ",
                    group.Select(c => c.IsWithin ? $"{c.First.Id} contradicts itself" : $"{c.First.Id} against {c.Second.Id}")
                ),
                "",
                "  "
            );
            Side(clash.FirstClaim, clash.FirstSays);
            Side(clash.SecondClaim, clash.SecondSays);
        }

        void Side(JudgedClaim claim, Saying says) =>
            Wrap(text, $"{claim.Claim.Words} ({claim.Claim.Id}, {ClaimPhrases.Of(claim.Verdict)}): {says.Text}", "    ", "      ");
    }

    private static void Sources(StringBuilder text, IEnumerable<string> keys, ImmutableArray<Source> sources)
    {
        var named = keys.ToHashSet(StringComparer.Ordinal);
        var told = sources.Where(s => named.Contains(s.Key)).OrderBy(s => s.Key, StringComparer.Ordinal).ToList();
        if (told.Count == 0)
            return;
        text.Append('\n');
        Head(text, "Sources", '-');
        foreach (var source in told)
            Wrap(text, SourcesSection.Cited(source), "", "  ");
    }

    private static string Judged(JudgedClaim claim) =>
        claim.Confidence is { } sure
            ? $"{ClaimPhrases.Of(claim.Verdict)}, confidence {ClaimPhrases.Of(sure)}"
            : ClaimPhrases.Of(claim.Verdict);

    private static void Head(StringBuilder text, string heading, char rule)
    {
        var from = text.Length;
        Wrap(text, heading, "", "");
        text.Append(rule, Math.Min(Width, text.Length - from - 1)).Append('\n');
    }

    private static void Wrap(StringBuilder text, string words, string indent, string hanging)
    {
        var line = new StringBuilder(indent);
        var start = line.Length;
        foreach (var word in words.Split(' '))
        {
            if (line.Length > start && line.Length + 1 + word.Length > Width)
            {
                text.Append(line.ToString().TrimEnd()).Append('\n');
                line.Clear().Append(hanging);
                start = line.Length;
            }
            line.Append(line.Length > start ? " " : "").Append(word);
        }
        text.Append(line.ToString().TrimEnd()).Append('\n');
    }
}
