using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A person left an office or body in the time named: the first day out of it, holdings without a break counted as one.</summary>
[Sentence("{person} left|leaves|leave|lost|loses|lose {office} [{days}]", Example = "Anna left Chair in 1930")]
public sealed record Left(PersonId Person, OrganId Office, Days? Days = null) : Assertion
{
    /// <inheritdoc/>
    public override bool Implies(Assertion other) =>
        other is Left left && left.Person == Person && left.Office == Office && FallsInto(Days, left.Days);

    /// <inheritdoc/>
    protected override Judgement Look(DatedRecord record)
    {
        var his = new Tenancy(record, Person, Office);
        var ended = his.Spells.Where(s => s.Until < DateOnly.MaxValue).ToList();
        foreach (var spell in ended.Where(s => IsIn(Stretch.Of(s.Until.AddDays(1)), Days)))
            return Judgement.Holding(his.His(Stretch.Of(spell.Until)));
        return his.Rows.IsEmpty ? Judgement.Nothing : Judgement.Failing(his.All);
    }
}
