using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A number of the record is such a part of another of the same days.</summary>
[Sentence(
    "{part} were|was|are|is {compared} {share} of {whole} [{days}]",
    Example = "the secretaries appointed were at most half of the secretaries in December 1923"
)]
public sealed record PartOf(CountId Part, Compared Compared, Quantity Share, CountId Whole, Days? Days = null) : Assertion
{
    /// <inheritdoc/>
    protected override Judgement Look(DatedRecord record)
    {
        var pairs = (
            from part in record.Counts
            where part.Count == Part && IsIn(part.When, Days)
            from whole in record.Counts
            where whole.Count == Whole && whole.When == part.When && whole.Value > 0
            select (part, whole, Holds: Compared.Holds(part.Value * Math.Max(1, Share.OutOf), Share.Number * whole.Value))
        ).ToList();
        RecordedFact[] Told(bool holds) =>
            [
                .. pairs
                    .Where(p => p.Holds == holds)
                    .SelectMany(p => new[] { Counted.Told(record, p.part), Counted.Told(record, p.whole) })
                    .Distinct(),
            ];
        return Judgement.Weigh([.. Told(true)], [.. Told(false)]);
    }
}
