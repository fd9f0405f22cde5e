using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Model;

/// <summary>A charter, the people under it, what happens to them from outside, and what is asked. It never changes; a what-if is a new one.</summary>
public sealed record Scenario
{
    /// <summary>Its title.</summary>
    public required string Name { get; init; }

    /// <summary>What it is about, in a sentence.</summary>
    public string About { get; init; } = "";

    /// <summary>The days it runs over.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>Who may exist, and the law between them.</summary>
    public required Charter Charter { get; init; }

    /// <summary>Who acts.</summary>
    public required Cast Cast { get; init; }

    /// <summary>The issues on which positions are held, at most three, and where policy stands on the first day.</summary>
    public ImmutableArray<(string Name, double Start)> Issues { get; init; } = [];

    /// <summary>What persons may share by name: employers, regions.</summary>
    public ImmutableArray<SharedAttribute> Attributes { get; init; } = [];

    /// <summary>Papers.</summary>
    public ImmutableArray<Document> Documents { get; init; } = [];

    /// <summary>Dated events.</summary>
    public ImmutableArray<HistoricalEvent> Events { get; init; } = [];

    /// <summary>What voters weigh.</summary>
    public ImmutableArray<Motive> Motives { get; init; } = [];

    /// <summary>What is weighed in choosing between persons.</summary>
    public ImmutableArray<Criterion> Criteria { get; init; } = [];

    /// <summary>How ties come, fade and break.</summary>
    public ImmutableArray<Bond> Bonds { get; init; } = [];

    /// <summary>Who joins against whom.</summary>
    public required AllianceRule Alliances { get; init; }

    /// <summary>How positions drift; none if they stay.</summary>
    public ImmutableArray<OpinionRule> Opinions { get; init; } = [];

    /// <summary>General pace of politics: contentious motions, turnover, first-comers.</summary>
    public Pace Pace { get; init; } = new();

    /// <summary>Outcomes.</summary>
    public ImmutableArray<Outcome> Outcomes { get; init; } = [];

    /// <summary>Measures kept of every run.</summary>
    public ImmutableArray<Measure> Measures { get; init; } = [];

    /// <summary>What is asked; null if the scenario asks nothing yet.</summary>
    public Question? Question { get; init; }

    /// <summary>What could have been otherwise, for explanations.</summary>
    public ImmutableArray<Factor> Factors { get; init; } = [];

    /// <summary>Mechanisms grouped under textbook names.</summary>
    public ImmutableArray<Card> Cards { get; init; } = [];

    /// <summary>Rivals in the stages of the textbooks, in order; empty for the groups of the question.</summary>
    public ImmutableArray<RivalGroup> Stages { get; init; } = [];

    /// <summary>Priors that replace those of the words, by parameter name.</summary>
    public ImmutableDictionary<string, Setting> Settings { get; init; } = ImmutableDictionary<string, Setting>.Empty;

    /// <summary>Provisions struck, by name.</summary>
    public ImmutableDictionary<string, Struck> Strikes { get; init; } = ImmutableDictionary<string, Struck>.Empty;

    /// <summary>Offices whose holder is changed on the first day.</summary>
    public ImmutableArray<HolderChange> Holders { get; init; } = [];

    /// <summary>Persons whose qualities are changed.</summary>
    public ImmutableArray<QualityChange> Qualities { get; init; } = [];

    /// <summary>If set, recorded seats are forced up to this day and the model runs on from there.</summary>
    public DateOnly? ReplayUntil { get; init; }

    /// <summary>What really happened.</summary>
    public Record Record { get; init; } = Record.Empty;

    /// <summary>The bibliography.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>What the reader of a report must be told about the record and its limits.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Hash of the files it was read from, for provenance; empty if made in memory.</summary>
    public string Digest { get; init; } = "";

    /// <summary>A person by id.</summary>
    public Person this[PersonId id] => Cast.People[id.Index];

    /// <summary>Every parameter of every word, each name once, in order of name.</summary>
    public IEnumerable<Parameter> Parameters =>
        Words()
            .SelectMany(w => w.Parameters)
            .Concat(Documents.SelectMany(d => d.Harms.Select(h => h.Damage)))
            .Concat(Documents.Select(d => d.AgainstHolder).OfType<Parameter>())
            .Concat(Cast.HeadTraits.Concat(Cast.CadreTraits).SelectMany(t => t.Weights.Select(w => w.Weight)))
            .Concat(Charter.Organs.SelectMany(o => new[] { o.Count, o.Turnout, o.Turnover }).OfType<Parameter>())
            .Where(p => p != Parameter.One)
            .DistinctBy(p => p.Name, StringComparer.Ordinal)
            .OrderBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>The prior in force for a parameter: the scenario's, or else the word's own.</summary>
    public Distribution PriorOf(Parameter parameter) =>
        Settings.TryGetValue(parameter.Name, out var setting) ? setting.Prior : parameter.Prior;

    private IEnumerable<Word> Words() =>
        Charter
            .Clauses.SelectMany(c => c.Rules)
            .SelectMany(WithReferences)
            .Concat(Events.Select(e => e.Happening))
            .Concat(Events.SelectMany(e => e.Happening.Enacts).SelectMany(e => WithReferences(e.Rule)))
            .Concat(Motives)
            .Concat(Criteria)
            .Concat(Bonds)
            .Concat(Opinions)
            .Append(Alliances)
            .Append(Pace)
            .Concat(Outcomes.Select(o => o.Condition))
            .Concat(Measures);

    private static IEnumerable<Word> WithReferences(Rule rule)
    {
        yield return rule;
        foreach (var tail in rule.Tails)
            yield return tail;
        foreach (var provision in rule.Tails.Append<Provision>(rule))
        {
            foreach (var reference in provision.Alternatives)
            {
                if (reference.Rule is not { } other)
                    continue;
                yield return other;
                foreach (var tail in other.Tails)
                    yield return tail;
            }
        }
    }
}

/// <summary>A prior the scenario gives in place of a word's own.</summary>
/// <param name="Prior">The distribution; a plain number is a fixed one.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Setting(Distribution Prior, Citation Source);

/// <summary>A provision struck.</summary>
/// <param name="Reference">Which of its references decides instead: 0 is the first.</param>
/// <param name="From">The day from which it is struck; null for the first day.</param>
public sealed record Struck(int Reference = 0, DateOnly? From = null);

/// <summary>Another holder for an office, and for his seat in its body, from the first day; nobody else moves.</summary>
/// <param name="Office">The office.</param>
/// <param name="OneOf">Who may hold it, mixed evenly over runs; empty for "the body has no head".</param>
public sealed record HolderChange(OrganId Office, ImmutableArray<PersonId> OneOf);

/// <summary>Other qualities for a person.</summary>
/// <param name="Person">Who.</param>
/// <param name="FromAnother">False: each trait at the contenders' median. True: all traits of another contender, mixed evenly over runs.</param>
public sealed record QualityChange(PersonId Person, bool FromAnother);
