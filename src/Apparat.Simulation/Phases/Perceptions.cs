namespace Apparat.Simulation;

/// <summary>Who seems to follow whom, who seems a threat, and who joins against whom. Only in months with a meeting.</summary>
internal sealed class Perceptions : Phase
{
    public override string Name => "perceptions and alliances";

    public override void Run(World w)
    {
        if (!w.AnyMeets || w.C.Contenders == 0)
            return;
        w.Contest.CountFollowing();
        w.Contest.TakeSides();
    }
}
