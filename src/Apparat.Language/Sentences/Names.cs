using Apparat.Model;

namespace Apparat.Language;

/// <summary>The names a scenario declares, found in sentences longest first; a leading "the" is silent.</summary>
internal sealed class Names
{
    private static readonly string[] Determiners = ["a", "an", "any", "each", "every", "all", "A", "An", "Any", "Each", "Every", "All"];
    private readonly Dictionary<Type, Dictionary<string, int>> _byKind = [];
    private readonly Dictionary<string, int> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _memberOf = [];
    private readonly Dictionary<Type, List<string>> _inOrder = [];
    private readonly Dictionary<Type, int> _longest = [];

    /// <summary>All names of a scenario.</summary>
    public static Names Of(Scenario scenario)
    {
        var names = new Names();
        foreach (var organ in scenario.Charter.Organs)
            names.Declare(typeof(OrganId), organ.Name, organ.Id.Index);
        foreach (var organ in scenario.Charter.Organs.Where(o => o.Member is not null))
            names.DeclareMember<OrganId>(organ.Member!, organ.Id.Index);
        foreach (var person in scenario.Cast.People)
            names.Declare(typeof(PersonId), person.Name, person.Id.Index);
        foreach (var document in scenario.Documents)
            names.Declare(typeof(DocumentId), document.Name, document.Id.Index);
        for (var i = 0; i < scenario.Charter.Clauses.Length; i++)
            names.Declare(typeof(ClauseId), scenario.Charter.Clauses[i].Id.Text, i);
        for (var i = 0; i < scenario.Attributes.Length; i++)
            names.Declare(typeof(AttributeId), scenario.Attributes[i].Id.Name, i);
        return names;
    }

    /// <summary>Declares a name of a kind; false if it is taken.</summary>
    public bool Declare(Type kind, string name, int index)
    {
        var names = _byKind.TryGetValue(kind, out var known) ? known : _byKind[kind] = new(StringComparer.Ordinal);
        if (!names.TryAdd(Bare(name), index))
            return false;
        if (!_inOrder.TryGetValue(kind, out var order))
            _inOrder[kind] = order = [];
        order.Add(name);
        _longest[kind] = Math.Max(_longest.GetValueOrDefault(kind), Length(Bare(name)));
        return true;
    }

    /// <summary>Declares what one member of an organ is called; false if the name is an organ's or another organ's member's.</summary>
    public bool DeclareMember<TOrgan>(string name, int index)
    {
        if (Find(typeof(TOrgan), name) >= 0 || !_members.TryAdd(name, index))
            return false;
        _memberOf[index] = name;
        if (Find(typeof(TOrgan), Spelling.Plural(name)) < 0)
            _members.TryAdd(Spelling.Plural(name), index);
        _longest[typeof(TOrgan)] = Math.Max(_longest.GetValueOrDefault(typeof(TOrgan)), Length(name));
        return true;
    }

    /// <summary>What one member of an organ is called; null if the charter has no word.</summary>
    public string? Member(int organ) => _memberOf.GetValueOrDefault(organ);

    /// <summary>All names of a kind, in declared order.</summary>
    public IReadOnlyList<string> Of(Type kind) => _inOrder.TryGetValue(kind, out var names) ? names : [];

    /// <summary>The index of a name; -1 if it is not declared.</summary>
    public int Find(Type kind, string name) =>
        _byKind.TryGetValue(kind, out var names) && names.TryGetValue(Bare(name.Trim()), out var i) ? i : -1;

    /// <summary>The longest name of a kind that starts at a token, and the token after it; -1 if none does.</summary>
    public (int Index, int End) Match(Type kind, List<Token> tokens, int at)
    {
        if (!_byKind.TryGetValue(kind, out var names))
            return (-1, at);
        if (at < tokens.Count && tokens[at].Text is "the" or "The")
            at++;
        return Match(names, _longest[kind], tokens, at);
    }

    /// <summary>The organ whose member is named at a token ("any Director", "Directors"), and the token after it; -1 if none is.</summary>
    public (int Index, int End) MatchMember(Type organ, List<Token> tokens, int at)
    {
        if (_members.Count == 0 || at >= tokens.Count)
            return (-1, at);
        if (Array.IndexOf(Determiners, tokens[at].Text) >= 0 || tokens[at].Text is "the" or "The")
            at++;
        return Match(_members, _longest[organ], tokens, at);
    }

    private static (int Index, int End) Match(Dictionary<string, int> names, int longest, List<Token> tokens, int at)
    {
        for (var n = Math.Min(longest, tokens.Count - at); n > 0; n--)
        {
            var text = n == 1 ? tokens[at].Text : string.Join(' ', tokens.GetRange(at, n).Select(t => t.Text));
            if (names.TryGetValue(text, out var index))
                return (index, at + n);
        }
        return (-1, at);
    }

    private static int Length(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Bare(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
}
