using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Apparat.Analysis;
using Apparat.Model;

namespace Apparat.Reporting;

/// <summary>An answer with the words in which it is told: plain sentences for what the model calls by short names.</summary>
internal sealed record Telling(Explanation Answer, Frame Frame)
{
    /// <summary>The outcome said of the holder in words: <c>A sits in Council and no other living contender does</c>.</summary>
    public string Happens => SaidOf(Answer.Holder);

    /// <summary>The name of the outcome, for example <c>defeats</c>.</summary>
    public string Outcome => Answer.Headline.Split('(')[0];

    /// <summary>The powers of the office, by provision name.</summary>
    public ImmutableHashSet<string> Powers { get; } = [.. Answer.Powers];

    /// <summary>The office asked about, with its article.</summary>
    public string Office => InText.The(Answer.Office);

    /// <summary>The outcome said of somebody.</summary>
    public string SaidOf(string who) => WithArticles(SaidOf(Answer.HeadlineText, who));

    /// <summary>Any outcome said of somebody.</summary>
    public string SaidOfOutcome(Outcome outcome, string who)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return WithArticles(SaidOf(outcome.Text, who));
    }

    private string WithArticles(string text) => WithArticles(text, Answer.Scenario);

    /// <summary>A text as a scenario writes it, with the articles that running text has before names of organs after a preposition.</summary>
    public static string WithArticles(string text, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        // Whoever sits in an office is its holder.
        var offices = Names(scenario.Charter.Organs.Where(o => o.IsOffice || o.Seats == 1));
        var holding =
            offices.Length == 0
                ? text
                : Regex.Replace(text, $@"\bsits in ({offices})(?!\w)", "is $1", RegexOptions.None, TimeSpan.FromSeconds(1));
        return Regex.Replace(
            holding,
            $@"\b(in|of|from|to|by|for|is) ({Names(scenario.Charter.Organs)})(?!\w)",
            m => $"{m.Groups[1].Value} {InText.The(m.Groups[2].Value)}",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );

        static string Names(IEnumerable<Organ> organs) =>
            string.Join('|', organs.Select(o => o.Name).Where(n => n.Length > 0).OrderByDescending(n => n.Length).Select(Regex.Escape));
    }

    /// <summary>An outcome as a scenario writes it, said of somebody: without its source, and with his name for X.</summary>
    public static string SaidOf(string outcome, string who)
    {
        var text = outcome.Trim();
        if (text.EndsWith(']') && text.LastIndexOf(" [", StringComparison.Ordinal) is var source and > 0)
            text = text[..source];
        return string.Join(' ', text.Split(' ').Select(word => word == "X" ? InText.Person(who) : word));
    }

    /// <summary>A provision in words, with its number: <c>from the slate of Board (C2)</c>; the name alone if nobody wrote it back.</summary>
    public string Words(string provision) =>
        Frame.Provisions.TryGetValue(provision, out var words) ? $"{words} ({provision.Split('/')[0]})" : provision;

    /// <summary>Several provisions in words, those of one wording told once: <c>from the slate of Board (C2, C3)</c>.</summary>
    public IEnumerable<string> Words(IEnumerable<string> provisions) =>
        provisions
            .GroupBy(p => Frame.Provisions.GetValueOrDefault(p, ""), StringComparer.Ordinal)
            .SelectMany(g =>
                g.Key.Length == 0
                    ? g.AsEnumerable()
                    : [$"{g.Key} ({string.Join(", ", g.Select(p => p.Split('/')[0]).Distinct(StringComparer.Ordinal))})"]
            );

    /// <summary>A caution in the words of the report: the outcome by what it is, not by its formula.</summary>
    public string Plain(string text) =>
        Others(text.Replace($"P({Answer.Headline})", "The probability of the outcome", StringComparison.Ordinal))
            .Replace(Answer.Headline, "the outcome", StringComparison.Ordinal)
            .Replace("PN and PS", "necessity and sufficiency", StringComparison.Ordinal);

    // The outcome said of somebody else, by his name.
    private string Others(string text) =>
        Regex.Replace(
            text,
            $@"P\({Regex.Escape(Outcome)}\((?<who>[^()]*)\)\)",
            m => $"The probability of the outcome for {m.Groups["who"].Value}",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );

    /// <summary>A text of the analysis in the words of the report: the outcome by what it is, provisions by what they say.</summary>
    public string Worded(string text) => Happening(Worded(text, Frame.Provisions));

    /// <summary>The same of a text about the accounts, which are edits of their own complete model.</summary>
    public string WordedOfAccounts(string text) =>
        Happening(Worded(text, Frame.Companions?.ProvisionsOfAccounts ?? ImmutableDictionary<string, string>.Empty));

    private string Happening(string text) =>
        Regex.Replace(
            text,
            $@"\b{Regex.Escape(Outcome)}\((?<who>{string.Join('|', Answer.Scenario.Cast.Contenders.Select(c => Regex.Escape(Answer.Scenario[c].Name)))})\)",
            m => SaidOf(m.Groups["who"].Value),
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );

    /// <summary>A text with the provisions it names by what they say.</summary>
    public static string Worded(string text, IReadOnlyDictionary<string, string> provisions)
    {
        ArgumentNullException.ThrowIfNull(provisions);
        var names = provisions.Keys.OrderByDescending(n => n.Length).Select(Regex.Escape).ToList();
        return names.Count == 0
            ? text
            : Regex.Replace(
                text,
                $@"(?<![\w./(])({string.Join('|', names)})(?![\w./])",
                m => $"{provisions[m.Value]} ({m.Value.Split('/')[0]})",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            );
    }

    /// <summary>A sentence with its first letter made large.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Names in a row: <c>a, b and c</c>.</summary>
    public static string And(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    /// <summary>The family of a share.</summary>
    public static PartKind KindOf(Share share, Shares shares) =>
        share.Kind switch
        {
            FactorKind.Rules => PartKind.Rules,
            FactorKind.People => PartKind.People,
            FactorKind.Events => PartKind.Events,
            _ => ReferenceEquals(share, shares.Baseline) ? PartKind.Baseline : PartKind.Luck,
        };
}
