using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>
/// The shipped scenarios give the bits they gave. To move a fingerprint deliberately, play again with APPARAT_RECORD=1, which writes
/// <c>fingerprints.txt</c> anew, and say why in the changelog under "Changes to results".
/// </summary>
public sealed class PinnedFingerprints
{
    private const ulong Seed = 1922;
    private const int Runs = 3;

    [Fact]
    public void Shipped_scenarios_give_the_bits_they_gave()
    {
        var lines = ScenarioFile
            .Shipped()
            .Select(name => (Name: name, Read: ScenarioFile.Read(name)))
            .Where(s => s.Read.IsUsable)
            .Select(s =>
                $"{s.Name} {new LocalRunner(1).Run(EnsemblePlan.Of(s.Read.Scenario!, null, Seed, Runs)).GetAwaiter().GetResult().Fingerprint}\n"
            );

        Golden.Holds(
            string.Concat(
                lines.Prepend("# Scenario, fingerprint of runs 0 to 2 under seed 1922. See PinnedFingerprints.cs on how to move one.\n")
            ),
            "tests",
            "Apparat.Tests",
            "Fingerprints",
            "fingerprints.txt"
        );
    }
}
