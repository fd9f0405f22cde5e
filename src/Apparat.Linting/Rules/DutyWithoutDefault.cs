using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Something must be done, but if it is not done nobody else may.</summary>
public sealed class DutyWithoutDefault : LintRule
{
    /// <inheritdoc/>
    public override string Id => "MTG006";

    /// <inheritdoc/>
    public override string Title => "a duty with nobody to act in default";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Meetings;

    /// <inheritdoc/>
    public override string Source => "UK Companies Act 2006, s. 305: members call it if the directors do not";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var (name, _, norm) in charter.Norms<CallNorm>().Where(c => c.Norm.Duty))
        {
            var covered =
                charter.Norms<InitiativeNorm>().Any(i => i.Norm.On == norm.Meeting)
                || charter.Norms<CallNorm>().Any(c => c.Norm.Meeting == norm.Meeting && charter.Graph[c.Norm.By] != charter.Graph[norm.By]);
            if (!covered)
                yield return Found(
                    $"If {charter.Name(norm.By)} does not call {charter.Name(norm.Meeting)}, nobody may",
                    [charter.Name(norm.By), charter.Name(norm.Meeting)],
                    [charter.Said(name)]
                );
        }
    }
}
