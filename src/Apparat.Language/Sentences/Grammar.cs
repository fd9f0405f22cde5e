using System.Collections.Immutable;
using System.Reflection;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>
/// Reads sentences with the templates of a lexicon: one head and its tails in any order. It knows no word by name;
/// everything it can read, expect, suggest and write comes from the templates.
/// </summary>
internal sealed class Grammar
{
    /// <summary>The families whose words are clauses of a charter.</summary>
    public static readonly Type[] RuleFamilies = [typeof(SelectionRule), typeof(Power), typeof(Limit)];

    /// <summary>The most words a sentence may have; the longest sentences of real by-laws have a third of that.</summary>
    private const int MostTokens = 400;

    private static readonly string[] Silent = ["shall", "may", "must"];
    private static readonly string[] Prepositions = ["by", "from", "with", "until", "for", "in"];
    private readonly ImmutableArray<Sentence> _heads;
    private readonly Dictionary<Type, ImmutableArray<Sentence>> _byType;
    private readonly Dictionary<Type, ImmutableArray<Type>> _takes;
    private readonly Slots _slots;

    private Grammar(
        ImmutableArray<Sentence> heads,
        Dictionary<Type, ImmutableArray<Sentence>> byType,
        Dictionary<Type, ImmutableArray<Type>> takes,
        Slots slots
    ) => (_heads, _byType, _takes, _slots) = (heads, byType, takes, slots);

    /// <summary>A grammar for the words of some families.</summary>
    public static Grammar For(Lexicon lexicon, Names names, params Type[] families)
    {
        var byType = lexicon.Entries.GroupBy(e => e.Type).ToDictionary(g => g.Key, g => g.Select(Sentence.Of).ToImmutableArray());
        var heads = byType.Where(e => Array.Exists(families, f => f.IsAssignableFrom(e.Key))).SelectMany(e => e.Value);
        var takes = lexicon
            .Entries.GroupBy(e => e.Type)
            .ToDictionary(g => g.Key, g => g.SelectMany(e => e.Sentence.Takes).Distinct().ToImmutableArray());
        var rules = new Lazy<Grammar>(() => For(lexicon, names, RuleFamilies));
        var slots = new Slots(names, (text, start) => (rules.Value.Read(text[start..], null, 0) as Rule, text.Length));
        return new([.. heads], byType, takes, slots);
    }

    /// <summary>Every way to read a text; a good grammar has at most one.</summary>
    public IReadOnlyList<Word> Readings(string text, Reach? reach = null)
    {
        var tokens = Token.Of(text);
        if (tokens.Count > MostTokens)
            return [];
        if (tokens.Count > 0 && tokens[^1].Text.EndsWith('.'))
            tokens[^1] = tokens[^1] with { Text = tokens[^1].Text.TrimEnd('.') };
        reach ??= new Reach();
        var found = new Dictionary<string, Word>(StringComparer.Ordinal);
        foreach (var head in _heads)
        {
            foreach (var (start, before) in LeadingTails(head.Entry.Type, text, tokens, 0, [], reach))
            {
                foreach (var (end, said) in Match(head, head.Pieces, 0, text, tokens, start, Said.Nothing(head), reach))
                {
                    foreach (var (after, tails) in MatchTails(head.Entry.Type, text, tokens, end, before, reach))
                    {
                        if (after != tokens.Count)
                            continue;
                        var word = Make(head, said);
                        if (word is Rule rule)
                            word = rule with
                            {
                                Tails = [.. tails.OrderBy(t => _takes[head.Entry.Type].IndexOf(t.GetType()))],
                                Duty = said.Must,
                            };
                        found.TryAdd(Write(word), word);
                    }
                }
            }
        }
        return [.. found.Values];
    }

    /// <summary>Reads a text, or says in <paramref name="diagnostics"/> how far it could be read and what could have come there.</summary>
    public Word? Read(string text, Diagnostics? diagnostics, int offset, Node? node = null)
    {
        var reach = new Reach();
        var readings = Readings(text, reach);
        if (readings.Count == 1)
            return readings[0];
        if (diagnostics is null)
            return null;
        if (readings.Count > 1)
        {
            diagnostics.Error(
                "APP302",
                Place(node, offset, text.Length),
                $"This sentence has {readings.Count} readings: {string.Join(" / ", readings.Select(Write))}."
            );
            return null;
        }
        if (Token.Of(text).Count > MostTokens)
            diagnostics.Error(
                "APP304",
                Place(node, offset, 1),
                $"This sentence has more than {MostTokens} words.",
                repair: "Cut it into several: means: [first, second]."
            );
        else
            Report(text, diagnostics, offset, node, reach);
        return null;
    }

    /// <summary>The canonical sentence of a word.</summary>
    public string Write(Word word) => Joined(word, w => Write(SentenceOf(w).Pieces, w, english: false));

    /// <summary>A word as by-laws put it: a sentence of running English, from its wording.</summary>
    public string ReadBack(Word word)
    {
        var text = Joined(word, Worded);
        return text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }

    // The first tail follows without a comma where it starts with a preposition: "elects Board by majority, in secret".
    private static string Joined(Word word, Func<Word, string> write)
    {
        var text = new System.Text.StringBuilder(write(word));
        if (word is not Rule rule)
            return text.ToString();
        foreach (var tail in rule.Tails)
        {
            var said = write(tail);
            var close = ReferenceEquals(tail, rule.Tails[0]) && Prepositions.Contains(said.Split(' ')[0], StringComparer.Ordinal);
            text.Append(close ? " " : ", ").Append(said);
        }
        return text.ToString();
    }

    private string Worded(Word word)
    {
        var own = SentenceOf(word);
        var sentence = own.Wording.IsEmpty ? _byType[word.GetType()].FirstOrDefault(s => !s.Wording.IsEmpty) ?? own : own;
        return Write(sentence.Wording.IsEmpty ? sentence.Pieces : sentence.Wording, word, english: true);
    }

    // The first sentence in which everything the word says has its slot.
    private Sentence SentenceOf(Word word)
    {
        var all = _byType[word.GetType()];
        return all.FirstOrDefault(s =>
                s.Parameters.All(p => s.Has(p.Name!) || IsDefault(word, p.Name!))
                && s.Pieces.OfType<Slot>().All(x => Property(word, x.Name) is not null)
            ) ?? all[0];
    }

    private string Write(ImmutableArray<Piece> pieces, Word word, bool english)
    {
        var text = new System.Text.StringBuilder();
        var must = word is Rule { Duty: true };
        Write(text, pieces, word, english, ref must);
        return text.ToString();
    }

    private void Write(System.Text.StringBuilder text, ImmutableArray<Piece> pieces, Word word, bool english, ref bool must)
    {
        void Add(string part) => text.Append(text.Length == 0 || part == "," ? "" : " ").Append(part);
        for (var i = 0; i < pieces.Length; i++)
        {
            switch (pieces[i])
            {
                case Literal { Agrees: true } verb:
                    if (must && !english)
                        Add("must");
                    Add((must && !english) || Number(pieces, i, word) ? verb.Spellings[0].Many : verb.Spellings[0].One);
                    must = false;
                    break;
                case Literal words:
                    Add(english && must && words.Spellings[0].One is "shall" or "may" ? "must" : words.Spellings[0].One);
                    break;
                case Slot slot:
                    Add(_slots.Write(Property(word, slot.Name), slot.As, english, r => Write(r)));
                    break;
                case Optional { Pieces: var inner } when inner.OfType<Slot>().Any(s => !IsDefault(word, s.Name)):
                    Write(text, inner, word, english, ref must);
                    break;
            }
        }
    }

    // A word agrees with the slot before it or, at the start of a sentence, with the one after it.
    private bool Number(ImmutableArray<Piece> pieces, int at, Word word)
    {
        var slots = pieces.Take(at).Reverse().Concat(pieces.Skip(at + 1)).OfType<Slot>();
        return slots
                .Select(s => (Value: Property(word, s.Name), s.As, Beside: at > 0 && ReferenceEquals(s, pieces[at - 1])))
                .Where(s => s.Beside || s.Value is not int)
                .Select(s => _slots.IsPlural(s.Value, s.As))
                .FirstOrDefault(n => n is not null)
            ?? false;
    }

    private static object? Property(Word word, string slot) =>
        word.GetType().GetProperties().First(p => p.Name.Equals(slot, StringComparison.OrdinalIgnoreCase)).GetValue(word);

    private static bool IsDefault(Word word, string slot)
    {
        var parameter = new WordEntry(word.GetType(), null!)
            .Constructor.GetParameters()
            .First(p => p.Name!.Equals(slot, StringComparison.OrdinalIgnoreCase));
        return parameter.HasDefaultValue && Equals(Property(word, slot), Default(parameter));
    }

    private void Report(string text, Diagnostics diagnostics, int offset, Node? node, Reach reach)
    {
        var tokens = Token.Of(text);
        var at = Math.Clamp(reach.Token, 0, tokens.Count);
        var (start, length) = at < tokens.Count ? (tokens[at].Start, tokens[at].Text.Length) : (Math.Max(0, text.Length - 1), 1);
        var fixedWords = reach.Expected.Where(e => !e.IsSlot).Select(e => e.Text).ToList();
        var slotTypes = reach.Expected.Where(e => e.IsSlot).ToList();
        var expected = Expected(slotTypes.Select(e => e.Text), fixedWords, at < tokens.Count ? tokens[at].Text : "");
        var after = at > 0 && at <= tokens.Count ? $"after \"{tokens[at - 1].Text}\": {expected}" : expected;
        if (at >= tokens.Count)
        {
            diagnostics.Error("APP301", Place(node, offset + start, length), "This sentence ends too early.", after);
            return;
        }
        var said = tokens[at].Text;
        var candidates = slotTypes.SelectMany(e => _slots.Candidates(e.Slot!)).Concat(fixedWords);
        var meant = diagnostics.MayGuess
            ? Nearest.To(said, candidates) ?? NearestName(tokens, at, slotTypes.SelectMany(e => _slots.Candidates(e.Slot!)))
            : null;
        var repair = meant is null ? "See the words with: apparat words" : $"Did you mean \"{meant}\"?";
        if (fixedWords.Count == 0 && slotTypes.Count > 0 && slotTypes.Exists(e => _slots.Candidates(e.Slot!).Count > 0))
            diagnostics.Error("APP201", Place(node, offset + start, length), $"Nothing called \"{said}\" is declared here.", after, repair);
        else
            diagnostics.Error("APP303", Place(node, offset + start, length), "No word of the vocabulary fits here.", after, repair);
    }

    // Of many words only those nearest to what was said are shown.
    private static string Expected(IEnumerable<string> slots, List<string> words, string said)
    {
        const int many = 8;
        var shown =
            words.Count <= many
                ? words.Order(StringComparer.Ordinal)
                : Nearest.Of(said, words).Take(many - 2).Order(StringComparer.Ordinal);
        return string.Join(", ", slots.Concat(shown.Select(w => $"\"{w}\"")))
            + (words.Count <= many ? "" : " or another word: see apparat words");
    }

    private static string? NearestName(List<Token> tokens, int at, IEnumerable<string> names) =>
        Enumerable
            .Range(2, 3)
            .Where(n => at + n <= tokens.Count)
            .Select(n => Nearest.To(string.Join(' ', tokens.GetRange(at, n).Select(t => t.Text)), names))
            .FirstOrDefault(x => x is not null);

    private static SourceSpan Place(Node? node, int start, int length) => node?.Part(start, length) ?? SourceSpan.Nowhere;

    private IEnumerable<(int End, Said Said)> Match(
        Sentence sentence,
        ImmutableArray<Piece> pieces,
        int piece,
        string text,
        List<Token> tokens,
        int at,
        Said said,
        Reach reach
    )
    {
        if (piece == pieces.Length)
        {
            yield return (at, said);
            yield break;
        }
        switch (pieces[piece])
        {
            case Literal words:
                reach.Expect(at, words.Spellings[0].One, null);
                var (end, must) =
                    at < tokens.Count && words.Is(tokens[at].Text) ? (at + 1, false)
                    : at + 1 < tokens.Count && Silent.Contains(tokens[at].Text, StringComparer.Ordinal) && words.Is(tokens[at + 1].Text)
                        ? (at + 2, tokens[at].Text == "must")
                    : (-1, false);
                if (end < 0)
                    break;
                foreach (var m in Match(sentence, pieces, piece + 1, text, tokens, end, must ? said with { Must = true } : said, reach))
                    yield return m;
                break;
            case Slot slot:
                var type = sentence.TypeOf(slot.Name);
                reach.Expect(at, Slots.Expects(type), type);
                var (value, next) = _slots.Read(type, text, tokens, at, reach);
                if (value is not null)
                {
                    foreach (
                        var m in Match(
                            sentence,
                            pieces,
                            piece + 1,
                            text,
                            tokens,
                            next,
                            said.With(sentence.IndexOf(slot.Name), value),
                            reach
                        )
                    )
                        yield return m;
                }
                break;
            case Optional { Pieces: var inner }:
                var with = false;
                foreach (var m in Match(sentence, inner, 0, text, tokens, at, said, reach))
                {
                    foreach (var n in Match(sentence, pieces, piece + 1, text, tokens, m.End, m.Said, reach))
                    {
                        with = true;
                        yield return n;
                    }
                }
                if (!with)
                {
                    foreach (var m in Match(sentence, pieces, piece + 1, text, tokens, at, said, reach))
                        yield return m;
                }
                break;
        }
    }

    // "On petition of 10% of Members, ...": tails before the head, each closed by a comma.
    private IEnumerable<(int End, ImmutableList<Tail> Tails)> LeadingTails(
        Type head,
        string text,
        List<Token> tokens,
        int at,
        ImmutableList<Tail> tails,
        Reach reach
    )
    {
        yield return (at, tails);
        var own = new Reach();
        foreach (var (end, tail) in OneTail(head, text, tokens, at, tails, own))
        {
            own.Expect(end, ",", null);
            if (end + 1 >= tokens.Count || tokens[end].Text != ",")
                continue;
            foreach (var more in LeadingTails(head, text, tokens, end + 1, tails.Add(tail), reach))
                yield return more;
        }
        reach.Join(own, at);
    }

    private IEnumerable<(int End, ImmutableList<Tail> Tails)> MatchTails(
        Type head,
        string text,
        List<Token> tokens,
        int at,
        ImmutableList<Tail> tails,
        Reach reach
    )
    {
        yield return (at, tails);
        if (at >= tokens.Count)
            yield break;
        var from = tokens[at].Text is "," && at + 1 < tokens.Count ? at + 1 : at;
        foreach (var (end, tail) in OneTail(head, text, tokens, from, tails, reach))
        {
            foreach (var more in MatchTails(head, text, tokens, end, tails.Add(tail), reach))
                yield return more;
        }
    }

    private IEnumerable<(int End, Tail Tail)> OneTail(
        Type head,
        string text,
        List<Token> tokens,
        int at,
        ImmutableList<Tail> before,
        Reach reach
    )
    {
        foreach (var type in _takes[head])
        {
            if (before.Exists(t => t.GetType() == type) || !_byType.TryGetValue(type, out var sentences))
                continue;
            foreach (var sentence in sentences)
            {
                foreach (var (end, said) in Match(sentence, sentence.Pieces, 0, text, tokens, at, Said.Nothing(sentence), reach))
                    yield return (end, (Tail)Make(sentence, said));
            }
        }
    }

    private static Word Make(Sentence sentence, Said said)
    {
        var parameters = sentence.Parameters;
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
            arguments[i] = said.Values[i] ?? (parameters[i].HasDefaultValue ? Default(parameters[i]) : null);
        return (Word)sentence.Entry.Constructor.Invoke(arguments);
    }

    private static object? Default(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.DefaultValue is { } given ? (type.IsEnum ? Enum.ToObject(type, given) : given)
            : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
            : null;
    }
}

/// <summary>One template of a word, taken apart.</summary>
internal sealed record Sentence(WordEntry Entry, ImmutableArray<Piece> Pieces, ImmutableArray<Piece> Wording, ParameterInfo[] Parameters)
{
    private readonly HashSet<string> _slots = Template.Slots(Pieces).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public static Sentence Of(WordEntry entry) =>
        new(
            entry,
            Template.Parse(entry.Sentence.Template),
            Template.Parse(entry.Sentence.Wording ?? ""),
            entry.Constructor.GetParameters()
        );

    public bool Has(string slot) => _slots.Contains(slot);

    public int IndexOf(string slot) => Array.FindIndex(Parameters, p => p.Name!.Equals(slot, StringComparison.OrdinalIgnoreCase));

    public Type TypeOf(string slot) => Parameters[IndexOf(slot)].ParameterType;
}

/// <summary>What a sentence has said so far: a value a parameter, and whether it said "must".</summary>
internal sealed record Said(ImmutableArray<object?> Values, bool Must)
{
    public static Said Nothing(Sentence sentence) => new([.. new object?[sentence.Parameters.Length]], Must: false);

    public Said With(int index, object value) => this with { Values = Values.SetItem(index, value) };
}
