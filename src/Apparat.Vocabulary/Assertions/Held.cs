using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>
/// A person held an office or sat in a body: on some day of the time named, or on all of it where the sentence says from, by, or from one day to
/// another. It is contradicted by who held an office of one instead, by a list known to be complete, and by dates of birth, death and creation.
/// </summary>
[Sentence("{person} held|holds|hold|had|has|headed|heads|head|was|is [a member of] {office} [{days}]", Example = "Anna held Chair in 1922")]
[Sentence("{person} sat|sits|sit in|on {office} [{days}]")]
public sealed record Held(PersonId Person, OrganId Office, Days? Days = null) : Assertion
{
    /// <inheritdoc/>
    public override bool Implies(Assertion other) =>
        other is Held held && held.Person == Person && held.Office == Office && LastsInto(Days, held.Days);

    /// <inheritdoc/>
    protected override Judgement Look(DatedRecord record)
    {
        var his = new Tenancy(record, Person, Office);
        if (Days?.Throughout is { } whole)
            return his.HeldThroughout(whole) ? Judgement.Weigh(his.His(whole), his.Others(whole))
                : his.NotThroughout(whole) is { } gap ? Judgement.Failing(gap)
                : Judgement.Nothing;
        var some = Days?.Some ?? Stretch.Always;
        if (his.HeldIn(some))
            return Days is { Word: DaysWord.Until } && his.HeldIn(After(Days.First))
                ? Judgement.Failing(his.All)
                : Judgement.Holding(his.His(some));
        return his.NotIn(some) is { } never ? Judgement.Failing(never.Concat(his.Next(some)).Distinct()) : Judgement.Nothing;
    }

    private static Stretch After(Stretch stretch) =>
        stretch.Until == DateOnly.MaxValue ? stretch : new(stretch.Until.AddDays(1), DateOnly.MaxValue);
}
