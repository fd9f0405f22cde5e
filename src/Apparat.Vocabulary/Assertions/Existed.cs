using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>An office or body existed by the time named.</summary>
[Sentence("{office} existed|exists|exist [{days}]", Example = "Chair existed before 1922")]
public sealed record Existed(OrganId Office, Days? Days = null) : Assertion
{
    /// <inheritdoc/>
    public override bool Implies(Assertion other) => other is Existed it && it.Office == Office && LastsInto(Days, it.Days);

    /// <inheritdoc/>
    protected override Judgement Look(DatedRecord record)
    {
        var office = record.Offices[Office.Index];
        if (office.Created is not { } created)
            return Judgement.Nothing;
        var fact = new RecordedFact(Stretch.Of(created), $"{office.Name} came into being", office.Grounds);
        return created <= (Days?.Throughout?.From ?? Days?.Some.Until ?? DateOnly.MaxValue)
            ? Judgement.Holding(fact)
            : Judgement.Failing(fact);
    }
}
