using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Reporting;

/// <summary>What stood in the place of each power and each factor.</summary>
internal static class WorldsSection
{
    public static Section Of(Telling t) => new("worlds", "With what it was compared", [.. Blocks(t)]);

    private static IEnumerable<Block> Blocks(Telling t)
    {
        yield return new Paragraph(
            "No clause is merely removed: a named arrangement stands in its place. The first is normally what the statute would give, the second a lot or a harsher reading; an answer that differs between them is an answer about the arrangement as much as about the office."
        );
        var references = t.Answer.References.ToDictionary(r => r.Subject, r => r.References, StringComparer.Ordinal);
        yield return new Table(
            "The powers of the office, and what replaces each",
            [new("power"), new("first replacement"), new("second replacement")],
            [
                .. t
                    .Answer.Powers.GroupBy(p => (Words: t.Frame.Provisions.GetValueOrDefault(p, p), First: Nth(p, 0), Second: Nth(p, 1)))
                    .Select(g => ImmutableArray.Create<Cell>(string.Join("; ", t.Words(g)), g.Key.First, g.Key.Second)),
            ]
        );
        if (!t.Answer.Scenario.Factors.IsEmpty)
            yield return new Table(
                "The factors, and the worlds without them",
                [new("factor"), new("family"), new("what it takes away"), new("first replacement"), new("second replacement")],
                [
                    .. t.Answer.Scenario.Factors.Select(f =>
                        ImmutableArray.Create<Cell>(
                            Telling.Capital(f.Name),
                            f.Kind.ToString().ToLowerInvariant(),
                            f.References[0].Change is Strike strike ? string.Join("; ", t.Words(strike.Provisions)) : "",
                            Replacement(t, f, 0),
                            Replacement(t, f, 1)
                        )
                    ),
                ]
            );

        string Nth(string subject, int i) => references.TryGetValue(subject, out var names) ? names.ElementAtOrDefault(i) ?? "" : "";
    }

    private static string Replacement(Telling t, Factor factor, int i)
    {
        if (i >= factor.References.Length)
            return "";
        var (name, change) = factor.References[i];
        if (change is not Strike strike)
            return change switch
            {
                ChangeEvent { LaterByMonths: { } months } => $"{months} months later",
                ChangeEvent => "it does not happen",
                SetParameter set when t.Answer.Scenario.Parameters.FirstOrDefault(p => p.Name == set.Parameter) is { } parameter =>
                    $"{parameter.Meaning} is {set.Prior.Notation} ({parameter.Name})",
                ChangeAlliances alliances => alliances.Name,
                ChangeQualities { Change.FromAnother: true } => "another contender's qualities",
                ChangeQualities => "the contenders' median qualities",
                _ => name,
            };
        var provisions = t.Answer.Scenario.Charter.Provisions.Where(p => strike.Provisions.Contains(p.Name));
        return string.Join(
            "; ",
            provisions
                .Select(p => p.Provision.Alternatives.ElementAtOrDefault(strike.Reference)?.Name)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
        );
    }
}
