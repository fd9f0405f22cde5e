using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Reporting;

namespace Apparat.Cli;

/// <summary><c>apparat power</c>: how much power each voter has, by which measure, and how that was found.</summary>
internal static class PowerCommand
{
    private const int MostPairs = 2000;

    public static Command Make()
    {
        var game = new GameOptions();
        var (json, seed) = (Options.Json(), Options.Seed());
        var exact = new Option<bool>("--exact") { Description = "Every value as a fraction without error." };
        var all = new Option<bool>("--all")
        {
            Description = "Every index, those that need each coalition looked at included, however long it takes.",
        };
        var index = new Option<string[]>("--index")
        {
            Description = $"Show only these: {string.Join(", ", Ids)}.",
            HelpName = "ID",
            AllowMultipleArgumentsPerToken = true,
        };
        var yes = new Option<string[]>("--yes")
        {
            Description = "Probability of a yes, of everyone (0.7) or of one player (Anna=0.9): gives behavioural power.",
            HelpName = "P|NAME=P",
            AllowMultipleArgumentsPerToken = false,
        };
        var pairs = new Option<bool>("--pairs") { Description = "Which pairs of voters need one another, and which replace one another." };
        var precision = new Option<double>("--precision")
        {
            Description = "If the answer has to be sampled: half-width of the widest 95 % interval.",
            DefaultValueFactory = _ => 0.001,
            HelpName = "X",
        };
        var samples = new Option<long>("--samples")
        {
            Description = "If the answer has to be sampled: the most pairs of orders.",
            DefaultValueFactory = _ => 1_000_000,
            HelpName = "N",
        };
        var sample = new Option<bool>("--sample") { Description = "Sample even where it could be counted: to compare the two." };
        var csv = new Option<bool>("--csv") { Description = "A flat table on standard output, a row for each entry of players." };
        var command = new Verb(
            "power",
            "How much power each voter has: Shapley-Shubik, Banzhaf, Coleman, Johnston, Deegan-Packel, Holler-Packel, Owen and Banzhaf-Owen with factions, behavioural power. The program chooses the algorithm and names it.",
            (
                "apparat power \"[51; 50, 49, 1]\"",
                "three holders of 50, 49 and 1 votes, 51 needed: the smallest is worth as much as the second"
            ),
            ("apparat power games/un-security-council --exact", "a shipped game, every value as a fraction"),
            ("apparat power games/eu-council --index shapley_shubik banzhaf_normalised", "two measures of 27 members under three rules"),
            (
                "apparat power governance/self-perpetuating-board --body Board",
                "a body of a scenario, once for each majority by which it decides"
            ),
            (
                "apparat power council.csv --wins \"members > half and population >= 65%\" --json",
                "a table of players with a rule of one's own"
            ),
            ("apparat power council.yaml --yes 0.7 --yes Anna=0.95", "who really decides if people vote like that")
        );
        game.AddTo(command);
        foreach (var option in new Option[] { exact, all, index, yes, pairs, precision, samples, sample, seed, csv, json })
            command.Options.Add(option);
        command.SetAction(
            (parse, cancel) =>
            {
                ImmutableArray<string> shown = [.. parse.GetValue(index) ?? []];
                if (shown.FirstOrDefault(i => !Ids.Contains(i, StringComparer.Ordinal)) is { } unknown)
                    throw new UsageException($"There is no index \"{unknown}\". There are: {string.Join(", ", Ids)}.");
                var request = new PowerRequest
                {
                    Exact = parse.GetValue(exact),
                    EveryIndex = parse.GetValue(all) || shown.Any(i => PowerIndex.OfCensus.Any(c => c.Id == i)),
                    HalfWidth = parse.GetValue(precision),
                    MostSamples = parse.GetValue(samples),
                    Seed = parse.GetValue(seed),
                    Sample = parse.GetValue(sample),
                };
                if (!(request.HalfWidth > 0) || request.MostSamples < 1)
                    throw new UsageException("--precision and --samples must be above 0.");
                var found = new List<PowerFindings>();
                foreach (var (voting, clauses) in game.Read(parse))
                    found.Add(
                        GameOptions.Guarded(() => Find(voting, clauses, request, parse.GetValue(yes) ?? [], parse.GetValue(pairs), cancel))
                    );
                // With --all, every index found is shown.
                if (shown.IsEmpty && parse.GetValue(all))
                    shown = [.. Ids];
                if (parse.GetValue(json))
                    Terminal.Write(
                        found.Count == 1
                            ? PowerReport.ToJson(found[0])
                            : new JsonArray([.. found.Select(f => (JsonNode)PowerReport.ToJson(f))])
                    );
                else if (parse.GetValue(csv))
                    Terminal.Data(string.Join('\n', found.Select(PowerReport.ToCsv)));
                else
                    found.ForEach(f => Screen.Show(PowerReport.Of(f, shown, request.Exact)));
                return Task.FromResult(found.Exists(f => f.Power.Method.MissedBy > 0) ? ExitCode.Imprecise : ExitCode.Done);
            }
        );
        return command;
    }

    private static IEnumerable<string> Ids => PowerIndex.OfSwings.Cast<PowerIndex>().Concat(PowerIndex.OfCensus).Select(i => i.Id);

    private static PowerFindings Find(
        VotingGame game,
        ImmutableArray<ClauseId> clauses,
        PowerRequest request,
        string[] yes,
        bool pairs,
        CancellationToken cancel
    )
    {
        var chances = Chances(game, yes);
        using var teller = new PartTeller();
        var power = VotingPower.Of(game, request, teller, cancel);
        return new(
            power,
            game.Factions.IsEmpty ? [] : [.. PowerIndex.OfUnions.Zip(FactionPower.Of(game, PowerIndex.OfUnions, cancel))],
            chances.IsEmpty ? null : BehaviouralPower.Of(game, chances, cancel),
            chances,
            pairs ? Pairs(game, power, cancel) : [],
            clauses
        );
    }

    // Pairs of kinds of players: identical players interact alike.
    private static ImmutableArray<(int First, int Second, Interaction Value)> Pairs(
        VotingGame game,
        PowerAnswer power,
        CancellationToken cancel
    )
    {
        var heads = power.Simple.Classes.Select(c => (c.Members, c.Count)).ToArray();
        var pairs =
            from a in Enumerable.Range(0, heads.Length)
            from b in Enumerable.Range(a, heads.Length - a)
            where a != b || heads[a].Count > 1
            select (First: heads[a].Members[0], Second: a != b ? heads[b].Members[0] : heads[a].Members[^1]);
        if (heads.Length * (heads.Length + 1) / 2 > MostPairs)
            throw new UsageException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are more than {MostPairs} kinds of pairs; --pairs is for smaller games."
                )
            );
        return
        [
            .. pairs
                .Select(p => (p.First, p.Second, Value: Interaction.Of(game, [p.First, p.Second], cancel)))
                .OrderByDescending(p => Math.Abs(p.Value.Shapley.ToDouble()))
                .ThenBy(p => p.First)
                .ThenBy(p => p.Second),
        ];
    }

    private static ImmutableArray<double> Chances(VotingGame game, string[] yes)
    {
        if (yes.Length == 0 && game.Players.All(p => p.Yes is null))
            return [];
        double[] chances = [.. game.Players.Select(p => p.Yes ?? 0.5)];
        foreach (var text in yes)
        {
            var cut = text.LastIndexOf('=');
            var number = text[(cut + 1)..].Trim();
            if (
                !double.TryParse(number.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var chance)
                || (chance /= number.EndsWith('%') ? 100 : 1) > 1
            )
                throw new UsageException($"\"{number}\" is no probability; write 0.7 or 70%.");
            if (cut < 0)
            {
                for (var i = 0; i < chances.Length; i++)
                    chances[i] = game.Players[i].Yes ?? chance;
                continue;
            }
            var name = text[..cut].Trim();
            var place = game
                .Players.Select((p, i) => (p, i))
                .FirstOrDefault(x => string.Equals(x.p.Name, name, StringComparison.OrdinalIgnoreCase), (null!, -1))
                .i;
            if (place < 0)
                throw new UsageException(
                    $"No player is called \"{name}\". There are: {string.Join(", ", game.Players.Take(12).Select(p => p.Name))}{(game.Players.Length > 12 ? ", ..." : "")}."
                );
            chances[place] = chance;
        }
        return [.. chances];
    }
}
