using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Somebody fills an office or body: the body or office that the record names as choosing it, or whoever held that office alone.</summary>
[Sentence(
    "{chooser} chooses|choose|chose|elects|elect|elected|appoints|appoint|appointed [members of] {office}",
    Example = "Board chooses Chair"
)]
public sealed record Chooses(SubjectId Chooser, OrganId Office) : Assertion
{
    /// <inheritdoc/>
    protected override Judgement Look(DatedRecord record)
    {
        var office = record.Offices[Office.Index];
        if (office.ChosenBy.IsEmpty)
            return Judgement.Nothing;
        var fact = new RecordedFact(
            null,
            $"{office.Name} was chosen by {string.Join(" and ", office.ChosenBy.Select(record.Name))}",
            office.Grounds
        );
        var chose = office.ChosenBy.Contains(Chooser) || office.ChosenBy.Any(by => HeldAlone(record, by));
        return chose ? Judgement.Holding(fact) : Judgement.Failing(fact);
    }

    private bool HeldAlone(DatedRecord record, SubjectId by) =>
        record.Person(Chooser) is { } person
        && record.Holdings.Any(h => h.Person == person && record.Subject(h.Office) == by && record.Offices[h.Office.Index].Single);
}
