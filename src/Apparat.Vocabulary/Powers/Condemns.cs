using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Declares that someone stands outside the common line: the farther he stands from it, the easier it carries and the more it costs him.</summary>
[Sentence(
    "{body} condemns/condemn deviations",
    Takes = [typeof(Threshold), typeof(Secret)],
    Wording = "{body} may condemn departures from the common line",
    Example = "Council condemns deviations"
)]
public sealed record Condemns(OrganId Body) : Power
{
    /// <summary>Part of his esteem that someone a whole policy range from the line would lose; at 0 nobody is condemned.</summary>
    public Parameter Loss { get; init; } =
        new(
            "doctrine",
            new LogNormal(0.5, 0.5),
            "share of esteem per policy range",
            "what being condemned costs someone a policy range from the line",
            "weakly informed"
        );

    /// <summary>How much easier a charge carries against someone a whole policy range from the line.</summary>
    public Parameter Ease { get; init; } =
        new(
            "doctrine_ease",
            new LogNormal(1, 0.5),
            "log-odds per policy range",
            "how much distance from the line eases a charge of deviation",
            "weakly informed"
        );

    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("there is no common line"), new("deviations are answered in print")];

    /// <inheritdoc/>
    public override bool IsIdle(Situation now) => now[Loss] <= 0;

    /// <inheritdoc/>
    public override void Offer(Situation now, MoveList moves)
    {
        if (IsIdle(now) || now.Issues == 0)
            return;
        var own = Distance(now, moves.Setter);
        foreach (var person in now.Contenders)
        {
            if (person == moves.Setter || !now.IsActive(person) || Distance(now, person) is var distance && distance <= own)
                continue;
            var loss = Math.Min(1, now[Loss] * distance);
            moves.Add(moves.By(By(Body), person, Body.Index, loss, Removal.Bias + (now[Ease] * distance), MoveKind.Removal));
        }
    }

    /// <inheritdoc/>
    public override void Do(in Move move, WorldEdit edit) => edit.Reprove(move.Target, move.Position, move.Position);

    // In policy ranges, over all issues.
    private static double Distance(Situation now, PersonId person)
    {
        var sum = 0.0;
        for (var issue = 0; issue < now.Issues; issue++)
        {
            var d = now.Position(person, issue) - now.Policy(issue);
            sum += d * d;
        }
        return Math.Sqrt(sum) / 2;
    }
}
