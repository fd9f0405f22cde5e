using Apparat.Simulation;
using BenchmarkDotNet.Attributes;

namespace Apparat.Bench;

/// <summary>Whole runs on a reused worker, as an ensemble plays them. Allocated should read "-".</summary>
[MemoryDiagnoser]
public class RunBenchmarks
{
    private const int Batch = 20;
    private readonly IRunObserver _nobody = new Nobody();
    private TurnLoop _flagship = null!;
    private TurnLoop _complete = null!;
    private TurnLoop _board = null!;
    private int _run;

    /// <summary>Compiles the scenarios once.</summary>
    [GlobalSetup]
    public void Compile()
    {
        _flagship = new TurnLoop(Worlds.Compile(Worlds.Flagship));
        _complete = new TurnLoop(Worlds.Compile(Worlds.Complete));
        _board = new TurnLoop(Worlds.Compile(Worlds.Board));
    }

    /// <summary>The flagship: 93 months.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public void Flagship() => Play(_flagship);

    /// <summary>Its complete form, every mechanism played: the same months, nothing measured.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public void Complete() => Play(_complete);

    /// <summary>A board of nine: 120 months.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public void Board() => Play(_board);

    private void Play(TurnLoop loop)
    {
        for (var i = 0; i < Batch; i++)
            loop.Play(1, _run++ % 1000, _nobody);
    }
}
