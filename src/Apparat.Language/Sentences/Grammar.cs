using System.Collections.Immutable;
using System.Reflection;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>How far a sentence could be read, and what could have come there.</summary>
internal sealed class Reach
{
    public int Token { get; private set; } = -1;

    public List<(string Text, bool IsSlot, Type? Slot)> Expected { get; } = [];

    public void Expect(int token, string text, Type? slot)
    {
        if (token < Token)
            return;
        if (token > Token)
            Expected.Clear();
        Token = token;
        if (!Expected.Exists(e => e.Text == text))
            Expected.Add((text, slot is not null, slot));
    }
}

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
    private readonly ImmutableArray<Sentence> _heads;
    private readonly Dictionary<Type, ImmutableArray<Sentence>> _tails;
    private readonly Dictionary<Type, ImmutableArray<Type>> _takes;
    private readonly Slots _slots;

    private Grammar(ImmutableArray<Sentence> heads, Dictionary<Type, ImmutableArray<Sentence>> tails, Dictionary<Type, ImmutableArray<Type>> takes, Slots slots) =>
        (_heads, _tails, _takes, _slots) = (heads, tails, takes, slots);

    /// <summary>A grammar for the words of some families.</summary>
    public static Grammar For(Lexicon lexicon, Names names, params Type[] families)
    {
        var entries = lexicon.Entries.Where(e => Array.Exists(families, f => f.IsAssignableFrom(e.Type)));
        var tails = lexicon.Of<Tail>().GroupBy(e => e.Type).ToDictionary(g => g.Key, g => g.Select(Sentence.Of).ToImmutableArray());
        var takes = lexicon.Entries.GroupBy(e => e.Type).ToDictionary(g => g.Key, g => g.SelectMany(e => e.Sentence.Takes).Distinct().ToImmutableArray());
        var rules = new Lazy<Grammar>(() => For(lexicon, names, RuleFamilies));
        var slots = new Slots(names, (text, start) => (rules.Value.Read(text[start..], null, 0) as Rule, text.Length));
        return new([.. entries.Select(Sentence.Of)], tails, takes, slots);
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
            foreach (var (end, values) in Match(head, head.Pieces, 0, text, tokens, 0, [], reach))
            {
                foreach (var (after, tails) in MatchTails(head.Entry.Type, text, tokens, end, [], reach))
                {
                    if (after != tokens.Count)
                        continue;
                    var word = Make(head, values);
                    if (word is Rule rule)
                        word = rule with { Tails = [.. tails.OrderBy(t => _takes[head.Entry.Type].IndexOf(t.GetType()))] };
                    found.TryAdd(Write(word), word);
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
            diagnostics.Error("APP302", Place(node, offset, text.Length), $"This sentence has {readings.Count} readings: {string.Join(" / ", readings.Select(Write))}.");
            return null;
        }
        if (Token.Of(text).Count > MostTokens)
            diagnostics.Error("APP304", Place(node, offset, 1), $"This sentence has more than {MostTokens} words.", repair: "Cut it into several: means: [first, second].");
        else
            Report(text, diagnostics, offset, node, reach);
        return null;
    }

    /// <summary>The canonical sentence of a word.</summary>
    public string Write(Word word)
    {
        var sentence = _heads.FirstOrDefault(s => s.Entry.Type == word.GetType()) ?? _tails[word.GetType()][0];
        var text = Write(sentence.Pieces, word);
        if (word is not Rule rule)
            return text;
        foreach (var tail in rule.Tails)
            text += $", {Write(tail)}";
        return text;
    }

    private string Write(ImmutableArray<Piece> pieces, Word word)
    {
        var parts = new List<string>();
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case Literal words:
                    parts.Add(words.Spellings[0]);
                    break;
                case Slot slot:
                    parts.Add(_slots.Write(Property(word, slot.Name), r => Write(r)));
                    break;
                case Optional { Pieces: var inner } when inner.OfType<Slot>().Any(s => !IsDefault(word, s.Name)):
                    parts.Add(Write(inner, word));
                    break;
            }
        }
        return string.Join(' ', parts);
    }

    private static object? Property(Word word, string slot) =>
        word.GetType().GetProperties().First(p => p.Name.Equals(slot, StringComparison.OrdinalIgnoreCase)).GetValue(word);

    private static bool IsDefault(Word word, string slot)
    {
        var parameter = new WordEntry(word.GetType(), null!).Constructor.GetParameters().First(p => p.Name!.Equals(slot, StringComparison.OrdinalIgnoreCase));
        var value = Property(word, slot);
        var given = parameter.DefaultValue is { } d && parameter.ParameterType.IsEnum ? Enum.ToObject(parameter.ParameterType, d) : parameter.DefaultValue;
        return parameter.HasDefaultValue && Equals(value, given);
    }

    private void Report(string text, Diagnostics diagnostics, int offset, Node? node, Reach reach)
    {
        var tokens = Token.Of(text);
        var at = Math.Clamp(reach.Token, 0, tokens.Count);
        var (start, length) = at < tokens.Count ? (tokens[at].Start, tokens[at].Text.Length) : (Math.Max(0, text.Length - 1), 1);
        var fixedWords = reach.Expected.Where(e => !e.IsSlot).Select(e => e.Text).ToList();
        var slotTypes = reach.Expected.Where(e => e.IsSlot).ToList();
        var expected = string.Join(", ", slotTypes.Select(e => e.Text).Concat(fixedWords.Order(StringComparer.Ordinal).Select(w => $"\"{w}\"")).Take(24));
        if (reach.Expected.Count > 24)
            expected += ", ...";
        var after = at > 0 && at <= tokens.Count ? $"after \"{tokens[at - 1].Text}\": {expected}" : expected;
        if (at >= tokens.Count)
        {
            diagnostics.Error("APP301", Place(node, offset + start, length), "This sentence ends too early.", after);
            return;
        }
        var said = tokens[at].Text;
        var candidates = slotTypes.SelectMany(e => _slots.Candidates(e.Slot!)).Concat(fixedWords);
        var meant = diagnostics.MayGuess ? Nearest.To(said, candidates) ?? NearestName(tokens, at, slotTypes.SelectMany(e => _slots.Candidates(e.Slot!))) : null;
        var repair = meant is null ? "See the words with: apparat words" : $"Did you mean \"{meant}\"?";
        if (fixedWords.Count == 0 && slotTypes.Count > 0 && slotTypes.Exists(e => _slots.Candidates(e.Slot!).Count > 0))
            diagnostics.Error("APP201", Place(node, offset + start, length), $"Nothing called \"{said}\" is declared here.", after, repair);
        else
            diagnostics.Error("APP303", Place(node, offset + start, length), "No word of the vocabulary fits here.", after, repair);
    }

    private static string? NearestName(List<Token> tokens, int at, IEnumerable<string> names) =>
        Enumerable
            .Range(2, 3)
            .Where(n => at + n <= tokens.Count)
            .Select(n => Nearest.To(string.Join(' ', tokens.GetRange(at, n).Select(t => t.Text)), names))
            .FirstOrDefault(x => x is not null);

    private static SourceSpan Place(Node? node, int start, int length) => node?.Part(start, length) ?? SourceSpan.Nowhere;

    private IEnumerable<(int End, ImmutableList<object?> Values)> Match(
        Sentence sentence, ImmutableArray<Piece> pieces, int piece, string text, List<Token> tokens, int at, ImmutableList<object?> values, Reach reach)
    {
        if (piece == pieces.Length)
        {
            yield return (at, values);
            yield break;
        }
        switch (pieces[piece])
        {
            case Literal words:
                reach.Expect(at, words.Spellings[0], null);
                if (at < tokens.Count && words.Spellings.Contains(tokens[at].Text, StringComparer.Ordinal))
                {
                    foreach (var m in Match(sentence, pieces, piece + 1, text, tokens, at + 1, values, reach))
                        yield return m;
                }
                else if (at + 1 < tokens.Count && Silent.Contains(tokens[at].Text, StringComparer.Ordinal) && words.Spellings.Contains(tokens[at + 1].Text, StringComparer.Ordinal))
                {
                    foreach (var m in Match(sentence, pieces, piece + 1, text, tokens, at + 2, values, reach))
                        yield return m;
                }
                break;
            case Slot slot:
                var type = sentence.TypeOf(slot.Name);
                reach.Expect(at, Slots.Expects(type), type);
                var (value, end) = _slots.Read(type, text, tokens, at);
                if (value is not null)
                {
                    foreach (var m in Match(sentence, pieces, piece + 1, text, tokens, end, values.SetItem(sentence.IndexOf(slot.Name), value, sentence.Slots), reach))
                        yield return m;
                }
                break;
            case Optional { Pieces: var inner }:
                var with = false;
                foreach (var m in Match(sentence, inner, 0, text, tokens, at, values, reach))
                {
                    foreach (var n in Match(sentence, pieces, piece + 1, text, tokens, m.End, m.Values, reach))
                    {
                        with = true;
                        yield return n;
                    }
                }
                if (!with)
                {
                    foreach (var m in Match(sentence, pieces, piece + 1, text, tokens, at, values, reach))
                        yield return m;
                }
                break;
        }
    }

    private IEnumerable<(int End, ImmutableList<Tail> Tails)> MatchTails(Type head, string text, List<Token> tokens, int at, ImmutableList<Tail> tails, Reach reach)
    {
        yield return (at, tails);
        if (at >= tokens.Count)
            yield break;
        var from = tokens[at].Text is "," && at + 1 < tokens.Count ? at + 1 : at;
        foreach (var type in _takes[head])
        {
            if (tails.Exists(t => t.GetType() == type) || !_tails.TryGetValue(type, out var sentences))
                continue;
            foreach (var sentence in sentences)
            {
                foreach (var (end, values) in Match(sentence, sentence.Pieces, 0, text, tokens, from, [], reach))
                {
                    foreach (var more in MatchTails(head, text, tokens, end, tails.Add((Tail)Make(sentence, values)), reach))
                        yield return more;
                }
            }
        }
    }

    private static Word Make(Sentence sentence, ImmutableList<object?> values)
    {
        var parameters = sentence.Parameters;
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
            arguments[i] = i < values.Count && values[i] is { } given ? given : parameters[i].HasDefaultValue ? parameters[i].DefaultValue : null;
        return (Word)sentence.Entry.Constructor.Invoke(arguments);
    }
}

/// <summary>One template of a word, taken apart.</summary>
internal sealed record Sentence(WordEntry Entry, ImmutableArray<Piece> Pieces, ParameterInfo[] Parameters)
{
    public int Slots => Parameters.Length;

    public static Sentence Of(WordEntry entry) => new(entry, Template.Parse(entry.Sentence.Template), entry.Constructor.GetParameters());

    public int IndexOf(string slot) => Array.FindIndex(Parameters, p => p.Name!.Equals(slot, StringComparison.OrdinalIgnoreCase));

    public Type TypeOf(string slot) => Parameters[IndexOf(slot)].ParameterType;
}

/// <summary>Values found so far, one a parameter.</summary>
internal static class Values
{
    public static ImmutableList<object?> SetItem(this ImmutableList<object?> values, int index, object? value, int count)
    {
        var full = values.Count == count ? values : [.. values, .. Enumerable.Repeat<object?>(null, count - values.Count)];
        return full.SetItem(index, value);
    }
}
