using Apparat.Analysis;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>What <c>apparat new</c> writes is in order, runs and explains.</summary>
public sealed class Starters : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("apparat-starter").FullName;

    public static IEnumerable<TheoryDataRow<string>> Kinds => Starter.Kinds.Select(k => new TheoryDataRow<string>(k));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_starter_checks_without_a_word_runs_and_explains(string kind)
    {
        Starter.Write(_folder, kind);

        var read = ScenarioFile.Read(_folder);
        var answer = await Explain.Run(
            ScenarioFile.Load(_folder),
            1,
            new ExplainSizes().Scaled(0.01),
            new LocalRunner(2),
            null,
            TestContext.Current.CancellationToken
        );

        Assert.True(read.Diagnostics.IsEmpty, Reading.Told(read));
        Assert.True(answer.IsComplete);
        Assert.InRange(answer.Windows[0].PowersStruck.Counts.Runs, 20, 2_000);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_starter_is_in_its_one_form(string kind)
    {
        Starter.Write(_folder, kind);

        Assert.Equal(Format.Run(_folder).Before, Format.Run(_folder).After);
    }

    [Fact]
    public void Nothing_is_written_over()
    {
        Starter.Write(_folder, Starter.Kinds[0]);
        File.WriteAllText(Path.Combine(_folder, "scenario.yaml"), "mine");

        Assert.Throws<IOException>(() => Starter.Write(_folder, Starter.Kinds[0]));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_folder, "scenario.yaml")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
