using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A person came into an office or body in the time named: the first day of a holding, those without a break counted as one.</summary>
[Sentence(
    "{person} took|takes|take|became|becomes|become|entered|enters|enter {office} [{days}]",
    Example = "Anna took Chair in April 1922"
)]
public sealed record Took(PersonId Person, OrganId Office, Days? Days = null) : Assertion
{
    /// <inheritdoc/>
    public override bool Implies(Assertion other) =>
        other switch
        {
            Took took => took.Person == Person && took.Office == Office && FallsInto(Days, took.Days),
            Held held => held.Person == Person
                && held.Office == Office
                && (held.Days is null || (Days is { } d && held.Days.Throughout is null && held.Days.Some.Contains(d.Window))),
            _ => false,
        };

    /// <inheritdoc/>
    protected override Judgement Look(DatedRecord record)
    {
        var his = new Tenancy(record, Person, Office);
        if (his.Spells.FirstOrDefault(s => IsIn(Stretch.Of(s.From), Days)) is var began && began != default)
            return Judgement.Holding(his.His(Stretch.Of(began.From)));
        var window = Days?.Window ?? Stretch.Always;
        if (his.NotIn(window) is { } never)
            return Judgement.Failing(never.Concat(his.Next(window)).Distinct());
        // He came to it, but at another time.
        return his.Rows.IsEmpty ? Judgement.Nothing : Judgement.Failing(his.All);
    }
}
