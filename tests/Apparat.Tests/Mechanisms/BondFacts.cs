using Apparat.Model;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>What single deeds do to ties, each bond alone.</summary>
public sealed class BondFacts
{
    [Fact]
    public void A_client_whom_his_patron_did_not_protect_is_half_as_loyal_and_bears_a_grudge()
    {
        var (w, client) = World(new Betrayal());
        var patron = w.C.Heads[1];
        w.TieBook.Owe(client, patron, 0.8);
        var before = w.Scene.Loyalty(client, patron);

        w.TieBook.After(new Deed(DeedKind.Removed, client, PersonId.None, 1));

        Assert.Equal(0.8, before, 12);
        Assert.Equal(0.4, w.Scene.Loyalty(client, patron), 12);
        Assert.Equal(0.5, w.Hostility[(client.Index * w.Heads) + 1], 12);
    }

    [Fact]
    public void Whoever_votes_against_his_patron_is_half_as_loyal_and_against_another_as_loyal_as_before()
    {
        var (w, client) = World(new Betrayal());
        w.TieBook.Owe(client, w.C.Heads[1], 0.8);

        w.TieBook.After(new Deed(DeedKind.VotedAgainst, client, w.C.Heads[2], 1));
        Assert.Equal(0.8, w.Scene.Loyalty(client, w.C.Heads[1]), 12);

        w.TieBook.After(new Deed(DeedKind.VotedAgainst, client, w.C.Heads[1], 1));
        Assert.Equal(0.4, w.Scene.Loyalty(client, w.C.Heads[1]), 12);
    }

    [Fact]
    public void A_follower_of_the_dead_follows_the_nearest_of_the_living_half_as_much_and_never_himself()
    {
        var (w, client) = World(new Inheritance());
        var (dead, near, far) = (w.C.Heads[0], w.C.Heads[1], w.C.Heads[2]);
        foreach (var (head, at) in new[] { (dead, 0.0), (near, 0.3), (far, 0.9), (w.C.Heads[3], 1.0) })
            w.TraitRef(head.Index, Trait.Issue1) = at;
        w.TraitRef(client.Index, Trait.Issue1) = 0.2;
        w.TieBook.Owe(client, dead, 0.6);
        w.TieBook.Owe(near, dead, 0.6);

        w.Editor.Stand(dead, Standing.Dead);

        Assert.Equal(0.3, w.Scene.Loyalty(client, near), 12);
        Assert.Equal(0, w.Scene.Loyalty(client, far), 12);
        Assert.Equal(0, w.Loyalty[(client.Index * w.Heads) + 0], 12);
        // Nearest to a head is he himself; his tie goes to the next.
        Assert.Equal(0.3, w.Scene.Loyalty(near, far), 12);
    }

    // The first day of a small party under one bond, and a cadre without ties.
    private static (World World, PersonId Client) World(Bond bond)
    {
        var w = MechanismFacts.FirstDay(SmallParty.With() with { Bonds = [bond] });
        var client = w.Holder[w.C.SeatOffset[0]];
        Array.Clear(w.Loyalty);
        Array.Clear(w.Hostility);
        w.Version++;
        return (w, new PersonId(client));
    }
}
