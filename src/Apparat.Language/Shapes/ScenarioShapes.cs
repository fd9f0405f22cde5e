using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>The shape of a scenario file, key by key.</summary>
internal static class ScenarioShapes
{
    private static readonly (string, Shape)[] Cited =
    [
        ("source", new ListShape("where it comes from: keys of sources.bib, or declared", new TextShape("a key"))),
        ("known", new DateShape("the first day on which a contemporary could have known it")),
        ("coder", new TextShape("who turned the source into this datum")),
        ("basis", new TextShape("read off a document, or a later judgement", null, "record", "interpretation")),
    ];

    private static readonly ListShape Organs = new("organs", new TextShape("an organ"));

    public static FieldsShape Belief { get; } =
        new(
            "a number with its citation",
            [("prior", new NumberShape("what is believed")), ("value", new NumberShape("the number")), .. Cited]
        );

    private static readonly EitherShape Number = new(
        "a number or what is believed about it",
        new NumberShape("a number, a range or a distribution"),
        Belief
    );

    public static FieldsShape Meets { get; } =
        new(
            "recorded days beside the statute's rhythm",
            ("dates", new ListShape("the days on which it met", new DateShape("a day"))),
            ("statute", new TextShape("the rhythm of the statute"))
        );

    public static FieldsShape Organ { get; } =
        new(
            "an office or a body",
            [
                (
                    "seats",
                    new EitherShape(
                        "how many seats; sizes by day if it grew",
                        new WholeShape("a number"),
                        new NamesShape("sizes by day", new WholeShape("a number"), @"^\d{4}-\d{2}-\d{2}$")
                    )
                ),
                ("most", new WholeShape("the most seats it may ever come to have")),
                ("each", new TextShape("what one member is called, such as Director")),
                ("member", new TextShape("the older spelling of each")),
                ("office of", new TextShape("the body whose head and member the holder is")),
                ("of", Organs.As("the organs that sit together in this joint meeting")),
                (
                    "meets",
                    new EitherShape(
                        "when it meets",
                        new TextShape("weekly, monthly, quarterly, half-yearly, yearly, never, every 2 months"),
                        new ListShape("the days", new DateShape("a day")),
                        Meets
                    )
                ),
                ("term", new TextShape("at pleasure, 36 months, 4 years or until next ORGAN")),
                ("rank", Number.As("what a seat is worth; an office has the rank of its body")),
                ("turnover", Number.As("natural turnover of a seat a month")),
                ("heads leave", new FlagShape("whether natural turnover reaches heads as well, who then stay heads without the seat")),
                ("leads branches", new FlagShape("whether each seat leads a branch of the membership")),
                ("counted", new FlagShape("whether its members are counts by the head they follow and not persons")),
                ("count", Number.As("for ordinary members: how many there are")),
                ("turnout", Number.As("the share of the members that turns up at a meeting; all if not given")),
                ("split", new TextShape("for ordinary members: the attribute that splits them into groups with seats of their own")),
                ("pool", Organs.As("from which organs its seats are filled")),
                ("closed", new FlagShape("whether its seats are filled from nowhere else")),
                .. Cited,
            ]
        );

    public static FieldsShape Person { get; } =
        new(
            "someone who may hold seats",
            [
                ("holds", Organs.As("what he holds on the first day")),
                ("born", new DateShape("day of birth")),
                ("joined", new DateShape("day of joining")),
                ("branch", new WholeShape("the branch he comes from, counted from 0")),
                ("attributes", new NamesShape("numbers known of him, and what he shares with others", Number)),
                ("note", new TextShape("anything")),
                .. Cited,
            ]
        );

    public static FieldsShape Heads { get; } =
        new("who counts as a head", [("people", new ListShape("their names", new TextShape("a person"))), .. Cited]);

    public static FieldsShape Cadres { get; } =
        new(
            "the unnamed who stand ready",
            [("number", new WholeShape("how many")), ("called", new TextShape("what one of them is called")), .. Cited]
        );

    public static FieldsShape Branches { get; } =
        new(
            "the membership by branches",
            [
                ("number", new WholeShape("how many branches")),
                ("called", new TextShape("what one branch is called")),
                ("members", Number.As("members of a branch")),
                ("leanings", new NamesShape("which share of the members leans to which head", Number)),
                ("ties", Number.As("strength of the ties that whoever is no head starts with")),
                .. Cited,
            ]
        );

    public static FieldsShape Tie { get; } =
        new(
            "a bond from before the first day",
            [("from", new TextShape("the client")), ("to", new TextShape("the head")), ("strength", Number.As("from 0 to 1")), .. Cited]
        );

    public static FieldsShape Trait { get; } =
        new(
            "a formula for one quality",
            [
                ("base", Number.As("its value without attributes, drawn for each person apart")),
                ("plus", new NamesShape("what each unit of an attribute adds", Number)),
                ("low", Number.As("the least value")),
                ("high", Number.As("the greatest value")),
                .. Cited,
            ]
        );

    public static FieldsShape Traits { get; } =
        new(
            "qualities by group",
            ("heads", new NamesShape("formulas for contenders and founders", TraitOrNumber)),
            ("cadres", new NamesShape("formulas for all others", TraitOrNumber))
        );

    private static EitherShape TraitOrNumber => new("prestige, competence, capacity or an issue", new NumberShape("its value"), Trait);

    public static FieldsShape Document { get; } =
        new(
            "a paper that harms those it names",
            [
                ("harms", new NamesShape("by what share it lowers the esteem of whom", Number)),
                ("asks to remove", new TextShape("the office whose holder it asks to remove")),
                ("against holder", Number.As("extra harm to that holder")),
                ("audiences", Organs.As("who may hear it, from the narrowest to the widest")),
                .. Cited,
            ]
        );

    public static FieldsShape Sentence { get; } =
        new(
            "a sentence with its share",
            [
                ("means", new SentenceShape("the sentence", [.. Grammar.RuleFamilies])),
                ("share", Number.As("in what part of its uses it really decides")),
                ("otherwise", new SentenceShape("what decides in the others", [.. Grammar.RuleFamilies])),
                .. Cited,
            ]
        )
        {
            Ending = " share",
        };

    public static FieldsShape Clause { get; } =
        new(
            "a clause with the document's own words",
            [
                (
                    "means",
                    new ListShape(
                        "its sentences",
                        new EitherShape("a sentence", new SentenceShape("a sentence", [.. Grammar.RuleFamilies]), Sentence)
                    )
                ),
                ("says", new TextShape("the document's own words")),
                ("gist", new TextShape("what the document says, in other words than its own")),
                ("aside", new TextShape("why it is set aside, such as: not about power")),
                ("share", Number.As("in what part of its uses it really decides")),
                ("otherwise", new SentenceShape("what decides in the others", [.. Grammar.RuleFamilies])),
                .. Cited,
            ]
        )
        {
            Ending = " share",
        };

    public static FieldsShape Event { get; } =
        new(
            "a dated event",
            [
                ("what", new SentenceShape("what happens", typeof(Happening))),
                (
                    "kind",
                    new TextShape(
                        "the same in all worlds, laid down by statute, or decided by someone the model plays",
                        null,
                        "given",
                        "due",
                        "recorded"
                    )
                ),
                ("name", new TextShape("by which it is omitted or delayed")),
                .. Cited,
            ]
        );

    public static FieldsShape Question { get; } =
        new(
            "what is asked",
            ("text", new TextShape("the question in the reader's words")),
            ("office", new TextShape("the office whose part is asked for")),
            ("holder", new TextShape("who holds it on the first day")),
            ("decisive body", new TextShape("the body whose votes are power")),
            ("prize", new TextShape("the body whose seats are the prize")),
            ("headline", new TextShape("the outcome the headline is about")),
            ("fall", new TextShape("the outcome that says a rival has fallen")),
            ("branch", new DateShape("the day from which the second window asks")),
            ("rivals", new NamesShape("rivals in the groups of the textbooks", new ListShape("who", new TextShape("a person")))),
            ("scope", new ListShape("what reports must say about the limits of the question", new TextShape("a sentence")))
        )
        {
            Required = ["text", "office", "holder", "decisive body", "prize", "headline"],
            InParts = true,
        };

    public static FieldsShape Factor { get; } =
        new(
            "what could have been otherwise",
            ("kind", new TextShape("which family of causes", null, "rules", "people", "events")),
            ("strike", new ListShape("provisions struck, such as C2/slate", new TextShape("a provision"))),
            ("without", new TextShape("a change that takes it away")),
            ("or", new TextShape("another change that takes it away")),
            ("office", new FlagShape("whether it is a power of the office asked about")),
            ("source", new ListShape("where it comes from", new TextShape("a key")))
        );

    public static FieldsShape CardFact { get; } =
        new(
            "a fact of the record",
            (
                "row",
                new ListShape("a CSV file beside the scenario, then cells that only one of its rows has", new TextShape("a file or a cell"))
            ),
            ("says", new TextShape("the fact in the reader's words; the row's own unless given")),
            ("when", new TextShape("when it was; the row's own date or period unless given")),
            ("source", new ListShape("where a fact without a row comes from", new TextShape("a key"))),
            ("confidence", new TextShape("how sure a fact without a row is", null, "high", "medium", "low"))
        );

    public static FieldsShape Card { get; } =
        new(
            "mechanisms under a textbook's name",
            ("factors", new ListShape("the factors it holds", new TextShape("a factor"))),
            ("strike", new ListShape("provisions it holds, such as C2/slate", new TextShape("a provision"))),
            ("without", new TextShape("a change that takes it away")),
            ("played", new TextShape("what of the matter is played and what is not")),
            ("worked", new TextShape("how it worked, in a sentence")),
            ("link", new TextShape("how it bears on the question, in a sentence")),
            ("evidence", new ListShape("facts that speak for it", CardFact)),
            ("counter", new ListShape("facts that speak against it", CardFact)),
            ("claims", new ListShape("what is often said of it: claims of the case's ledger, by their ids", new TextShape("a claim")))
        );

    public static FieldsShape RecordedSeat { get; } =
        new(
            "a seat that someone held",
            ("person", new TextShape("who held it")),
            ("organ", new TextShape("the organ")),
            ("from", new DateShape("the first day")),
            ("until", new DateShape("the first day out of it, if he left it")),
            ("source", new ListShape("where it comes from", new TextShape("a key")))
        );

    public static FieldsShape Record { get; } =
        new(
            "what really happened to the seats",
            ("covers", Organs.As("the organs whose holders it gives completely")),
            ("seats", new ListShape("who held what, besides the table", RecordedSeat)),
            ("source", new ListShape("where it comes from", new TextShape("a key")))
        );

    public static FieldsShape Under { get; } =
        new(
            "a file of default clauses, and which organs here are what it calls otherwise",
            ("law", new TextShape("a file of default clauses beside the scenario")),
            ("as", new NamesShape("organs of the law by the organs here that are meant", new TextShape("an organ of this scenario")))
        );

    private static ListShape Behaviour =>
        new(
            "words of behaviour",
            new SentenceShape("a sentence", typeof(Motive), typeof(Criterion), typeof(Bond), typeof(AllianceRule), typeof(OpinionRule))
        );

    /// <summary>The shape of a file of default clauses.</summary>
    public static FieldsShape Law { get; } =
        new(
            "a law that fills what charters leave open",
            ("law", new TextShape("its title")),
            ("about", new TextShape("what it is about")),
            ("sources", new TextShape("its bibliography")),
            ("organs", new NamesShape("the organs it speaks of", LawOrgan)),
            (
                "clauses",
                new NamesShape(
                    "its clauses",
                    new EitherShape("a clause", new SentenceShape("a sentence", [.. Grammar.RuleFamilies]), Clause),
                    @"^[^/,;\s]+$"
                )
            )
        );

    private static FieldsShape LawOrgan => new("an organ", ("each", new TextShape("what one member is called")));

    public static FieldsShape Tables { get; } =
        new(
            "lists kept beside the file",
            ("people", new TextShape("a CSV file: person, holds, born, joined, branch, attributes, source, known, coder, basis")),
            ("branches", new TextShape("a CSV file: branch, members")),
            ("ties", new TextShape("a CSV file: from, to, strength, source")),
            ("record", new TextShape("a CSV file: person, organ, from, until, source"))
        );

    public static FieldsShape Scenario { get; } =
        new(
            "a scenario: a charter, the people under it, what happens to them, and what is asked",
            ("scenario", new TextShape("its title")),
            (Lineage.Key, new TextShape("the scenario beside this file whose words stand where this one says nothing")),
            ("about", new TextShape("what it is about, in a sentence")),
            ("from", new DateShape("the first day")),
            ("until", new DateShape("the last day")),
            ("step", new TextShape("how long a turn is", "^(month|week|day|meeting( of .+)?)$")),
            ("sources", new TextShape("the bibliography beside the file; sources.bib unless given")),
            (
                "under",
                new EitherShape(
                    "the law whose defaults fill what this charter leaves open",
                    new TextShape("a file of default clauses"),
                    Under
                )
            ),
            ("tables", Tables),
            (
                "attributes",
                new NamesShape(
                    "what persons may share by name, such as an employer, with what it can be",
                    new ListShape("what it can be; empty for anything", new TextShape("a value"))
                )
            ),
            ("organs", new NamesShape("who may exist", Organ)),
            ("issues", new NamesShape("at most three, with where policy stands on the first day", Number)),
            ("people", new NamesShape("the named", Person)),
            (
                "contenders",
                new EitherShape("heads who are voted on as rivals", new ListShape("their names", new TextShape("a person")), Heads)
            ),
            ("founders", new EitherShape("heads who are no contenders", new ListShape("their names", new TextShape("a person")), Heads)),
            ("cadres", new EitherShape("the unnamed who stand ready", new WholeShape("how many"), Cadres)),
            ("branches", Branches),
            ("ties", new ListShape("bonds from before the first day", Tie)),
            ("traits", Traits),
            ("documents", new NamesShape("papers", Document)),
            (
                "clauses",
                new NamesShape(
                    "the law, by the numbers of the document",
                    new EitherShape(
                        "a clause",
                        new SentenceShape("a sentence", [.. Grammar.RuleFamilies]),
                        new ListShape(
                            "sentences",
                            new EitherShape("a sentence", new SentenceShape("a sentence", [.. Grammar.RuleFamilies]), Sentence)
                        ),
                        Clause
                    ),
                    @"^[^/,;\s]+$"
                )
            ),
            (
                "events",
                new NamesShape(
                    "what happens, by day",
                    new EitherShape(
                        "an event",
                        new SentenceShape("what happens", typeof(Happening)),
                        new ListShape(
                            "events of one day",
                            new EitherShape("an event", new SentenceShape("what happens", typeof(Happening)), Event)
                        ),
                        Event
                    ),
                    @"^\d{4}-\d{2}-\d{2}$"
                )
            ),
            (
                "behaviour",
                new EitherShape(
                    "what people weigh, how ties form and who joins whom; the standard words unless given",
                    Behaviour,
                    new FieldsShape("the standard words, changed", ("also", Behaviour), ("without", Behaviour))
                )
            ),
            ("priors", new NamesShape("your own belief about any parameter, by name", Number)),
            (
                "outcomes",
                new NamesShape(
                    "predicates with a free person",
                    new SentenceShape("when it holds of X", typeof(Condition)),
                    @"^[a-z][a-z0-9_]*\(X\)$"
                )
            ),
            ("measures", new ListShape("numbers kept of every run", new SentenceShape("a sentence", typeof(Measure)))),
            ("question", Question),
            ("factors", new NamesShape("what could have been otherwise", Factor)),
            ("cards", new NamesShape("mechanisms grouped under the names of the textbooks", Card)),
            (
                "stages",
                new NamesShape("rivals in the stages of the textbooks, for the cards", new ListShape("who", new TextShape("a contender")))
            ),
            ("record", Record),
            ("notes", new ListShape("what reports repeat", new TextShape("a sentence")))
        )
        {
            Required = ["scenario", "from", "until", "organs"],
            Instead = Lineage.Key,
        };
}
