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
        foreach (var (name, _, rule) in charter.Rules)
        {
            if (
                rule is not SelectionRule { OnlyVacancies: false, Electors: { } electors } selection
                || charter.Charter[electors].Meets.EveryMonths < 12
            )
                continue;
            foreach (var organ in selection.Fills.Where(o => !casual.Contains(o) && !charter.Charter[o].Counted))
            {
                yield return Found(
                    $"Nothing says who fills a seat of {charter.Name(organ)} that falls empty before {charter.Name(electors)} meets again",
                    [charter.Name(organ)],
                    [charter.Said(name), charter.Missing(electors, $"meets every {charter.Charter[electors].Meets.EveryMonths} months")]
                );
            }
        }
    }
}
