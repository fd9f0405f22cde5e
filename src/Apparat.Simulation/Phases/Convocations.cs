namespace Apparat.Simulation;

/// <summary>Whoever convenes a body may put off a meeting that is due.</summary>
internal sealed class Convocations : Phase
{
    public override string Name => "meetings called or put off";

    public override void Run(World w)
    {
        if (w.Turn > w.C.ReplayUntil)
            w.Convocation.Decide();
    }
}
