using Apparat.Model;

namespace Apparat.Tests;

/// <summary>The scenarios that come with the program read cleanly, and what really happened satisfies what they ask about.</summary>
public sealed class ShippedScenarios
{
    [Theory]
    [InlineData("history/bolshevik-party", "Trotsky, Zinoviev, Kamenev, Bukharin, Pyatakov")]
    [InlineData("history/bolshevik-party/complete", "Trotsky, Zinoviev, Kamenev, Bukharin, Pyatakov")]
    [InlineData("history/bolshevik-party/broad", "Trotsky, Zinoviev, Kamenev, Bukharin, Pyatakov, Rykov, Tomsky")]
    public void On_the_record_one_contender_defeats_the_others(string name, string fallen)
    {
        var check = Check.Run(name);

        Assert.DoesNotContain(check.Read.Diagnostics, d => d.Severity > Severity.Note);
        Assert.True(check.HeadlineHolds);
        Assert.Equal(["Stalin"], check.Verdicts.Where(v => v is { Outcome: "defeats", Holds: true }).Select(v => v.Person));
        Assert.Equal(fallen, string.Join(", ", check.Verdicts.Where(v => v is { Outcome: "out", Holds: true }).Select(v => v.Person)));
    }
}
