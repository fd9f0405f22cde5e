using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Whoever fills a vacancy puts in a successor and not a caretaker: nothing says when he goes.</summary>
public sealed class ActingWithoutLimit : LintRule
{
    /// <inheritdoc/>
    public override string Id => "TEN003";

    /// <inheritdoc/>
    public override string Title => "acting appointments without limit";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Tenure;

    /// <inheritdoc/>
    public override string Source => "O'Connell 2020, \"Actings\"";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter) =>
        from casual in charter.Casual
        where !casual.Rule.Tails.Any(t => t.Ends is not null)
        select Found(
            $"Whoever is put into a vacancy of {charter.Name(casual.Target)} stays for the rest of the term",
            [charter.Name(casual.Target)],
            [charter.Said(casual.Name)]
        );
}
