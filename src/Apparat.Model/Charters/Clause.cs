using System.Collections.Immutable;
using System.Globalization;

namespace Apparat.Model;

/// <summary>A numbered clause: the unit of law and of counterfactuals. It may hold several sentences.</summary>
/// <param name="Id">Its number as printed.</param>
/// <param name="Rules">Its sentences, in order.</param>
/// <param name="Says">The document's own words, if given; see <see cref="Gist"/>.</param>
/// <param name="Source">Where it is written down.</param>
/// <param name="Span">Where the scenario states it.</param>
public sealed record Clause(ClauseId Id, ImmutableArray<Rule> Rules, string? Says, Citation Source, SourceSpan Span)
{
    /// <summary>What the document says, in other words than its own; null if not given.</summary>
    public string? Gist { get; init; }

    /// <summary>Why it is set aside without sentences, such as "not about power"; null if it is not.</summary>
    public string? Aside { get; init; }

    /// <summary>The law whose default this is, where the charter itself is silent; null for a clause of the charter.</summary>
    public string? DefaultOf { get; init; }
}

/// <summary>How much of a document has been read: a verdict on what was read says nothing about the rest.</summary>
/// <param name="Read">Clauses with sentences.</param>
/// <param name="Aside">Clauses set aside.</param>
/// <param name="Open">Clauses whose words are there and whose meaning is not.</param>
public sealed record Coverage(int Read, int Aside, int Open)
{
    /// <summary>All clauses of the document.</summary>
    public int Clauses => Read + Aside + Open;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Read} of {Clauses} clauses read{(Aside > 0 ? $", {Aside} set aside" : "")}{(Open > 0 ? $", {Open} open" : "")}{(Read < Clauses ? " - no finding is not a clean bill" : "")}";
}

/// <summary>Who may exist, and the law between them.</summary>
/// <param name="Organs">All organs; an organ's index is its place here.</param>
/// <param name="Clauses">All clauses in the order of the document.</param>
public sealed record Charter(ImmutableArray<Organ> Organs, ImmutableArray<Clause> Clauses)
{
    /// <summary>An organ by its id.</summary>
    public Organ this[OrganId id] => Organs[id.Index];

    /// <summary>A clause by its number.</summary>
    /// <exception cref="KeyNotFoundException">No clause has that number.</exception>
    public Clause this[ClauseId id] =>
        Clauses.FirstOrDefault(c => c.Id == id) ?? throw new KeyNotFoundException($"There is no clause {id}.");

    /// <summary>Every hold the charter gives, with the clause that gives it.</summary>
    public IEnumerable<(Clause Clause, Influence Influence)> Influences =>
        Clauses.SelectMany(c => c.Rules.SelectMany(r => r.AllInfluences).Select(i => (c, i)));

    /// <summary>How much of the document its clauses were taken from has been read.</summary>
    public Coverage Coverage =>
        new(
            Clauses.Count(c => !c.Rules.IsEmpty && c.DefaultOf is null),
            Clauses.Count(c => c.Rules.IsEmpty && c.Aside is not null),
            Clauses.Count(c => c.Rules.IsEmpty && c.Aside is null)
        );

    /// <summary>Everything the charter lays down beside holds, with the clause that does.</summary>
    public IEnumerable<(Clause Clause, Norm Norm)> Norms =>
        Clauses.SelectMany(c => c.Rules.SelectMany(r => r.AllNorms).Select(n => (c, n)));

    /// <summary>Every provision under the name by which it is struck: <c>C2</c>, <c>C2/2</c> for a second sentence, <c>C2/slate</c> for a tail.</summary>
    public IEnumerable<(string Name, Clause Clause, Provision Provision)> Provisions
    {
        get
        {
            foreach (var clause in Clauses)
            {
                for (var i = 0; i < clause.Rules.Length; i++)
                {
                    var rule = clause.Rules[i];
                    var name = SentenceName(clause, i);
                    yield return (name, clause, rule);
                    foreach (var tail in rule.Tails)
                        yield return ($"{name}/{TailName(tail)}", clause, tail);
                }
            }
        }
    }

    /// <summary>The name by which a sentence of a clause is struck: <c>C2</c> for the first, <c>C2/2</c> for the second.</summary>
    public static string SentenceName(Clause clause, int index)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return index == 0 ? clause.Id.Text : $"{clause.Id.Text}/{index + 1}";
    }

    /// <summary>The name of the sentence a provision belongs to: <c>C2</c> of <c>C2/slate</c>, <c>C2/2</c> of <c>C2/2/slate</c>.</summary>
    public static string SentenceOf(string provision)
    {
        ArgumentNullException.ThrowIfNull(provision);
        var parts = provision.Split('/');
        return parts.Length > 1 && int.TryParse(parts[1], CultureInfo.InvariantCulture, out _) ? $"{parts[0]}/{parts[1]}" : parts[0];
    }

    /// <summary>The short name of a tail in the name of its provision: its type's name in lower case.</summary>
    public static string TailName(Tail tail) => tail.GetType().Name.ToLowerInvariant();
}
