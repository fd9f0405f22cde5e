using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Each of those named died in the time named.</summary>
[Sentence("{people} died|dies|die [{days}]", Example = "Anna, Bert died in 1924")]
public sealed record Died(ImmutableArray<PersonId> People, Days? Days = null) : Assertion
{
    /// <inheritdoc/>
    public override bool Implies(Assertion other) => other is Died died && died.People.All(People.Contains) && FallsInto(Days, died.Days);

    /// <inheritdoc/>
    protected override Judgement Look(DatedRecord record) => Judgement.All(People.Select(p => Of(record, p)));

    private Judgement Of(DatedRecord record, PersonId person)
    {
        var deaths = record.Lives.Where(l => l.Person == person && l.Died is not null).ToImmutableArray();
        RecordedFact Told(Life life) => new(Stretch.Of(life.Died!.Value), $"{record.People[person.Index]} died", life.Grounds);
        return Judgement.Weigh(
            [.. deaths.Where(l => IsIn(Stretch.Of(l.Died!.Value), Days)).Select(Told)],
            [.. deaths.Where(l => !IsIn(Stretch.Of(l.Died!.Value), Days)).Select(Told)]
        );
    }
}
