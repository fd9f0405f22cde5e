using Apparat.Model;

namespace Apparat.Linting;

/// <summary>A seat that falls empty stays empty until electors who seldom meet meet again.</summary>
public sealed class SilentOnVacancy : LintRule
{
    /// <inheritdoc/>
    public override string Id => "GAP002";

    /// <inheritdoc/>
    public override string Title => "silent on vacancies";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Silence;

    /// <inheritdoc/>
    public override Severity Severity => Severity.Note;

    /// <inheritdoc/>
    public override string Source => "NSW model constitution for associations, casual vacancies";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        var casual = charter
            .Rules.Select(r => r.Rule)
            .OfType<SelectionRule>()
            .Where(r => r.OnlyVacancies)
            .SelectMany(r => r.Fills)
            .ToHashSet();
        var empty = charter
            .Rules.Where(r =>
                r.Rule is SelectionRule { OnlyVacancies: false, Electors: { } e } && charter.Charter[e].Meets.EveryMonths >= 12
            )
            .SelectMany(r =>
                ((SelectionRule)r.Rule).Fills.Select(o => (r.Name, Organ: o, Electors: ((SelectionRule)r.Rule).Electors!.Value))
            )
            .Where(x => !casual.Contains(x.Organ) && !charter.Charter[x.Organ].Counted);
        foreach (var group in empty.GroupBy(x => x.Electors))
        {
            var organs = group.Select(x => charter.Name(x.Organ)).Distinct().ToList();
            yield return Found(
                $"Nothing says who fills a seat of {string.Join(", ", organs)} that falls empty before {charter.Name(group.Key)} meets again",
                organs,
                [
                    .. charter.Said(group.Select(x => x.Name)),
                    charter.Missing(group.Key, $"meets every {charter.Charter[group.Key].Meets.EveryMonths} months"),
                ]
            );
        }
    }
}
