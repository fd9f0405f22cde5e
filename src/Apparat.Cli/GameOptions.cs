using System.Collections.Immutable;
using System.CommandLine;
using Apparat.Linting;
using Apparat.Model;

namespace Apparat.Cli;

/// <summary>How a game is named on the command line; <c>power</c> and <c>coalitions</c> share it.</summary>
internal sealed class GameOptions
{
    public Argument<string> Game { get; } =
        new("game")
        {
            Description =
                "A game file (.yaml or .csv), a shipped game such as games/un-security-council, \"[51; 50, 49, 1]\", or with --body a scenario.",
        };

    public Option<string?> Wins { get; } =
        new("--wins") { Description = "Who wins, in place of what the file says, such as \"votes > half\".", HelpName = "RULE" };

    public Option<string?> Body { get; } =
        new("--body") { Description = "Take the game from this body of a scenario: its seats are the players.", HelpName = "NAME" };

    public Option<string?> Clause { get; } =
        new("--clause") { Description = "With --body: only the way in which the body decides under this clause.", HelpName = "C5" };

    public Option<int?> Present { get; } =
        new("--present") { Description = "With --body: only so many of its votes take part.", HelpName = "N" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(Game);
        foreach (var option in new Option[] { Wins, Body, Clause, Present })
            command.Options.Add(option);
    }

    /// <summary>The games asked for: one, or one for each majority by which a body decides.</summary>
    public ImmutableArray<(VotingGame Game, ImmutableArray<ClauseId> Clauses)> Read(ParseResult parse)
    {
        var name = parse.GetValue(Game)!;
        var clause = parse.GetValue(Clause);
        if (parse.GetValue(Body) is not { } body)
        {
            if (clause is not null || parse.GetValue(Present) is not null)
                throw new UsageException("--clause and --present belong to a body of a scenario: name it with --body.");
            return Guarded(() => ImmutableArray.Create((GameFile.Load(name, parse.GetValue(Wins)), ImmutableArray<ClauseId>.Empty)));
        }
        var games = Guarded(() => GameFile.OfBody(name, body, parse.GetValue(Present)));
        var asked = clause is null ? games : [.. games.Where(g => g.Clauses.Any(c => c.Text == clause))];
        if (asked.IsEmpty)
            throw new UsageException(
                $"{body} decides nothing under {clause}. It decides under: {string.Join(", ", games.SelectMany(g => g.Clauses))}."
            );
        return [.. asked.Select(g => (g.Game, g.Clauses))];
    }

    /// <summary>What the domain refuses is wrong use here, in its own words.</summary>
    public static T Guarded<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (ArgumentException e)
        {
            // Without the name of the parameter, which only a programmer needs.
            throw new UsageException(
                e.ParamName is null ? e.Message : e.Message.Replace($" (Parameter '{e.ParamName}')", "", StringComparison.Ordinal)
            );
        }
    }
}
