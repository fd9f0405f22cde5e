using System.Collections.Immutable;
using Apparat.Language;
using Apparat.Linting;
using Apparat.Model;

namespace Apparat;

/// <summary>Finds and reads games: files, shipped ones, the textbook notation, and the bodies of scenarios.</summary>
public static class GameFile
{
    private const string Shelf = "games";
    private static readonly string[] Endings = ["", ".yaml", ".csv"];

    /// <summary>The short names of the games that are at hand.</summary>
    public static ImmutableArray<string> Shipped() =>
        [
            .. ScenarioFile
                .Shelves()
                .Select(s => Path.Combine(s, Shelf))
                .Where(Directory.Exists)
                .Take(1)
                .SelectMany(s => Directory.EnumerateFiles(s, "*.yaml"))
                .Select(f => $"{Shelf}/{Path.GetFileNameWithoutExtension(f)}")
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Reads a game that must be usable.</summary>
    /// <param name="name">A file, a short name such as <c>games/eu-council</c>, or <c>[51; 50, 49, 1]</c>.</param>
    /// <param name="wins">Who wins, in place of what the file says.</param>
    /// <exception cref="FileNotFoundException">Nothing is found.</exception>
    /// <exception cref="ScenarioException">It has errors.</exception>
    public static VotingGame Load(string name, string? wins = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var result = GameNotation.IsMeant(name) ? GameNotation.Read(name) : GameReader.Read(Find(name), wins);
        return result.Game ?? throw new ScenarioException(new ReadResult(null, result.Diagnostics, result.Lines, []));
    }

    /// <summary>The games a body of a scenario plays, one for each majority by which it decides.</summary>
    /// <exception cref="FileNotFoundException">There is no such scenario.</exception>
    /// <exception cref="ScenarioException">It has errors.</exception>
    /// <exception cref="ArgumentException">There is no such body, or it cannot vote so.</exception>
    public static ImmutableArray<BodyGame> OfBody(string scenario, string body, int? present = null)
    {
        var charter = ScenarioFile.Load(scenario).Charter;
        var organ =
            charter.Organs.FirstOrDefault(o => o.Name == body)
            ?? charter.Organs.FirstOrDefault(o => string.Equals(o.Name, body, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException(
                $"No organ is called \"{body}\". There are: {string.Join(", ", charter.Organs.Select(o => o.Name))}.",
                nameof(body)
            );
        return BodyGames.Of(charter, organ.Id, present);
    }

    private static string Find(string name)
    {
        if (File.Exists(name))
            return name;
        foreach (var folder in ScenarioFile.Shelves())
        {
            foreach (var ending in Endings)
            {
                var file = Path.Combine(folder, name + ending);
                if (File.Exists(file))
                    return file;
            }
        }
        throw new FileNotFoundException(
            $"There is no game \"{name}\". Shipped games: {string.Join(", ", Shipped())}. A body of a scenario: --body NAME.",
            name
        );
    }
}
