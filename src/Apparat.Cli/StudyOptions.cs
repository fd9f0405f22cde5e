using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Apparat.Model;
using Apparat.Reporting;
using Apparat.Simulation;

namespace Apparat.Cli;

/// <summary>What every command that plays worlds to answer a question shares: the scenario, how many histories, how it is told.</summary>
/// <param name="standard">Histories a world unless told otherwise.</param>
/// <param name="what">What the histories are.</param>
internal sealed class StudyOptions(int standard, string what)
{
    private readonly Option<bool> _fresh = new("--fresh") { Description = "Play everything anew, stored or not, and store it." };
    private readonly Option<string?> _html = new("--html") { Description = "Write the answer as a page too.", HelpName = "FILE" };
    private readonly Option<bool> _force = new("--force") { Description = "Write the page over an existing file." };
    private readonly Option<int> _threads = Options.Threads();
    private readonly Option<string[]> _set = Options.Set();
    private readonly Option<string[]> _with = Options.With();
    private readonly Option<string?> _account = AccountOption.Make();
    private readonly Option<string?> _progress = Options.Progress();
    private readonly Option<bool> _json = Options.Json();

    public Argument<string> Scenario { get; } = Options.Scenario();

    public Option<int> Runs { get; } = Options.Runs(standard, what);

    public Option<ulong> Seed { get; } = Options.Seed();

    public void AddTo(Command command)
    {
        command.Arguments.Add(Scenario);
        foreach (var option in new Option[] { _account, _with, _set, Runs, Seed, _threads, _fresh, _html, _force, _progress, _json })
            command.Options.Add(option);
    }

    /// <summary>The scenario as read, or the model of the account asked for, and what that account switches.</summary>
    public (Scenario Scenario, ImmutableArray<string> Switches) Read(ParseResult parse)
    {
        var (model, switches) = AccountOption.Of(parse, parse.GetValue(Scenario)!, _account);
        return (ScenarioFile.Load(model), switches);
    }

    /// <summary>Changes asked for in words.</summary>
    public string[] With(ParseResult parse) => parse.GetValue(_with) ?? [];

    /// <summary>Parameters and switches asked for.</summary>
    public string[] Set(ParseResult parse) => parse.GetValue(_set) ?? [];

    /// <summary>The scenario, changed as asked for.</summary>
    public Scenario Load(ParseResult parse)
    {
        var (scenario, switches) = Read(parse);
        return ScenarioFile.Amended(scenario, switches.Concat(With(parse)), Set(parse));
    }

    /// <summary>Plays what a question needs; refuses before anything is played a page that may not be written.</summary>
    public async Task<T> Ask<T>(ParseResult parse, Func<IEnsembleRunner, IProgress<EnsembleProgress>, Task<T>> ask)
    {
        if (parse.GetValue(_html) is { } page)
            Page.Free(page, parse.GetValue(_force));
        var runner = new StoringRunner(
            new LocalRunner(parse.GetValue(_threads)),
            Explain.Store(Explain.DefaultStore),
            parse.GetValue(_fresh)
        );
        using var teller = ProgressTeller.Of(parse.GetValue(_progress));
        try
        {
            return await ask(runner, teller).ConfigureAwait(false);
        }
        catch (ArgumentException e) when (e.ParamName is null)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>Tells the answer as it was asked for, and how it ended.</summary>
    public int Tell(ParseResult parse, Report report, Func<JsonObject> json, bool isComplete) =>
        Tell(parse, report, () => Terminal.Write(json()), isComplete);

    /// <summary>The same of an answer whose report is all that machines need.</summary>
    public int Tell(ParseResult parse, Report report, bool isComplete) =>
        Tell(parse, report, () => Terminal.Data(JsonRenderer.Render(report)), isComplete);

    private int Tell(ParseResult parse, Report report, Action json, bool isComplete)
    {
        if (parse.GetValue(_json))
            json();
        else
            Screen.Show(report);
        if (parse.GetValue(_html) is { } file)
            Terminal.Say($"Written: {Page.Write(file, HtmlRenderer.Render(report), parse.GetValue(_force))}");
        if (isComplete)
            return ExitCode.Done;
        Terminal.Say("Cancelled: answered from the histories that were finished.");
        return ExitCode.Cancelled;
    }

    /// <summary>The command that gives the same answer again; where a page goes or how many threads play is not part of it.</summary>
    public string CommandOf(ParseResult parse, string verb, params IEnumerable<string> more) =>
        string.Join(
            ' ',
            [
                "apparat",
                verb,
                parse.GetValue(Scenario)!,
                .. more,
                "--runs",
                parse.GetValue(Runs).ToString(CultureInfo.InvariantCulture),
                "--seed",
                parse.GetValue(Seed).ToString(CultureInfo.InvariantCulture),
                .. parse.GetValue(_account) is { } account ? new[] { "--account", account } : [],
                .. With(parse).SelectMany(c => new[] { "--with", $"\"{c}\"" }),
                .. Set(parse).SelectMany(s => new[] { "--set", s }),
            ]
        );

    /// <summary>The divisions of a scenario's record; none if it has no such file.</summary>
    /// <exception cref="UsageException">The file cannot be read; the message names the line and the likely repair.</exception>
    public static IReadOnlyList<Analysis.RecordedDivision> DivisionsOf(string scenario)
    {
        try
        {
            return Responsible.FileOf(scenario) is { } file ? Responsible.Recorded(file) : [];
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>Doubts for machines.</summary>
    public static JsonArray ToJson(IEnumerable<Analysis.Warning> cautions) =>
        new([
            .. cautions.Select(w =>
                (JsonNode)
                    new JsonObject
                    {
                        ["id"] = w.Id,
                        ["where"] = w.Where,
                        ["what"] = w.What,
                        ["why"] = w.Why,
                        ["do"] = w.Do,
                    }
            ),
        ]);
}
