using System.Collections.Immutable;
using System.CommandLine;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Reporting;

namespace Apparat.Cli;

/// <summary><c>apparat reach</c>: whether somebody can come to hold an office under the rules, and how.</summary>
internal static class ReachCommand
{
    public static Command Make()
    {
        var scenario = Options.Scenario();
        var who = Names(
            "--who",
            "Who is to sit there: one name or several; of several with --seats that many together, without it any one."
        );
        var anyone = new Option<bool>("--anyone")
        {
            Description = "Ask about everybody who does not sit there yet, a newcomer among them.",
        };
        var office = new Option<string?>("--office") { Description = "The office to be held.", HelpName = "NAME" };
        var body = new Option<string?>("--body") { Description = "The body whose seats are to be held.", HelpName = "NAME" };
        var seats = Options.AtLeast(
            1,
            new Option<int>("--seats")
            {
                Description = "With --body and several names: how many of its seats they are to hold at once.",
                DefaultValueFactory = _ => 1,
                HelpName = "K",
            }
        );
        var willing = Names(
            "--willing",
            "Who acts and makes room for it besides those asked about: people, or whole organs such as a congress. Everybody unless given."
        );
        var by = new Option<string?>("--by") { Description = "Only ways possible by this day: years of standing count.", HelpName = "DAY" };
        var strike = Names("--strike", "Ask as if these clauses were not there; nothing comes in their place.");
        var states = Options.AtLeast(
            1,
            new Option<int>("--states")
            {
                Description = "The most states of all offices together looked at before it is called not settled.",
                DefaultValueFactory = _ => 100_000,
                HelpName = "N",
            }
        );
        var asserts = new Option<string[]>("--assert")
        {
            Description = "Exit with 1 unless this holds: reachable (1 or 0), acts, or cut, the size of the smallest cut.",
            HelpName = "CONDITION",
            AllowMultipleArgumentsPerToken = false,
        };
        var json = Options.Json();
        var command = new Verb(
            "reach",
            "Whether somebody can come to hold an office, or several together the seats of a body, under the rules: the shortest way with its clauses, or why there is none, and which clauses would close it.",
            ("apparat reach bylaws.yaml --who Anna --office Chair", "the shortest way to the chair if everybody is willing"),
            ("apparat reach bylaws.yaml --anyone --office Chair", "how many acts each person is from it"),
            (
                "apparat reach bylaws.yaml --who Anna,Bert,Carl --body Board --seats 3 --willing Dora",
                "whether three can take three seats with the help of a fourth against all others"
            ),
            (
                "apparat reach bylaws.yaml --who \"a newcomer\" --office Treasurer --assert \"acts >= 3\"",
                "a gate: exits with 1 if an outsider is closer than that"
            )
        )
        {
            scenario,
            who,
            anyone,
            office,
            body,
            seats,
            willing,
            by,
            strike,
            states,
            asserts,
            json,
        };
        command.SetAction(
            (parse, cancel) =>
            {
                var read = ScenarioFile.Load(parse.GetValue(scenario)!);
                var assertions = (parse.GetValue(asserts) ?? []).Select(Assertion.Read).ToList();
                Assertion.Know(assertions, ["reachable", "acts", "cut"]);
                var organ = (parse.GetValue(office), parse.GetValue(body)) switch
                {
                    ({ } o, null) => o,
                    (null, { } b) => b,
                    _ => throw new UsageException("Name the office with --office, or the body with --body; one of the two."),
                };
                var everyone = parse.GetValue(anyone);
                var asked = Split(parse.GetValue(who));
                if (everyone == asked.Count > 0)
                    throw new UsageException("Say whom it is about: --who NAME, or --anyone; one of the two.");
                if (everyone && parse.GetValue(seats) > 1)
                    throw new UsageException(
                        "--anyone asks about one person at a time; name those who are to hold several seats with --who."
                    );
                var answer = GameOptions.Guarded(() =>
                {
                    var question = Willing(
                        read,
                        Split(parse.GetValue(willing)),
                        new ReachQuestion(
                            [.. asked.Select(n => Reach.Person(read, n)).Distinct()],
                            Reach.Organ(read, organ),
                            parse.GetValue(seats)
                        )
                        {
                            By = Options.Day(parse.GetValue(by)),
                            Struck = [.. Split(parse.GetValue(strike)).SelectMany(c => Reach.Clause(read, c))],
                            MostStates = parse.GetValue(states),
                        }
                    );
                    return everyone ? Reach.Anyone(read, question, cancel) : Reach.Ask(read, question, withCuts: true, cancel);
                });
                if (parse.GetValue(json))
                    Terminal.Write(ReachReport.ToJson(answer));
                else
                    Screen.Show(ReachReport.Of(answer, read.Calendar.From));
                var holds = Assertion.AllHold(assertions, Numbers(answer));
                return Task.FromResult(
                    !holds ? ExitCode.Findings
                    : answer.Verdict == ReachVerdict.NotSettled ? ExitCode.Imprecise
                    : ExitCode.Done
                );
            }
        );
        return command;
    }

    private static Option<string[]> Names(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "NAME[,NAME]",
            AllowMultipleArgumentsPerToken = false,
        };

    private static List<string> Split(string[]? texts) =>
        [.. (texts ?? []).SelectMany(t => t.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static ReachQuestion Willing(Scenario scenario, List<string> names, ReachQuestion question)
    {
        if (names.Count == 0)
            return question;
        var people = names.Select(n => (Name: n, Person: Reach.TryPerson(scenario, n))).ToList();
        return question with
        {
            Willing = [.. people.Where(p => p.Person is { IsNone: false }).Select(p => p.Person!.Value)],
            WillingOrgans = [.. people.Where(p => p.Person is null).Select(p => Organ(scenario, p.Name))],
        };
    }

    private static OrganId Organ(Scenario scenario, string name)
    {
        try
        {
            return Reach.Organ(scenario, name);
        }
        catch (ArgumentException)
        {
            // Neither: people are the likelier.
            Reach.Person(scenario, name);
            throw;
        }
    }

    private static Dictionary<string, double> Numbers(ReachAnswer answer) =>
        new(StringComparer.Ordinal)
        {
            ["reachable"] = answer.Verdict switch
            {
                ReachVerdict.Yes => 1,
                ReachVerdict.No => 0,
                _ => double.NaN,
            },
            ["acts"] = answer.Verdict switch
            {
                ReachVerdict.Yes => answer.Steps.Length,
                ReachVerdict.No => double.PositiveInfinity,
                _ => double.NaN,
            },
            ["cut"] = answer.Cuts.Select(c => (double)c.Clauses.Length).DefaultIfEmpty(double.NaN).First(),
        };
}
