namespace Apparat.Simulation;

/// <summary>What the month itself does: service, tenure and discussion change ties, standing and positions.</summary>
internal sealed class Updates : Phase
{
    public override string Name => "service, tenure and discussion";

    public override void Run(World w)
    {
        foreach (var bond in w.C.Bonds)
            bond.EachTurn(w.TieBook);
        w.Opinions.Discuss();
    }
}
