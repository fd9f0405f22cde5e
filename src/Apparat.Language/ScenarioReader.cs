using System.Collections.Immutable;
using System.Text;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Language;

/// <summary>Reads scenario files with the words of a lexicon. One pass tells all errors; bad input gives diagnostics, never an exception.</summary>
public sealed class ScenarioReader(Lexicon lexicon)
{
    /// <summary>Reads a scenario file, or the <c>scenario.yaml</c> of a folder.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public ReadResult Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Directory.Exists(path))
            path = Path.Combine(path, "scenario.yaml");
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no scenario at {path}.", path);
        var folder = Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return Read(Path.GetFileName(path), Bytes(path), Beside);

        byte[]? Beside(string name)
        {
            var file = Path.GetFullPath(Path.Combine(folder, name));
            return file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(file)
                ? Bytes(file)
                : null;
        }
    }

    /// <summary>Reads a scenario from text; other files are not there.</summary>
    public ReadResult ReadText(string text, string name = "scenario.yaml", Func<string, byte[]?>? open = null) =>
        Read(name, Encoding.UTF8.GetBytes(text ?? ""), open ?? (_ => null));

    /// <summary>Reads a scenario from bytes; <paramref name="open"/> gives the bytes of files beside it.</summary>
    public ReadResult Read(string name, byte[] bytes, Func<string, byte[]?> open)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(open);
        var diagnostics = new Diagnostics();
        var digest = new FingerprintBuilder();
        Digest(ref digest, bytes);
        var context = new Context(
            lexicon,
            diagnostics,
            file =>
            {
                var content = open(file);
                if (content is not null)
                    Digest(ref digest, content);
                return content;
            }
        );
        var yaml = YamlText.Read(name, bytes, diagnostics);
        context.Lines[name] = yaml.Lines;
        Scenario? scenario = null;
        if (yaml.Root is { Kind: NodeKind.Map } root)
            scenario = Bind(context, Lineage.Whole(context, root));
        else if (yaml.Root is { } other)
            diagnostics.Error(
                "APP114",
                other.Span,
                "A scenario is a list of names with values.",
                "scenario: its title",
                "Start from: apparat new my-organisation"
            );
        if (scenario is not null)
            scenario = scenario with { Digest = digest.Value.ToString() };
        return new(diagnostics.HasErrors ? null : scenario, [.. diagnostics.All], context.Lines, [.. context.Data])
        {
            Sentences = [.. context.Sentences],
            Root = yaml.Root,
        };
    }

    // One byte more than is read tells that a file is too big without taking it into memory.
    private static byte[] Bytes(string path)
    {
        using var stream = File.OpenRead(path);
        var bytes = new byte[Math.Min(stream.Length, YamlText.MostBytes + 1)];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static void Digest(ref FingerprintBuilder digest, byte[] bytes)
    {
        digest.Add((ulong)bytes.Length);
        for (var i = 0; i < bytes.Length; i += 8)
        {
            var word = 0UL;
            for (var k = i; k < Math.Min(bytes.Length, i + 8); k++)
                word = (word << 8) | bytes[k];
            digest.Add(word);
        }
    }

    private static Scenario? Bind(Context context, Node root)
    {
        context.Know(root, "A scenario", ScenarioShapes.Scenario);
        ReadSources(context, root);
        var title = context.Text(root["scenario"], "The title");
        if (string.IsNullOrWhiteSpace(title))
            context.Diagnostics.Error("APP115", root.Span, "This scenario has no title.", "scenario: its title");
        var from = context.Date(root["from"], "The first day");
        var until = context.Date(root["until"], "The last day");
        if (root["from"] is null || root["until"] is null)
            context.Diagnostics.Error(
                "APP116",
                root.Span,
                "A scenario says over which days it runs.",
                "from: yyyy-mm-dd and until: yyyy-mm-dd"
            );
        if (from > until)
            context.Diagnostics.Error(
                "APP117",
                root["until"]!.Span,
                $"The last day, {until:yyyy-MM-dd}, lies before the first, {from:yyyy-MM-dd}.",
                repair: "Exchange the two."
            );
        if (until?.Year - from?.Year > 500)
            context.Diagnostics.Error("APP118", root["until"]!.Span, "A scenario runs over at most 500 years.");
        context.From = from ?? default;
        var tables = root["tables"];
        context.Know(tables, "\"tables\"", ScenarioShapes.Tables);
        context.Attributes = PeopleBinder.Attributes(context, root["attributes"]);
        OrganBinder.Declare(context, root["organs"]);
        var (organs, sizes) = OrganBinder.Bind(context, root["organs"]);
        context.Organs = [.. organs];
        if (organs.IsEmpty)
            context.Diagnostics.Error("APP208", root.Span, "This scenario has no organs.", "organs: {Board: {seats: 7}}");
        var issues = Issues(context, root["issues"]);
        var people = PeopleBinder.Bind(context, root["people"], tables?["people"]);
        var cast = PeopleBinder.BindCast(context, root, tables, people, issues);
        var step = StepBinder.Bind(context, root["step"], organs, from, until);
        // Without organs no sentence can be read: one complaint is enough.
        if (organs.IsEmpty)
            return null;
        var documents = EventBinder.Documents(context, root["documents"]);
        var clauses = ClauseBinder.Bind(context, root["clauses"]);
        clauses = clauses.AddRange(LawBinder.Bind(context, root["under"], organs, clauses));
        var events = EventBinder.Bind(context, root["events"], sizes, organs);
        var behaviour = QuestionBinder.Behaviour(context, root["behaviour"]);
        var outcomes = QuestionBinder.Outcomes(context, root["outcomes"]);
        var alliances = behaviour.OfType<AllianceRule>().ToList();
        if (alliances.Count != 1)
            context.Diagnostics.Error(
                "APP311",
                root["behaviour"]?.Span ?? root.Span,
                $"A scenario has one rule of alliances; this one has {alliances.Count}.",
                "alliances balance against the greatest threat, or: there are no alliances"
            );
        var measures = QuestionBinder.Measures(context, root["measures"], organs);
        var question = QuestionBinder.Question(context, root["question"], outcomes);
        var record = RecordBinder.Bind(context, root["record"], tables?["record"], cast.People);
        if (from is null || until is null || from > until || alliances.Count != 1 || title is null)
            return null;
        var scenario = new Scenario
        {
            Name = title,
            About = context.Text(root["about"], "What it is about") ?? "",
            Calendar = new Calendar(from.Value, until.Value) { Step = step },
            Charter = new Charter(organs, clauses),
            Cast = cast,
            Issues = issues,
            Attributes = context.Attributes,
            Documents = documents,
            Events = events,
            Motives = [.. behaviour.OfType<Motive>()],
            Criteria = [.. behaviour.OfType<Criterion>()],
            Bonds = [.. behaviour.OfType<Bond>()],
            Alliances = alliances[0],
            Opinions = [.. behaviour.OfType<OpinionRule>()],
            Outcomes = outcomes,
            Measures = measures,
            Question = question,
            Record = record,
            Sources = [.. context.Sources.Values.OrderBy(s => s.Key, StringComparer.Ordinal)],
            Notes = [.. context.List(root["notes"]).Select(n => n.Text)],
        };
        scenario = scenario with { Settings = Priors(context, root["priors"], scenario) };
        var amendments = new AmendmentReader(scenario, context.Lexicon, context.Diagnostics);
        if (root["factors"] is { } factors)
            scenario = scenario with { Factors = QuestionBinder.Factors(context, factors, amendments) };
        scenario = scenario with
        {
            Cards = CardBinder.Cards(context, root["cards"], scenario.Factors, amendments),
            Stages = CardBinder.Stages(context, root["stages"], cast.Contenders),
        };
        ScenarioChecks.Run(context, scenario);
        return scenario;
    }

    private static void ReadSources(Context context, Node root)
    {
        var name = context.Text(root["sources"], "The bibliography") ?? "sources.bib";
        if (context.Open(name) is not { } bytes)
        {
            if (root["sources"] is { } node)
                context.Diagnostics.Error("APP505", node.Span, $"There is no bibliography \"{name}\" beside the scenario.");
            return;
        }
        if (YamlText.Decode(name, bytes, context.Diagnostics) is not { } text)
            return;
        context.Lines[name] = [.. text.Split('\n').Select(l => l.TrimEnd('\r'))];
        foreach (var source in Bibliography.Read(name, text, context.Diagnostics))
            context.Sources.Add(source.Key, source);
    }

    private static ImmutableArray<(string, double)> Issues(Context context, Node? node)
    {
        var issues = context
            .Entries(node, "issues")
            .Select(e => (e.Key.Text, context.Prior(e.Value, "Where policy stands on the first day", -1, 1)?.Prior.Mean ?? 0))
            .ToImmutableArray();
        if (issues.Length > 3)
            context.Diagnostics.Error("APP129", node!.Span, $"There are {issues.Length} issues; at most three can be held apart.");
        return [.. issues.Take(3)];
    }

    private static ImmutableDictionary<string, Setting> Priors(Context context, Node? node, Scenario scenario)
    {
        var settings = ImmutableDictionary.CreateBuilder<string, Setting>(StringComparer.Ordinal);
        var known = scenario.Parameters.Select(p => p.Name).ToList();
        foreach (var (key, value) in context.Entries(node, "priors"))
        {
            if (!known.Contains(key.Text, StringComparer.Ordinal))
                context.Unknown(key, "parameter", key.Text, known);
            else if (context.Prior(value, $"The prior of {key.Text}") is { } prior)
                settings[key.Text] = new Setting(prior.Prior, context.Keep($"the prior of {key.Text}", key.Span, prior.Source));
        }
        return settings.ToImmutable();
    }
}
