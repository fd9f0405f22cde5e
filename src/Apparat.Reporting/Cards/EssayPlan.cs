using System.Collections.Immutable;
using System.Globalization;
using Apparat.Model;

namespace Apparat.Reporting;

/// <summary>A row of the essay plan: evidence and comparison, never the essay.</summary>
/// <param name="Point">The card in textbook words.</param>
/// <param name="Evidence">Dated facts with source and confidence.</param>
/// <param name="Worked">How it worked.</param>
/// <param name="Alone">What taking it away changes.</param>
/// <param name="Against">The card it is weighed against.</param>
/// <param name="Outweighs">Where it outweighs that card.</param>
/// <param name="Outweighed">Where it is outweighed.</param>
/// <param name="Counter">Facts that speak against it.</param>
/// <param name="Link">How it bears on the question.</param>
internal sealed record PlanRow(
    string Point,
    ImmutableArray<PlanFact> Evidence,
    string Worked,
    string Alone,
    string Against,
    string Outweighs,
    string Outweighed,
    ImmutableArray<PlanFact> Counter,
    string Link
);

/// <summary>A fact as a plan prints it.</summary>
/// <param name="When">The day, month or span in words.</param>
/// <param name="Text">The fact.</param>
/// <param name="Source">Where it is from, in short.</param>
/// <param name="Confidence">How sure.</param>
internal sealed record PlanFact(string When, string Text, string Source, string Confidence);

/// <summary>The plan of an essay on the scenario's question.</summary>
internal static class EssayPlan
{
    /// <summary>What stands under every plan.</summary>
    public const string Warning = "Quote the evidence in an exam, never these percentages.";

    public static ImmutableArray<PlanRow> Rows(CardTelling t) =>
        [
            .. t.Cards.Select(
                (card, i) =>
                {
                    var (against, outweighs, outweighed) = t.Cards.Length > 1 && !t.Table.Effects.IsEmpty ? t.Weigh(i) : ("", "", "");
                    return new PlanRow(
                        card.Name,
                        [.. card.Evidence.Select(Fact)],
                        card.Worked,
                        t.Alone(i),
                        against,
                        outweighs,
                        outweighed,
                        [.. card.Counter.Select(Fact)],
                        card.Link
                    );
                }
            ),
        ];

    /// <summary>Days as people write them: <c>23 Dec 1925</c>, <c>Apr 1922 to Apr 1923</c>.</summary>
    public static string When(string when) => string.Join(" to ", when.Split(" to ").Select(Day));

    private static string Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)
        : DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month.ToString("MMM yyyy", CultureInfo.InvariantCulture)
        : text;

    private static PlanFact Fact(CardFact fact) => new(When(fact.When), fact.Text, Short(fact.Source), fact.Confidence);

    // The author or the first words: the whole source stands in the list of facts. A table of the record's own is no author.
    private static string Short(string source) =>
        source.Split([',', ';', '('], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var first, .. var rest]
            ? first.EndsWith(".csv", StringComparison.Ordinal) && rest is [var author, ..]
                ? author
                : first
            : source;
}
