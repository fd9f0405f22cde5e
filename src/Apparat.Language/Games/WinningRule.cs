using System.Collections.Immutable;
using System.Numerics;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>
/// Reads who wins: <c>members >= 16 and population >= 65% or members >= 25</c>. "And" binds closer than "or"; names are matched longest first
/// against the attributes, rules and players that the file declares.
/// </summary>
/// <remarks>
/// <code>
/// rule  := both { or both }            both := part { and part }
/// part  := ( rule ) | N of ( rule, rule, ... ) | player | named rule | sum (>= | >) quota
/// sum   := term { + term }             term := [ number * ] (attribute | player)
/// quota := number | number % | number / number | half | all
/// </code>
/// </remarks>
internal sealed class WinningRule
{
    private const int MostLevels = 64;
    private static readonly string[] Keywords = ["and", "or", "of", "half", "all"];
    private static readonly BigInteger MostWeight = BigInteger.One << 61;

    private readonly Node _node;
    private readonly string _text;
    private readonly ImmutableArray<Player> _players;
    private readonly IReadOnlyDictionary<string, ImmutableArray<decimal>> _attributes;
    private readonly IReadOnlyDictionary<string, Winning> _rules;
    private readonly Diagnostics _diagnostics;
    private readonly List<Piece> _pieces = [];
    private int _next;
    private int _level;

    private WinningRule(
        Node node,
        ImmutableArray<Player> players,
        IReadOnlyDictionary<string, ImmutableArray<decimal>> attributes,
        IReadOnlyDictionary<string, Winning> rules,
        Diagnostics diagnostics
    )
    {
        (_node, _text, _players, _attributes, _rules, _diagnostics) = (node, node.Text, players, attributes, rules, diagnostics);
    }

    private enum Kind
    {
        Attribute,
        Rule,
        Player,
        Keyword,
        Number,
        Sign,
        End,
    }

    /// <summary>The rule of a node; null, with a diagnostic, if it cannot be read.</summary>
    public static Winning? Read(
        Node node,
        ImmutableArray<Player> players,
        IReadOnlyDictionary<string, ImmutableArray<decimal>> attributes,
        IReadOnlyDictionary<string, Winning> rules,
        Diagnostics diagnostics
    )
    {
        var reader = new WinningRule(node, players, attributes, rules, diagnostics);
        try
        {
            reader.Split();
            var rule = reader.Either();
            if (reader.Now.Kind != Kind.End)
                throw reader.Wrong(
                    reader.Now,
                    $"I cannot make out \"{reader.TextOf(reader.Now)}\" here.",
                    "and, or, or the end of the rule"
                );
            return rule;
        }
        catch (Unreadable)
        {
            return null;
        }
    }

    private Piece Now => _pieces[_next];

    private Winning Either()
    {
        if (++_level > MostLevels)
            throw Wrong(Now, $"This rule is nested deeper than {MostLevels} levels.", null, "Give its parts names under \"rules:\".");
        var parts = ImmutableArray.CreateBuilder<Winning>();
        do parts.Add(Both());
        while (Take("or"));
        _level--;
        return SomeOf.Any(parts.ToImmutable());
    }

    private Winning Both()
    {
        var parts = ImmutableArray.CreateBuilder<Winning>();
        do parts.Add(Part());
        while (Take("and"));
        return SomeOf.All(parts.ToImmutable());
    }

    private Winning Part()
    {
        if (Take("("))
        {
            var inner = Either();
            Expect(")");
            return inner;
        }
        if (Now.Kind == Kind.Rule)
            return _rules[_pieces[_next++].Name];
        if (Now.Kind == Kind.Number && Is(_pieces[_next + 1], "of"))
            return Of();
        if (Now.Kind == Kind.Player && !IsSum(_pieces[_next + 1]))
        {
            var who = Array.FindIndex([.. _players], p => p.Name == Now.Name);
            if (_players[who].Count > 1)
                throw Wrong(
                    Now,
                    $"There are {_players[who].Count} of \"{Now.Name}\": say how many of them must agree.",
                    null,
                    $"{Now.Name} >= {_players[who].Count}"
                );
            _next++;
            return new QuotaRule([.. _players.Select((_, i) => i == who ? 1L : 0)], 1);
        }
        return Comparison();
    }

    private SomeOf Of()
    {
        var number = Now;
        var needed = Number(_pieces[_next++]);
        Expect("of");
        Expect("(");
        var parts = ImmutableArray.CreateBuilder<Winning>();
        do parts.Add(Either());
        while (Take(","));
        Expect(")");
        if (needed < 1 || needed > parts.Count || needed != decimal.Truncate(needed))
            throw Wrong(number, $"{needed} of {parts.Count} cannot be.", $"a whole number from 1 to {parts.Count}");
        return new SomeOf((int)needed, parts.ToImmutable());
    }

    private QuotaRule Comparison()
    {
        var start = Now;
        var weights = new decimal[_players.Length];
        do Term(weights);
        while (Take("+"));
        var sign = Now;
        if (!Take(">=") && !Take(">"))
        {
            if (TextOf(sign) is "<" or "<=" or "=" or "!=")
                throw Wrong(
                    sign,
                    $"A rule can only ask for enough: \"{TextOf(sign)}\" would let more voices lose what fewer win.",
                    ">= or >",
                    $"{TextOf(start)} >= ..."
                );
            throw Wrong(
                sign,
                sign.Kind == Kind.End
                    ? "The rule ends before it says how much is needed."
                    : $"\"{TextOf(sign)}\" does not say how much is needed.",
                ">= or >"
            );
        }
        var strict = TextOf(sign) is ">";
        var (whole, scale) = Scaled(start, weights);
        var total = whole.Zip(_players, (w, p) => w * p.Count).Aggregate(BigInteger.Zero, (a, b) => a + b);
        if (total > MostWeight)
            throw Wrong(
                start,
                "These weights are too large, or have too many decimals, to be added exactly.",
                "a total below 2^61 once the decimal point is gone"
            );
        var quotaAt = Now;
        var (above, below) = Quota(total, scale);
        var quota = strict ? BigInteger.Divide(above, below) + 1 : BigInteger.Divide(above + below - 1, below);
        var part = new Piece(start.Kind, start.Start, _pieces[_next - 1].Start + _pieces[_next - 1].Length - start.Start, start.Name);
        if (quota < 1)
            throw Wrong(quotaAt, "This asks for nothing: it holds when nobody agrees.", "a quota above 0");
        if (quota > total)
        {
            var most = (decimal)total / (decimal)scale;
            throw Wrong(
                part,
                $"This can never hold: all together have {most.ToString(System.Globalization.CultureInfo.InvariantCulture)}.",
                $"a quota of at most {most.ToString(System.Globalization.CultureInfo.InvariantCulture)}"
            );
        }
        return new QuotaRule([.. whole.Select(w => (long)w)], (long)quota);
    }

    private void Term(decimal[] weights)
    {
        var times = 1m;
        if (Now.Kind == Kind.Number)
        {
            times = Number(_pieces[_next++]);
            Expect("*");
        }
        var name = Now;
        if (name.Kind == Kind.Attribute)
        {
            for (var i = 0; i < weights.Length; i++)
                weights[i] += times * _attributes[name.Name][i];
        }
        else if (name.Kind == Kind.Player)
        {
            for (var i = 0; i < weights.Length; i++)
                weights[i] += _players[i].Name == name.Name ? times : 0;
        }
        else if (name.Kind == Kind.Keyword || name.Kind == Kind.End || name.Kind == Kind.Sign)
            throw Wrong(name, name.Kind == Kind.End ? "The rule ends too early." : $"\"{TextOf(name)}\" cannot stand here.", Names());
        else
            throw Wrong(name, $"\"{TextOf(name)}\" is a rule of its own and cannot be added up.", Names());
        _next++;
    }

    // The quota in the units of the weights without their decimal point, as a fraction.
    private (BigInteger Above, BigInteger Below) Quota(BigInteger total, BigInteger scale)
    {
        var at = Now;
        if (Take("half"))
            return (total, 2);
        if (Take("all"))
            return (total, 1);
        if (at.Kind != Kind.Number)
            throw Wrong(
                at,
                at.Kind == Kind.End ? "The rule ends before it says how much is needed." : $"\"{TextOf(at)}\" is not a quota.",
                "a number, a percentage such as 65%, a part such as 2/3, half or all"
            );
        _next++;
        var (digits, below) = Exactly(Number(at));
        if (Take("%"))
            return (digits * total, below * 100);
        if (!Take("/"))
            return (digits * scale, below);
        var (under, underBelow) = Now.Kind == Kind.Number ? Exactly(Number(_pieces[_next++])) : (0, 1);
        if (under.IsZero)
            throw Wrong(at, "This part has nothing below its line.", "a part such as 2/3");
        return (digits * underBelow * total, below * under);
    }

    private (BigInteger[] Whole, BigInteger Scale) Scaled(Piece at, decimal[] weights)
    {
        if (weights.Any(w => w < 0))
            throw Wrong(at, "No weight may be negative.", null);
        var exact = weights.Select(Exactly).ToArray();
        var scale = exact.Aggregate(BigInteger.One, (s, x) => BigInteger.Max(s, x.Below));
        return ([.. exact.Select(x => x.Digits * (scale / x.Below))], scale);
    }

    // A decimal as digits over a power of ten.
    private static (BigInteger Digits, BigInteger Below) Exactly(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return (number < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    private static decimal Number(Piece piece) => decimal.Parse(piece.Name, System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsSum(Piece piece) => piece.Kind == Kind.Sign && piece.Name is "+" or ">" or ">=" or "<" or "<=" or "=";

    private static bool Is(Piece piece, string text) => piece.Kind is Kind.Sign or Kind.Keyword && piece.Name == text;

    private bool Take(string text)
    {
        if (!Is(Now, text))
            return false;
        _next++;
        return true;
    }

    private void Expect(string text)
    {
        if (!Take(text))
            throw Wrong(Now, Now.Kind == Kind.End ? "The rule ends too early." : $"\"{TextOf(Now)}\" cannot stand here.", $"\"{text}\"");
    }

    private void Split()
    {
        var names = _attributes
            .Keys.Select(a => (Name: a, Kind: Kind.Attribute))
            .Concat(_rules.Keys.Select(r => (Name: r, Kind: Kind.Rule)))
            .Concat(_players.Select(p => (p.Name, Kind: Kind.Player)))
            .OrderByDescending(n => n.Name.Length)
            .ToList();
        for (var i = 0; i < _text.Length; )
        {
            if (char.IsWhiteSpace(_text[i]))
            {
                i++;
                continue;
            }
            var piece = NameAt(i, names) ?? WordAt(i) ?? NumberAt(i) ?? SignAt(i);
            if (piece is not { } found)
            {
                var length = LengthOfWord(i);
                throw Unknown(new(Kind.Sign, i, length, _text.Substring(i, length)), names.Select(n => n.Name));
            }
            _pieces.Add(found);
            i += found.Length;
        }
        _pieces.Add(new(Kind.End, Math.Max(0, _text.Length - 1), 1, ""));
        _pieces.Add(_pieces[^1]);
    }

    private Piece? NameAt(int at, List<(string Name, Kind Kind)> names)
    {
        foreach (var (name, kind) in names)
        {
            if (string.Compare(_text, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0 && EndsAt(at + name.Length))
                return new(kind, at, name.Length, name);
        }
        return null;
    }

    private Piece? WordAt(int at)
    {
        var length = LengthOfWord(at);
        var word = _text.Substring(at, length).ToLowerInvariant();
        return Keywords.Contains(word, StringComparer.Ordinal) ? new(Kind.Keyword, at, length, word) : null;
    }

    private Piece? NumberAt(int at)
    {
        var end = at;
        while (end < _text.Length && (char.IsAsciiDigit(_text[end]) || (end > at && _text[end] is '.' or '_')))
            end++;
        var digits = _text[at..end].Replace("_", "", StringComparison.Ordinal);
        return
            end > at
            && decimal.TryParse(
                digits,
                System.Globalization.NumberStyles.AllowDecimalPoint,
                System.Globalization.CultureInfo.InvariantCulture,
                out _
            )
            ? new(Kind.Number, at, end - at, digits)
            : null;
    }

    private Piece? SignAt(int at)
    {
        foreach (var sign in (string[])[">=", "<=", "!=", ">", "<", "=", "+", "*", "/", "%", "(", ")", ","])
        {
            if (string.CompareOrdinal(_text, at, sign, 0, sign.Length) == 0)
                return new(Kind.Sign, at, sign.Length, sign);
        }
        return _text[at] == '\u2265' ? new(Kind.Sign, at, 1, ">=") : null;
    }

    private bool EndsAt(int at) => at >= _text.Length || !(char.IsLetterOrDigit(_text[at]) || _text[at] == '_');

    private int LengthOfWord(int at)
    {
        var end = at;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '-' or '\''))
            end++;
        return Math.Max(1, end - at);
    }

    private string TextOf(Piece piece) => piece.Kind == Kind.End ? "" : _text.Substring(piece.Start, piece.Length);

    private string Names()
    {
        var names = _attributes.Keys.Concat(_rules.Keys).Concat(_players.Select(p => p.Name)).ToList();
        return string.Join(", ", names.Take(8)) + (names.Count > 8 ? ", ..." : "");
    }

    private Unreadable Unknown(Piece at, IEnumerable<string> names)
    {
        var text = TextOf(at);
        var meant = Nearest.To(text, names.Concat(Keywords));
        _diagnostics.Error(
            "APP802",
            _node.Part(at.Start, at.Length),
            $"Nothing called \"{text}\" is declared.",
            Names(),
            meant is null ? "Declare it as an attribute of the players, or choose one of those declared." : $"Did you mean \"{meant}\"?"
        );
        return new();
    }

    private Unreadable Wrong(Piece at, string message, string? expected, string? repair = null)
    {
        _diagnostics.Error("APP803", _node.Part(at.Start, at.Length), message, expected, repair);
        return new();
    }

    private readonly record struct Piece(Kind Kind, int Start, int Length, string Name);

    // Ends the reading of one rule; the diagnostic is told already.
    private sealed class Unreadable : Exception;
}
