using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>
/// Cards as one page that needs nothing else: switches over a table that the page carries, two cards compared, the essay plan on one sheet of A4
/// and a lesson. Without scripting every number is still there as a table. With <c>#plan</c> or <c>#lesson</c> in its address it prints that sheet alone.
/// </summary>
public static class CardPage
{
    /// <summary>Makes the page.</summary>
    /// <param name="table">The settings played; with all of them every switch has an answer.</param>
    /// <param name="colophon">How it was made: the command first.</param>
    /// <param name="claims">What is often said, judged on the record, for the lesson; none unless given.</param>
    /// <param name="provisions">The provisions of the charter in words; by their numbers unless given.</param>
    public static string Of(
        CardTable table,
        ImmutableArray<string> colophon,
        ImmutableArray<JudgedClaim> claims = default,
        ImmutableDictionary<string, string>? provisions = null
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        return new Writer(new CardTelling(table, provisions ?? []), claims.IsDefault ? [] : claims).Page(colophon);
    }

    private sealed class Writer(CardTelling t, ImmutableArray<JudgedClaim> claims)
    {
        private readonly StringBuilder _page = new();
        private int _tables;

        private CardTable Table => t.Table;

        public string Page(ImmutableArray<string> colophon)
        {
            var title = Table.Scenario.Question!.Text;
            Add(
                $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>{E(title)}</title>\n<style>\n{Resource.Text("page.css")}{Resource.Text("cards.css")}</style>\n</head>\n<body>\n<main>\n"
            );
            Add($"<header>\n<h1>{E(title)}</h1>\n<div class=\"lead\">\n");
            foreach (var line in t.Lead())
                Add($"<p>{E(line)}</p>\n");
            Add("</div>\n</header>\n");
            Deck();
            Add("<nav aria-label=\"Contents\"><ol>\n");
            foreach (var (id, name) in Contents())
                Add($"<li><a href=\"#{id}\">{E(name)}</a></li>\n");
            Add("</ol></nav>\n");
            Each();
            Pairs();
            Plan();
            Lesson();
            Facts();
            Doubts();
            OfComparisons();
            Add("<footer>\n");
            foreach (var line in colophon)
                Add($"<p>{Markup.Escape(line)}</p>\n");
            Add($"</footer>\n</main>\n<script>\n{Resource.Text("cards.js")}</script>\n</body>\n</html>\n");
            return _page.ToString();
        }

        private IEnumerable<(string Id, string Name)> Contents() =>
            [
                ("each", "Card by card and rival by rival"),
                ("pairs", "Two cards compared"),
                ("plan", "The essay plan, one sheet"),
                ("lesson", "A lesson of 50 minutes"),
                ("facts", "The facts with their sources"),
                ("doubts", "Doubts"),
                .. Table.Passports.IsEmpty ? Array.Empty<(string, string)>() : [("passports", "Passports of the comparisons")],
            ];

        private void Deck()
        {
            Add(
                $"<section id=\"cards\" class=\"deck\">\n<h2>Switch the cards</h2>\n<div class=\"switches\" role=\"group\" aria-label=\"Cards: checked is in play\">\n"
            );
            for (var i = 0; i < t.Cards.Length; i++)
                Add(
                    $"<label><input type=\"checkbox\" checked autocomplete=\"off\" data-card=\"{N(i)}\" value=\"{E(t.Cards[i].Name)}\"/><span>{E(t.Cards[i].Name)}</span></label>\n"
                );
            Add(
                "</div>\n<p class=\"buttons\"><button type=\"button\" data-all=\"1\">All on</button> <button type=\"button\" data-all=\"\">All off</button></p>\n<noscript><p>Scripting is off, so the switches do nothing: every setting stands in the table below.</p></noscript>\n"
            );
            var all = Table[Table.AllOn];
            Add(
                "<div class=\"counts\" role=\"status\" aria-live=\"polite\">\n<p class=\"setting\">All cards are on. Of 100 histories:</p>\n"
            );
            for (var s = 0; s < Table.Statements.Length; s++)
            {
                var e = all?[s];
                Add(
                    $"<div class=\"count\" data-statement=\"{N(s)}\"><p class=\"what\">{E(What(s))}</p><p class=\"n\">{(e is null ? "" : Number(e))}</p>"
                );
                Add(
                    $"<div class=\"bar\" aria-hidden=\"true\"><span class=\"fill\" style=\"width:{P(e?.Value ?? 0)}%\"></span><span class=\"range\" style=\"left:{P(e?.Low ?? 0)}%;width:{P((e?.High ?? 0) - (e?.Low ?? 0))}%\"></span><span class=\"was\" style=\"left:{P(e?.Value ?? 0)}%\"></span></div></div>\n"
                );
            }
            Add(
                $"</div>\n<p class=\"how\">{E($"{t.HowToRead} {t.StartOutside}".TrimEnd())} The thin upright mark is where all cards on would be.</p>\n"
            );
            Settings();
            Add("</section>\n");
        }

        private string What(int statement)
        {
            if (statement == 0)
                return $"{t.Happens}, {t.LastDay}";
            var stage = Table.Stages[statement - 1];
            var people = Telling.And(stage.People);
            return $"he is in, {(stage.Name == people ? people : $"{stage.Name} ({people})")} out";
        }

        // The switches read these rows, and whoever has no scripting reads them too.
        private void Settings()
        {
            Add(
                $"<details class=\"numbers\"><summary>Every setting as a table ({N(Table.Settings.Length)} rows)</summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Every setting\">\n<table id=\"settings\">\n<thead><tr><th scope=\"col\">cards</th>"
            );
            for (var s = 0; s < Table.Statements.Length; s++)
                Add($"<th scope=\"col\" class=\"n\">{E(s == 0 ? "all rivals at once" : Table.Stages[s - 1].Name)}</th>");
            Add("</tr></thead>\n<tbody>\n");
            foreach (
                var setting in Table
                    .Settings.OrderByDescending(x => System.Numerics.BitOperations.PopCount((uint)x.On))
                    .ThenByDescending(x => x.On)
            )
            {
                Add($"<tr data-on=\"{Bits(setting.On)}\"><th scope=\"row\">{E(Said(setting.On))}</th>");
                for (var s = 0; s < Table.Statements.Length; s++)
                {
                    var e = setting[s];
                    Add($"<td class=\"n\" data-v=\"{P(e.Value)}\" data-l=\"{P(e.Low)}\" data-h=\"{P(e.High)}\">{Number(e)}</td>");
                }
                Add("</tr>\n");
            }
            Add("</tbody>\n</table>\n</div>\n</details>\n");
        }

        private string Said(int on)
        {
            var (ons, offs) = (Names(on), Names(Table.AllOn & ~on));
            return offs.Count == 0 ? "all on"
                : ons.Count == 0 ? "all off"
                : ons.Count <= offs.Count ? $"only {Telling.And(ons)}"
                : $"without {Telling.And(offs)}";
        }

        private List<string> Names(int on) => [.. t.Cards.Where((_, i) => (on & (1 << i)) != 0).Select(c => c.Name)];

        private string Bits(int on) => string.Concat(Enumerable.Range(0, t.Cards.Length).Select(i => (on & (1 << i)) != 0 ? '1' : '0'));

        private void Each()
        {
            Add("<section id=\"each\">\n<h2>Card by card and rival by rival</h2>\n");
            if (Table.LateHeadline is { } late)
                Add(
                    $"<p>{E($"Two questions stand side by side. From the first day, {Figures.Day(Table.Scenario.Calendar.From)}: what each card did. And with the recorded seats held up to {Figures.Day(Table.Scenario.Question!.Branch!.Value)} and everyone placed by then left in place, what it still added after: with all cards {Figures.InHundred(late)}.")}</p>\n"
                );
            Put(CardReport.EachCard(t));
            if (!Table.Stages.IsEmpty)
            {
                Put(CardReport.ByStageTable(t));
                Put(CardReport.StageTable(t));
            }
            Add("</section>\n");
        }

        private void Pairs()
        {
            Add(
                "<section id=\"pairs\">\n<h2>Two cards compared</h2>\n<p>Which mattered more? Both are looked at alone, on the same luck.</p>\n"
            );
            Add("<p class=\"choose\"><label>This card <select id=\"first\">");
            Options(0);
            Add("</select></label> <label>or this one <select id=\"second\">");
            Options(1);
            Add($"</select></label></p>\n<details id=\"all-pairs\"><summary>All {N(Table.Pairs.Length)} comparisons</summary>\n");
            foreach (var pair in Table.Pairs)
            {
                Add(
                    $"<div class=\"pair\" data-pair=\"{N(pair.First)} {N(pair.Second)}\">\n<h3>{E($"{t.Cards[pair.First].Name}, or {t.Cards[pair.Second].Name}?")}</h3>\n"
                );
                foreach (var sentence in t.Compare(pair))
                    Add($"<p>{E(sentence)}</p>\n");
                Add("</div>\n");
            }
            Add("</details>\n</section>\n");

            void Options(int chosen)
            {
                for (var i = 0; i < t.Cards.Length; i++)
                    Add($"<option value=\"{N(i)}\"{(i == chosen ? " selected" : "")}>{E(t.Cards[i].Name)}</option>");
            }
        }

        private void Plan()
        {
            Add(
                $"<section id=\"plan\">\n<h2>Essay plan: <span>{E(Table.Scenario.Question!.Text)}</span></h2>\n<p class=\"buttons\"><a class=\"button\" href=\"#plan\" data-print>Print this sheet alone</a></p>\n<table class=\"plan\">\n<thead><tr>"
            );
            string[] headings = ["Point", "Evidence", "How it worked", "Weigh", "Counter-evidence", "Link to the question"];
            foreach (var heading in headings)
                Add($"<th scope=\"col\">{heading}</th>");
            Add("</tr></thead>\n<tbody>\n");
            foreach (var row in EssayPlan.Rows(t))
            {
                Add($"<tr><th scope=\"row\">{E(row.Point)}</th>");
                Add($"<td data-label=\"Evidence\">{List(row.Evidence)}</td><td data-label=\"How it worked\">{E(row.Worked)}</td>");
                Add(
                    row.Against.Length == 0
                        ? "<td data-label=\"Weigh\"></td>"
                        : $"<td data-label=\"Weigh\">taken away: {E(row.Alone)}<br/>against <b>{E(row.Against)}</b><br/>outweighs it: {E(row.Outweighs)}<br/>is outweighed: {E(row.Outweighed)}</td>"
                );
                Add($"<td data-label=\"Counter-evidence\">{List(row.Counter)}</td><td data-label=\"Link\">{E(row.Link)}</td></tr>\n");
                Add("<tr class=\"yours\"><td colspan=\"6\">My judgement:</td></tr>\n");
            }
            Add("</tbody>\n</table>\n");
            if (!Table.Stages.IsEmpty)
            {
                Add(
                    "<h3>Stages</h3>\n<table class=\"stages\">\n<thead><tr><th scope=\"col\">stage</th><th scope=\"col\">who</th><th scope=\"col\">out by the record</th><th scope=\"col\">in play, of 100</th><th scope=\"col\">cards that cost most there</th></tr></thead>\n<tbody>\n"
                );
                foreach (var row in CardReport.StageTable(t).Rows)
                    Add(
                        $"<tr><th scope=\"row\">{E(row[0].Text)}</th><td>{E(row[1].Text)}</td><td>{E(row[2].Text)}</td><td>{E(row[3].Text)}</td><td>{E(row[5].Text)}</td></tr>\n"
                    );
                Add("</tbody>\n</table>\n");
            }
            Add("<h3>Three judgements, each with its criterion</h3>\n<ol class=\"judgements\">\n");
            foreach (var (criterion, judgement) in t.Judgements())
                Add($"<li><b>By {E(criterion)}</b>: {E(judgement)}.</li>\n");
            Add(
                $"</ol>\n<p class=\"warning\"><b>{EssayPlan.Warning}</b> Numbers under Weigh: of 100 histories of a model that is not calibrated.</p>\n</section>\n"
            );
        }

        private static string List(ImmutableArray<PlanFact> facts) =>
            $"<ul>{string.Concat(facts.Select(f => $"<li>{(f.When.Length > 0 ? $"<b>{E(f.When)}</b> " : "")}{E(f.Text)} <i>({E(f.Source)}; {E(f.Confidence)})</i></li>"))}</ul>";

        private void Lesson()
        {
            var each = (t.Cards.Length + 3) / 4;
            Add(
                $"<section id=\"lesson\">\n<h2>A lesson of 50 minutes</h2>\n<p class=\"buttons\"><a class=\"button\" href=\"#lesson\" data-print>Print this sheet alone</a></p>\n<p><b>Question.</b> {E(Table.Scenario.Question!.Text)}</p>\n<p><b>Needed.</b> This page on one device a group, or the tables above on paper. Groups of four; each member takes {E(CardTelling.Number(each))} card{(each == 1 ? "" : "s")}. No account and no network.</p>\n"
            );
            Put(
                new Table(
                    "The 50 minutes",
                    [new("minutes"), new("what"), new("to show for it")],
                    [
                        ["0 to 5", "Read the question; each guesses for every card: much, little, nothing.", "the guesses below"],
                        [
                            "5 to 15",
                            "Right, wrong or disputed? Each group settles the statements below from what it knows.",
                            "a letter a statement",
                        ],
                        ["15 to 25", "Switch each own card off alone, then on alone; write both numbers down.", "two numbers a card"],
                        [
                            "25 to 35",
                            "In pairs: two cards compared. One argues for the first, one for the second, then change sides.",
                            "one sentence each way, with a dated fact",
                        ],
                        [
                            "35 to 45",
                            "Essay plan: one line of judgement under each card, and one of the three criteria chosen.",
                            "the plan",
                        ],
                        [
                            "45 to 50",
                            "Each group states its judgement and its criterion; the others name one fact against it.",
                            "a judgement that has met a fact",
                        ],
                    ]
                )
            );
            Put(
                new Table(
                    "Guess, then look",
                    [new("card"), new("my guess"), new("taken away"), new("alone"), new("one dated fact")],
                    [.. t.Cards.Select(c => ImmutableArray.Create<Cell>(c.Name, "", "", "", ""))]
                )
            );
            if (claims.Length > 0)
            {
                Add("<h3>Right, wrong or disputed?</h3>\n<ol class=\"claims\">\n");
                foreach (var claim in claims)
                    Add($"<li>{E(claim.Claim.Words)}.</li>\n");
                Add("</ol>\n");
            }
            Add("<div class=\"key\">\n<h3>Answer key</h3>\n");
            Add(
                $"<p>{E($"The numbers are those of a model under declared priors, from {t.Played} histories a setting; what counts in a pupil's answer is the comparison, the dated fact and the criterion, not the number.")}</p>\n"
            );
            Put(CardReport.EachCard(t));
            if (claims.Length > 0)
            {
                Add("<ol class=\"claims\">\n");
                foreach (var claim in claims)
                    Add($"<li><b>{E(Answer(claim.Verdict))}</b>: {E(claim.Claim.Words)}. <span>{E(Deciding(claim))}</span></li>\n");
                Add("</ol>\n");
            }
            Add("<p>Judgements that can be held, each by its criterion:</p>\n<ul>\n");
            foreach (var (criterion, judgement) in t.Judgements())
                Add($"<li>By {E(criterion)}: {E(judgement)}.</li>\n");
            Add("</ul>\n</div>\n</section>\n");
        }

        private static string Answer(Verdict verdict) =>
            verdict switch
            {
                Verdict.Supported => "Right",
                Verdict.Contradicted => "Wrong",
                Verdict.Contested => "Disputed",
                _ => Telling.Capital(ClaimPhrases.Of(verdict)),
            };

        // A sheet has room for two rows a side.
        private static string Deciding(JudgedClaim claim)
        {
            static IEnumerable<string> Rows(IEnumerable<RecordedFact> facts) => facts.Distinct().Take(2).Select(ClaimPhrases.Of);
            var parts = Rows(claim.Readings.SelectMany(r => r.For)).ToList();
            var against = Rows(claim.Readings.SelectMany(r => r.Against)).ToList();
            if (against.Count > 0)
                parts.Add($"{(parts.Count > 0 ? "against it: " : "")}{string.Join("; ", against)}");
            return parts.Count > 0 ? $"{string.Join("; ", parts)}." : "The record has no row that says so.";
        }

        private void Facts()
        {
            Add("<section id=\"facts\">\n<h2>The facts with their sources</h2>\n");
            Put(
                new Table(
                    "Evidence and counter-evidence as the record has them; confidence: high = read in a source or universally agreed, medium = one consistent recollection, low = disputed or reconstructed",
                    [new("card"), new("when"), new("fact"), new("speaks"), new("source"), new("confidence")],
                    [
                        .. t.Cards.SelectMany(c =>
                            c.Evidence.Select(f => Row(c, f, "for")).Concat(c.Counter.Select(f => Row(c, f, "against")))
                        ),
                    ]
                )
            );
            Add("</section>\n");

            static ImmutableArray<Cell> Row(Card card, CardFact fact, string speaks) =>
                ImmutableArray.Create<Cell>(card.Name, EssayPlan.When(fact.When), fact.Text, speaks, fact.Source, fact.Confidence);
        }

        private void Doubts()
        {
            var doubts = CardReport.Doubts(t);
            Add($"<section id=\"{doubts.Id}\">\n<h2>{E(doubts.Heading)}</h2>\n");
            foreach (var callout in doubts.Blocks.OfType<Callout>())
            {
                var (name, kind) = callout.Kind switch
                {
                    CalloutKind.Scope => ("Outside the question", "scope"),
                    CalloutKind.Prior => ("What the card plays", "prior"),
                    _ => ("Caution", "caution"),
                };
                Add(
                    $"<aside class=\"{kind}\"><b>{name}</b><p>{E(callout.Text)}</p>{(callout.More.Length > 0 ? $"<p class=\"more\">{E(callout.More)}</p>" : "")}</aside>\n"
                );
            }
            Add("</section>\n");
        }

        private void OfComparisons()
        {
            if (Table.Passports.IsEmpty)
                return;
            var section = Passports.Section([.. Table.PassportsOfCards], t.Worded);
            Add($"<section id=\"{section.Id}\">\n<h2>{E(section.Heading)}</h2>\n");
            foreach (var block in section.Blocks)
                Put(block);
            Add(
                $"<p>{E("Two cards compared are two of these rows, one against the other: what stands instead of the one card in one world, of the other in the other; and in both worlds every other card is on, or, where each is looked at alone, off. A setting of the switches is the rows of all cards that are off, together.")}</p>\n</section>\n"
            );
        }

        private void Put(Block block)
        {
            switch (block)
            {
                case Paragraph p:
                    Add($"<p>{E(p.Text)}</p>\n");
                    break;
                case Folded f:
                    Add($"<details><summary>{E(f.Summary)}</summary>\n");
                    foreach (var inner in f.Blocks)
                        Put(inner);
                    Add("</details>\n");
                    break;
                case Table table:
                    Put(table);
                    break;
            }
        }

        private void Put(Table table)
        {
            _tables++;
            Add(
                $"<div class=\"table\">\n<p class=\"caption\" id=\"t{N(_tables)}\">{E(table.Caption)}</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"t{N(_tables)}\">\n<table>\n<thead><tr>"
            );
            foreach (var column in table.Columns)
                Add($"<th scope=\"col\"{(column.IsNumber ? " class=\"n\"" : "")}>{E(column.Heading)}</th>");
            Add("</tr></thead>\n<tbody>\n");
            foreach (var row in table.Rows)
            {
                Add("<tr>");
                for (var i = 0; i < row.Length; i++)
                {
                    var (cell, isNumber) = (row[i], table.Columns[i].IsNumber);
                    Add(
                        $"{Markup.Open(cell.Text, i == 0, isNumber)}{(isNumber && cell.Value is { } e ? Number(e) : E(cell.Text))}{(i == 0 ? "</th>" : "</td>")}"
                    );
                }
                Add("</tr>\n");
            }
            Add("</tbody>\n</table>\n</div>\n</div>\n");
        }

        private void Add(string html) => _page.Append(html);
    }

    // An interval is quieter than its number.
    private static string Number(Estimate e)
    {
        var text = Figures.Hundredths(e);
        var at = text.IndexOf(" (", StringComparison.Ordinal);
        return at < 0 ? E(text) : $"{E(text[..at])} <i>{E(text[(at + 1)..])}</i>";
    }

    private static string P(double value) => (100 * value).ToString("0.##", CultureInfo.InvariantCulture);

    private static string N(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string E(string text) => Markup.Escape(Markup.Typeset(text));
}
