using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Apparat.Bench;

/// <summary>The pairs of <see cref="VotingPowerBenchmarks"/> in processor time: for a machine that has other things to do.</summary>
internal static class VotingPowerCost
{
    private const int Times = 5;

    public static void Print()
    {
        var benchmarks = new VotingPowerBenchmarks();
        var pairs = typeof(VotingPowerBenchmarks)
            .GetMethods()
            .Where(m => m.GetCustomAttribute<BenchmarkAttribute>() is not null)
            .GroupBy(m => m.GetCustomAttribute<BenchmarkCategoryAttribute>()!.Categories[0]);
        Console.WriteLine("| what | processor time, median of 5 | straightforward | ratio |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (var pair in pairs)
        {
            var plain = pair.SingleOrDefault(m => m.GetCustomAttribute<BenchmarkAttribute>()!.Baseline);
            var ours = Median(pair.First(m => m != plain), Times);
            var (beside, ratio) =
                plain is null ? ("", "")
                : Median(plain, 1) is var theirs ? (Text(theirs), string.Create(CultureInfo.InvariantCulture, $"{theirs / ours:0.0}"))
                : ("", "");
            Console.WriteLine($"| {pair.Key} | {Text(ours)} | {beside} | {ratio} |");
        }

        TimeSpan Median(MethodInfo method, int times)
        {
            if (times > 1)
                method.Invoke(benchmarks, null);
            return Enumerable
                .Range(0, times)
                .Select(_ => ProcessorClock.Of(() => method.Invoke(benchmarks, null)).Time)
                .Order()
                .ElementAt(times / 2);
        }
    }

    private static string Text(TimeSpan time) =>
        time.TotalMilliseconds < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMicroseconds:0.0} us")
            : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");
}
