using Apparat.Language;

namespace Apparat.Tests;

/// <summary>Claims files: what they may say, and what their writers are told when they say something else.</summary>
public sealed class ClaimFiles
{
    private const string Case = "history/bolshevik-party";
    private static readonly string[] Broken = ["tests", "Apparat.Tests", "Cases", "broken-claims"];

    public static TheoryData<string> BrokenClaims =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine([Golden.Root, .. Broken]))
                .Select(f => Path.GetFileName(f)!)
                .Where(f => !f.EndsWith(".txt", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(BrokenClaims))]
    public void A_broken_claims_file_is_told_as_recorded(string file)
    {
        var told = Assert.Throws<ScenarioException>(() => Claims.Load(Case, Path.Combine([Golden.Root, .. Broken, file]))).Result;

        Golden.Holds(
            string.Join('\n', told.Diagnostics.Select(d => DiagnosticText.Render(d, told.Lines))),
            [.. Broken, file + ".expected.txt"]
        );
    }

    [Theory]
    [InlineData("he was not premier until 1941", "was not premier before 1941")]
    [InlineData("Stalin did not head Sovnarkom in 1924", "Stalin never headed Sovnarkom in 1924")]
    [InlineData("he became General Secretary on 3 April 1922", "he took the General Secretary on 1922-04-03")]
    [InlineData("Trotsky sat in Politburo by the end of 1924", "Trotsky was a member of the Politburo by 1924-12-31")]
    public void The_same_is_read_the_same_however_it_is_put(string one, string other)
    {
        var claims = Claims.Load(Case);
        var (a, b) = (claims.Ask(one).Saying, claims.Ask(other.StartsWith("was", StringComparison.Ordinal) ? $"he {other}" : other).Saying);

        Assert.NotNull(a);
        Assert.NotNull(b);
        Assert.Equal((a.Assertion, a.IsDenied), (b.Assertion, b.IsDenied));
    }

    [Fact]
    public void Every_text_is_answered_and_never_with_an_exception()
    {
        var claims = Claims.Load(Case);
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(
                CsCheck.Gen.Int[0, 60],
                CsCheck.Gen.Int[0, 12],
                CsCheck.Gen.OneOf(
                    CsCheck.Gen.String[CsCheck.Gen.Char["not in by,;:19/ -\n"], 0, 12],
                    CsCheck.Gen.String[CsCheck.Gen.Char, 0, 4]
                )
            ),
            (at, cut, put) =>
            {
                const string Good = "Trotsky, Zinoviev were expelled from the party by Central Committee in 1927";
                var line = Good[..at] + put + Good[Math.Min(Good.Length, at + cut)..];
                return claims.Ask(line).Line is not null;
            },
            iter: 400
        );
    }

    [Fact]
    public void The_sample_reads_against_the_scenario_it_speaks_of()
    {
        var folder = Directory.CreateTempSubdirectory("apparat-claims-");
        try
        {
            Starter.Write(Path.Combine(folder.FullName, "case"), "board");
            var file = Path.Combine(folder.FullName, "mine.yaml");
            File.WriteAllText(file, Claims.Sample());

            var claims = Claims.Load(Path.Combine(folder.FullName, "case"), file);

            Assert.Equal(4, claims.Added.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
