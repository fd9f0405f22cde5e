using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Votes of those who stay away gather in one hand, usually the chair's.</summary>
public sealed class UnlimitedProxies : LintRule
{
    /// <inheritdoc/>
    public override string Id => "BAL004";

    /// <inheritdoc/>
    public override string Title => "one person may hold any number of proxies";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Ballots;

    /// <inheritdoc/>
    public override string Source => "UK Companies Act 2006, s. 324, proxies";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter) =>
        from proxies in charter.Norms<ProxyNorm>()
        where proxies.Norm is { AtMost: null, Directed: false }
        select Found(
                $"One person may vote for any number of absent {charter.Name(proxies.Norm.Body)}",
                [charter.Name(proxies.Norm.Body)],
                [charter.Said(proxies.Name)]
            )
            .By(charter, () => ProxyHolder.Of(charter, proxies.Name, proxies.Norm.Body));
}
