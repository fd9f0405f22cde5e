using System.Collections.Immutable;

namespace Apparat.Reporting;

/// <summary>What to know before reading any number: the gravest first, those of one kind told once.</summary>
internal static class DoubtsSection
{
    private const int Gravest = 3;
    private const int Instances = 4;

    public static Section Of(Telling t) => new("doubts", "Before you read the numbers", [.. Blocks(t)]);

    /// <summary>The cautions, one a kind, the gravest first.</summary>
    public static ImmutableArray<Callout> Cautions(Telling t) =>
        [
            .. All(t)
                .Where(w => !t.Answer.Scope.Contains(w.What, StringComparer.Ordinal))
                .GroupBy(w => w.Id, StringComparer.Ordinal)
                .Select(g =>
                {
                    var what = g.Select(w => Told(t, w.What)).Distinct(StringComparer.Ordinal).ToList();
                    var shown = string.Join(" ", what.Take(Instances));
                    var more = what.Count > Instances ? $" And {what.Count - Instances} more of the kind." : "";
                    return new Callout(CalloutKind.Caution, shown + more, t.Plain($"{g.First().Why} {g.First().Do}").Trim());
                }),
        ];

    // What is true of the accounts' model alone is said to be of it.
    private static IEnumerable<Analysis.Warning> All(Telling t)
    {
        var own = t.Answer.Cautions.Concat(t.Frame.Companions?.Cautions ?? []).ToList();
        var said = own.Select(w => w.What).ToHashSet(StringComparer.Ordinal);
        return own.Concat(
            (t.Frame.Companions?.CautionsOfAccounts ?? [])
                .Where(w => !said.Contains(w.What))
                .Select(w => w with { What = $"Of the complete model of the accounts: {char.ToLowerInvariant(w.What[0])}{w.What[1..]}" })
        );
    }

    private static IEnumerable<Block> Blocks(Telling t)
    {
        var cautions = Cautions(t);
        foreach (var caution in cautions.Take(Gravest))
            yield return caution;
        yield return new Callout(
            CalloutKind.Prior,
            $"Everything here is a count of {Figures.Count(t.Answer.Histories + (t.Frame.Companions?.Histories ?? 0))} simulated histories. \"26 of 100 (21 to 30)\" means: in 26 of every 100 of them; an interval made in this way holds the model's own value 95 times in 100.",
            $"The outcome asked about: {t.Happens}, on the last day.{(NamesTheOffice(t) ? $" It names {t.Office} itself, so part of the answer holds by definition." : $" It does not name {t.Office}, so that it does not contain what is to explain it.")}"
        );
        if (!t.Answer.Scope.IsEmpty)
            yield return new Callout(CalloutKind.Scope, string.Join(" ", t.Answer.Scope));
        if (cautions.Length > Gravest)
            yield return new Folded(
                $"{cautions.Length - Gravest} more cautions",
                [new Items([.. cautions.Skip(Gravest).Select(c => $"{c.Text} {c.More}")])],
                Printed: true
            );
        if (!t.Answer.Notes.IsEmpty)
            yield return new Folded(
                "What the record says of the office, and what it does not say",
                [new Items(t.Answer.Notes)],
                Printed: true
            );
    }

    private static bool NamesTheOffice(Telling t) => t.Answer.HeadlineText.Contains(t.Answer.Office, StringComparison.Ordinal);

    private static string Told(Telling t, string text) => Reporting.Cautions.WithoutLists(Telling.Capital(t.Plain(text)));
}
