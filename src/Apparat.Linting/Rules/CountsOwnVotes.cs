using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Those whose seats are voted on, or whom they choose, count the votes.</summary>
public sealed class CountsOwnVotes : LintRule
{
    /// <inheritdoc/>
    public override string Id => "BAL002";

    /// <inheritdoc/>
    public override string Title => "candidates count their own votes";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Ballots;

    /// <inheritdoc/>
    public override string Source => "Robert's Rules of Order, section 45, tellers";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var (name, _, norm) in charter.Norms<CountNorm>())
        {
            var (teller, body) = (charter.Name(norm.By), charter.Name(norm.To));
            var chosen = charter.Ordinary.Where(e => e.From == charter.Graph[norm.To].Index && e.Held == norm.By).ToList();
            if (charter.Graph[norm.By] == charter.Graph[norm.To])
                yield return Found($"{teller} counts the votes for {body}, to which it belongs", [teller, body], [charter.Said(name)])
                    .By(charter, () => Teller.Of(charter, name, norm));
            else if (chosen.Count > 0)
                yield return Found(
                        $"{body} chooses {teller}, who counts the votes for it",
                        [teller, body],
                        charter.Said([name, .. chosen.Select(e => e.Provision)])
                    )
                    .By(charter, () => Teller.Of(charter, name, norm));
        }
    }
}
