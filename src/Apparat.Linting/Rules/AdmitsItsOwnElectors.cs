using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Those who are elected decide who may elect them.</summary>
public sealed class AdmitsItsOwnElectors : LintRule
{
    /// <inheritdoc/>
    public override string Id => "CAP008";

    /// <inheritdoc/>
    public override string Title => "a body admits its own electors";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Capture;

    /// <inheritdoc/>
    public override string Source => "NSW model constitution for associations: the committee decides applications";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var (name, _, norm) in charter.Norms<AdmissionNorm>())
        {
            var elects = charter
                .Ordinary.Where(e =>
                    e.Hold == Hold.Fill && e.From == charter.Graph[norm.Members].Index && e.To == charter.Graph[norm.By].Index
                )
                .ToList();
            if (elects.Count > 0 && charter.Graph[norm.By] != charter.Graph[norm.Members])
            {
                yield return Found(
                        $"{charter.Name(norm.By)} admits {charter.Name(norm.Members)}, who elect it",
                        [charter.Name(norm.By), charter.Name(norm.Members)],
                        charter.Said([name, .. elects.Select(e => e.Provision)])
                    )
                    .By(charter, () => Joiners.Of(charter, norm.Members, friends: true));
            }
        }
    }
}
