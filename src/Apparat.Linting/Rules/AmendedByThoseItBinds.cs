using Apparat.Model;

namespace Apparat.Linting;

/// <summary>A body that the charter sets up can change it alone: no limit on it outlasts its wish.</summary>
public sealed class AmendedByThoseItBinds : LintRule
{
    /// <inheritdoc/>
    public override string Id => "CAP007";

    /// <inheritdoc/>
    public override string Title => "the charter is amended by those it binds";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Capture;

    /// <inheritdoc/>
    public override string Source => "Elster 2000, \"Ulysses Unbound\": constitutions that bind their makers";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var (name, _, norm) in charter.Norms<AmendmentNorm>())
        {
            if (norm is not { By: { } body, Clauses.IsEmpty: true } || charter.SizeOf(body) == 0)
                continue;
            var node = charter.Graph[body];
            // Members nobody chooses are bound by nobody but themselves; another may have to confirm, or may object.
            if (
                charter.Graph.Roots.Contains(node)
                || new[] { norm.ConfirmedBy, norm.Objector }.OfType<OrganId>().Any(o => charter.Graph[o] != node)
            )
                continue;
            yield return Found(
                $"The charter that binds {charter.Name(body)} is amended by nobody else",
                [charter.Name(body)],
                [charter.Said(name)]
            );
        }
    }
}
