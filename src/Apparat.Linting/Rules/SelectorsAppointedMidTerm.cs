using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Those who are chosen fill the vacancies among those who choose them.</summary>
public sealed class SelectorsAppointedMidTerm : LintRule
{
    /// <inheritdoc/>
    public override string Id => "CAP004";

    /// <inheritdoc/>
    public override string Title => "selectors are appointed mid-term by those they select";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Capture;

    /// <inheritdoc/>
    public override string Source => "NSW model constitution for associations, casual vacancies";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        var ordinary = charter.Ordinary.Where(e => e.Hold == Hold.Fill && e.From != e.To).ToList();
        foreach (var casual in charter.Casual.SelectMany(c => charter.Graph.Edges.Where(e => e.Provision == c.Name && e.Hold == Hold.Fill)))
        {
            var chosen = ordinary.Where(e => e.From == casual.To && e.To == casual.From).ToList();
            if (chosen.Count == 0)
                continue;
            var (selectors, selected) = (charter.Name(casual.Held), charter.Name(casual.Holder));
            yield return Found(
                $"{selected} fills vacancies of {selectors}, which chooses it",
                [selectors, selected],
                charter.Said([.. chosen.Select(e => e.Provision), casual.Provision])
            );
        }
    }
}
