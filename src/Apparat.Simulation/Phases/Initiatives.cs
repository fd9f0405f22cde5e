namespace Apparat.Simulation;

/// <summary>Members petition for meetings and votes, and those are called that enough have signed for.</summary>
internal sealed class Initiatives : Phase
{
    public override string Name => "petitions";

    public override void Run(World w)
    {
        if (w.Turn <= w.C.ReplayUntil)
            return;
        w.Petitions.Start();
        w.OrderPaper.CallMeetings();
    }
}
