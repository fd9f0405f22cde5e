using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Apparat.Analysis;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Reporting;

namespace Apparat.Cli;

/// <summary><c>apparat amend</c>: the smallest amendments that bring a finding below a threshold, with the price of each.</summary>
internal static class AmendCommand
{
    private const int Width = 112;

    // Nobody compares more at a prompt; --pick counts on through those of --json.
    private const int Told = 8;

    public static Command Make()
    {
        var (file, json, force) = (Options.Scenario(), Options.Json(), Options.Force());
        var finding = new Option<string?>("--finding")
        {
            Description = "A rule, such as CAP002, or the fingerprint of one finding; by default every warning and error.",
            HelpName = "ID",
        };
        var below = new Option<double?>("--below")
        {
            Description = "Enough if the loop gain of what is left is below this; by default the finding must be gone.",
            HelpName = "N",
        };
        var cost = new Option<int?>("--cost")
        {
            Description = "Enough if the capture cost of what is left is at least this.",
            HelpName = "N",
        };
        var most = Options.AtLeast(
            1,
            new Option<int>("--most")
            {
                Description = "The most changes tried at once.",
                DefaultValueFactory = _ => 2,
                HelpName = "N",
            }
        );
        var pick = Options.AtLeast(
            1,
            new Option<int>("--pick")
            {
                Description = "Which amendment --out writes, by its number.",
                DefaultValueFactory = _ => 1,
                HelpName = "N",
            }
        );
        var output = new Option<string?>("--out")
        {
            Description = "Write an amendment to a file that --with of lint, compare, run and explain takes.",
            HelpName = "FILE",
        };
        var command = new Verb(
            "amend",
            "List the smallest amendments that cure a finding: strike, redraft, insert; what each takes away, what it does, and who can block it.",
            ("apparat amend governance/self-perpetuating-board --finding CAP001", "what would end it, the cheapest first"),
            ("apparat amend bylaws.yaml --finding CAP002 --below 0.5", "enough if the circle is weak"),
            (
                "apparat amend bylaws.yaml --finding CAP002 --out cure.txt",
                "the first of them in a file; then: apparat compare bylaws.yaml --with cure.txt"
            )
        )
        {
            file,
            finding,
            below,
            cost,
            most,
            pick,
            output,
            force,
            json,
        };
        command.SetAction(parse =>
        {
            var id = parse.GetValue(finding);
            if (id is { Length: 6 } && CharterLinter.Find(id) is null)
                throw new UsageException($"There is no rule {id}. All rules: apparat help");
            if (parse.GetValue(output) is { } wanted)
                Page.Free(wanted, parse.GetValue(force));
            var scenario = ScenarioFile.Load(parse.GetValue(file)!);
            var goal = new AmendGoal(parse.GetValue(below), parse.GetValue(cost));
            var answers = Amend.Of(scenario, id, goal, parse.GetValue(most));
            if (parse.GetValue(json))
                Terminal.Write(ToJson(scenario, answers));
            else
                Terminal.Data(answers.IsEmpty ? $"{scenario.Name}: nothing to amend.\n" : string.Join('\n', answers.Select(ToText)));
            if (parse.GetValue(output) is { } written)
                Write(scenario, answers, parse.GetValue(pick), written, parse.GetValue(force));
            return answers.Any(a => a.Remedies.IsEmpty) ? ExitCode.Findings : ExitCode.Done;
        });
        return command;
    }

    private static void Write(Scenario scenario, ImmutableArray<AmendAnswer> answers, int pick, string file, bool force)
    {
        if (answers.Length > 1)
            throw new UsageException(
                $"There are {answers.Length} findings; --out writes an amendment against one: name it with --finding."
            );
        if (answers is not [var answer] || answer.Remedies.Length < pick)
            throw new UsageException($"There is no amendment {pick} to write.");
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"# An amendment of {scenario.Name}, so that {answer.Goal.Text(answer.Finding)}.\n")
            .Append("# One change a line; give this file to --with of apparat lint, compare, run, tell and explain.\n");
        foreach (var change in answer.Remedies[pick - 1].Changes)
            text.Append(change).Append('\n');
        Terminal.Say($"Amendment {pick} is in {Page.Write(file, text.ToString(), force)}");
    }

    private static string ToText(AmendAnswer answer)
    {
        var text = new StringBuilder();
        Wrap(
            text,
            "",
            $"{answer.Finding.Rule.Id} {answer.Finding.Message}.{(answer.Finding.Measured.Length > 0 ? $" Now: {answer.Finding.Measured}." : "")}"
        );
        if (answer.Remedies.IsEmpty)
            text.Append(
                CultureInfo.InvariantCulture,
                $"  No {(answer.Tried == 1 ? "single change" : $"{answer.Tried} changes together")} of the {answer.Candidates.Length} tried is enough so that {answer.Goal.Text(answer.Finding)}. Try more at once with --most.\n"
            );
        else
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {(answer.Remedies.Length == 1 ? "One amendment" : $"{answer.Remedies.Length} amendments")} of {Number(answer.Remedies[0].Changes.Length)}, so that {answer.Goal.Text(answer.Finding)}; {answer.Candidates.Length} changes were tried.\n"
            );
        for (var i = 0; i < Math.Min(Told, answer.Remedies.Length); i++)
            Append(text, answer, i);
        if (answer.Remedies.Length > Told)
            Wrap(text, "\n  ", $"And {answer.Remedies.Length - Told} more of the same size, no cheaper: --json lists them.");
        if (!answer.Remedies.IsEmpty)
        {
            Wrap(text, "\n  ", $"Does it pass? {Passing(answer.Remedies[0].Passage)}");
            var passport = PassportOf(answer, answer.Remedies[0]);
            Wrap(
                text,
                "\n  ",
                $"How to argue with it: {passport.Minimal} Compared are the measures of both charters at the means of their priors: what is possible, not how often it comes about. What it does to an outcome: apparat compare --with."
            );
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, AmendAnswer answer, int i)
    {
        var remedy = answer.Remedies[i];
        text.Append('\n');
        Wrap(text, FormattableString.Invariant($"  {i + 1}. "), string.Join("; ", remedy.Changes));
        Wrap(text, "     ", $"Price: {(remedy.Price.Lost.IsEmpty ? "nobody loses a power" : string.Join("; ", remedy.Price.Lost))}.");
        if (remedy.Instead.Concat(remedy.Price.Gained).ToList() is { Count: > 0 } instead)
            Wrap(text, "     ", $"In its place: {string.Join("; ", instead)}.");
        var effects = new List<string>
        {
            remedy.Left.IsEmpty
                ? $"{answer.Finding.Rule.Id} gone"
                : $"left of {answer.Finding.Rule.Id}: {string.Join("; ", remedy.Left.Select(f => f.Measured))}",
        };
        foreach (var name in new[] { "capture_cost", "loop_gain" })
        {
            var (a, b) = (remedy.Before[name], remedy.After[name]);
            if (Shown(a) != Shown(b))
                effects.Add($"{name.Replace('_', ' ')} {Shown(a)} -> {Shown(b)}");
        }
        // A finding that only names other organs than before is neither gone nor new.
        foreach (var (word, some, others) in new[] { ("also gone", remedy.Gone, remedy.New), ("new", remedy.New, remedy.Gone) })
        {
            var ids = some.Where(f => f.Rule != answer.Finding.Rule).Select(f => f.Rule.Id).Except(others.Select(f => f.Rule.Id)).ToList();
            if (ids.Count > 0)
                effects.Add($"{word}: {string.Join(", ", ids)}");
        }
        Wrap(text, "     ", $"Effect: {string.Join("; ", effects)}.");
        if (i > 0 && Passing(remedy.Passage) != Passing(answer.Remedies[0].Passage))
            Wrap(text, "     ", $"Does it pass? {Passing(remedy.Passage)}");
    }

    private static string Passing(Passage passage) =>
        string.Join(
            ' ',
            [
                passage.Passes switch
                {
                    true => "It can:",
                    false => "Not as they usually meet:",
                    _ => "Nobody knows:",
                },
                $"{string.Join("; ", passage.Route)}.",
                .. passage.Blockers.IsEmpty ? Array.Empty<string>() : [$"It can be blocked by {string.Join("; ", passage.Blockers)}."],
            ]
        );

    private static string Number(int changes) => changes == 1 ? "a single change" : FormattableString.Invariant($"{changes} changes");

    private static string Shown(double value) =>
        double.IsPositiveInfinity(value) ? "nothing left to capture" : value.ToString("0.##", CultureInfo.InvariantCulture);

    private static void Wrap(StringBuilder text, string first, string words)
    {
        var indent = new string(' ', first.Length == 0 ? 2 : first.TrimStart('\n').Length);
        foreach (var (line, i) in Page.Lines(words, Width - first.Length).Select((line, i) => (line, i)))
            text.Append(i == 0 ? first : indent).Append(line).Append('\n');
    }

    private static JsonObject ToJson(Scenario scenario, ImmutableArray<AmendAnswer> answers) =>
        new()
        {
            ["schema"] = "apparat/amend/1",
            ["scenario"] = scenario.Name,
            ["scenario_digest"] = scenario.Digest,
            ["findings"] = new JsonArray([.. answers.Select(a => (JsonNode)ToJson(a))]),
        };

    private static JsonObject ToJson(AmendAnswer answer) =>
        new()
        {
            ["rule"] = answer.Finding.Rule.Id,
            ["message"] = answer.Finding.Message,
            ["fingerprint"] = answer.Finding.Fingerprint,
            ["goal"] = answer.Goal.Text(answer.Finding),
            ["candidates"] = answer.Candidates.Length,
            ["every_combination_up_to"] = answer.Tried,
            ["amendments"] = new JsonArray([.. answer.Remedies.Select(r => (JsonNode)ToJson(answer, r))]),
        };

    private static Passport PassportOf(AmendAnswer answer, Remedy remedy) =>
        Passport.OfAmendment(
            $"{answer.Finding.Rule.Id} {answer.Finding.Message}",
            answer.Goal.Text(answer.Finding),
            [.. remedy.Changes],
            [.. remedy.Instead],
            [.. remedy.Price.Losers.Order(StringComparer.Ordinal)],
            answer.Candidates.Length,
            answer.Tried
        );

    private static JsonObject ToJson(AmendAnswer answer, Remedy remedy) =>
        new()
        {
            ["changes"] = Strings(remedy.Changes),
            ["lost"] = Strings(remedy.Price.Lost),
            ["gained"] = Strings(remedy.Price.Gained),
            ["instead"] = Strings(remedy.Instead),
            ["losers"] = Strings(remedy.Price.Losers.Order(StringComparer.Ordinal)),
            ["price"] = Math.Round(remedy.Price.Weight, 12),
            ["before"] = Measures(remedy.Before),
            ["after"] = Measures(remedy.After),
            ["left"] = Strings(remedy.Left.Select(f => f.Measured.Length > 0 ? f.Measured : f.Message)),
            ["new"] = Strings(remedy.New.Select(f => $"{f.Rule.Id} {f.Message}")),
            ["gone"] = Strings(remedy.Gone.Select(f => $"{f.Rule.Id} {f.Message}")),
            ["passes"] = remedy.Passage.Passes,
            ["route"] = Strings(remedy.Passage.Route),
            ["blockers"] = Strings(remedy.Passage.Blockers),
            ["passport"] = Passports.ToJson(PassportOf(answer, remedy)),
        };

    private static JsonArray Strings(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];

    private static JsonObject Measures(ImmutableSortedDictionary<string, double> measures) =>
        new(
            measures
                .Where(m => double.IsFinite(m.Value))
                .Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, Math.Round(m.Value, 12)))
        );
}
