using System.Collections.Immutable;
using System.Globalization;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>A table of cards with the sentences in which it is told. Every sentence is made from counts; none is written for a case.</summary>
internal sealed record CardTelling(CardTable Table, ImmutableDictionary<string, string> Provisions)
{
    private static readonly string[] Words =
    [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    private Question Question => Table.Scenario.Question!;

    public ImmutableArray<Card> Cards => Table.Cards;

    public string Holder => Table.Scenario[Question.Holder].Name;

    /// <summary>The headline said of the holder in words.</summary>
    public string Happens =>
        Telling.WithArticles(Telling.SaidOf(Table.Scenario.Outcomes.First(o => o.Name == Question.Headline).Text, Holder), Table.Scenario);

    /// <summary>The last day in words.</summary>
    public string LastDay => Figures.Day(Table.Scenario.Calendar.Until);

    /// <summary>A statement in a few words: the headline, or whom he beats.</summary>
    public string Short(int statement) => statement == 0 ? "over all rivals at once" : $"against {Table.Stages[statement - 1].Name}";

    /// <summary>Cards by what taking each away costs, the costliest first.</summary>
    public ImmutableArray<CardEffect> ByCost =>
        [.. Table.Effects.OrderByDescending(e => e.Off[0].Difference.Value).ThenBy(e => Cards[e.Card].Name, StringComparer.Ordinal)];

    /// <summary>The card a card is weighed against: the next costlier, so that the weighing is close; for the costliest the next after it.</summary>
    public int Against(int card)
    {
        var order = ByCost.Select(e => e.Card).ToList();
        return order.IndexOf(card) is var place and > 0 ? order[place - 1] : order[1];
    }

    /// <summary>The answer in three sentences.</summary>
    public ImmutableArray<string> Lead()
    {
        if (Table[Table.AllOn] is not { } all)
            return ["Nothing was finished."];
        var lead = ImmutableArray.CreateBuilder<string>();
        lead.Add($"With all {Number(Cards.Length)} cards in play, {Happens} on {LastDay} {Figures.InHundred(all[0])}.");
        if (ByCost is not [var first, ..])
            return lead.ToImmutable();
        var name = Cards[first.Card].Name;
        var sentence = $"Take one card away and leave the rest: without \"{name}\" it is {Left(first.Off[0])}";
        if (ByCost is [_, var next, ..])
            sentence += $", without \"{Cards[next.Card].Name}\" {Left(next.Off[0])}";
        var helped = Table.Effects.Where(e => e.Off[0].Difference.Low > 0).ToList();
        var rest = Cards.Length - helped.Count;
        var costly =
            helped.Count == 0
                ? "none of the cards clearly costs him anything when taken away alone"
                : $"{Number(helped.Count)} of the {Number(Cards.Length)} clearly {(helped.Count == 1 ? "costs" : "cost")} him something when taken away alone{(rest == 0 ? "" : $", the other {Number(rest)} {(rest == 1 ? "does" : "do")} not")}";
        lead.Add($"{sentence}; {costly}.");
        var best = Table.Effects.MaxBy(e => Second(e).Value)!;
        lead.Add(
            $"No one card does it alone: with only \"{Cards[best.Card].Name}\" on it comes about {Figures.InHundred(Second(best))}, with all off {Figures.InHundred(None(best))}."
        );
        if (Second(best).Low > 0.5 * all[0].Value)
            lead[^1] =
                $"One card nearly does it alone: with only \"{Cards[best.Card].Name}\" on it comes about {Figures.InHundred(Second(best))}, with all off {Figures.InHundred(None(best))}.";
        return lead.ToImmutable();

        static string Left(PairedCounts c) =>
            Proportion.Wilson(c.Both + c.OnlySecond, c.Runs) is var e && e.Value <= 0
                ? $"none of {Figures.Count(c.Runs)}"
                : $"{Figures.Hundredths(e)} of 100";
    }

    /// <summary>How to take the numbers, in a line.</summary>
    public string HowToRead =>
        $"\"Of 100 histories\" counts how often the model, not yet calibrated, plays it so; in brackets the range that chance leaves, from {Played} histories a setting.";

    /// <summary>How many histories a setting has.</summary>
    public string Played =>
        Table.IsFull && Table.OtherRuns < Table.Runs
            ? $"{Figures.Count(Table.OtherRuns)} to {Figures.Count(Table.Runs)}"
            : Figures.Count(Table.Runs);

    /// <summary>Those of the stages who hold no seat of the prize on the first day; empty if all do.</summary>
    public string StartOutside
    {
        get
        {
            var names = Table
                .Stages.SelectMany(s => s.People)
                .Distinct()
                .Where(n => !Table.Scenario.Cast.People.First(p => p.Name == n).Holds.Contains(Question.Prize))
                .ToList();
            return names.Count == 0
                ? ""
                : $"Whoever never comes in counts as out: {Telling.And(names)} held no seat in {Table.Scenario.Charter[Question.Prize].Name} on the first day.";
        }
    }

    /// <summary>What two cards weigh against each other, and why, in three or four sentences.</summary>
    public ImmutableArray<string> Compare(CardPair pair)
    {
        var (a, b) = (Cards[pair.First].Name, Cards[pair.Second].Name);
        var (off, alone) = (pair.Off[0], pair.Alone[0]);
        var said = ImmutableArray.CreateBuilder<string>();
        var d = off.Difference;
        said.Add(
            $"{Verdict(d, a, b)} with all the others on: without \"{a}\" {Hundredths(Share(off, false))} of 100, without \"{b}\" {Hundredths(Share(off, true))}; difference {Figures.Hundredths(d)}."
        );
        said.Add(
            $"{Verdict(alone.Difference, a, b)} alone, all the others off: \"{a}\" alone {Hundredths(Share(alone, true))} of 100, \"{b}\" alone {Hundredths(Share(alone, false))}; difference {Figures.Hundredths(alone.Difference)}."
        );
        said.Add(Why(pair));
        return said.ToImmutable();

        static string Verdict(Estimate e, string a, string b) =>
            e.Low > 0 ? $"\"{a}\" mattered more than \"{b}\""
            : e.High < 0 ? $"\"{b}\" mattered more than \"{a}\""
            : $"\"{a}\" and \"{b}\" are too near to tell apart";
    }

    /// <summary>What taking a card away changes, in a few words.</summary>
    public string Alone(int card)
    {
        if (Table.Effects.FirstOrDefault(e => e.Card == card) is not { } effect)
            return "not played";
        var d = effect.Off[0].Difference;
        return !IsClear(d)
            ? "no clear change"
            : string.Create(CultureInfo.InvariantCulture, $"{100 * Math.Abs(d.Value):0} {(d.Value > 0 ? "fewer" : "more")} of 100");
    }

    private string Why(CardPair pair)
    {
        var (a, b) = (Cards[pair.First].Name, Cards[pair.Second].Name);
        var why = "Why: ";
        var widest = Enumerable
            .Range(1, Table.Stages.Length)
            .OrderByDescending(s => Math.Abs(pair.Off[s].Difference.Value))
            .FirstOrDefault();
        if (widest > 0 && IsClear(pair.Off[widest].Difference))
        {
            var e = pair.Off[widest].Difference;
            var (more, less) = e.Value > 0 ? (a, b) : (b, a);
            why += $"they part most {Short(widest)}, where \"{more}\" outweighs \"{less}\" by {Figures.Hundredths(Size(e))} of 100. ";
        }
        else if (Table.Stages.Length > 0)
            why += "against no rival do they clearly part. ";
        if (
            Table[Table.AllOn & ~(1 << pair.First)] is { Following: var withoutA }
            && Table[Table.AllOn & ~(1 << pair.Second)] is { Following: var withoutB }
            && Table[Table.AllOn] is { Following: var all }
            && !double.IsNaN(all)
        )
            why += string.Create(
                CultureInfo.InvariantCulture,
                $"On average {Followers} ends at {100 * all:0} of 100 with all cards, {100 * withoutA:0} without \"{a}\", {100 * withoutB:0} without \"{b}\"."
            );
        return why.TrimEnd();
    }

    /// <summary>What the first measure counts.</summary>
    private string Followers => $"the part of {InText.The(Table.Scenario.Charter[Question.DecisiveBody].Name)} that follows {Holder}";

    /// <summary>Where a card outweighs the one it is weighed against, and where it is outweighed.</summary>
    public (string Against, string For, string Other) Weigh(int card)
    {
        var other = Against(card);
        if (Table.Pair(card, other) is not { } pair)
            return (Cards[other].Name, "", "");
        var (more, less) = (new List<string>(), new List<string>());
        Put(pair.Off[0], "taken away");
        Put(pair.Alone[0], "alone");
        for (var s = 1; s < pair.Off.Length; s++)
            Put(pair.Off[s], Short(s));
        return (
            Cards[other].Name,
            more.Count == 0 ? "nowhere clearly" : string.Join("; ", more),
            less.Count == 0 ? "nowhere clearly" : string.Join("; ", less)
        );

        void Put(PairedCounts c, string where)
        {
            var e = c.Difference;
            if (IsClear(e))
                (e.Value > 0 ? more : less).Add(string.Create(CultureInfo.InvariantCulture, $"{where} (by {100 * Math.Abs(e.Value):0})"));
        }
    }

    /// <summary>Three judgements that can be held, each with the criterion it rests on.</summary>
    public ImmutableArray<(string Criterion, string Judgement)> Judgements()
    {
        if (ByCost is not [var first, ..])
            return [];
        var judgements = ImmutableArray.CreateBuilder<(string, string)>();
        var leader = Cards[first.Card].Name;
        judgements.Add(
            (
                "what could least be done without",
                first.Off[0].Difference.Low > 0
                    ? $"chiefly \"{leader}\": without it {Figures.InHundred(Without(first))}"
                    : "no card alone: none costs clearly when taken away"
            )
        );
        var best = Table.Effects.MaxBy(e => Second(e).Value)!;
        var enough = Table[Table.AllOn] is { } all && Second(best).Low > 0.5 * all[0].Value;
        judgements.Add(
            (
                "what would have been enough",
                enough
                    ? $"\"{Cards[best.Card].Name}\": alone it does most of what all do"
                    : $"no single card: the best alone, \"{Cards[best.Card].Name}\", {Figures.InHundred(Second(best))}; it was several together"
            )
        );
        if (Table.Stages.Length > 0)
        {
            var leaders = Enumerable
                .Range(1, Table.Stages.Length)
                .Select(s => (Stage: Table.Stages[s - 1].Name, Card: LeaderAt(s)))
                .ToList();
            var same = leaders.Select(l => l.Card).Distinct().ToList() is [not null];
            var said = string.Join("; ", leaders.Select(l => $"{l.Stage} - {(l.Card is { } c ? $"\"{c}\"" : "none clearly")}"));
            judgements.Add(
                (
                    "what mattered against whom, and when",
                    same ? $"the same card leads at every stage ({said})" : $"it changes from stage to stage: {said}"
                )
            );
        }
        return judgements.ToImmutable();
    }

    /// <summary>The card whose removal costs most at a stage; null if none costs clearly.</summary>
    public string? LeaderAt(int statement) =>
        Table.Effects.OrderByDescending(e => e.Off[statement].Difference.Value).FirstOrDefault() is { } e
        && e.Off[statement].Difference.Low > 0
            ? Cards[e.Card].Name
            : null;

    /// <summary>What speaks loudest next after the leader at a stage; null if nothing clearly does.</summary>
    public string? NextAt(int statement) =>
        Table.Effects.OrderByDescending(e => e.Off[statement].Difference.Value).Skip(1).FirstOrDefault() is { } e
        && e.Off[statement].Difference.Low > 0
            ? Cards[e.Card].Name
            : null;

    /// <summary>A probability of the first or of the second world of a pair.</summary>
    public static Estimate Share(PairedCounts c, bool first) => Proportion.Wilson(c.Both + (first ? c.OnlyFirst : c.OnlySecond), c.Runs);

    /// <summary>The headline without a card.</summary>
    public static Estimate Without(CardEffect e) => Share(e.Off[0], first: false);

    /// <summary>The headline with a card alone on.</summary>
    public static Estimate Second(CardEffect e) => Share(e.Alone[0], first: true);

    /// <summary>A caution in the words of the page: the outcome by what it is, not by its formula.</summary>
    public string Plain(string text) =>
        text.Replace($"P({Table.Statements[0]})", "the probability of the outcome", StringComparison.Ordinal)
            .Replace(Table.Statements[0], "the outcome", StringComparison.Ordinal);

    /// <summary>A text of a passport in the words of the page: the outcome, and provisions by what they say.</summary>
    public string Worded(string text) => Telling.Worded(text, Provisions).Replace(Table.Statements[0], Happens, StringComparison.Ordinal);

    public static string Number(int n) => n < Words.Length ? Words[n] : n.ToString(CultureInfo.InvariantCulture);

    private static Estimate None(CardEffect e) => Share(e.Alone[0], first: false);

    private static string Hundredths(Estimate e) => Figures.Hundredths(e);

    private static bool IsClear(Estimate e) => e.Low > 0 || e.High < 0;

    // The same difference, told as how much more the greater is.
    private static Estimate Size(Estimate e) => e.Value >= 0 ? e : e with { Value = -e.Value, Low = -e.High, High = -e.Low };
}
