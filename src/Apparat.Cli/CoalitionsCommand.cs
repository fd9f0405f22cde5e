using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Reporting;

namespace Apparat.Cli;

/// <summary><c>apparat coalitions</c>: which coalitions just win, whether majorities run in circles, and who is left if members expel one another.</summary>
internal static class CoalitionsCommand
{
    public static Command Make()
    {
        var game = new GameOptions();
        var json = Options.Json();
        var power = new Option<string?>("--power")
        {
            Description = "The attribute that is each member's power to expel; by default votes, else one for each.",
            HelpName = "ATTRIBUTE",
        };
        var alpha = new Option<string>("--alpha")
        {
            Description = "The part of all power that must be exceeded to expel, from 1/2 up to below 1.",
            DefaultValueFactory = _ => "1/2",
            HelpName = "A/B",
        };
        var limit = Options.AtLeast(
            1,
            new Option<int>("--limit")
            {
                Description = "The most coalitions listed of each kind.",
                DefaultValueFactory = _ => 20,
                HelpName = "N",
            }
        );
        var command = new Verb(
            "coalitions",
            "Which coalitions just win, whether majorities can run in circles (Nakamura number, core), and who is left if members may expel one another (ultimate ruling coalition).",
            ("apparat coalitions \"[12; 3, 4, 5, 10]\"", "the strongest is expelled: three weaker ones hold together against him"),
            ("apparat coalitions games/un-security-council", "the coalitions that just win, and why the core is not empty"),
            ("apparat coalitions cabinet.yaml --power followers --alpha 3/5", "another measure of power, and three fifths needed to expel"),
            ("apparat coalitions governance/self-perpetuating-board --body Board --json", "a body of a scenario, for machines")
        );
        game.AddTo(command);
        foreach (var option in new Option[] { power, alpha, limit, json })
            command.Options.Add(option);
        command.SetAction(
            (parse, cancel) =>
            {
                var share = Share(parse.GetValue(alpha)!);
                var listed = parse.GetValue(limit);
                var found = game.Read(parse)
                    .Select(g => GameOptions.Guarded(() => Find(g.Game, parse.GetValue(power), share, listed, cancel)))
                    .ToList();
                if (parse.GetValue(json))
                    Terminal.Write(
                        found.Count == 1
                            ? CoalitionReport.ToJson(found[0], listed)
                            : new JsonArray([.. found.Select(f => (JsonNode)CoalitionReport.ToJson(f, listed))])
                    );
                else
                    found.ForEach(f => Screen.Show(CoalitionReport.Of(f, listed)));
                return Task.FromResult(ExitCode.Done);
            }
        );
        return command;
    }

    private static CoalitionFindings Find(VotingGame game, string? power, Supermajority alpha, int listed, CancellationToken cancel)
    {
        var simple = SimpleGame.Of(game);
        var boundary = BoundaryCoalitions.Of(simple, cancel);
        var from = power ?? (game.Attributes.ContainsKey("votes") ? "votes" : null);
        if (from is not null && !game.Attributes.ContainsKey(from))
            throw new UsageException($"The players have no \"{from}\". They have: {string.Join(", ", game.Attributes.Keys)}.");
        var powers = game.Players.SelectMany((p, i) => Enumerable.Repeat(from is null ? 1 : game.Attributes[from][i], p.Count)).ToArray();
        // Whole numbers are compared exactly: the decimal point goes.
        var scale = powers.Select(p => p.Scale).DefaultIfEmpty((byte)0).Max();
        for (var digit = 0; digit < scale; digit++)
            powers = [.. powers.Select(p => p * 10)];
        var alike = powers.Distinct().Count() == 1;
        return new(
            game,
            simple,
            boundary,
            boundary is null ? null : NakamuraNumber.Of(simple, boundary.MinimalWinning, cancel),
            Dimension.Of(game, cancel),
            from ?? "one for each",
            [
                .. game.Players.SelectMany(p =>
                    Enumerable
                        .Range(1, p.Count)
                        .Select(k => p.Count == 1 ? p.Name : string.Create(CultureInfo.InvariantCulture, $"{p.Name} {k}"))
                ),
            ],
            alike || powers.Length > UltimateRulingCoalition.MostMembers
                ? null
                : RulingCoalitions.Of([.. powers.Select(p => (double)p)], alpha, listed),
            alike ? RulingCoalitions.SizeAmongEquals(powers.Length, alpha) : null,
            alpha
        );
    }

    private static Supermajority Share(string text)
    {
        var parts = text.Split('/');
        if (
            parts.Length == 2
            && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var above)
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var below)
            && below > 0
            && above < below
            && 2 * above >= below
        )
            return new(above, below);
        throw new UsageException($"\"{text}\" is no share; write a fraction from 1/2 up to below 1, such as 2/3.");
    }
}
