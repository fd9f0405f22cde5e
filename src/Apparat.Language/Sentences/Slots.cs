using System.Collections.Immutable;
using System.Globalization;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Reads and writes what stands in a slot, by its type.</summary>
internal sealed class Slots(Names names, Func<string, int, (Rule? Rule, int End)>? rest = null)
{
    /// <summary>The value that starts at a token and the token after it; no value if none does.</summary>
    public (object? Value, int End) Read(Type type, string text, List<Token> tokens, int at)
    {
        if (type == typeof(OrganId))
            return Name(type, tokens, at, i => new OrganId(i));
        if (type == typeof(PersonId))
            return Name(type, tokens, at, i => new PersonId(i));
        if (type == typeof(DocumentId))
            return Name(type, tokens, at, i => new DocumentId(i));
        if (type == typeof(ImmutableArray<OrganId>))
            return List(typeof(OrganId), tokens, at, i => new OrganId(i));
        if (type == typeof(ImmutableArray<PersonId>))
            return List(typeof(PersonId), tokens, at, i => new PersonId(i));
        if (at >= tokens.Count)
            return (null, at);
        if (type == typeof(ClauseId))
            return Name(type, tokens, at, i => new ClauseId(names.Of(type)[i]));
        if (type == typeof(int))
            return Spelling.TryWhole(tokens[at].Text, out var whole) ? (whole, at + 1) : (null, at);
        if (type == typeof(DateOnly))
            return DateOnly.TryParseExact(tokens[at].Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, at + 1) : (null, at);
        if (type.IsEnum)
            return Choice(type, tokens, at);
        if (type == typeof(string))
            return tokens[at].Text is "," or ";" ? (null, at) : (tokens[at].Text, at + 1);
        if (type == typeof(Rule) && rest is not null)
            return (rest(text, tokens[at].Start).Rule, tokens.Count);
        return (null, at);
    }

    /// <summary>What is expected where a slot of a type starts.</summary>
    public static string Expects(Type type) =>
        type == typeof(OrganId) ? "an organ"
        : type == typeof(ImmutableArray<OrganId>) ? "one or more organs"
        : type == typeof(PersonId) || type == typeof(ImmutableArray<PersonId>) ? "a person"
        : type == typeof(DocumentId) ? "a document"
        : type == typeof(ClauseId) ? "a clause"
        : type == typeof(int) ? "a whole number"
        : type == typeof(DateOnly) ? "a date (yyyy-mm-dd)"
        : type == typeof(Rule) ? "a sentence"
        : type.IsEnum ? string.Join(" or ", Enum.GetValues(type).Cast<Enum>().Select(v => $"\"{Spelling.Of(v)}\""))
        : "a word";

    /// <summary>Names that could stand in a slot of a type.</summary>
    public IReadOnlyList<string> Candidates(Type type) =>
        type == typeof(ImmutableArray<OrganId>) ? names.Of(typeof(OrganId))
        : type == typeof(ImmutableArray<PersonId>) ? names.Of(typeof(PersonId))
        : names.Of(type);

    /// <summary>A value as a sentence writes it.</summary>
    public string Write(object? value, Func<Rule, string> rule) =>
        value switch
        {
            OrganId o => names.Of(typeof(OrganId))[o.Index],
            PersonId p => names.Of(typeof(PersonId))[p.Index],
            DocumentId d => names.Of(typeof(DocumentId))[d.Index],
            ImmutableArray<OrganId> many => string.Join(", ", many.Select(o => names.Of(typeof(OrganId))[o.Index])),
            ImmutableArray<PersonId> many => string.Join(", ", many.Select(o => names.Of(typeof(PersonId))[o.Index])),
            ClauseId c => c.Text,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Enum choice => Spelling.Of(choice),
            int n => n.ToString(CultureInfo.InvariantCulture),
            Rule r => rule(r),
            _ => value?.ToString() ?? "",
        };

    private (object?, int) Name(Type kind, List<Token> tokens, int at, Func<int, object> make)
    {
        var (index, end) = names.Match(kind, tokens, at);
        return index < 0 ? (null, at) : (make(index), end);
    }

    // A list runs on as long as a comma or "and" is followed by another name.
    private (object?, int) List<T>(Type kind, List<Token> tokens, int at, Func<int, T> make)
    {
        var (index, end) = names.Match(kind, tokens, at);
        if (index < 0)
            return (null, at);
        var all = ImmutableArray.CreateBuilder<T>();
        all.Add(make(index));
        while (end < tokens.Count)
        {
            var next = end;
            if (tokens[next].Text == ",")
                next++;
            if (next < tokens.Count && tokens[next].Text == "and")
                next++;
            if (next == end)
                break;
            (index, next) = names.Match(kind, tokens, next);
            if (index < 0)
                break;
            all.Add(make(index));
            end = next;
        }
        return (all.ToImmutable(), end);
    }

    private static (object?, int) Choice(Type type, List<Token> tokens, int at)
    {
        if (tokens[at].Text is "a" or "an" or "simple" && at + 1 < tokens.Count)
        {
            var inner = Choice(type, tokens, at + 1);
            if (inner.Item1 is not null)
                return inner;
        }
        foreach (var choice in Enum.GetValues(type).Cast<Enum>().OrderByDescending(c => Spelling.Of(c).Length))
        {
            var words = Spelling.Of(choice).Split(' ');
            var (i, next) = (0, at);
            while (i < words.Length && next < tokens.Count)
            {
                var said = Spelling.Words(tokens[next].Text);
                if (!said.SequenceEqual(words.Skip(i).Take(said.Length), StringComparer.OrdinalIgnoreCase))
                    break;
                i += said.Length;
                next++;
            }
            if (i == words.Length)
                return (choice, next);
        }
        return (null, at);
    }
}
