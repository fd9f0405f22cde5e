using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>A body whose votes come back to it through those it controls: nobody outside can outvote it.</summary>
public sealed class OwnMaster : LintRule
{
    private static readonly Fraction Half = new(1, 2);

    /// <inheritdoc/>
    public override string Id => "CAP013";

    /// <inheritdoc/>
    public override string Title => "a body is its own master by held votes";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Capture;

    /// <inheritdoc/>
    public override string Source => "Bebchuk, Kraakman and Triantis 2000, cross-ownership";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        var held = charter.Norms<HoldingNorm>().ToList();
        // Whose votes are given away more than once is a mistake of the charter, told by `control`.
        if (held.Count == 0 || VoteHoldings.OrNull(charter.Charter) is not { } holdings)
            yield break;
        var relation = ControlRelation.Of(holdings);
        foreach (var own in relation.All.Where(c => c.By == c.Body && c.At(Half)))
        {
            var around = own.Through.Add(own.Body);
            yield return Found(
                $"More than half of the votes of {charter.Name(own.Body)} are cast by itself and by what it controls",
                around.Reverse().Select(charter.Name),
                charter.Said(held.Where(h => around.Contains(h.Norm.Holder) && around.Contains(h.Norm.Body)).Select(h => h.Name)),
                $"At most {Fraction.Of(1) - own.UpTo} of them can be had by anybody else."
            );
        }
    }
}
