using System.Globalization;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A number of the record, over the time named, compares so with another. Rows that give rival numbers are both shown.</summary>
[Sentence("{count} were|was|are|is {compared} {number} [{days}]", Example = "the secretaries appointed were at most 31 in December 1923")]
public sealed record Counted(CountId Count, Compared Compared, int Number, Days? Days = null) : Assertion
{
    /// <inheritdoc/>
    protected override Judgement Look(DatedRecord record)
    {
        var rows = record.Counts.Where(c => c.Count == Count && IsIn(c.When, Days)).ToList();
        return Judgement.Weigh(
            [.. rows.Where(c => Compared.Holds(c.Value, Number)).Select(c => Told(record, c))],
            [.. rows.Where(c => !Compared.Holds(c.Value, Number)).Select(c => Told(record, c))]
        );
    }

    internal static RecordedFact Told(DatedRecord record, CountEntry row) =>
        new(row.When, $"{record.CountNames[row.Count.Index]}: {row.Value.ToString("#,0.###", CultureInfo.InvariantCulture)}", row.Grounds);
}
