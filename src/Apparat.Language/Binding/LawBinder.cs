using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>
/// Reads the law a charter stands under, and takes from it the clauses on matters of which the charter says nothing. What the law says of organs
/// the charter does not have is not taken.
/// </summary>
internal static class LawBinder
{
    public static ImmutableArray<Clause> Bind(Context context, Node? under, ImmutableArray<Organ> organs, ImmutableArray<Clause> own)
    {
        if (under is null || under.IsEmpty)
            return [];
        if (under.Kind == NodeKind.Map)
            context.Know(under, "\"under\"", ScenarioShapes.Under);
        var place = under.Kind == NodeKind.Map ? under["law"] : under;
        if (place is null || context.Text(place, "The file of a law") is not { } file)
        {
            if (place is null)
                context.Diagnostics.Error("APP140", under.Span, "Under which law?", "law: a file of default clauses beside the scenario");
            return [];
        }
        if (context.Open(file) is not { } bytes)
        {
            context.Diagnostics.Error(
                "APP130",
                place.Span,
                $"There is no file \"{file}\" beside the scenario.",
                "a file of default clauses"
            );
            return [];
        }
        var yaml = YamlText.Read(file, bytes, context.Diagnostics);
        context.Lines[file] = yaml.Lines;
        if (yaml.Root is not { Kind: NodeKind.Map } law)
        {
            if (yaml.Root is { } other)
                context.Diagnostics.Error("APP114", other.Span, "A law is a list of names with values.", "law: its title");
            return [];
        }
        context.Know(law, "A law", ScenarioShapes.Law);
        if (context.Text(law["law"], "The title of a law") is not { Length: > 0 } title)
        {
            context.Diagnostics.Error("APP115", law.Span, "This law has no title.", "law: its title");
            return [];
        }
        if (context.Text(law["sources"], "The bibliography of a law") is { } bibliography)
            ReadSources(context, law["sources"]!, bibliography);
        return Taken(context, title, law, Names(context, under["as"], law, organs), own);
    }

    // Clauses that speak of an organ the charter lacks can be read with the law's own names only.
    private static ImmutableArray<Clause> Taken(Context context, string title, Node law, Names here, ImmutableArray<Clause> own)
    {
        var (grammar, lawsOwn) = (
            Grammar.For(context.Lexicon, here, Grammar.RuleFamilies),
            Grammar.For(context.Lexicon, LawsOwn(context, law), Grammar.RuleFamilies)
        );
        var settled = own.SelectMany(c => c.Rules).SelectMany(r => r.Matters).ToHashSet();
        var taken = ImmutableArray.CreateBuilder<Clause>();
        foreach (var (key, value) in context.AtMost(context.Entries(law["clauses"], "clauses"), 500, "clauses of a law", e => e.Key.Span))
        {
            var apart = new Context(context.Lexicon, new Diagnostics(), context.Open) { From = context.From };
            foreach (var source in context.Sources)
                apart.Sources[source.Key] = source.Value;
            var clause = ClauseBinder.One(apart, grammar, new ClauseId($"default.{key.Text}"), key, value);
            if (apart.Diagnostics.HasErrors)
            {
                var read = new Context(context.Lexicon, context.Diagnostics, context.Open) { From = context.From };
                foreach (var source in context.Sources)
                    read.Sources[source.Key] = source.Value;
                ClauseBinder.One(read, lawsOwn, clause.Id, key, value);
                continue;
            }
            ImmutableArray<Rule> open = [.. clause.Rules.Where(r => !r.Matters.Any(settled.Contains))];
            if (open.IsEmpty)
                continue;
            taken.Add(clause with { Rules = open, DefaultOf = title });
            context.Data.AddRange(apart.Data);
        }
        return taken.ToImmutable();
    }

    // The organs here, and the law's names for those of them that are meant.
    private static Names Names(Context context, Node? map, Node law, ImmutableArray<Organ> organs)
    {
        var names = new Names();
        foreach (var organ in organs)
            names.Declare(typeof(OrganId), organ.Name, organ.Id.Index);
        foreach (var (role, target) in context.Entries(map, "as"))
        {
            if (!context.Entries(law["organs"], "organs").Any(o => o.Key.Text == role.Text))
                context.Unknown(role, "organ of this law", role.Text, context.Entries(law["organs"], "organs").Select(o => o.Key.Text));
            else if (context.Organ(target, "An organ of this scenario") is { } organ)
                names.Declare(typeof(OrganId), role.Text, organ.Index);
        }
        foreach (var organ in organs.Where(o => o.Member is not null))
            names.DeclareMember<OrganId>(organ.Member!, organ.Id.Index);
        foreach (var (role, value) in context.Entries(law["organs"], "organs"))
        {
            if (
                context.Text(value["each"], "What one member is called") is { } member
                && names.Find(typeof(OrganId), role.Text) is var index and >= 0
            )
                names.DeclareMember<OrganId>(member, index);
        }
        return names;
    }

    private static Names LawsOwn(Context context, Node law)
    {
        var names = new Names();
        var index = 0;
        foreach (var (role, value) in context.Entries(law["organs"], "organs"))
        {
            names.Declare(typeof(OrganId), role.Text, index);
            if (value["each"] is { Kind: NodeKind.Text } member)
                names.DeclareMember<OrganId>(member.Text, index);
            index++;
        }
        return names;
    }

    private static void ReadSources(Context context, Node place, string name)
    {
        if (context.Open(name) is not { } bytes)
        {
            context.Diagnostics.Error("APP505", place.Span, $"There is no bibliography \"{name}\" beside the scenario.", "a BibTeX file");
            return;
        }
        if (YamlText.Decode(name, bytes, context.Diagnostics) is not { } text)
            return;
        context.Lines[name] = [.. text.Split('\n').Select(l => l.TrimEnd('\r'))];
        foreach (var source in Bibliography.Read(name, text, context.Diagnostics))
            context.Sources.TryAdd(source.Key, source);
    }
}
