using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>An event of the record took place in the time named.</summary>
[Sentence("{event} happened|happens|happen [{days}]", Example = "the founding happened before 1922")]
public sealed record TookPlace(EventId Event, Days? Days = null) : Assertion
{
    /// <inheritdoc/>
    public override bool Implies(Assertion other) => other is TookPlace it && it.Event == Event && FallsInto(Days, it.Days);

    /// <inheritdoc/>
    protected override Judgement Look(DatedRecord record)
    {
        var rows = record.Events.Where(e => e.Event == Event).ToList();
        RecordedFact Told(EventEntry e) => new(e.When, record.EventNames[e.Event.Index], e.Grounds);
        return Judgement.Weigh(
            [.. rows.Where(e => IsIn(e.When, Days)).Select(Told)],
            [.. rows.Where(e => !IsIn(e.When, Days)).Select(Told)]
        );
    }
}
