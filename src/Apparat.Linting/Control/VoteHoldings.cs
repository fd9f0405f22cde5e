using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Who holds which part of whose votes.</summary>
public sealed class VoteHoldings
{
    private readonly Dictionary<(OrganId Holder, OrganId Body), Fraction> _parts = [];

    private VoteHoldings(Charter charter)
    {
        Charter = charter;
        foreach (var (_, norm) in charter.Norms)
        {
            if (norm is not HoldingNorm h)
                continue;
            var key = (h.Holder, h.Body);
            _parts[key] = _parts.GetValueOrDefault(key) + PartOf(h.Votes, charter[h.Body]);
        }
        Bodies = [.. _parts.Keys.Select(k => k.Body).Distinct().OrderBy(o => o.Index)];
        Organs = [.. _parts.Keys.SelectMany(k => new[] { k.Holder, k.Body }).Distinct().OrderBy(o => o.Index)];
    }

    /// <summary>The charter they are written in.</summary>
    public Charter Charter { get; }

    /// <summary>Bodies whose votes are held, in the order of the charter.</summary>
    public ImmutableArray<OrganId> Bodies { get; }

    /// <summary>Those bodies and all who hold votes.</summary>
    public ImmutableArray<OrganId> Organs { get; }

    /// <summary>The part of a body's votes that a holder casts by itself, in [0,1].</summary>
    public Fraction this[OrganId holder, OrganId body] => _parts.GetValueOrDefault((holder, body));

    /// <summary>The part of a body's votes that nobody named holds.</summary>
    public Fraction Dispersed(OrganId body) => Organs.Aggregate(Fraction.Of(1), (left, o) => left - this[o, body]);

    /// <summary>Reads the holdings of a charter.</summary>
    /// <exception cref="ArgumentException">More than all votes of a body are given away.</exception>
    public static VoteHoldings Of(Charter charter)
    {
        ArgumentNullException.ThrowIfNull(charter);
        var holdings = new VoteHoldings(charter);
        return holdings.Exceeded is { } body
            ? throw new ArgumentException(
                $"{charter[body].Name}: the clauses give away {holdings.Given(body)} of its votes, more than there are. Numbers of votes are parts of its votes ({charter[body].Voters})."
            )
            : holdings;
    }

    /// <summary>The same; null where more than all votes of a body are given away.</summary>
    public static VoteHoldings? OrNull(Charter charter)
    {
        ArgumentNullException.ThrowIfNull(charter);
        var holdings = new VoteHoldings(charter);
        return holdings.Exceeded is not null ? null : holdings;
    }

    /// <summary>Groups of bodies that hold votes of one another in a circle, a body that holds its own among them.</summary>
    public ImmutableArray<ImmutableArray<OrganId>> Circles()
    {
        var reach = Organs.ToDictionary(o => o, Reached);
        return
        [
            .. Organs
                .Where(o => reach[o].Contains(o))
                .Select(o => Organs.Where(x => reach[o].Contains(x) && reach[x].Contains(o)).ToImmutableArray())
                .DistinctBy(c => c[0]),
        ];
    }

    private OrganId? Exceeded => Bodies.Where(b => Given(b) > Fraction.Of(1)).Select(b => (OrganId?)b).FirstOrDefault();

    private Fraction Given(OrganId body) => Organs.Aggregate(default(Fraction), (sum, o) => sum + this[o, body]);

    // A number of votes is out of as many as the body has seats or members.
    private static Fraction PartOf(Quantity votes, Organ body) =>
        votes.IsShare ? new Fraction(votes.Number, votes.OutOf) : new Fraction(votes.Number, Math.Max(1, body.Voters));

    private HashSet<OrganId> Reached(OrganId from)
    {
        var found = new HashSet<OrganId>();
        var next = new Stack<OrganId>([from]);
        while (next.TryPop(out var at))
        {
            foreach (var (holder, body) in _parts.Keys)
            {
                if (holder == at && found.Add(body))
                    next.Push(body);
            }
        }
        return found;
    }
}
