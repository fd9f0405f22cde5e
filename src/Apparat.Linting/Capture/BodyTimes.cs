using Apparat.Model;

namespace Apparat.Linting;

/// <summary>How long the majority of one body lasts against a captor, seen three ways (theory.md 7.2).</summary>
/// <param name="Body">The body.</param>
/// <param name="Needed">Seats of its majority.</param>
/// <param name="ByTerms">Months until its renewals have passed a majority, if every new seat is the captor's; null if seats come free one by one.</param>
/// <param name="OneByOne">Months in the mean if seats come free independently and every new one is the captor's.</param>
/// <param name="Refills">
/// Refills in the mean if each new seat is his with the part of the body he chooses, and otherwise takes after another member; infinite if
/// none ever is.
/// </param>
public sealed record BodyTimes(Organ Body, int Needed, int? ByTerms, double OneByOne, double Refills)
{
    // Nobody waits for more.
    private const double MostTold = 1e6;

    /// <summary>The times of the largest body of a group that a captor holds the hub of; null if it has no body of two seats or more.</summary>
    public static BodyTimes? Of(LintContext charter, IReadOnlySet<int> nodes, int hub)
    {
        ArgumentNullException.ThrowIfNull(charter);
        var body = nodes
            .SelectMany(n => charter.Graph.Nodes[n].Organs)
            .Select(o => charter.Charter[o])
            .Where(o => o.Joins.IsEmpty && o.Count is null && o.Seats > 1)
            .MaxBy(o => (o.Seats, -o.Id.Index));
        if (body is null)
            return null;
        var needed = Majority.Simple.Needed(body.Seats);
        var ours = Math.Clamp(charter.Gains.Matrix[charter.Graph[body.Id].Index, hub], 0, 1);
        var turnover = Math.Clamp(body.Turnover is { } own ? charter.Mean(own) : charter.UsualTurnover, 1e-6, 0.999);
        return new BodyTimes(
            body,
            needed,
            CaptureTime.MonthsByTerms(charter.Graph, body, needed),
            IndependentTurnover.Months(body.Seats, needed, turnover),
            // Below this it is what is left of sums that cancel.
            ours < 1e-9
                ? double.PositiveInfinity
                : ImitationChain.Refills(body.Seats, ours, 0, needed)
        );
    }

    /// <summary>In a sentence.</summary>
    public string Text
    {
        get
        {
            var ways = new List<string>();
            if (ByTerms is { } months)
                ways.Add($"{months} months by terms");
            ways.Add(FormattableString.Invariant($"{OneByOne:0} months in the mean if seats come free one by one"));
            if (Refills < MostTold)
                ways.Add(FormattableString.Invariant($"{Refills:0} refills if whom the hub does not choose takes after those who sit"));
            return $"A majority of {Body.Name}, {Needed} of {Body.Seats}, takes {string.Join(", ", ways)}.";
        }
    }
}
