namespace Apparat.Simulation;

/// <summary>Bodies that meet find out whether enough of them are there.</summary>
internal sealed class Quorums : Phase
{
    public override string Name => "quorums";

    public override void Run(World w)
    {
        if (w.Turn > w.C.ReplayUntil)
            w.Attendance.Decide();
    }
}
