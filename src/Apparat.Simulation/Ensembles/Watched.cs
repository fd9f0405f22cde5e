using System.Collections.Immutable;

namespace Apparat.Simulation;

/// <summary>
/// What an ensemble follows through the turns of its histories. A history is the same whatever is followed; what is not asked for is not worked
/// out. Fingerprints, and what every measure comes to on the last day, are always kept.
/// </summary>
public sealed record Watched
{
    // Null for every one there is; else in order, each once.
    private readonly ImmutableArray<string>? _names;

    private Watched(IEnumerable<string>? names, bool draws)
    {
        _names = names is null ? null : [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Draws = draws;
        Key = $"{(_names is { } some ? string.Join(' ', some) : "*")}{(draws ? " and draws" : "")}";
    }

    /// <summary>Every outcome, every measure, and what was drawn.</summary>
    public static Watched All { get; } = new(null, draws: true);

    /// <summary>Only what is always kept.</summary>
    public static Watched Nothing { get; } = new([], draws: false);

    /// <summary>Whether each history's draws of parameters, and when each provision first counted, are kept.</summary>
    public bool Draws { get; }

    /// <summary>By what two of them are told apart: names in order, a star for all there are.</summary>
    public string Key { get; }

    /// <summary>Some outcomes and measures, by name; what has no name is left out.</summary>
    public static Watched Only(params IEnumerable<string?> names) => new(names.OfType<string>(), draws: false);

    /// <summary>The same with the draws.</summary>
    public Watched WithDraws => new(_names, draws: true);

    /// <summary>What either keeps.</summary>
    public Watched And(Watched other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Covers(other) ? this
            : other.Covers(this) ? other
            : new(_names is { } own && other._names is { } more ? own.Concat(more) : null, Draws || other.Draws);
    }

    /// <summary>Whether an outcome or a measure of this name is followed.</summary>
    public bool Has(string name) => _names is not { } some || some.Contains(name);

    /// <summary>Whether a table that keeps this has all that another would keep.</summary>
    public bool Covers(Watched other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Draws || !other.Draws) && (_names is null || (other._names is { } wanted && wanted.All(Has)));
    }

    /// <inheritdoc/>
    public bool Equals(Watched? other) => other?.Key == Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Key;
}
