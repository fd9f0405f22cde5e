using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Terms end in turns so that no one meeting can change the majority; adding seats changes it at once.</summary>
public sealed class EnlargementDefeatsStaggering : LintRule
{
    /// <inheritdoc/>
    public override string Id => "CAP010";

    /// <inheritdoc/>
    public override string Title => "staggering that an enlargement defeats";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Capture;

    /// <inheritdoc/>
    public override string Source => "Airgas v. Air Products 2010-11, on classified boards";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var (staggered, _, rotation) in charter.Norms<RotationNorm>())
        {
            var body = rotation.Portion.Of;
            var seats = charter.SizeOf(body);
            var retiring = rotation.Portion.Quantity.In(seats);
            foreach (var (name, _, rule) in charter.Rules.Where(r => r.Rule is Power { Resizes: { } target } && target == body))
            {
                var cap = rule.Tails.Select(t => t.Cap).FirstOrDefault(c => c is not null);
                if (cap is { } most && retiring + most < Majority.Simple.Needed(seats + most))
                    continue;
                yield return Found(
                    $"{charter.Name(body)} can be given a new majority at one meeting by adding seats, though only {retiring} of {seats} retire",
                    [charter.Name(body)],
                    charter.Said([staggered, name])
                );
            }
        }
    }
}
