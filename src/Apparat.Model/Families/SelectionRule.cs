using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Model;

/// <summary>How the seats of an organ are filled.</summary>
public abstract record SelectionRule : Rule
{
    /// <summary>The organs whose seats it fills.</summary>
    public abstract ImmutableArray<OrganId> Fills { get; }

    /// <inheritdoc/>
    public override IEnumerable<(string Matter, OrganId? About)> Matters =>
        Fills.Select(f => (OnlyVacancies ? "Vacancy" : "Fill", (OrganId?)f));

    /// <summary>The organ that must meet before a seat can be filled; null if seats are filled as they fall vacant.</summary>
    public virtual OrganId? Electors => null;

    /// <summary>True if those sitting are asked to be kept, one by one, when a term ends; false if seats are simply filled anew.</summary>
    public virtual bool ConfirmsSitting => false;

    /// <summary>True if it only fills seats that fall vacant between renewals.</summary>
    public virtual bool OnlyVacancies => false;

    /// <summary>True if each member of the organ that fills chooses an equal part of the seats by himself, as leaders of delegations do.</summary>
    public virtual bool EachFillsAPart => false;

    /// <summary>The organ whose holders take a seat by holding theirs; null if seats are filled by choice.</summary>
    public virtual OrganId? ByVirtueOf => null;

    /// <summary>The organ whose members take a seat in their turn, without anybody's choice; null if there is no such line.</summary>
    public virtual OrganId? InLineFrom => null;

    /// <summary>
    /// Fills the open seats of the ballot: tails name first, the head chooses otherwise, seats that are counted together come last, and tails
    /// may refuse whoever was chosen.
    /// </summary>
    public virtual void Fill(Ballot ballot)
    {
        ElectionCount? together = null;
        for (var i = 0; i < ballot.Open.Length; i++)
        {
            var seat = ballot.Open[i];
            var chosen = PersonId.None;
            foreach (var tail in Tails)
            {
                if (chosen.IsNone)
                    chosen = tail.Names(ballot, seat);
            }
            if (chosen.IsNone && Electors is not null && CountOf(ballot, seat) is { } count)
            {
                together = count;
                ballot.PutTogether(seat);
                continue;
            }
            Install(ballot, seat, chosen.IsNone ? Choose(ballot, seat) : chosen);
        }
        if (together is null)
            return;
        while (ballot.NextElected(Electors!.Value, together, out var seat, out var winner))
            Install(ballot, seat, winner);
    }

    /// <summary>Has whoever was chosen take a seat, unless a tail refuses him; nobody leaves it empty.</summary>
    public void Install(Ballot ballot, Seat seat, PersonId chosen)
    {
        foreach (var tail in Tails)
        {
            if (!chosen.IsNone && !tail.Lets(ballot, seat, chosen))
                chosen = PersonId.None;
        }
        ballot.Take(seat, chosen);
    }

    private ElectionCount? CountOf(Ballot ballot, Seat seat)
    {
        foreach (var tail in Tails)
        {
            if (tail.CountsBy is { } count && ballot.Decides(tail, seat))
                return count;
        }
        return null;
    }

    /// <summary>The head's own choice for a seat that no tail named anyone for; nobody leaves it empty.</summary>
    protected virtual PersonId Choose(Ballot ballot, Seat seat) => PersonId.None;
}
