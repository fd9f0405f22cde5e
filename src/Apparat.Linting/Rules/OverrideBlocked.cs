using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Whoever vetoed can also stop the vote that would set the veto aside.</summary>
public sealed class OverrideBlocked : LintRule
{
    /// <inheritdoc/>
    public override string Id => "CAP011";

    /// <inheritdoc/>
    public override string Title => "an override that the overridden can block";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Capture;

    /// <inheritdoc/>
    public override string Source => "US Constitution, art. I s. 7, where the overridden has no vote";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        var vetoes = charter.Norms<VetoNorm>().Where(v => !v.Norm.Overrides).ToList();
        foreach (var (name, rule, norm) in charter.Norms<VetoNorm>().Where(v => v.Norm.Overrides))
        {
            foreach (var veto in vetoes.Where(v => v.Norm.By == norm.Over))
            {
                var (office, body) = (charter.Graph[norm.Over].Index, charter.Graph[norm.By].Index);
                var (seats, own) = (charter.SizeOf(norm.By), office == body ? charter.SizeOf(norm.Over) : 0);
                var holds = charter.Graph.Edges.Where(e => e.From == office && e.Held == norm.By && e.Provision != veto.Name).ToList();
                var how =
                    norm.By == norm.Over ? $"{charter.Name(norm.By)} would override itself."
                    : seats - own < norm.Majority.Needed(seats)
                        ? $"Without {charter.Name(norm.Over)} there are {seats - own} votes of the {norm.Majority.Needed(seats)} needed."
                    : holds.Find(e => e.Hold == Hold.Agenda) is { } agenda
                        ? $"{charter.Name(norm.Over)} sets what it discusses ({agenda.Provision})."
                    : charter.Norms<CallNorm>().FirstOrDefault(c => c.Norm.Meeting == norm.By && c.Norm.By == norm.Over)
                        is { Name: { } calls }
                        ? $"Only if {charter.Name(norm.Over)} calls it does it meet ({calls})."
                    : holds.Find(e => e.Hold == Hold.Fill) is { } fills ? $"{charter.Name(norm.Over)} fills its seats ({fills.Provision})."
                    : null;
                if (how is not null)
                    yield return Found(
                        $"{charter.Name(norm.Over)} can block the override of its own veto",
                        [charter.Name(norm.Over), charter.Name(norm.By)],
                        charter.Said([veto.Name, name]),
                        how
                    );
            }
        }
    }
}
