using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Nothing says whether silence grants or refuses, so either side can wait the other out.</summary>
public sealed class SilenceUndefined : LintRule
{
    /// <inheritdoc/>
    public override string Id => "GAP003";

    /// <inheritdoc/>
    public override string Title => "a consent that nobody need give or refuse";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Silence;

    /// <inheritdoc/>
    public override string Source => "US Constitution, art. I s. 7, where silence is defined";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var consents in charter.Graph.Edges.Where(e => e.Hold == Hold.Confirm).GroupBy(e => (e.Provision, e.Holder)))
        {
            var rule = charter.Graph.Provisions.First(p => p.Name == consents.Key.Provision).Head;
            if (rule.Tails.Any(t => t.SettlesSilence))
                continue;
            var targets = consents.Select(e => charter.Name(e.Held)).Distinct().ToList();
            yield return Found(
                $"Nothing says what the silence of {charter.Name(consents.Key.Holder)} on {string.Join(", ", targets)} means",
                [charter.Name(consents.Key.Holder), .. targets],
                [charter.Said(consents.Key.Provision)]
            );
        }
    }
}
