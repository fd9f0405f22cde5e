using System.Text.Json.Nodes;
using Apparat.Cli;
using Apparat.Model;
using Apparat.Reporting;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary><c>apparat tell</c>: one history as a chronicle.</summary>
[Collection(OneConsole.Name)]
public sealed class TellFacts : AtTheConsole
{
    [Fact]
    public async Task A_history_is_told_in_dated_sentences()
    {
        var said = await Run("tell", Board, "--run", "3");

        Assert.Equal(ExitCode.Done, said.Code);
        Golden.Holds(said.Out, "tests", "Apparat.Tests", "Cases", "cli", "tell.txt");
    }

    [Fact]
    public async Task The_party_of_1922_is_told_with_its_congresses_motions_and_deaths()
    {
        var said = await Run("tell", "history/bolshevik-party", "--run", "17");

        Assert.Contains("17 April 1923. The Party Congress meets: 408 delegates, of whom ", said.Out, StringComparison.Ordinal);
        Assert.Contains("21 January 1924. Lenin dies.", said.Out, StringComparison.Ordinal);
        Assert.Matches(@"\w+ 192\d\. Motion by [\w ]+ in the [\w ]+ to \w+ .*: (carried|lost) \d+ to \d+", said.Out);
        Assert.Matches(@"Spring 1923\. \d+ seats of the Provincial Secretaries are filled anew, \d+ of them by", said.Out);
        Assert.DoesNotContain('\r', said.Out);
    }

    [Fact]
    public async Task The_told_history_is_the_one_in_the_table()
    {
        await Run("run", Board, "--runs", "4", "--out", Path("a"));
        var told = (await Run("tell", Board, "--run", "2", "--json")).Json;

        Assert.Contains((string)told["fingerprint"]!, File.ReadAllLines(Path("a/runs.csv"))[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_told_on_request_and_the_acts_table_is_the_same()
    {
        await Run("run", Board, "--runs", "1", "--acts", "1", "--out", Path("a"));
        var all = (await Run("tell", Board, "--run", "0", "--all", "--json")).Json["entries"]!.AsArray();
        var some = (await Run("tell", Board, "--run", "0", "--json")).Json["entries"]!.AsArray();

        Assert.Equal("apparat/chronicle/1", (string)(await Run("tell", Board, "--run", "0", "--json")).Json["schema"]!);
        Assert.True(all.Count > some.Count);
        Assert.Equal(all.Count, File.ReadAllLines(Path("a/acts.csv")).Length - 1);
        Assert.All(
            all.Where(e => (string)e!["kind"]! == "voted"),
            e => Assert.Equal((bool)e!["carried"]!, (int)e["yes"]! >= (int)e["needed"]!)
        );
        Assert.All(some, e => Assert.Matches("^[A-Z0-9].*[.]$", (string)e!["text"]!));
    }

    [Fact]
    public void Every_kind_of_trace_entry_has_a_sentence() =>
        Assert.Equal(Enum.GetValues<TraceKind>().Order(), Phrases.OfKind.Keys.Order());

    [Fact]
    public void A_digest_leaves_out_no_motion_and_no_fall_of_a_head()
    {
        var scenario = ScenarioFile.Load("history/bolshevik-party");
        foreach (var trace in Histories.Tell(scenario, 7, [0, 1, 2, 3]))
        {
            var told = Chronicle.Of(trace).Entries;
            var text = string.Join('\n', told.Select(e => e.Text));
            Assert.Equal(trace.Entries.Count(e => e.Kind == TraceKind.Voted), told.Count(e => e.Kind == "voted"));
            foreach (var fallen in Fallen(scenario, trace))
            {
                Assert.True(
                    told.Any(e =>
                        e.Text.Contains(fallen, StringComparison.Ordinal)
                        && (
                            e.Text.Contains("leaves", StringComparison.Ordinal)
                            || e.Text.Contains("carried", StringComparison.Ordinal)
                            || e.Text.Contains("dies", StringComparison.Ordinal)
                            || e.Text.Contains("expelled", StringComparison.Ordinal)
                        )
                    ),
                    $"Run {trace.Number} does not tell how {fallen} left the prize:\n{text}"
                );
            }
        }
    }

    [Fact]
    public async Task No_sentence_names_a_case_where_there_is_none()
    {
        var told = (await Run("tell", Board, "--run", "5", "--all")).Out;

        Assert.DoesNotContain("Stalin", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Politburo", told, StringComparison.Ordinal);
    }

    // Heads who hold the prize on the first day and not on the last.
    private static IEnumerable<string> Fallen(Scenario scenario, Trace trace)
    {
        var prize = scenario.Question!.Prize;
        foreach (var head in scenario.Cast.Heads.Where(h => trace.FirstSeats.Contains((prize, h))))
        {
            var last = trace.Entries.LastOrDefault(e =>
                e.Person == head && e.Organ == prize && e.Kind is TraceKind.Left or TraceKind.Placed && e.Person == head && e.Organ == prize
            );
            if (last.Kind == TraceKind.Left)
                yield return scenario[head].Name;
        }
    }
}
