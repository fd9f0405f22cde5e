namespace Apparat.Simulation;

/// <summary>Promised seats that have fallen vacant are given to those they were promised to.</summary>
internal sealed class KeptPromises : Phase
{
    public override string Name => "promises kept and broken";

    public override void Run(World w) => w.Promises.Settle();
}
