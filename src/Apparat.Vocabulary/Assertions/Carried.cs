using System.Globalization;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A question put to the vote was carried, if the sentence says so by these numbers.</summary>
[Sentence("{vote} was|is carried [by {for} to {against}] [{days}]", Example = "the report was carried by 559 to 65 in 1925")]
public sealed record Carried(VoteId Vote, int? For = null, int? Against = null, Days? Days = null) : Assertion
{
    /// <inheritdoc/>
    protected override Judgement Look(DatedRecord record)
    {
        var rows = record
            .Votes.Where(v => v.Vote == Vote && IsIn(Stretch.Of(v.Day), Days) && v.For is not null && v.Against is not null)
            .ToList();
        bool Holds(VoteEntry v) => v.For > v.Against && (For is null || v.For == For) && (Against is null || v.Against == Against);
        return Judgement.Weigh(
            [.. rows.Where(Holds).Select(v => Told(record, v))],
            [.. rows.Where(v => !Holds(v)).Select(v => Told(record, v))]
        );
    }

    private static RecordedFact Told(DatedRecord record, VoteEntry v) =>
        new(
            Stretch.Of(v.Day),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{v.Body}, {record.VoteNames[v.Vote.Index]}: {v.For} to {v.Against}{(v.Abstained is { } a ? $", {a} abstaining" : "")}"
            ),
            v.Grounds
        );
}
