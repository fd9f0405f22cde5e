using System.Collections.Immutable;
using System.Globalization;
using Apparat.Analysis;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>Rival accounts of a history as a report: the headline before the record is looked at, then the record.</summary>
public static class AccountsReport
{
    /// <summary>The report.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="colophon">Program and command.</param>
    public static Report Of(AccountsAnswer answer, string colophon)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new(
            answer.Title,
            [.. Lead(answer)],
            [
                Predictive(answer),
                .. answer.Confusion is null ? ImmutableArray<Section>.Empty : [Fit(answer, answer.Confusion)],
                Switches(answer),
                .. Doubts(answer),
                Passports.Section(PassportsOf(answer)),
            ],
            [$"Seed {answer.Seed}, {Figures.Count(answer.Runs)} histories of each account. {colophon}"]
        );
    }

    /// <summary>The same as one section of a larger report, whose doubts stand elsewhere.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="words">Puts what the model calls by short names into the report's own words.</param>
    internal static Section Section(AccountsAnswer answer, Func<string, string> words) =>
        new(
            "accounts",
            "Which account fits?",
            [
                .. Lead(answer).Select(l => new Paragraph(l)),
                NoLikelihood,
                .. Predictive(answer).Blocks,
                .. answer.Confusion is null ? [] : Fit(answer, answer.Confusion).Blocks,
                .. Switches(answer).Blocks,
                Passports.Rows("Passports of these comparisons", PassportsOf(answer), words),
                new Paragraph(
                    $"{Figures.Count(answer.Runs)} histories of each account: few. The command apparat accounts plays more, and takes an account of your own."
                ),
            ]
        );

    private static Callout NoLikelihood { get; } =
        new(
            CalloutKind.Caution,
            "Observables hang together: a score is no likelihood and a difference of scores no Bayes factor.",
            "What a choice is worth is told by the confusion matrix alone, and that supposes that one of these accounts made the history."
        );

    private static IEnumerable<string> Lead(AccountsAnswer answer)
    {
        yield return $"Before the record is looked at, {answer.Headline} comes about {Figures.InHundred(answer.Model.Headline)} of the complete model.";
        if (answer.Accounts.Any(a => a.Predictive.Headline.IsDefined))
        {
            var least = answer.Accounts.Where(a => a.Predictive.Headline.IsDefined).MinBy(a => a.Predictive.Headline.Value)!;
            var most = answer.Accounts.Where(a => a.Predictive.Headline.IsDefined).MaxBy(a => a.Predictive.Headline.Value)!;
            yield return $"Over the accounts it goes from {Hundred(least.Predictive.Headline)} ({Named(least)}) to {Hundred(most.Predictive.Headline)} of 100 ({Named(most)}).";
        }
        foreach (var line in Verdict(answer))
            yield return line;
    }

    /// <summary>Which account scores best, and what that is worth.</summary>
    internal static IEnumerable<string> Verdict(AccountsAnswer answer)
    {
        if (answer.Confusion is not { } confusion || answer.Best < 0)
        {
            yield return "There is no record to score the accounts on.";
            yield break;
        }
        yield return $"On what the record settles, {Named(answer.Accounts[answer.Best])} scores best. {Worth(answer, confusion)}";
        yield return "Nothing is calibrated yet: these are prior predictive scores, of the accounts with their declared priors.";
    }

    private static string Worth(AccountsAnswer answer, ConfusionMatrix confusion)
    {
        var made = confusion.MadeBy(answer.Best);
        var itself = made[answer.Best];
        var says = double.IsNaN(itself)
            ? "No simulated history is ever put down to it."
            : $"Of simulated histories put down to it, {Percent(itself)} of 100 were made by it.";
        return answer.CanBeToldApart
            ? $"{says} Of all simulated histories {Hundred(confusion.Recovered)} of 100 are put down to the account that made them."
            : $"{says} Of all simulated histories only {Hundred(confusion.Recovered)} of 100 are put down to the account that made them: the accounts cannot be told apart with these data.";
    }

    private static Section Predictive(AccountsAnswer answer) =>
        new(
            "prior-predictive",
            "The headline before the record is looked at",
            [
                new Table(
                    $"How often {answer.Headline} comes about under each account, its difference from the complete model on common luck, the switch that alone moves most, and the free number it hangs on most (upper half of its draws less lower half); 95 % intervals",
                    [
                        new("account"),
                        new("of 100 histories", IsNumber: true),
                        new("of somebody", IsNumber: true),
                        new("less the complete model", IsNumber: true),
                        new("moved most by"),
                        new("hangs most on"),
                    ],
                    [
                        Row(answer.Model.Name, answer.Model, null, ""),
                        .. answer.Forms.Select(f => Row(f.Name, f, null, "")),
                        .. answer.Accounts.Select(a => Row($"{a.Account.Id} {a.Account.Title}", a.Predictive, a.Change.Change, MovedBy(a))),
                    ]
                ),
                .. Meanings(answer),
            ]
        );

    private static ImmutableArray<Cell> Row(string name, PriorPredictive p, Estimate? change, string moved) =>
        [
            name,
            p.Headline,
            p.Someone,
            change is null ? new Cell("") : change,
            moved,
            p.Prior is { } prior ? $"{prior.Parameter}: {Figures.Hundredths(prior.Difference)}" : "",
        ];

    // The parameters named in the table, by what they mean.
    private static IEnumerable<Block> Meanings(AccountsAnswer answer)
    {
        var named = answer
            .Forms.Prepend(answer.Model)
            .Concat(answer.Accounts.Select(a => a.Predictive))
            .Select(p => p.Prior?.Parameter)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(name => answer.Scenario.Parameters.FirstOrDefault(p => p.Name == name))
            .Where(p => p is { Meaning.Length: > 0 })
            .Select(p => (p!.Name, Meaning: InText.Meaning(answer.Scenario, p)))
            .Select(p => $"{p.Name} is {char.ToLowerInvariant(p.Meaning[0])}{p.Meaning[1..]}")
            .ToList();
        if (named.Count > 0)
            yield return new Paragraph($"In the last column {string.Join("; ", named)}.");
    }

    private static string MovedBy(AccountFit account) =>
        account.Switches.IsEmpty
            ? ""
            : $"\u201C{account.Switches[0].Switch.Sentence}\u201D: {Figures.Hundredths(account.Switches[0].Change.Change)}";

    private static Section Fit(AccountsAnswer answer, ConfusionMatrix confusion) =>
        new(
            "fit",
            "Held against the record",
            [
                new Table(
                    $"Mean log score over {answer.Observables.Length} observables (0 at best), the same read off the record and off runs; intervals of 95 % are those of the counts alone",
                    [new("account"), new("held by"), new("score", IsNumber: true), new("less the best", IsNumber: true)],
                    [
                        .. answer
                            .Accounts.OrderByDescending(a => a.Score?.Value ?? double.NegativeInfinity)
                            .Select(a =>
                                (ImmutableArray<Cell>)
                                    [
                                        $"{a.Account.Id} {a.Account.Title}",
                                        string.Join(", ", a.Account.HeldBy),
                                        Score(a.Score),
                                        Number((a.Score?.Value ?? double.NaN) - (answer.Accounts[answer.Best].Score?.Value ?? double.NaN)),
                                    ]
                            ),
                    ]
                ),
                new Table(
                    "Confusion: a row the account that made the histories, a column the account they are put down to, of 100; histories that are scored had no part in the counts",
                    [new("made by"), .. confusion.Accounts.Select(a => new TableColumn(a, IsNumber: true))],
                    [
                        .. confusion.Accounts.Select(
                            (a, i) =>
                                (ImmutableArray<Cell>)
                                    [a, .. confusion.Accounts.Select((_, k) => (Cell)Figures.HundredthsShort(confusion.Chosen(i, k)))]
                        ),
                    ]
                ),
                new Folded(
                    $"What was observed, and how likely each account makes it ({answer.Observables.Length} observables)",
                    [
                        new Table(
                            "Probability, in hundredths, of what the record has",
                            [
                                new("observable"),
                                new("on record"),
                                .. answer.Accounts.Select(a => new TableColumn(a.Account.Id, IsNumber: true)),
                            ],
                            [
                                .. answer.Observables.Select(o =>
                                    (ImmutableArray<Cell>)[o.Name, o.Recorded, .. o.Probabilities.Select(p => (Cell)Percent(p))]
                                ),
                            ]
                        ),
                    ]
                ),
            ]
        );

    private static Section Switches(AccountsAnswer answer) =>
        new(
            "switches",
            "What each account changes",
            [
                .. answer.Accounts.Select(a =>
                    (Block)
                        new Folded(
                            $"{a.Account.Id} {a.Account.Title}: {a.Account.About}",
                            [
                                new Table(
                                    $"Each switch of {a.Account.Id} alone in the complete model: how often {answer.Headline} comes about, less the same in the complete model",
                                    [new("switch"), new("why"), new("difference", IsNumber: true)],
                                    [.. a.Switches.Select(s => (ImmutableArray<Cell>)[s.Switch.Sentence, s.Switch.Why, s.Change.Change])]
                                ),
                            ]
                        )
                ),
            ]
        );

    private static ImmutableArray<Passport> PassportsOf(AccountsAnswer answer) => [.. answer.Accounts.SelectMany(a => a.Passports)];

    private static IEnumerable<Section> Doubts(AccountsAnswer answer)
    {
        var warnings = Caution.AllFor(answer);
        yield return new(
            "cautions",
            "Doubts",
            [NoLikelihood, .. warnings.Select(w => (Block)new Callout(CalloutKind.Caution, w.What, $"{w.Why} {w.Do}".Trim()))]
        );
    }

    private static string Named(AccountFit account) => $"{account.Account.Id}, {account.Account.Title.ToLowerInvariant()}";

    private static string Hundred(Estimate value) => value.IsDefined ? Percent(value.Value) : "not defined";

    private static string Percent(double value) =>
        value is > 0 and < 0.01
            ? (100 * value).ToString("0.0", CultureInfo.InvariantCulture)
            : (100 * value).ToString("0", CultureInfo.InvariantCulture);

    private static Cell Score(Estimate? value) =>
        value is { IsDefined: true }
            ? new Cell(string.Create(CultureInfo.InvariantCulture, $"{value.Value:0.000} ({value.Low:0.000} to {value.High:0.000})"), value)
            : new Cell("not defined");

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("0.000", CultureInfo.InvariantCulture);
}
