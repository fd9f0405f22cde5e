using System.Collections.Immutable;
using System.Globalization;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Language;

/// <summary>Reads who acts: people, contenders, cadres, first ties, branches, and the formulas of traits.</summary>
internal static class PeopleBinder
{
    private static readonly string[] Known = ["person", "born", "joined", "holds", "branch", "source", "known", "coder", "basis", "note"];

    private const int MostPeople = 5_000;
    private const int MostTies = 100_000;

    /// <summary>The people, from the table and then from the scenario itself, which may add to what the table says of one.</summary>
    public static ImmutableArray<Person> Bind(Context context, Node? people, Node? table)
    {
        var all = ImmutableArray.CreateBuilder<Person>();
        if (table is not null && CsvTable.Read(context, table, "person") is { } csv)
        {
            foreach (var row in csv.First(context, MostPeople, "people"))
                Row(context, csv, row, all);
        }
        var inTable = all.Count;
        foreach (var (key, value) in context.AtMost(context.Entries(people, "people"), MostPeople, "people", e => e.Key.Span))
            Entry(context, key, value, all, inTable);
        return all.ToImmutable();
    }

    /// <summary>What persons may share by name, and what it can be.</summary>
    public static ImmutableArray<SharedAttribute> Attributes(Context context, Node? node)
    {
        var all = ImmutableArray.CreateBuilder<SharedAttribute>();
        foreach (var (key, value) in context.AtMost(context.Entries(node, "attributes"), 100, "attributes", e => e.Key.Span))
        {
            context.Names.Declare(typeof(AttributeId), key.Text, all.Count);
            all.Add(
                new(
                    new AttributeId(key.Text),
                    [.. context.List(value).Select(v => context.Text(v, $"A value of {key.Text}")).OfType<string>()]
                )
            );
        }
        return all.ToImmutable();
    }

    /// <summary>Contenders, founders, cadres, ties, branches and traits.</summary>
    public static Cast BindCast(
        Context context,
        Node root,
        Node? tables,
        ImmutableArray<Person> people,
        ImmutableArray<(string Name, double Start)> issues
    )
    {
        var (contenders, founders) = (Heads(context, root["contenders"]), Heads(context, root["founders"]));
        foreach (var both in contenders.Intersect(founders))
            context.Diagnostics.Error(
                "APP206",
                root["founders"]!.Span,
                $"{people[both.Index].Name} is both a contender and a founder.",
                repair: $"Leave {people[both.Index].Name} in one of the two lists."
            );
        var traits = root["traits"];
        context.Know(traits, "\"traits\"", ScenarioShapes.Traits);
        var cadres = root["cadres"];
        context.Know(cadres, "\"cadres\"", ScenarioShapes.Cadres);
        if (cadres is { IsEmpty: false })
            context.Keep(
                "the number of cadres",
                cadres.Span,
                cadres.Kind == NodeKind.Map ? context.Cite(cadres, Citation.None) : Citation.None
            );
        return new Cast
        {
            People = people,
            Contenders = contenders,
            Founders = founders,
            Cadres = context.Whole(cadres is { Kind: NodeKind.Map } ? cadres["number"] : cadres, "The number of cadres", 0, 200_000) ?? 0,
            CadreName = cadres is { Kind: NodeKind.Map }
                ? context.Text(cadres["called"], "What a cadre is called") ?? "a cadre"
                : "a cadre",
            HeadTraits = Formulas(context, traits?["heads"], "head", issues),
            CadreTraits = Formulas(context, traits?["cadres"], "cadre", issues),
            Ties = [.. TableTies(context, tables?["ties"]), .. Ties(context, root["ties"])],
            Branches = Branches(context, root["branches"], tables?["branches"], contenders.AddRange(founders)),
            Following =
                root["branches"] is { } branches
                && branches["ties"] is { } ties
                && context.Prior(ties, "The strength of first ties", 0, 1) is { } strength
                    ? new FirstFollowing(strength.Prior, Evenly: false, context.Cite(branches, strength.Source))
                    : null,
        };
    }

    private static void Row(Context context, CsvTable csv, (int Line, string[] Cells) row, ImmutableArray<Person>.Builder all)
    {
        if (csv.Cell(row, "person", context) is not { } name || Declare(context, name, all.Count) is not { } id)
            return;
        var attributes = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var labels = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var heading in csv.Headings.Except(Known, StringComparer.Ordinal))
        {
            if (csv.Cell(row, heading, context) is not { } cell)
                continue;
            if (Label(context, heading, cell) is { } label)
                labels[heading] = label;
            else if (DistributionText.TryNumber(cell.Text, out var number))
                attributes[heading] = number;
            else
                context.Diagnostics.Error(
                    "APP403",
                    cell.Span,
                    $"\"{cell.Text}\" is not a number; the column {heading} holds what is known of people in numbers.",
                    "a number, or an empty cell where nothing is known"
                );
        }
        var source = csv.Citation(row, context);
        all.Add(
            new Person
            {
                Id = id,
                Name = name.Text,
                Key = Key.Of(name.Text),
                Span = name.Span,
                Born = context.Date(csv.Cell(row, "born", context), "A day of birth"),
                Joined = context.Date(csv.Cell(row, "joined", context), "A day of joining"),
                Holds = csv.Cell(row, "holds", context) is { } holds ? Holds(context, holds) : [],
                Branch = context.Whole(csv.Cell(row, "branch", context), "A branch", 0),
                Attributes = attributes.ToImmutable(),
                Labels = labels.ToImmutable(),
                Source = context.Keep($"what is told of {name.Text}", name.Span, source),
            }
        );
    }

    private static void Entry(Context context, Node key, Node value, ImmutableArray<Person>.Builder all, int inTable)
    {
        var known = context.Names.Find(typeof(PersonId), key.Text);
        if (known >= 0 && known < inTable)
        {
            all[known] = Adding(all[known], Told(context, all[known].Id, key, value));
            return;
        }
        if (Declare(context, key, all.Count) is { } id)
            all.Add(Told(context, id, key, value));
    }

    // What the scenario says of someone stands before what the table says; the seats of both are his.
    private static Person Adding(Person row, Person told) =>
        row with
        {
            Born = told.Born ?? row.Born,
            Joined = told.Joined ?? row.Joined,
            Holds = [.. row.Holds.Union(told.Holds)],
            Branch = told.Branch ?? row.Branch,
            Attributes = row.Attributes.SetItems(told.Attributes),
            Labels = row.Labels.SetItems(told.Labels),
        };

    private static Person Told(Context context, PersonId id, Node key, Node value)
    {
        context.Know(value, "A person", ScenarioShapes.Person);
        var map = value.Kind == NodeKind.Map ? value : null;
        return new Person
        {
            Id = id,
            Name = key.Text,
            Key = Key.Of(key.Text),
            Span = key.Span,
            Born = context.Date(map?["born"], "A day of birth"),
            Joined = context.Date(map?["joined"], "A day of joining"),
            Holds = [.. context.List(map?["holds"]).Select(n => context.Organ(n, "What he holds")).OfType<OrganId>()],
            Branch = context.Whole(map?["branch"], "A branch", 0),
            Attributes = context
                .Entries(map?["attributes"], "attributes")
                .Where(e => !context.Attributes.Any(a => a.Id.Name == e.Key.Text))
                .Select(e => (e.Key.Text, context.Prior(e.Value, e.Key.Text)?.Prior.Mean))
                .Where(e => e.Mean is not null)
                .ToImmutableDictionary(e => e.Text, e => e.Mean!.Value, StringComparer.Ordinal),
            Labels = context
                .Entries(map?["attributes"], "attributes")
                .Select(e => (e.Key.Text, Label: Label(context, e.Key.Text, e.Value)))
                .Where(e => e.Label is not null)
                .ToImmutableDictionary(e => e.Text, e => e.Label!, StringComparer.Ordinal),
            Source = context.Keep($"what is told of {key.Text}", key.Span, map is null ? Citation.None : context.Cite(map, Citation.None)),
        };
    }

    // The value of an attribute people share; null if the scenario declares none of that name.
    private static string? Label(Context context, string name, Node value)
    {
        if (
            context.Attributes.FirstOrDefault(a => a.Id.Name == name) is not { } attribute
            || context.Text(value, $"The {name} of a person") is not { } text
        )
            return null;
        if (!attribute.Values.IsEmpty && !attribute.Values.Contains(text, StringComparer.Ordinal))
            context.Unknown(value, name, text, attribute.Values);
        return text;
    }

    private static PersonId? Declare(Context context, Node name, int index)
    {
        if (context.Names.Declare(typeof(PersonId), name.Text, index))
            return new PersonId(index);
        context.Diagnostics.Error("APP207", name.Span, $"{name.Text} is declared twice.", repair: "Keep one of the two.");
        return null;
    }

    private static ImmutableArray<OrganId> Holds(Context context, Node cell) =>
        [
            .. cell
                .Text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(name =>
                    context.Organ(
                        new Node
                        {
                            Kind = NodeKind.Text,
                            File = cell.File,
                            Line = cell.Line,
                            Column = cell.Column + cell.Text.IndexOf(name, StringComparison.Ordinal),
                            Text = name,
                        },
                        "What he holds"
                    )
                )
                .OfType<OrganId>(),
        ];

    private static ImmutableArray<PersonId> Heads(Context context, Node? node)
    {
        if (node is { Kind: NodeKind.Map })
        {
            context.Know(node, "This list", ScenarioShapes.Heads);
            context.Keep("who counts as a head", node.Span, context.Cite(node, Citation.None));
            node = node["people"];
        }
        return [.. context.List(node).Select(n => context.Person(n, "A contender")).OfType<PersonId>().Distinct()];
    }

    private static IEnumerable<Tie> Ties(Context context, Node? node)
    {
        foreach (var tie in context.AtMost(context.List(node), MostTies, "ties", t => t.Span))
        {
            context.Know(tie, "A tie", ScenarioShapes.Tie);
            if (
                context.Person(tie["from"], "A client") is { } from
                && context.Person(tie["to"], "A head") is { } to
                && context.Prior(tie["strength"], "The strength of a tie", 0, 1) is { } strength
            )
                yield return new Tie(from, to, strength.Prior, context.Keep("a tie", tie.Span, context.Cite(tie, strength.Source)));
        }
    }

    private static IEnumerable<Tie> TableTies(Context context, Node? node)
    {
        if (node is null || CsvTable.Read(context, node, "from", "to", "strength", "source") is not { } csv)
            yield break;
        foreach (var row in csv.First(context, MostTies, "ties"))
        {
            var cells = new[] { "from", "to", "strength", "source" }.Select(h => csv.Cell(row, h, context)).ToArray();
            if (
                context.Person(cells[0], "A client") is not { } from
                || context.Person(cells[1], "A head") is not { } to
                || context.Prior(cells[2], "The strength of a tie", 0, 1) is not { } strength
            )
                continue;
            yield return new Tie(
                from,
                to,
                strength.Prior,
                context.Keep($"the tie of {cells[0]!.Text} to {cells[1]!.Text}", cells[0]!.Span, csv.Citation(row, context))
            );
        }
    }

    // Branches are named in a table, or only counted; what leans to whom is said once for all of them.
    private static ImmutableArray<Branch> Branches(Context context, Node? node, Node? table, ImmutableArray<PersonId> heads)
    {
        context.Know(node, "\"branches\"", ScenarioShapes.Branches);
        var leanings = context
            .Entries(node?["leanings"], "leanings")
            .Select(e => (Head: context.Person(e.Key, "A head"), Share: context.Prior(e.Value, "A share of leanings", 0, 1)?.Prior))
            .Where(x => x.Head is { } h && heads.Contains(h) && x.Share is not null)
            .Select(x => (x.Head!.Value, x.Share!))
            .ToImmutableArray();
        var source = node is null ? Citation.None : context.Keep("the branches", node.Span, context.Cite(node, Citation.None));
        var branches = ImmutableArray.CreateBuilder<Branch>();
        if (table is not null && CsvTable.Read(context, table, "branch", "members") is { } csv)
        {
            foreach (var row in csv.First(context, 10_000, "branches"))
            {
                if (
                    csv.Cell(row, "branch", context) is { } name
                    && context.Prior(csv.Cell(row, "members", context), "Members", 0) is { } members
                )
                    branches.Add(new(name.Text, Key.Of(name.Text), members.Prior.Mean, leanings, source));
            }
        }
        var number = context.Whole(node?["number"], "The number of branches", 0, 10_000) ?? 0;
        var called = context.Text(node?["called"], "What a branch is called") ?? "Branch";
        var size = context.Prior(node?["members"], "Members", 0)?.Prior.Mean ?? 1;
        for (var i = 0; i < number; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{called} {i + 1}");
            branches.Add(new(name, Key.Of(name), size, leanings, source));
        }
        return branches.ToImmutable();
    }

    private static ImmutableArray<TraitFormula> Formulas(
        Context context,
        Node? node,
        string group,
        ImmutableArray<(string Name, double Start)> issues
    )
    {
        var formulas = ImmutableArray.CreateBuilder<TraitFormula>();
        foreach (var (key, value) in context.Entries(node, "traits"))
        {
            var issue = issues.Select(i => i.Name).ToList().IndexOf(key.Text);
            Trait? trait = key.Text switch
            {
                "prestige" => Trait.Prestige,
                "competence" => Trait.Competence,
                "capacity" => Trait.Capacity,
                _ when issue >= 0 => Trait.Issue1 + issue,
                _ => null,
            };
            if (trait is null)
            {
                context.Unknown(key, "trait", key.Text, ["prestige", "competence", "capacity", .. issues.Select(i => i.Name)]);
                continue;
            }
            context.Know(value, "A trait", ScenarioShapes.Trait);
            var (low, high) = trait switch
            {
                Trait.Prestige => (0.0, 1.0),
                Trait.Competence => (-3.0, 3.0),
                Trait.Capacity => (0.0, 10.0),
                _ => (-1.0, 1.0),
            };
            var map = value.Kind == NodeKind.Map;
            if (context.Prior(map ? value["base"] : value, $"The base of {key.Text}") is not { } start)
                continue;
            var source = context.Keep($"{key.Text} of {group}s", key.Span, map ? context.Cite(value, start.Source) : start.Source);
            var weights = context
                .Entries(map ? value["plus"] : null, "plus")
                .Select(e =>
                    (
                        e.Key.Text,
                        context.Parameter(
                            e.Value,
                            $"{group}.{key.Text}.{e.Key.Text}",
                            "per unit",
                            $"what {e.Key.Text} adds to {key.Text} of a {group}",
                            source
                        )
                    )
                )
                .Where(w => w.Item2 is not null)
                .Select(w => (w.Text, w.Item2!))
                .ToImmutableArray();
            formulas.Add(
                new(
                    trait.Value,
                    start.Prior,
                    weights,
                    map && context.Prior(value["low"], "The least value") is { } least ? least.Prior.Mean : low,
                    map && context.Prior(value["high"], "The greatest value") is { } most ? most.Prior.Mean : high,
                    source
                )
            );
        }
        return formulas.ToImmutable();
    }
}
