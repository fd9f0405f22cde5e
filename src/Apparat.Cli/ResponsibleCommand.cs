using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Reporting;

namespace Apparat.Cli;

/// <summary><c>apparat responsible</c>: who was responsible for a vote.</summary>
internal static class ResponsibleCommand
{
    public static Command Make()
    {
        var (file, json, seed, set, with) = (Options.Scenario(), Options.Json(), Options.Seed(), Options.Set(), Options.With());
        var run = Options.AtLeast(
            0,
            new Option<int?>("--run")
            {
                Description = "A simulated history, counted from 0; without it, the record is looked at.",
                HelpName = "K",
            }
        );
        var division = new Option<string?>("--division")
        {
            Description = "One division: of the record by its date (and /2 for the second of that day), of a history by its number.",
            HelpName = "DATE|N",
        };
        var votes = new Option<string?>("--votes")
        {
            Description =
                $"A file of divisions in place of {Responsible.RecordFile} beside the scenario: date, body, question, for, against.",
            HelpName = "FILE",
        };
        var majority = new Option<string>("--needed")
        {
            Description = "What carried where the record does not say: half, two thirds, or a number of votes.",
            DefaultValueFactory = _ => "half",
            HelpName = "RULE",
        };
        var command = new Verb(
            "responsible",
            "Who was responsible for this vote, and how far? Actual causes and degrees of responsibility in the divisions of the record or of a simulated history.",
            ("apparat responsible history/bolshevik-party", "every division of the record with its counts"),
            ("apparat responsible history/bolshevik-party --division 1925-12-23", "one of them"),
            ("apparat responsible history/bolshevik-party --run 17", "every division of history 17"),
            ("apparat responsible governance/self-perpetuating-board --run 3 --division 2", "one of a history, voter by voter")
        )
        {
            file,
            division,
            run,
            votes,
            majority,
            seed,
            set,
            with,
            json,
        };
        command.SetAction(parse =>
        {
            var name = parse.GetValue(file)!;
            var asked = parse.GetValue(division);
            var frame = new Frame(ProgramVersion.Line, CommandOf(), ImmutableDictionary<string, string>.Empty);
            return parse.GetValue(run) is { } k ? Simulated(k) : Recorded();

            int Simulated(int k)
            {
                var scenario = ScenarioFile.Amended(ScenarioFile.Load(name), parse.GetValue(with) ?? [], parse.GetValue(set) ?? []);
                var all = Responsible.Simulated(scenario, parse.GetValue(seed), k);
                if (asked is null)
                    return Tell(ResponsibilityReport.OfHistory(scenario.Name, k, all, frame), all.Select(ToJson));
                var one =
                    all.FirstOrDefault(d => d.Number.ToString(CultureInfo.InvariantCulture) == asked)
                    ?? throw new UsageException($"History {k} has divisions 1 to {all.Length}, not \"{asked}\".");
                return Tell(ResponsibilityReport.OfSimulated(k, one, frame), [ToJson(one)]);
            }

            int Recorded()
            {
                var (needed, rule) = Rule(parse.GetValue(majority)!);
                var table =
                    parse.GetValue(votes)
                    ?? Responsible.FileOf(name)
                    ?? throw new UsageException(
                        $"There is no {Responsible.RecordFile} beside the scenario: look at a simulated history with --run, or give a file with --votes."
                    );
                ImmutableArray<RecordedDivision> all;
                try
                {
                    all = Responsible.Recorded(table);
                }
                catch (FormatException e)
                {
                    Terminal.Say($"apparat: {e.Message}");
                    return ExitCode.BadInput;
                }
                if (asked is null)
                    return Tell(
                        ResponsibilityReport.OfRecord(ScenarioFile.Load(name).Name, all, needed, rule, frame),
                        all.Select(d => ToJson(d, needed))
                    );
                var parts = asked.Split('/');
                var day = Options.Day(parts[0])!.Value;
                var nth =
                    parts.Length == 1 ? 1
                    : int.TryParse(parts[1], CultureInfo.InvariantCulture, out var n) ? n
                    : 0;
                var sameDay = all.Where(d => d.Date == day).ToList();
                if (nth < 1 || nth > sameDay.Count)
                    throw new UsageException(
                        sameDay.Count == 0
                            ? $"The record has no division of {parts[0]}. It has divisions of {string.Join(", ", all.Select(d => d.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Distinct())}."
                            : $"The record has {sameDay.Count} division{(sameDay.Count > 1 ? "s" : "")} of {parts[0]}; write {parts[0]}/1 for the first."
                    );
                return Tell(ResponsibilityReport.OfRecorded(sameDay[nth - 1], needed, rule, frame), [ToJson(sameDay[nth - 1], needed)]);
            }

            int Tell(Report report, IEnumerable<JsonObject> divisions)
            {
                if (parse.GetValue(json))
                    Terminal.Write(
                        new JsonObject
                        {
                            ["schema"] = "apparat/responsible/1",
                            ["scenario"] = name,
                            ["run"] = parse.GetValue(run),
                            ["seed"] = parse.GetValue(run) is null ? null : parse.GetValue(seed),
                            ["divisions"] = new JsonArray([.. divisions]),
                        }
                    );
                else
                    Screen.Show(report);
                return ExitCode.Done;
            }

            string CommandOf()
            {
                List<string> words = ["apparat", "responsible", name];
                if (parse.GetValue(run) is { } k)
                    words.AddRange([
                        "--run",
                        k.ToString(CultureInfo.InvariantCulture),
                        "--seed",
                        parse.GetValue(seed).ToString(CultureInfo.InvariantCulture),
                    ]);
                else
                    words.AddRange(["--needed", $"\"{parse.GetValue(majority)}\""]);
                if (asked is not null)
                    words.AddRange(["--division", asked]);
                foreach (var change in parse.GetValue(with) ?? [])
                    words.AddRange(["--with", $"\"{change}\""]);
                foreach (var setting in parse.GetValue(set) ?? [])
                    words.AddRange(["--set", setting]);
                return string.Join(' ', words);
            }
        });
        return command;
    }

    private static (Func<int, int> Needed, string Words) Rule(string text) =>
        text switch
        {
            "half" => (n => Majority.Simple.Needed(n), "more than half of those voting"),
            "two thirds" => (n => Majority.TwoThirds.Needed(n), "two thirds of those voting"),
            _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var votes) && votes > 0 => (
                _ => votes,
                $"{votes} votes"
            ),
            _ => throw new UsageException($"\"{text}\" is no rule; write half, \"two thirds\", or a number of votes."),
        };

    private static JsonObject ToJson(RecordedDivision d, Func<int, int> needed) =>
        new()
        {
            ["date"] = d.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["body"] = d.Body,
            ["question"] = d.Question,
            ["abstained"] = d.Abstained,
            ["needed_is_recorded"] = d.Needed is not null,
            ["note"] = d.Note,
            ["source"] = d.Source,
            ["confidence"] = d.Confidence,
            ["verdict"] = ToJson(d.Answerability(needed)),
            ["passport"] = d.Answerability(needed) is { } v
                ? Passports.ToJson(ResponsibilityReport.PassportOf($"{d.Body}: {d.Question}", v))
                : null,
        };

    private static JsonObject ToJson(SimulatedDivision d) =>
        new()
        {
            ["number"] = d.Number,
            ["date"] = d.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["body"] = d.Body,
            ["text"] = d.Text,
            ["forecast"] = d.Forecast,
            ["verdict"] = ToJson(d.Answerability),
            ["passport"] = Passports.ToJson(ResponsibilityReport.PassportOf(d.Text, d.Answerability)),
        };

    private static JsonObject? ToJson(Answerability? v) =>
        v is null
            ? null
            : new JsonObject
            {
                ["for"] = v.For,
                ["against"] = v.Against,
                ["needed"] = v.Needed,
                ["carried"] = v.IsCarried,
                ["voters"] = new JsonArray([
                    .. v.Voters.Select(x =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["voter"] = x.Group.Name,
                                ["count"] = x.Group.Count,
                                ["weight"] = x.Group.Weight,
                                ["yes"] = x.Group.Yes,
                                ["others_to_change"] = x.Changes,
                                ["responsibility"] = x.Responsibility,
                                ["is_cause_2005"] = x.IsCause2005,
                                ["is_cause_2015"] = x.IsCause2015,
                                ["smallest_cause_2015"] = x.SmallestCause,
                            }
                    ),
                ]),
            };
}
