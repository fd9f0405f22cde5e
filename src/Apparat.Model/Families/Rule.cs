using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Model;

/// <summary>A sentence of the charter with a meaning: a head and its tails.</summary>
public abstract record Rule : Provision
{
    /// <summary>Its tails, in canonical order.</summary>
    public ImmutableArray<Tail> Tails { get; init; } = [];

    /// <summary>The tail of a kind; null if the sentence has none. Asked within turns, so it allocates nothing.</summary>
    public TTail? TailOf<TTail>()
        where TTail : Tail
    {
        foreach (var tail in Tails)
        {
            if (tail is TTail found)
                return found;
        }
        return null;
    }

    /// <summary>The holds it gives, those of its tails excluded.</summary>
    public abstract IEnumerable<Influence> Influences { get; }

    /// <summary>The holds it gives, those of its tails included.</summary>
    public IEnumerable<Influence> AllInfluences => Influences.Concat(Tails.SelectMany(t => t.InfluencesOn(this)));

    /// <summary>True if the charter says it must be done and not only that it may: by-laws write "must".</summary>
    public bool Duty { get; init; }

    /// <summary>What it lays down beside holds, those of its tails excluded.</summary>
    public virtual IEnumerable<Norm> Norms => [];

    /// <summary>What it lays down beside holds, those of its tails included.</summary>
    public IEnumerable<Norm> AllNorms => Norms.Concat(Tails.SelectMany(t => t.NormsOn(this)));

    /// <summary>
    /// The matters it speaks of: which seats it fills, what hold it gives on whom, which norms it lays down about what. A default of the law stands
    /// aside where the charter speaks of one of its matters.
    /// </summary>
    public virtual IEnumerable<(string Matter, OrganId? About)> Matters
    {
        get
        {
            var matters = Influences
                .Select(i => ($"{i.Hold}", (OrganId?)i.To))
                .Concat(Norms.Select(n => (n.GetType().Name, n.About)))
                .Distinct()
                .ToList();
            return matters.Count > 0 ? matters : [(GetType().Name, null)];
        }
    }

    /// <summary>The tail of a kind; null if there is none.</summary>
    public TTail? Tail<TTail>()
        where TTail : Tail => Tails.OfType<TTail>().FirstOrDefault();

    /// <summary>The decision of a body under this rule: by simple majority in the open unless a tail says otherwise.</summary>
    public Decision By(OrganId body)
    {
        var decision = new Decision(body, Majority.Simple, Open: true);
        foreach (var tail in Tails)
            decision = tail.Shape(decision);
        return decision;
    }
}
