using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>
/// Whether anybody satisfies an outcome in a world, and who: a charter may explain that there is a winner and not which (rulings C4).
/// </summary>
/// <param name="World">The world in the reader's words.</param>
/// <param name="Someone">P(someone does).</param>
/// <param name="Subject">P(the subject does).</param>
/// <param name="SubjectGivenSomeone">P(the subject does, given that someone does); undefined if nobody ever did.</param>
/// <param name="Contenders">P(each contender does), in the order of the cast.</param>
public sealed record WhetherAndWho(
    string World,
    Estimate Someone,
    Estimate Subject,
    Estimate SubjectGivenSomeone,
    ImmutableArray<(string Contender, Estimate Value)> Contenders
)
{
    /// <summary>Reads it off the runs of a world.</summary>
    public static WhetherAndWho Of(Outcome outcome, PersonId subject, Scenario scenario, Rows rows)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(rows);
        var someone = Count(Statement.OfSomeone(outcome, scenario));
        var him = Count(Statement.Of(outcome, scenario[subject]));
        return new(
            rows.World,
            Proportion.Wilson(someone, rows.Count),
            Proportion.Wilson(him, rows.Count),
            Proportion.Wilson(him, someone),
            [
                .. scenario.Cast.Contenders.Select(c =>
                    (scenario[c].Name, Proportion.Wilson(Count(Statement.Of(outcome, scenario[c])), rows.Count))
                ),
            ]
        );

        long Count(Statement statement) => statement.In(rows).LongCount(v => v > 0.5);
    }
}
