using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using BenchmarkDotNet.Attributes;

namespace Apparat.Bench;

/// <summary>The parts a run is made of: a draw, exponentials, tails of votes, the forecast of a motion.</summary>
[MemoryDiagnoser]
public class PartBenchmarks
{
    private const int Many = 1000;
    private static readonly Purpose Purpose = Purpose.Of("bench");
    private readonly Chance _chance = new(1, 1);
    private readonly double[] _x = [.. Enumerable.Range(0, Many).Select(i => (0.01 * i) - 5)];
    private readonly double[] _into = new double[Many];
    private readonly ulong[] _who = [.. Enumerable.Range(0, Many).Select(i => Key.Mix((ulong)i))];
    private readonly double[] _yes = [.. Enumerable.Range(0, 63).Select(i => 0.3 + (0.006 * i))];
    private World _world = null!;
    private Power _power = null!;
    private Move _move;

    /// <summary>Plays a run to its end and takes up a removal in the decisive body.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var loop = new TurnLoop(Worlds.Compile(Worlds.Flagship));
        loop.Play(1, 0, new Nobody());
        _world = loop.World;
        var c = _world.C;
        var rule = c.Rules.First(r =>
            r.Rule is Power p
            && p.Influences.Any(i => i.Hold == Hold.Remove && i.To.Index == c.Question.Prize && !c.Organs[p.Holder.Index].IsOffice)
        );
        _power = (Power)rule.Rule;
        var by = new Decision(_power.Holder, Majority.Simple, Open: true);
        _move = new Move(rule.Clause, rule.Number, c.Heads[0], c.Heads[1], c.Question.Prize, 0, by)
        {
            Kind = MoveKind.Removal,
            Bias = -0.5,
        };
    }

    /// <summary>One addressed uniform draw.</summary>
    [Benchmark(OperationsPerInvoke = Many)]
    public double Draw()
    {
        var sum = 0.0;
        foreach (var who in _who)
            sum += _chance.Unit(Purpose, who, 3);
        return sum;
    }

    /// <summary>The same draws in one batch.</summary>
    [Benchmark(OperationsPerInvoke = Many)]
    public void DrawBatch() => _chance.Units(Purpose, _who, 3, 0, _into);

    /// <summary>One stable exponential.</summary>
    [Benchmark(OperationsPerInvoke = Many)]
    public double Exp()
    {
        var sum = 0.0;
        foreach (var x in _x)
            sum += StableMath.Exp(x);
        return sum;
    }

    /// <summary>The same, four at a time.</summary>
    [Benchmark(OperationsPerInvoke = Many)]
    public void ExpBatch()
    {
        _x.AsSpan().CopyTo(_into);
        StableMath.Exp(_into);
    }

    /// <summary>One stable logarithm.</summary>
    [Benchmark(OperationsPerInvoke = Many)]
    public double Log()
    {
        var sum = 0.0;
        foreach (var x in _x)
            sum += StableMath.Log(x + 6);
        return sum;
    }

    /// <summary>P(a majority of 63 says yes), exactly.</summary>
    [Benchmark]
    public double Tail() => PoissonBinomial.AtLeast(_yes, 32);

    /// <summary>Both passes of the forecast of a removal by the joint plenum of some 260.</summary>
    [Benchmark]
    public double Forecast() => _world.Floor.Weigh(_move, _power);

    /// <summary>The same, ties having changed since the last.</summary>
    [Benchmark]
    public double ForecastAnew()
    {
        _world.Version++;
        return _world.Floor.Weigh(_move, _power);
    }
}
