using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Makers favour those they believe to be their own (Shih, Adolph and Liu 2012; Egorov and Sonin 2011).</summary>
[Standard]
[Sentence("makers favour their own", Example = "makers favour their own")]
public sealed record Favour : Criterion
{
    /// <summary>Weight of a candidate's tie to the maker.</summary>
    public Parameter Weight { get; init; } =
        new("a_loy", new LogNormal(2, 0.5), "log-odds per tie", "selection for loyalty against competence", "shih2012");

    /// <inheritdoc/>
    public override bool ForElectors => false;

    /// <inheritdoc/>
    public override void Add(
        Situation now,
        ReadOnlySpan<PersonId> choosers,
        Seat seat,
        ReadOnlySpan<PersonId> candidates,
        Span<double> utility
    )
    {
        Span<double> loyalty = stackalloc double[candidates.Length];
        Add(now, choosers, seat, candidates, utility, loyalty);
    }

    // Apart from the room on the stack, which would keep it from being compiled for what it meets.
    private void Add(
        Situation now,
        ReadOnlySpan<PersonId> choosers,
        Seat seat,
        ReadOnlySpan<PersonId> candidates,
        Span<double> utility,
        Span<double> loyalty
    )
    {
        var weight = now[Weight];
        for (var k = 0; k < choosers.Length; k++)
        {
            var head = now.Patron(choosers[k]);
            if (head.IsNone)
                continue;
            now.LoyaltiesSeen(choosers[k], candidates, head, seat.Organ, loyalty);
            for (var c = 0; c < loyalty.Length; c++)
                utility[(k * candidates.Length) + c] += weight * loyalty[c];
        }
    }
}
