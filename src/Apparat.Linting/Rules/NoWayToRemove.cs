using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Holders sit out their term whatever they do.</summary>
public sealed class NoWayToRemove : LintRule
{
    /// <inheritdoc/>
    public override string Id => "TEN001";

    /// <inheritdoc/>
    public override string Title => "there is no way to remove";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Tenure;

    /// <inheritdoc/>
    public override string Source => "Ferejohn 1986, \"electoral control\"";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter) =>
        from organ in charter.FilledOrgans
        where charter.HasTerm(organ) && !charter.RemoversOf(organ).Any()
        select Found(
            $"Nobody can be removed from {organ.Name} before the term ends",
            [organ.Name],
            [charter.Missing(organ.Id, "no clause removes")]
        );
}
