namespace Apparat.Language;

/// <summary>The names a scenario declares, found in sentences longest first; a leading "the" is silent.</summary>
internal sealed class Names
{
    private readonly Dictionary<Type, Dictionary<string, int>> _byKind = [];
    private readonly Dictionary<Type, List<string>> _inOrder = [];
    private readonly Dictionary<Type, int> _longest = [];

    /// <summary>Declares a name of a kind; false if it is taken.</summary>
    public bool Declare(Type kind, string name, int index)
    {
        var names = _byKind.TryGetValue(kind, out var known) ? known : _byKind[kind] = new(StringComparer.Ordinal);
        if (!names.TryAdd(Bare(name), index))
            return false;
        if (!_inOrder.TryGetValue(kind, out var order))
            _inOrder[kind] = order = [];
        order.Add(name);
        _longest[kind] = Math.Max(_longest.GetValueOrDefault(kind), Bare(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        return true;
    }

    /// <summary>All names of a kind, in declared order.</summary>
    public IReadOnlyList<string> Of(Type kind) => _inOrder.TryGetValue(kind, out var names) ? names : [];

    /// <summary>The index of a name; -1 if it is not declared.</summary>
    public int Find(Type kind, string name) => _byKind.TryGetValue(kind, out var names) && names.TryGetValue(Bare(name.Trim()), out var i) ? i : -1;

    /// <summary>The longest name of a kind that starts at a token, and the token after it; -1 if none does.</summary>
    public (int Index, int End) Match(Type kind, List<Token> tokens, int at)
    {
        if (!_byKind.TryGetValue(kind, out var names))
            return (-1, at);
        if (at < tokens.Count && tokens[at].Text is "the" or "The")
            at++;
        for (var n = Math.Min(_longest[kind], tokens.Count - at); n > 0; n--)
        {
            var text = n == 1 ? tokens[at].Text : string.Join(' ', tokens.GetRange(at, n).Select(t => t.Text));
            if (names.TryGetValue(text, out var index))
                return (index, at + n);
        }
        return (-1, at);
    }

    private static string Bare(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
}
