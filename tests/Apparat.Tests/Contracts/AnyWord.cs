using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Words made from the lexicon alone, by the types of their slots, and a charter to say them in.</summary>
internal static class AnyWord
{
    private static readonly Scenario Straight = Written(0);

    /// <summary>The names of the words of a family.</summary>
    public static TheoryData<string> Of<TFamily>() => [.. StandardLexicon.Instance.Of<TFamily>().Select(e => e.Name).Distinct()];

    /// <summary>A word: whoever acts is the Senate, whatever is acted on are the Units.</summary>
    public static Word Make(string name)
    {
        var constructor = StandardLexicon.Instance.Find(name)!.Constructor;
        var organs = 0;
        return (Word)constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType, ref organs))]);
    }

    /// <summary>A small charter, its lines in an order of their own, with the Units filled by lot unless another rule does.</summary>
    public static Scenario Charter(ulong order = 0) => order == 0 ? Straight : Written(order);

    private static Scenario Written(ulong order)
    {
        string Lines(params string[] lines) =>
            string.Join("\n  ", lines.OrderBy(l => order == 0 ? 0UL : Numerics.Key.Mix(order, Numerics.Key.Of(l))));
        return Stage.Read(
            $$$"""
            scenario: A charter to say words in
            from: 2000-01-01
            until: 2001-06-30
            organs:
              {{{Lines(
                "Senate: {seats: 7, term: 6 months, rank: 1, turnover: 0.04}",
                "Chair: {office of: Senate, rank: 1}",
                "Units: {seats: 6, most: 12, leads branches: yes, rank: 0.5, term: 5 months, pool: [Registry], turnover: 0.05}",
                "Congress: {counted: yes, seats: 40, meets: half-yearly}",
                "Registry: {seats: 12, rank: 0.2, turnover: 0.05}"
            )}}}
            people:
              {{{Lines("Alder: {holds: [Senate, Chair]}", "Birch: {holds: [Senate, Registry]}", "Cedar: {holds: [Senate, Units]}", "Hazel: {holds: [Registry], joined: 1990-01-01}")}}}
            contenders: [Alder, Birch, Cedar]
            cadres: 80
            branches: {number: 6, members: 100, leanings: {Alder: 0.1..0.3, Birch: 0.1..0.3}}
            issues:
              Tax: 0.1
            traits:
              heads: {prestige: {base: 0.2..0.8}, Tax: {base: -0.8..0.8}}
              cadres: {prestige: {base: 0.02..0.2}, Tax: {base: -0.8..0.8}}
            documents:
              the Paper: {harms: {Birch: 0.4}, asks to remove: Chair, against holder: 0.3, audiences: [Senate, Units]}
            priors: {nu: 1..3}
            clauses:
              {{{Lines("1: Senate coopts Senate by majority", "2: Senate elects Chair by majority, from Senate", "3: Registry is drawn by lot", "4: Units choose Congress by delegation", "5: Senate removes Units by majority", "6: Senate decides policy")}}}
            events:
              2000-03-10: {what: the Paper is delivered to Chair, kind: given}
            outcomes:
              sits(X): X sits in Units
            """
        );
    }

    /// <summary>The charter with half of the seats from a list, so that makers choose as well as electors; and somebody sets the agenda.</summary>
    public static Scenario Lively()
    {
        var half = Parameter.Share("half", new Numerics.Fixed(0.5), "declared");
        var elects = (Rule)Make(nameof(Elects)) with { Tails = [(Tail)Make(nameof(Slate)) with { Share = half }] };
        return With(With(Charter(), elects), (Rule)Make(nameof(SetsAgenda)), id: "8");
    }

    /// <summary>The charter with a rule as one more clause, first or last.</summary>
    public static Scenario With(Scenario scenario, Rule rule, bool first = false, string id = "9")
    {
        var clause = new Clause(new ClauseId(id), [Aligned(scenario, rule)], null, Citation.None, SourceSpan.Nowhere);
        var clauses = scenario.Charter.Clauses;
        return scenario with { Charter = scenario.Charter with { Clauses = first ? clauses.Insert(0, clause) : clauses.Add(clause) } };
    }

    public static OrganId Organ(Scenario scenario, string name) => scenario.Charter.Organs.Single(o => o.Name == name).Id;

    // Words are made for the charter in its own order; in another order the places of its organs and people differ.
    private static Rule Aligned(Scenario scenario, Rule rule)
    {
        var type = rule.GetType();
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var values = constructor
            .GetParameters()
            .Select(p => Place(type.GetProperties().First(x => x.Name.Equals(p.Name, StringComparison.OrdinalIgnoreCase)).GetValue(rule)));
        return (Rule)constructor.Invoke([.. values]) is var again ? again with { Tails = rule.Tails } : rule;

        object? Place(object? value) =>
            value switch
            {
                OrganId o => Organ(scenario, Straight.Charter[o].Name),
                ImmutableArray<OrganId> many => many.Select(o => Organ(scenario, Straight.Charter[o].Name)).ToImmutableArray(),
                PersonId p => scenario.Cast.People.Single(x => x.Name == Straight[p].Name).Id,
                _ => value,
            };
    }

    private static object? Value(Type type, ref int organs)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(OrganId))
            return new OrganId(organs++ == 0 ? 0 : 2);
        if (type == typeof(ImmutableArray<OrganId>))
        {
            organs++;
            return ImmutableArray.Create(new OrganId(2));
        }
        if (type == typeof(PersonId))
            return new PersonId(1);
        if (type == typeof(ImmutableArray<PersonId>))
            return ImmutableArray.Create(new PersonId(organs++ % 3));
        return type == typeof(DocumentId) ? new DocumentId(0)
            : type == typeof(ClauseId) ? new ClauseId("1")
            : type == typeof(ImmutableArray<ClauseId>) ? ImmutableArray.Create(new ClauseId("1"))
            : type == typeof(Rule) ? Make(nameof(Elects))
            : type == typeof(int) ? 3
            : type == typeof(Ratio) ? new Ratio(11, 20)
            : type == typeof(bool) ? true
            : type == typeof(string) ? "members"
            : type == typeof(DateOnly) ? new DateOnly(2000, 5, 1)
            : type.IsEnum ? Enum.GetValues(type).GetValue(0)
            : type.IsValueType ? Activator.CreateInstance(type)
            : null;
    }
}
