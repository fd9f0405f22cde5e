using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Apparat.Linting;

namespace Apparat.Reporting;

/// <summary>A way into an office for readers: who does what under which clause, or why there is no way, and what would close it. Also as JSON.</summary>
public static class ReachReport
{
    /// <summary>The version of the JSON form.</summary>
    public const string Schema = "apparat/reach/1";

    private const int MostDistances = 40;

    /// <summary>The report.</summary>
    /// <param name="answer">What was found.</param>
    /// <param name="from">The first day of the scenario; days of standing before it are not told.</param>
    public static Report Of(ReachAnswer answer, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var sections = ImmutableArray.CreateBuilder<Section>();
        if (!answer.Steps.IsEmpty)
            sections.Add(new("way", "The way", [.. answer.Steps.Select((s, i) => new Paragraph(Text($"{i + 1}. {Say(s, from)}")))]));
        if (!answer.Proof.IsEmpty)
            sections.Add(new("proof", "Why there is no way", [new Items([.. answer.Proof.Select(Say)])]));
        if (!answer.Steps.IsEmpty)
            sections.Add(OfClauses(answer));
        if (!answer.Distances.IsEmpty)
            sections.Add(OfDistances(answer));
        sections.Add(OfReading(answer));
        return new(Title(answer), Lead(answer), sections.ToImmutable(), []);
    }

    /// <summary>The same for machines.</summary>
    public static JsonObject ToJson(ReachAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new()
        {
            ["schema"] = Schema,
            ["who"] = Strings(answer.Who),
            ["organ"] = answer.Organ,
            ["seats"] = answer.Question.Seats,
            ["everybody_willing"] = answer.Question.Willing is null,
            ["by"] = answer.Question.By?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["verdict"] = answer.Verdict switch
            {
                ReachVerdict.Yes => "yes",
                ReachVerdict.No => "no",
                _ => "not_settled",
            },
            ["acts"] = answer.Verdict == ReachVerdict.Yes ? answer.Steps.Length : null,
            ["is_shortest"] = answer.Verdict == ReachVerdict.Yes ? answer.IsShortest : null,
            ["steps"] = new JsonArray([.. answer.Steps.Select(Step)]),
            ["proof"] = new JsonArray([
                .. answer.Proof.Select(p =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["depth"] = p.Depth,
                            ["organ"] = p.Organ,
                            ["clause"] = p.Clause?.Name,
                            ["why"] = p.Why,
                        }
                ),
            ]),
            ["clauses_on_every_way"] = Strings(answer.ChokeClauses.Select(e => e.Name)),
            ["seats_on_every_way"] = Strings(answer.ChokeSeats),
            ["smallest_cuts"] = new JsonArray([
                .. answer.Cuts.Select(c =>
                    (JsonNode)new JsonObject { ["clauses"] = Strings(c.Clauses.Select(e => e.Name)), ["closes_to_all"] = c.ClosesToAll }
                ),
            ]),
            ["smallest_cuts_exact"] = answer.CutsAreExact,
            ["one_person_at_a_time"] = answer.BySinglePerson,
            ["states"] = answer.States,
            ["not_read"] = Strings(answer.NotRead.Select(e => e.Name)),
            ["distances"] = new JsonArray([
                .. answer.Distances.Select(d =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["person"] = d.Person,
                            ["verdict"] = d.Verdict switch
                            {
                                ReachVerdict.Yes => "yes",
                                ReachVerdict.No => "no",
                                _ => "not_settled",
                            },
                            ["acts"] = d.Acts,
                        }
                ),
            ]),
        };
    }

    private static JsonNode Step(ReachStep step) =>
        new JsonObject
        {
            ["act"] = step.Act switch
            {
                ReachAct.Elects => "elects",
                ReachAct.Names => "names",
                ReachAct.ComesWith => "comes_with",
                ReachAct.NextInLine => "next_in_line",
                ReachAct.Falls => "falls",
                ReachAct.Removes => "removes",
                _ => "expels",
            },
            ["by"] = step.By,
            ["person"] = step.Person,
            ["organ"] = step.Organ,
            ["clause"] = step.Clause.Name,
            ["says"] = step.Clause.Text,
            ["file"] = step.Clause.Place.File,
            ["line"] = step.Clause.Place.Line,
            ["in_place_of"] = step.Instead,
            ["room"] = step.Room switch
            {
                MadeRoom.Empty => "empty",
                MadeRoom.TermEnds => "term_ends",
                _ => "steps_down",
            },
            ["agreed"] = Strings(step.Agreed),
            ["needs"] = Strings(step.Needs.Select(n => n.Need)),
            ["gives_up"] = Strings(step.GivesUp),
            ["not_before"] = step.NotBefore?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };

    private static string Title(ReachAnswer answer)
    {
        var who = Who(answer);
        return answer.Question.Seats == 1
            ? answer.IsOffice
                ? $"Can {who} become {answer.Organ}?"
                : $"Can {who} come to sit in {answer.Organ}?"
            : Text($"Can {who} come to hold {answer.Question.Seats} seats of {answer.Organ} together?");
    }

    private static string Who(ReachAnswer answer) =>
        !answer.Distances.IsEmpty ? "anyone new"
        : answer.Who.Length == 1 ? answer.Who[0]
        : answer.Question.Seats == answer.Who.Length ? List(answer.Who, "and")
        : Text($"{(answer.Question.Seats == 1 ? "one" : answer.Question.Seats)} of {List(answer.Who, "and")}");

    private static ImmutableArray<string> Lead(ReachAnswer answer)
    {
        var by = answer.Question.By is { } day ? Text($" by {day:yyyy-MM-dd}") : "";
        var acts = answer.Steps.Length == 1 ? "1 act" : Text($"{answer.Steps.Length} acts");
        return answer.Verdict switch
        {
            ReachVerdict.Yes when answer.Steps.IsEmpty => ["Yes: it is so on the first day."],
            ReachVerdict.Yes =>
            [
                $"Yes{by}, in {acts}, {Willing(answer)}. {(answer.IsShortest ? "No way is shorter." : "There may be a shorter way.")}",
            ],
            ReachVerdict.No => [$"No{by}: the rules leave no way, {Willing(answer)}."],
            _ =>
            [
                Text(
                    $"Not settled{by}: {answer.States} states were looked at and neither a way was found nor that there is none. --states raises the bound."
                ),
            ],
        };
    }

    private static string Willing(ReachAnswer answer)
    {
        if (answer.Question.Willing is null)
            return answer.Verdict == ReachVerdict.No ? "even if every office-holder is willing" : "if every office-holder is willing";
        return answer.Verdict == ReachVerdict.No ? "if only those named are willing" : "even if nobody but those named is willing";
    }

    private static string Say(ReachStep step, DateOnly from)
    {
        var seat = step.IsOffice ? step.Organ : $"to {step.Organ}";
        var done = step.Act switch
        {
            ReachAct.Elects => $"{step.By} elects {step.Person} {seat}",
            ReachAct.Names => $"{step.By} appoints {step.Person} {seat}",
            ReachAct.ComesWith => $"{step.Person} takes the seat in {step.Organ} that comes with another",
            ReachAct.NextInLine => $"{step.Person} is next in line for {step.Organ} and takes the seat",
            ReachAct.Falls => $"a seat in {step.Organ} falls to {step.Person}, by nobody's choice",
            ReachAct.Removes => $"{step.By} removes {step.Person} from {step.Organ}",
            _ => $"{step.By} expels {step.Person}, who sits in {step.Organ}",
        };
        var room = step.Room switch
        {
            MadeRoom.TermEnds => $", in place of {step.Instead}, at the end of a term",
            MadeRoom.StepsDown => $", after {step.Instead} steps down",
            _ => "",
        };
        var agreed = step.Agreed.IsEmpty ? "" : $", with {List(step.Agreed, "and")} agreeing";
        var given = step.GivesUp.IsEmpty
            ? ""
            : $"; {step.Person} gives up {List(step.GivesUp, "and")}, which may not be held together with it";
        var needs = step.Needs.IsEmpty ? "" : $"; possible because {step.Person} {string.Join(" and ", step.Needs.Select(n => n.Need))}";
        var wait = step.NotBefore > from ? Text($"; not before {step.NotBefore:yyyy-MM-dd}, for want of standing") : "";
        return $"{done}{room}{agreed}{given}{needs}{wait} ({step.Clause.Name}).";
    }

    private static string Say(ClosedWay way) =>
        $"{way.Organ}{(way.Clause is { } clause ? $", {clause.Name} ({clause.Text})" : "")}: {way.Why}.";

    private static Section OfClauses(ReachAnswer answer)
    {
        var choke = answer.ChokeClauses.Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(
            new Table(
                "The clauses used",
                [new("clause"), new("says"), new("place"), new("on every way")],
                [
                    .. answer
                        .Steps.Select(s => s.Clause)
                        .DistinctBy(c => c.Name)
                        .Select(c => (ImmutableArray<Cell>)[c.Name, c.Text, Place(c), choke.Contains(c.Name) ? "yes" : "no"]),
                ]
            )
        );
        var lines = ImmutableArray.CreateBuilder<string>();
        if (!answer.ChokeSeats.IsEmpty)
            lines.Add($"Every way leads through a seat in {List(answer.ChokeSeats, "and")}.");
        if (choke.Count == 0)
            lines.Add("No single clause is on every way.");
        foreach (var cut in answer.Cuts)
            lines.Add(
                $"Without {List([.. cut.Clauses.Select(c => c.Name)], "and")} there is no way{(cut.ClosesToAll ? "; but then nobody new could come to sit there at all" : $" for {Who(answer)}; for others there is")}."
            );
        if (answer.Cuts.IsEmpty)
            lines.Add("No small set of clauses was found whose absence closes every way.");
        else if (!answer.CutsAreExact)
            lines.Add("There may be other sets as small.");
        blocks.Add(new Items(lines.ToImmutable()));
        return new("clauses", "What it rests on, and what would close it", blocks.ToImmutable());
    }

    private static Section OfDistances(ReachAnswer answer)
    {
        var shown = answer.Distances.Take(MostDistances).ToList();
        return new(
            "distances",
            "How near each is",
            [
                new Table(
                    shown.Count < answer.Distances.Length
                        ? Text($"Acts each needs, alone: the nearest {shown.Count} of {answer.Distances.Length}; --json for all")
                        : "Acts each needs, alone",
                    [new("person"), new("acts", IsNumber: true)],
                    [
                        .. shown
                            .GroupBy(d => (d.Verdict, d.Acts))
                            .Select(g =>
                                (ImmutableArray<Cell>)
                                    [
                                        string.Join(", ", g.Select(d => d.Person)),
                                        g.Key.Verdict switch
                                        {
                                            ReachVerdict.Yes when g.Key.Acts == 0 => "holds it",
                                            ReachVerdict.Yes => Text($"{g.Key.Acts}"),
                                            ReachVerdict.No => "no way",
                                            _ => "not settled",
                                        },
                                    ]
                            ),
                    ]
                ),
            ]
        );
    }

    private static Section OfReading(ReachAnswer answer)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add(
            answer.Question.Willing is null
                ? "Whether it can be, not whether it will: everybody acts and makes room for it. --willing names who does."
                : "Whether it can be forced: whoever is not named keeps his seats, votes no and waits. Nothing is left to luck."
        );
        lines.Add("An act is one person's taking or losing one seat. Waiting takes none; terms end, deaths are not counted on.");
        lines.Add(
            answer.BySinglePerson
                ? answer.Verdict == ReachVerdict.No
                    ? "Settled by one person's own offices: there is no way even if every organ that can ever act always does."
                    : "Settled by one person's own offices; every act was tried among all, and the organs that must act can."
                : Text(
                    $"One person's own offices did not settle it: what everybody holds was looked at together, in {answer.States} states."
                )
        );
        if (!answer.NotRead.IsEmpty)
            lines.Add($"Not looked at: {string.Join(", ", answer.NotRead.Select(e => $"{e.Name} ({e.Text})"))}, which can add seats.");
        return new("reading", "How to read it", [new Items(lines.ToImmutable())]);
    }

    private static string Place(Evidence clause) =>
        clause.Place.Line > 0 ? Text($"{Path.GetFileName(clause.Place.File)}:{clause.Place.Line}") : "";

    private static string List(IReadOnlyList<string> names, string and) =>
        names.Count switch
        {
            0 => "",
            1 => names[0],
            > 12 => $"{string.Join(", ", names.Take(11))} {and} {names.Count - 11} others",
            _ => $"{string.Join(", ", names.Take(names.Count - 1))} {and} {names[^1]}",
        };

    private static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
