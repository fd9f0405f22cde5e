using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>
/// The shipped scenarios give the bits they gave. To move a fingerprint deliberately: play again with the environment variable
/// APPARAT_PIN=1, which writes <c>fingerprints.txt</c> anew, and say why in the changelog under "Changes to results".
/// </summary>
public sealed class PinnedFingerprints
{
    private const ulong Seed = 1922;
    private const int Runs = 3;
    private static readonly string File = Path.Combine(Repository.Root, "tests", "Apparat.Tests", "Fingerprints", "fingerprints.txt");

    [Fact]
    public void Shipped_scenarios_give_the_bits_they_gave()
    {
        var now = ScenarioFile
            .Shipped()
            .Select(name => (Name: name, Read: ScenarioFile.Read(name)))
            .Where(s => s.Read.IsUsable)
            .Select(s =>
                $"{s.Name} {new LocalRunner(1).Run(EnsemblePlan.Of(s.Read.Scenario!, null, Seed, Runs)).GetAwaiter().GetResult().Fingerprint}"
            )
            .ToArray();
        if (Environment.GetEnvironmentVariable("APPARAT_PIN") == "1")
            System.IO.File.WriteAllLines(
                File,
                ["# Scenario, fingerprint of runs 0 to 2 under seed 1922. See PinnedFingerprints.cs on how to move one.", .. now]
            );

        Assert.Equal(System.IO.File.ReadAllLines(File).Where(l => !l.StartsWith('#')), now);
    }
}
