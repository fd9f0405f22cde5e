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
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var organ in charter.FilledOrgans.Where(o => charter.HasTerm(o) && !charter.RemoversOf(o).Any()))
        {
            var finding = Found(
                $"Nobody can be removed from {organ.Name} before the term ends",
                [organ.Name],
                [charter.Missing(organ.Id, "no clause removes")]
            );
            // A term of a year at most ends about as soon as a removal would.
            yield return CaptureTime.Months(charter.Charter, organ) <= 12 ? finding with { Severity = Severity.Note } : finding;
        }
    }
}
