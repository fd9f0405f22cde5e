using Apparat.Model;

namespace Apparat.Linting;

/// <summary>A majority that is about to be lost can be kept by adding seats.</summary>
public sealed class EnlargesItself : LintRule
{
    /// <inheritdoc/>
    public override string Id => "CAP005";

    /// <inheritdoc/>
    public override string Title => "a body may enlarge itself";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Capture;

    /// <inheritdoc/>
    public override string Source => "Judicial Procedures Reform Bill of 1937, \"court-packing\"";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var (name, _, rule) in charter.Rules)
        {
            if (rule is not Power { Resizes: { } target } power || charter.Graph[power.Holder] != charter.Graph[target])
                continue;
            var cap = rule.Tails.Select(t => t.Cap).FirstOrDefault(c => c is not null);
            yield return Found(
                $"{charter.Name(power.Holder)} may enlarge {(power.Holder == target ? "itself" : charter.Name(target))}",
                [charter.Name(power.Holder), charter.Name(target)],
                [charter.Said(name)],
                cap is { } most ? [$"At most {most} seats at a time."] : ["Nothing says by how much."]
            );
        }
    }
}
