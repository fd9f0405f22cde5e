using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Ties fade month by month unless they are renewed.</summary>
[Standard]
[Sentence("ties fade", Example = "ties fade")]
public sealed record Fade : Bond
{
    /// <summary>Share of its strength a tie loses in a month; a half-life of about six years.</summary>
    public Parameter Rate { get; init; } =
        new("lam", new LogNormal(0.01, 0.6), "per month", "decay of loyalty", "weakly informed") { Accrues = Accrual.Share };

    /// <inheritdoc/>
    public override double Fading(Situation now) => now[Rate];
}
