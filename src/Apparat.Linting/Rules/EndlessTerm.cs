using Apparat.Model;

namespace Apparat.Linting;

/// <summary>No term is set, and nobody but the holders themselves can end one.</summary>
public sealed class EndlessTerm : LintRule
{
    /// <inheritdoc/>
    public override string Id => "TEN002";

    /// <inheritdoc/>
    public override string Title => "a term never ends";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Tenure;

    /// <inheritdoc/>
    public override string Source => "Brutus XV, 1788, on judges whom no power can control";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var organ in charter.FilledOrgans.Where(o => !charter.HasTerm(o)))
        {
            var removers = charter.RemoversOf(organ).ToList();
            if (removers.Exists(e => e.From != e.To))
                continue;
            yield return Found(
                removers.Count == 0
                    ? $"{organ.Name} is held for life: no term is set, and nobody can remove"
                    : $"{organ.Name} is held for life: no term is set, and only its members can remove one another",
                [organ.Name],
                [charter.Missing(organ.Id, "no term"), .. charter.Said(removers.Select(e => e.Provision))]
            );
        }
    }
}
