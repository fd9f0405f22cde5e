using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>One setting of the cards and what came of it.</summary>
/// <param name="On">The cards that are on: bit i for card i in the order of the scenario.</param>
/// <param name="Runs">Histories played.</param>
/// <param name="Held">In how many of them each statement held, in the order of <see cref="CardTable.Statements"/>.</param>
/// <param name="Following">Mean of the first measure of the holder at the end; not a number if the scenario keeps none.</param>
/// <param name="Fingerprint">Of these histories.</param>
public sealed record CardSetting(int On, long Runs, ImmutableArray<long> Held, double Following, Fingerprint Fingerprint)
{
    /// <summary>How often a statement held, with Wilson's interval.</summary>
    public Estimate this[int statement] => Proportion.Wilson(Held[statement], Runs);
}

/// <summary>What one card does. Each list has a member a statement.</summary>
/// <param name="Card">Its place in the order of the scenario.</param>
/// <param name="Off">All cards on, against all but this one.</param>
/// <param name="Alone">This card alone on, against none.</param>
/// <param name="Late">The headline with the record held up to the branch: all cards, against all but this one from then on; null if that was not played or could change nothing any more.</param>
public sealed record CardEffect(int Card, ImmutableArray<PairedCounts> Off, ImmutableArray<PairedCounts> Alone, PairedCounts? Late);

/// <summary>Two cards compared alone. Each list has a member a statement; above 0 the first card mattered more.</summary>
/// <param name="First">A card.</param>
/// <param name="Second">Another.</param>
/// <param name="Off">The world without the second, against the world without the first.</param>
/// <param name="Alone">The world with the first alone, against the world with the second alone.</param>
public sealed record CardPair(int First, int Second, ImmutableArray<PairedCounts> Off, ImmutableArray<PairedCounts> Alone);

/// <summary>A stage: some rivals, and when they were out.</summary>
/// <param name="Name">As textbooks call it.</param>
/// <param name="People">Who, by name.</param>
/// <param name="Recorded">The day the last of them left the prize by the record; null if it does not say so within the scenario's days.</param>
/// <param name="Median">With all cards on, the middle day since when they are all out for good while the holder is in, over the histories in which that is so.</param>
/// <param name="Early">Lower quartile of that day.</param>
/// <param name="Late">Upper quartile of that day.</param>
/// <param name="NeverIn">In how many of those histories none of them ever came in; they are left out of the days.</param>
public sealed record CardStage(
    string Name,
    ImmutableArray<string> People,
    DateOnly? Recorded,
    DateOnly? Median,
    DateOnly? Early,
    DateOnly? Late,
    long NeverIn
);

/// <summary>Settings of cards with what came of each: of 2^k settings all, or those that were played.</summary>
public sealed record CardTable : IAnswer
{
    /// <inheritdoc/>
    public required Scenario Scenario { get; init; }

    /// <summary>Seed of all chance.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Histories asked for in each setting with all cards, none, all but one or one alone.</summary>
    public required int Runs { get; init; }

    /// <summary>Histories asked for in each other setting.</summary>
    public required int OtherRuns { get; init; }

    /// <summary>What is counted: the headline first, then a statement a stage: its rivals are out of the prize and the holder is in.</summary>
    public required ImmutableArray<string> Statements { get; init; }

    /// <summary>The settings played, ascending.</summary>
    public required ImmutableArray<CardSetting> Settings { get; init; }

    /// <summary>What each card does, in the order of the scenario; those whose worlds were not played are left out.</summary>
    public required ImmutableArray<CardEffect> Effects { get; init; }

    /// <summary>Two cards at a time, those whose worlds were played.</summary>
    public required ImmutableArray<CardPair> Pairs { get; init; }

    /// <summary>What each comparison of a card, and then of two cards, carries to be argued with.</summary>
    public required ImmutableArray<Passport> Passports { get; init; }

    /// <summary>The stages.</summary>
    public required ImmutableArray<CardStage> Stages { get; init; }

    /// <summary>The headline with all cards on and the record held up to the branch; null if not played.</summary>
    public required Estimate? LateHeadline { get; init; }

    /// <summary>The fingerprint of the first histories with all cards on and with none: another scenario or engine has another.</summary>
    public required Fingerprint Probe { get; init; }

    /// <inheritdoc/>
    public required bool IsComplete { get; init; }

    /// <summary>The cards.</summary>
    public ImmutableArray<Card> Cards => Scenario.Cards;

    /// <summary>The setting with all cards on.</summary>
    public int AllOn => (1 << Cards.Length) - 1;

    /// <summary>A setting; null if it was not played.</summary>
    public CardSetting? this[int on] => Settings.FirstOrDefault(s => s.On == on);

    /// <summary>Whether every setting was played.</summary>
    public bool IsFull => Settings.Length == 1 << Cards.Length;

    /// <summary>Histories played.</summary>
    public long Histories => Settings.Sum(s => s.Runs);

    /// <inheritdoc/>
    public string Title => "cards";

    /// <inheritdoc/>
    public Estimate? PriorPredictive => this[AllOn]?[0];

    /// <inheritdoc/>
    public IEnumerable<Difference> Differences =>
        Effects.Select(e => new Difference(Statements[0], "all cards", $"without \"{Cards[e.Card].Name}\"", e.Off[0]));

    /// <summary>The pair of two cards, the first asked for first; null if it was not played.</summary>
    public CardPair? Pair(int first, int second)
    {
        if (Pairs.FirstOrDefault(p => p.First == first && p.Second == second) is { } straight)
            return straight;
        return Pairs.FirstOrDefault(p => p.First == second && p.Second == first) is { } turned
            ? new(first, second, [.. turned.Off.Select(Turned)], [.. turned.Alone.Select(Turned)])
            : null;
    }

    /// <summary>The passports of a comparison of two cards, the one taken away or the other, and the one alone or the other.</summary>
    public IEnumerable<Passport> PassportsOf(CardPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        // A table has each two cards once, in the order of the scenario.
        int[] cards = [Math.Min(pair.First, pair.Second), Math.Max(pair.First, pair.Second)];
        return Named([cards]);
    }

    /// <summary>The passports of single cards.</summary>
    public IEnumerable<Passport> PassportsOfCards => Named(Enumerable.Range(0, Cards.Length).Select(c => new[] { c }));

    internal const string Off = "taken away";
    internal const string Alone = "alone in play";
    internal const string Late = "taken away from the branch on";

    /// <summary>A comparison of one card, or of two, by name.</summary>
    internal static string NameOf(Scenario scenario, IEnumerable<int> cards, string how) =>
        $"{string.Join(" or ", cards.Select(c => scenario.Cards[c].Name))}, {how}";

    private IEnumerable<Passport> Named(IEnumerable<int[]> cards) =>
        cards
            .SelectMany(c => new[] { Off, Alone, Late }.Select(how => NameOf(Scenario, c, how)))
            .Join(Passports, name => name, p => p.Comparison, (_, p) => p);

    private static PairedCounts Turned(PairedCounts c) => new(c.Both, c.OnlySecond, c.OnlyFirst, c.Neither);
}
