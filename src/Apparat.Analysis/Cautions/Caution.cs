using System.Collections.Immutable;

namespace Apparat.Analysis;

/// <summary>A doubt told to the reader, in the shape of all we tell people: where, what, why it matters, what to do.</summary>
/// <param name="Id">Its short name, for links and filters.</param>
/// <param name="Where">Which answer or number.</param>
/// <param name="What">What is the case.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Do">What to do about it; empty if nothing can be done.</param>
public sealed record Warning(string Id, string Where, string What, string Why, string Do);

/// <summary>One kind of doubt. Every answer meets every caution; each is a file of its own and needs no other edit.</summary>
public abstract record Caution
{
    /// <summary>Every caution there is, by short name.</summary>
    public static ImmutableArray<Caution> All { get; } =
    [
        .. typeof(Caution)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Caution)) && !t.IsAbstract)
            .Select(t => (Caution)Activator.CreateInstance(t)!)
            .OrderBy(c => c.Rank)
            .ThenBy(c => c.Id, StringComparer.Ordinal),
    ];

    /// <summary>Its short name.</summary>
    public abstract string Id { get; }

    /// <summary>Where it stands among the others: the lowest is told first.</summary>
    public virtual int Rank => 5;

    /// <summary>What it has to say about an answer; nothing if it does not apply.</summary>
    public abstract IEnumerable<Warning> Meet(IAnswer answer);

    /// <summary>What all cautions have to say about an answer, the gravest first.</summary>
    public static ImmutableArray<Warning> AllFor(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return [.. All.SelectMany(c => c.Meet(answer))];
    }
}
