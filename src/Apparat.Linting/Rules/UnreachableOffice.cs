using Apparat.Model;

namespace Apparat.Linting;

/// <summary>What is asked of whoever takes a seat can never be met: a requirement that leads back to itself, or two that exclude each other.</summary>
public sealed class UnreachableOffice : LintRule
{
    /// <inheritdoc/>
    public override string Id => "BAL005";

    /// <inheritdoc/>
    public override string Title => "an office that nobody can be eligible for";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Ballots;

    /// <inheritdoc/>
    public override string Source => "Fuller 1964, laws that cannot be complied with";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        var asked = charter.Norms<EligibilityNorm>().ToList();
        var pools = charter
            .FilledOrgans.Select(o =>
                (Organ: o.Id, Ways: charter.Rules.Where(r => r.Rule is SelectionRule s && s.Fills.Contains(o.Id)).ToList())
            )
            .Where(x => x.Ways.TrueForAll(w => w.Rule.Tails.Any(t => t.OnlyFrom is not null)))
            .SelectMany(x =>
                x.Ways.Take(1).Select(w => (w.Name, x.Organ, Other: w.Rule.Tails.Select(t => t.OnlyFrom).First(o => o is not null)!.Value))
            )
            .Where(x => x.Organ != x.Other);
        // What must be held on taking the seat, and what must be had before.
        var needs = asked
            .Where(n => n.Norm.Kind != Eligibility.MayNotHold)
            .Select(n => (n.Name, n.Norm.Organ, n.Norm.Other))
            .Concat(pools)
            .ToList();
        var reached = charter.Charter.Organs.Select(o => o.Id).ToHashSet();
        reached.ExceptWith(needs.Select(n => n.Organ));
        for (var grown = true; grown; )
        {
            grown = false;
            foreach (var organ in needs.Select(n => n.Organ).Distinct().Where(o => !reached.Contains(o)).ToList())
                grown |= needs.Where(n => n.Organ == organ).All(n => reached.Contains(n.Other)) && reached.Add(organ);
        }
        foreach (var organ in charter.Charter.Organs.Where(o => !reached.Contains(o.Id)))
        {
            yield return Found(
                $"Nobody who does not hold it already can come to hold {organ.Name}",
                [organ.Name],
                charter.Said(needs.Where(n => n.Organ == organ.Id).Select(n => n.Name)),
                "What is asked leads back to itself."
            );
        }
        foreach (var organ in charter.Charter.Organs.Where(o => reached.Contains(o.Id)))
        {
            var held = Held(asked, organ.Id);
            var clash = asked.FirstOrDefault(n =>
                n.Norm.Kind == Eligibility.MayNotHold && held.Contains(n.Norm.Organ) && held.Contains(n.Norm.Other)
            );
            if (clash.Norm is not null)
                yield return Found(
                    $"{organ.Name} asks for two seats that may not be held together",
                    [organ.Name],
                    charter.Said(
                        asked
                            .Where(n => n.Norm.Kind == Eligibility.MustHold && held.Contains(n.Norm.Organ))
                            .Select(n => n.Name)
                            .Append(clash.Name)
                    )
                );
        }
    }

    // The seat with all that must be held at the same time.
    private static HashSet<OrganId> Held(IReadOnlyList<(string Name, Rule Rule, EligibilityNorm Norm)> asked, OrganId organ)
    {
        var held = new HashSet<OrganId> { organ };
        for (var grown = true; grown; )
        {
            grown = false;
            foreach (var n in asked.Where(n => n.Norm.Kind == Eligibility.MustHold && held.Contains(n.Norm.Organ)))
                grown |= held.Add(n.Norm.Other);
        }
        return held;
    }
}
