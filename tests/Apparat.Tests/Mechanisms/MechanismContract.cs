using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>What every mechanism promises; the members are found in this assembly.</summary>
public sealed class MechanismContract
{
    private const ulong Seed = 11;

    public static IEnumerable<string> Names => Members.Keys;

    public static Mechanism Named(string name) => Members[name];

    public static TheoryData<string> All => [.. Members.Keys];

    public static TheoryData<string> WithNeutral => [.. Members.Where(m => m.Value.Neutral is not null).Select(m => m.Key)];

    private static SortedDictionary<string, Mechanism> Members { get; } =
        new(
            typeof(Mechanism)
                .Assembly.GetTypes()
                .Where(t => !t.IsAbstract && typeof(Mechanism).IsAssignableFrom(t))
                .Select(t => (Mechanism)Activator.CreateInstance(t)!)
                .ToDictionary(m => m.Name, StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_mechanism_replaced_by_its_reference_moves_its_statistic_by_five_standard_errors(string name)
    {
        var mechanism = Members[name];
        var played = await Run(mechanism.Played, mechanism.Runs);
        var replaced = await Run(mechanism.Replaced, mechanism.Runs);
        var difference = Paired(played[mechanism.Statistic], replaced[mechanism.Statistic]);
        Assert.True(
            difference.Error > 0 && mechanism.Direction * difference.Mean >= 5 * difference.Error,
            $"{name}: {difference.Mean:F5} with standard error {difference.Error:F5}. It moves {Moved(played, replaced)}"
        );
    }

    [Theory]
    [MemberData(nameof(WithNeutral))]
    public async Task A_mechanism_at_its_neutral_value_is_absent_bit_for_bit(string name)
    {
        var mechanism = Members[name];
        var neutral = await Run(mechanism.Neutral!, 40);
        var absent = await Run(mechanism.Absent, 40);
        Assert.Equal(absent.Fingerprint, neutral.Fingerprint);
    }

    // What it does move, the clearest first: where to look when the contract fails.
    private static string Moved(Ensemble a, Ensemble b) =>
        string.Join(
            "; ",
            a.Columns.Where(c => b.Has(c.Name))
                .Select(c => (c.Name, D: Paired(a[c.Name], b[c.Name])))
                .Where(x => x.D.Error > 0)
                .OrderByDescending(x => Math.Abs(x.D.Mean / x.D.Error))
                .Take(8)
                .Select(x => $"{x.Name} by {x.D.Mean:F4} ({x.D.Mean / x.D.Error:F1} standard errors)")
        );

    private static Task<Ensemble> Run(Scenario world, int runs) => new LocalRunner().Run(EnsemblePlan.Of(world, null, Seed, runs));

    // Missing values (an outcome that never came) count as the length of the scenario.
    private static (double Mean, double Error) Paired(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0,
            squares = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var d = Known(a[i]) - Known(b[i]);
            sum += d;
            squares += d * d;
        }
        var mean = sum / a.Length;
        return (mean, Math.Sqrt(Math.Max(0, (squares / a.Length) - (mean * mean)) / a.Length));

        static double Known(double x) => double.IsNaN(x) ? 48 : x;
    }
}
