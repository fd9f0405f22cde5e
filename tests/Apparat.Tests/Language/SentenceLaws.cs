using System.Collections.Immutable;
using Apparat.Language;
using Apparat.Model;
using Apparat.Vocabulary;
using CsCheck;

namespace Apparat.Tests;

/// <summary>Laws of sentences, for every word of the lexicon: what the templates can say is read in exactly one way, whatever the order of its tails.</summary>
public sealed class SentenceLaws
{
    private static readonly Names Known = Declared();
    private static readonly Grammar Rules = Grammar.For(StandardLexicon.Instance, Known, Grammar.RuleFamilies);
    private static readonly ImmutableArray<WordEntry> Heads =
    [
        .. StandardLexicon.Instance.Entries.Where(e => Array.Exists(Grammar.RuleFamilies, f => f.IsAssignableFrom(e.Type))),
    ];

    public static IEnumerable<TheoryDataRow<string>> Words =>
        StandardLexicon.Instance.Entries.Select(e => e.Name).Distinct().Select(n => new TheoryDataRow<string>(n));

    [Fact]
    public void A_sentence_has_one_reading_in_every_order_of_its_tails() =>
        Gen.Select(Gen.Int[0, Heads.Length - 1], Gen.Int)
            .Sample(
                (head, seed) =>
                {
                    var said = Speaker.Sentence(Heads[head], new Random(seed));
                    var plain = OneReading(said.InOrder);
                    var other = OneReading(said.Shuffled);
                    return Rules.Write(plain) == Rules.Write(other)
                        ? true
                        : throw new InvalidOperationException(
                            $"{said.InOrder}\n{said.Shuffled}\n{Rules.Write(plain)}\n{Rules.Write(other)}"
                        );
                },
                iter: 3_000
            );

    [Fact]
    public void The_canonical_form_means_the_same_and_is_its_own_canonical_form() =>
        Gen.Select(Gen.Int[0, Heads.Length - 1], Gen.Int)
            .Sample(
                (head, seed) =>
                {
                    var word = OneReading(Speaker.Sentence(Heads[head], new Random(seed)).Shuffled);
                    var again = OneReading(Rules.Write(word));
                    Assert.Equal(Rules.Write(word), Rules.Write(again));
                    Assert.Equal(Rules.ReadBack(word), Rules.ReadBack(again));
                    Assert.Equal(word.GetType(), again.GetType());
                },
                iter: 3_000
            );

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_word_has_an_example_that_is_its_own_canonical_form(string name)
    {
        var entry = StandardLexicon.Instance.Find(name)!;
        Assert.NotNull(entry.Sentence.Example);
        if (entry.Family == typeof(Tail))
            return;
        var names = new Names();
        Speaker.Declare(names, entry.Sentence.Example, entry);
        var grammar = Grammar.For(
            StandardLexicon.Instance,
            names,
            entry.Family.IsSubclassOf(typeof(Rule)) ? Grammar.RuleFamilies : [entry.Family]
        );

        var readings = grammar.Readings(entry.Sentence.Example);

        Assert.Equal(entry.Type, Assert.Single(readings).GetType());
        Assert.Equal(entry.Sentence.Example, grammar.Write(readings[0]));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_rule_and_tail_has_a_wording_and_two_references(string name)
    {
        var entry = StandardLexicon.Instance.Find(name)!;
        if (!typeof(Provision).IsAssignableFrom(entry.Type))
            return;
        var word = (Provision)Speaker.Make(entry, new Random(1));

        Assert.False(string.IsNullOrWhiteSpace(entry.Sentence.Wording));
        Assert.True(word.References.Length >= 2);
        Assert.Equal(word.References.Length, word.References.Select(r => r.Name).Distinct().Count());
    }

    private static Word OneReading(string text)
    {
        var readings = Rules.Readings(text);
        return readings.Count == 1
            ? readings[0]
            : throw new InvalidOperationException(
                $"{readings.Count} readings of: {text}\n{string.Join('\n', readings.Select(Rules.Write))}"
            );
    }

    private static Names Declared()
    {
        var names = new Names();
        Speaker.Declare(names);
        return names;
    }

    /// <summary>Says sentences at random, as the templates allow.</summary>
    private static class Speaker
    {
        private static readonly string[] Organs = ["Members", "Board", "Annual Meeting", "Nominating Committee", "General Secretary"];

        public static void Declare(Names names)
        {
            for (var i = 0; i < Organs.Length; i++)
                names.Declare(typeof(OrganId), Organs[i], i);
            names.DeclareMember<OrganId>("Director", 1);
            names.DeclareMember<OrganId>("Member", 0);
            foreach (var (person, i) in ((string[])["Anna", "Bert"]).Select((p, i) => (p, i)))
                names.Declare(typeof(PersonId), person, i);
            names.Declare(typeof(DocumentId), "the Letter", 0);
            foreach (var (clause, i) in ((string[])["4", "5.7", "12"]).Select((c, i) => (c, i)))
                names.Declare(typeof(ClauseId), clause, i);
            names.Declare(typeof(AttributeId), "employer", 0);
            names.Declare(typeof(AttributeId), "Region", 1);
        }

        // Whatever an example names with a capital is an organ, but for the names a word's slots call for.
        public static void Declare(Names names, string example, WordEntry entry)
        {
            string[] organs =
            [
                "Branch Secretaries",
                "Secretariat",
                "Auditors",
                "Substitutes",
                "Joint Meeting",
                "Board",
                "Chair",
                "Treasurer",
                "Jury",
                "Members",
                "Annual Meeting",
                "Nominating Committee",
                "President",
                "Executive Director",
                "Executive",
                "Secretary",
                "Returning Officer",
                "Appeals Committee",
                "Council",
                "Shareholders",
                "Senate",
                "Congress",
            ];
            for (var i = 0; i < organs.Length; i++)
                names.Declare(typeof(OrganId), organs[i], i);
            names.DeclareMember<OrganId>("Director", Array.IndexOf(organs, "Board"));
            foreach (var (person, i) in ((string[])["Anna", "Bert", "Carl"]).Select((p, i) => (p, i)))
                names.Declare(typeof(PersonId), person, i);
            names.Declare(typeof(DocumentId), "the Letter", 0);
            foreach (var (clause, i) in ((string[])["4", "5.7", "12", "C5"]).Select((c, i) => (c, i)))
                names.Declare(typeof(ClauseId), clause, i);
            names.Declare(typeof(AttributeId), "employer", 0);
            names.Declare(typeof(AttributeId), "Region", 1);
            foreach (var (subject, i) in ((string[])["Anna", "Bert", "Board", "the party"]).Select((s, i) => (s, i)))
                names.Declare(typeof(SubjectId), subject, i);
            names.Declare(typeof(ActId), "expelled from", 0);
            names.Declare(typeof(CountId), "the secretaries", 0);
            names.Declare(typeof(CountId), "the secretaries appointed", 1);
            names.Declare(typeof(VoteId), "the report", 0);
            names.Declare(typeof(EventId), "the founding", 0);
        }

        public static Word Make(WordEntry entry, Random random) =>
            (Word)entry.Constructor.Invoke([.. entry.Constructor.GetParameters().Select(p => Value(p.ParameterType, random).Value)]);

        public static (string InOrder, string Shuffled) Sentence(WordEntry head, Random random)
        {
            var takes = StandardLexicon
                .Instance.Entries.Where(e => e.Type == head.Type)
                .SelectMany(e => e.Sentence.Takes)
                .Distinct()
                .ToArray();
            var tails = takes
                .Where(_ => random.Next(3) == 0)
                .Select(t => StandardLexicon.Instance.Entries.Where(e => e.Type == t).ToArray())
                .Select(t => Text(t[random.Next(t.Length)], random))
                .ToList();
            var text = Text(head, random);
            var shuffled = tails.ToArray();
            random.Shuffle(shuffled);
            var leading = random.Next(2) == 0 ? random.Next(shuffled.Length + 1) : 0;
            return (
                string.Join(", ", tails.Prepend(text)),
                string.Join(", ", shuffled.Take(leading).Append(text).Concat(shuffled.Skip(leading)))
            );
        }

        private static string Text(WordEntry entry, Random random)
        {
            var sentence = Language.Sentence.Of(entry);
            return Text(sentence, sentence.Pieces, random).Trim().Replace(" ,", ",");
        }

        private static string Text(Sentence sentence, IEnumerable<Piece> pieces, Random random) =>
            string.Concat(
                pieces.Select(p =>
                    p switch
                    {
                        Literal words => Spelled(words, random),
                        Slot slot => $" {Value(sentence.TypeOf(slot.Name), random).Text}",
                        Optional optional => random.Next(2) == 0 ? Text(sentence, optional.Pieces, random) : "",
                        _ => "",
                    }
                )
            );

        private static string Spelled(Literal words, Random random)
        {
            var (one, many) = words.Spellings[random.Next(words.Spellings.Length)];
            return words.Agrees
                ? random.Next(4) switch
                {
                    0 => $" {one}",
                    1 => $" shall {many}",
                    2 => $" may {many}",
                    _ => $" {many}",
                }
                : $" {one}";
        }

        private static (object? Value, string Text) Value(Type type, Random random)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (type == typeof(OrganId))
            {
                var organ = random.Next(Organs.Length);
                var member = Known?.Member(organ);
                return (
                    new OrganId(organ),
                    member is not null && random.Next(3) == 0 ? $"any {member}"
                    : random.Next(3) == 0 ? $"the {Organs[organ]}"
                    : Organs[organ]
                );
            }
            if (type == typeof(ImmutableArray<OrganId>))
            {
                var first = random.Next(Organs.Length);
                OrganId[] organs = random.Next(2) == 0 ? [new(first)] : [new(first), new((first + 1) % Organs.Length)];
                return (organs.ToImmutableArray(), string.Join(random.Next(2) == 0 ? ", " : " and ", organs.Select(o => Organs[o.Index])));
            }
            if (type == typeof(ImmutableArray<ClauseId>))
                return (ImmutableArray.Create(new ClauseId("4"), new ClauseId("5.7")), "4, 5.7");
            if (type == typeof(PersonId))
                return (new PersonId(0), "Anna");
            if (type == typeof(DocumentId))
                return (new DocumentId(0), "the Letter");
            if (type == typeof(ClauseId))
                return (new ClauseId("12"), "12");
            if (type == typeof(AttributeId))
                return (new AttributeId("employer"), "employer");
            if (type == typeof(Quantity))
                return Quantities[random.Next(Quantities.Length)] is var (value, text) ? (value, text) : default;
            if (type == typeof(Portion))
                return (new Portion(new Quantity(25), new OrganId(0)), random.Next(2) == 0 ? "25 Members" : "a third of the Board");
            if (type == typeof(Period))
                return (new Period(90, TimeUnit.Days), random.Next(2) == 0 ? "90 days" : "one year");
            if (type == typeof(int))
                return (3, random.Next(2) == 0 ? "three" : "12");
            if (type == typeof(string))
                return ("shares", "shares");
            if (type == typeof(bool))
                return (true, "");
            if (type.IsEnum)
            {
                var choices = Enum.GetValues(type);
                var choice = (Enum)choices.GetValue(random.Next(choices.Length))!;
                var spellings = Spelling.All(choice);
                return (choice, spellings[random.Next(spellings.Length)]);
            }
            throw new NotSupportedException($"I cannot say a {type.Name}.");
        }

        private static readonly (Quantity Value, string Text)[] Quantities =
        [
            (new(10), "ten"),
            (new(25), "25"),
            (new(1, 3), "a third"),
            (new(1, 3), "1/3"),
            (new(33, 100), "33 %"),
            (new(2, 3), "two-thirds"),
            (new(1, 10), "10 per cent"),
            (Quantity.Majority, "a majority"),
            (new(1, 2), "half"),
            (new(1, 2, MoreThan: true), "more than half"),
            (new(1, 8), "12.5%"),
            (new(1500), "1,500"),
        ];
    }
}
