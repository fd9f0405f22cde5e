using System.Collections.Immutable;
using System.Globalization;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Reads and writes what stands in a slot, by its type.</summary>
internal sealed class Slots(Names names, Func<string, int, (Rule? Rule, int End)>? rest = null)
{
    // What a dated record names, for assertions.
    private static readonly Dictionary<Type, (string Expected, Func<int, object> Make)> Recorded = new()
    {
        [typeof(SubjectId)] = ("a person, an office or something else the record names", i => new SubjectId(i)),
        [typeof(ActId)] = ("an act the record knows", i => new ActId(i)),
        [typeof(CountId)] = ("something the record counts", i => new CountId(i)),
        [typeof(VoteId)] = ("a vote the record knows", i => new VoteId(i)),
        [typeof(EventId)] = ("an event the record names", i => new EventId(i)),
    };

    /// <summary>The value that starts at a token and the token after it; no value if none does.</summary>
    public (object? Value, int End) Read(Type type, string text, List<Token> tokens, int at, Reach reach)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
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
        if (type == typeof(ImmutableArray<ClauseId>))
            return List(typeof(ClauseId), tokens, at, i => new ClauseId(names.Of(typeof(ClauseId))[i]));
        if (type == typeof(ImmutableArray<SubjectId>))
            return List(typeof(SubjectId), tokens, at, i => new SubjectId(i));
        if (Recorded.TryGetValue(type, out var recorded))
            return Name(type, tokens, at, recorded.Make);
        if (type == typeof(Days))
            return DaysSpelling.Read(tokens, at) is (Days days, var past) ? (days, past) : (null, at);
        if (at >= tokens.Count)
            return (null, at);
        if (type == typeof(ClauseId))
            return Name(type, tokens, at, i => new ClauseId(names.Of(type)[i]));
        if (type == typeof(AttributeId))
            return Name(type, tokens, tokens[at].Text is "a" or "an" or "one" ? at + 1 : at, i => new AttributeId(names.Of(type)[i]));
        if (type == typeof(Quantity))
            return Spelling.ReadQuantity(tokens, at) is (Quantity quantity, var after) ? (quantity, after) : (null, at);
        if (type == typeof(Portion))
            return Portion(tokens, at, reach);
        if (type == typeof(Period))
            return Spelling.ReadPeriod(tokens, at) is (Period period, var next) ? (period, next) : (null, at);
        if (type == typeof(int))
            return Spelling.TryWhole(tokens[at].Text, out var whole) ? (whole, at + 1) : (null, at);
        if (type == typeof(DateOnly))
            return DateOnly.TryParseExact(tokens[at].Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? (day, at + 1)
                : (null, at);
        if (type.IsEnum)
            return Choice(type, tokens, at, reach);
        if (type == typeof(string))
            return tokens[at].Text is "," or ";" ? (null, at) : (tokens[at].Text, at + 1);
        if (type == typeof(Rule) && rest is not null)
            return (rest(text, tokens[at].Start).Rule, tokens.Count);
        return (null, at);
    }

    /// <summary>What is expected where a slot of a type starts.</summary>
    public static string Expects(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(OrganId) ? "an organ"
            : type == typeof(ImmutableArray<OrganId>) ? "one or more organs"
            : type == typeof(PersonId) || type == typeof(ImmutableArray<PersonId>) ? "a person"
            : type == typeof(DocumentId) ? "a document"
            : type == typeof(ClauseId) ? "a clause"
            : type == typeof(ImmutableArray<ClauseId>) ? "one or more clauses"
            : type == typeof(AttributeId) ? "something people share (see \"attributes\")"
            : type == typeof(Quantity) ? "how many (25, one third, 10%, a majority)"
            : type == typeof(Portion) ? "how many of whom (25 Members, one third of Board)"
            : type == typeof(Period) ? "a length of time (90 days, 1 year)"
            : type == typeof(int) ? "a whole number"
            : type == typeof(DateOnly) ? "a date (yyyy-mm-dd)"
            : type == typeof(Days) ? "when (in 1922, on 1922-04-03, from 1924 to 1929, before 1941)"
            : type == typeof(ImmutableArray<SubjectId>) ? Recorded[typeof(SubjectId)].Expected
            : Recorded.TryGetValue(type, out var recorded) ? recorded.Expected
            : type == typeof(Rule) ? "a sentence"
            : type.IsEnum ? string.Join(" or ", Enum.GetValues(type).Cast<Enum>().Select(v => $"\"{Spelling.Of(v)}\""))
            : "a word";
    }

    /// <summary>Names that could stand in a slot of a type.</summary>
    public IReadOnlyList<string> Candidates(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(ImmutableArray<OrganId>) ? names.Of(typeof(OrganId))
            : type == typeof(ImmutableArray<PersonId>) ? names.Of(typeof(PersonId))
            : type == typeof(ImmutableArray<ClauseId>) ? names.Of(typeof(ClauseId))
            : type == typeof(ImmutableArray<SubjectId>) ? names.Of(typeof(SubjectId))
            : names.Of(type);
    }

    /// <summary>A value as a sentence writes it; <paramref name="determiner"/> asks for a member of a body, <paramref name="the"/> for running English.</summary>
    public string Write(object? value, string? determiner, bool the, Func<Rule, string> rule) =>
        value switch
        {
            OrganId o => Organ(o, determiner, the),
            PersonId p => names.Of(typeof(PersonId))[p.Index],
            DocumentId d => names.Of(typeof(DocumentId))[d.Index],
            ImmutableArray<OrganId> many => Join(many.Select(o => Organ(o, determiner, the)), the),
            ImmutableArray<PersonId> many => Join(many.Select(o => names.Of(typeof(PersonId))[o.Index]), the),
            ImmutableArray<ClauseId> many => Join(many.Select(c => c.Text), the),
            SubjectId s => names.Of(typeof(SubjectId))[s.Index],
            ImmutableArray<SubjectId> many => Join(many.Select(s => names.Of(typeof(SubjectId))[s.Index]), the),
            ActId a => names.Of(typeof(ActId))[a.Index],
            CountId c => names.Of(typeof(CountId))[c.Index],
            VoteId v => names.Of(typeof(VoteId))[v.Index],
            EventId e => names.Of(typeof(EventId))[e.Index],
            Days days => DaysSpelling.Of(days),
            AttributeId attribute => determiner is null ? attribute.Name : $"{Article(determiner, attribute.Name)} {attribute.Name}",
            Portion portion =>
                $"{Spelling.Of(portion.Quantity)} {(portion.Quantity.IsShare || the ? "of " : "")}{Organ(portion.Of, null, the)}",
            Quantity quantity => Spelling.Of(quantity),
            Period period => Spelling.Of(period),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Enum choice => Spelling.Of(choice),
            int n => Spelling.Whole(n),
            Rule r => rule(r),
            _ => value?.ToString() ?? "",
        };

    /// <summary>Whether a verb beside a value stands in the plural; null if the value does not tell.</summary>
    public bool? IsPlural(object? value, string? determiner) =>
        value switch
        {
            OrganId o => (determiner is null or Slot.Plain || names.Member(o.Index) is null)
                && Spelling.IsPlural(names.Of(typeof(OrganId))[o.Index]),
            ImmutableArray<OrganId> { Length: 1 } one => IsPlural(one[0], determiner),
            ImmutableArray<OrganId> => true,
            ImmutableArray<ClauseId> many => many.Length > 1,
            Portion portion => portion.Quantity.IsShare ? IsPlural(portion.Of, null) : portion.Quantity.Number != 1,
            PersonId => false,
            ImmutableArray<PersonId> many => many.Length > 1,
            SubjectId => false,
            ImmutableArray<SubjectId> many => many.Length > 1 || Spelling.IsPlural(names.Of(typeof(SubjectId))[many[0].Index]),
            int n => n != 1,
            Quantity q => !q.IsShare && q.Number > 1,
            _ => null,
        };

    private string Organ(OrganId organ, string? determiner, bool the)
    {
        var name = names.Of(typeof(OrganId))[organ.Index];
        return determiner == Slot.Plain ? name
            : determiner is not null && names.Member(organ.Index) is { } member ? $"{Article(determiner, member)} {member}"
            : the && !name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? $"the {name}"
            : name;
    }

    private static string Article(string determiner, string noun) =>
        determiner == "a" && "AEIOUaeiou".Contains(noun[0], StringComparison.Ordinal) ? "an" : determiner;

    private static string Join(IEnumerable<string> parts, bool and)
    {
        var all = parts.ToList();
        return and && all.Count > 1 ? $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}" : string.Join(", ", all);
    }

    private (object?, int) Name(Type kind, List<Token> tokens, int at, Func<int, object> make)
    {
        var (index, end) = Match(kind, tokens, at);
        return index < 0 ? (null, at) : (make(index), end);
    }

    private (int Index, int End) Match(Type kind, List<Token> tokens, int at)
    {
        var found = names.Match(kind, tokens, at);
        return found.Index >= 0 || kind != typeof(OrganId) ? found : names.MatchMember(kind, tokens, at);
    }

    // A list runs on as long as a comma or "and" is followed by another name.
    private (object?, int) List<T>(Type kind, List<Token> tokens, int at, Func<int, T> make)
    {
        var (index, end) = Match(kind, tokens, at);
        if (index < 0)
            return (null, at);
        var all = ImmutableArray.CreateBuilder<T>();
        all.Add(make(index));
        while (end < tokens.Count)
        {
            var next = end;
            if (tokens[next].Text == ",")
                next++;
            if (next < tokens.Count && tokens[next].Text is "and" or "or")
                next++;
            if (next == end)
                break;
            (index, next) = Match(kind, tokens, next);
            if (index < 0)
                break;
            all.Add(make(index));
            end = next;
        }
        return (all.ToImmutable(), end);
    }

    private (object?, int) Portion(List<Token> tokens, int at, Reach reach)
    {
        if (Spelling.ReadQuantity(tokens, at) is not (Quantity quantity, var end) || quantity == Quantity.WhoeverIsPresent)
            return (null, at);
        if (end < tokens.Count && tokens[end].Text == "of")
            end++;
        reach.Expect(end, Expects(typeof(OrganId)), typeof(OrganId));
        var (index, after) = Match(typeof(OrganId), tokens, end);
        return index < 0 ? (null, at) : (new Portion(quantity, new OrganId(index)), after);
    }

    private static (object?, int) Choice(Type type, List<Token> tokens, int at, Reach reach)
    {
        if (
            tokens[at].Text is "a" or "an" or "simple"
            && at + 1 < tokens.Count
            && Choice(type, tokens, at + 1, reach) is (not null, _) inner
        )
            return inner;
        var choices = Enum.GetValues(type)
            .Cast<Enum>()
            .SelectMany(c => Spelling.All(c).Select(s => (Choice: c, Words: s.Split(' '))))
            .OrderByDescending(c => c.Words.Length);
        foreach (var (choice, words) in choices)
        {
            var i = 0;
            while (i < words.Length && at + i < tokens.Count && words[i].Equals(tokens[at + i].Text, StringComparison.OrdinalIgnoreCase))
                i++;
            if (i == words.Length)
                return (choice, at + i);
            if (i > 0)
                reach.Expect(at + i, words[i], null);
        }
        // A share may be written in figures where its name is known: 2/3 and 60% for "two thirds" and "three fifths".
        if (Spelling.ReadQuantity(tokens, at) is not ({ IsShare: true } share, var end))
            return (null, at);
        var named = Enum.GetValues(type)
            .Cast<Enum>()
            .FirstOrDefault(c => Spelling.ReadQuantity(Token.Of(Spelling.Of(c)), 0).Quantity == share);
        return named is null ? (null, at) : (named, end);
    }
}
