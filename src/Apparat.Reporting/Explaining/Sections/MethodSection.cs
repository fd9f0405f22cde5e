using System.Collections.Immutable;

namespace Apparat.Reporting;

/// <summary>How it was done: the road from charter to answer, the parameters with their sources, what each answer cost.</summary>
internal static class MethodSection
{
    public static Section Of(Telling t) => new("method", "How it was done", [.. Blocks(t)]);

    private static IEnumerable<Block> Blocks(Telling t)
    {
        var s = t.Answer.Scenario;
        yield return new Paragraph(
            $"The charter, the people and the dated events were played {s.Calendar.Step.Unit} by {s.Calendar.Step.Unit} from {Figures.Day(s.Calendar.From)} to {Figures.Day(s.Calendar.Until)}, again and again, each time with parameters drawn from their priors and fresh luck. Luck is addressed by person, month and decision, so that two worlds differ only by what was changed and by what follows from it. Intervals hold 95 of 100: Wilson's for proportions, normal for paired differences and means."
        );
        yield return new Table(
            t.Frame.Companions is null
                ? "What each answer cost; answers share histories, so these do not add up"
                : "What each answer cost; answers of the explanation share histories, so these do not add up; the others give what they cost beyond them",
            [new("answer"), new("worlds", true), new("histories", true)],
            [
                .. t
                    .Answer.Costs.Concat(t.Frame.Companions?.Costs ?? [])
                    .Select(c => ImmutableArray.Create<Cell>(c.Answer, Figures.Count(c.Worlds), Figures.Count(c.Histories))),
            ]
        );
        var all = s.Parameters.ToList();
        var parameters = all.Where(p => s.PriorOf(p) is not Numerics.Fixed { Value: 1 }).ToList();
        if (parameters.Count > 0)
            yield return new Folded(
                $"The {parameters.Count} parameters, their priors and sources{(all.Count > parameters.Count ? $" ({all.Count - parameters.Count} more are shares fixed at 1: their provisions always decide)" : "")}",
                [
                    new Table(
                        "Parameters as believed before looking at the case; set your own with --set NAME=VALUE",
                        [new("name"), new("meaning"), new("prior"), new("unit"), new("source")],
                        [
                            .. parameters.Select(p =>
                                ImmutableArray.Create<Cell>(
                                    p.Name,
                                    p.Meaning,
                                    s.PriorOf(p).Notation,
                                    p.Unit,
                                    s.Settings.TryGetValue(p.Name, out var setting) && !setting.Source.Keys.IsEmpty
                                        ? string.Join(", ", setting.Source.Keys)
                                        : p.Source
                                )
                            ),
                        ]
                    ),
                ]
            );
    }
}
