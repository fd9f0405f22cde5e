namespace Apparat.Linting;

/// <summary>
/// The ways to meet a hurdle by seats bought: how many of which class. Seats that can serve nothing else are alike and are bought in one
/// fixed order; a class whose seats could also meet a hurdle of their own is left to that hurdle's own move.
/// </summary>
internal sealed class CaptureMoves
{
    private readonly CaptureGame _game;
    private readonly Closure _closure;
    private readonly Dictionary<int, int[]> _leaders = [];
    private readonly Dictionary<int, int[]> _own = [];
    private readonly Dictionary<int, bool> _plain = [];
    private readonly HashSet<int> _single = [];

    public CaptureMoves(CaptureGame game, Closure closure, IReadOnlyList<Hurdle> hurdles)
    {
        _game = game;
        _closure = closure;
        var live = hurdles.Select(h => h.Bloc).Distinct().ToList();
        foreach (
            var bloc in live.Where(b =>
                game.Blocs[b].Classes.Length == 1 && !game.Delegations.Any(d => d.Class == game.Blocs[b].Classes[0])
            )
        )
            _single.Add(bloc);
        foreach (var bloc in live.Except(_single))
        {
            _leaders[bloc] = [.. Leaders(bloc, []).Distinct().Order()];
            _own[bloc] =
            [
                .. Enumerable
                    .Range(0, hurdles.Count)
                    .Where(j => _single.Contains(hurdles[j].Bloc) && Counts(bloc, game.Blocs[hurdles[j].Bloc].Classes[0])),
            ];
        }
        foreach (var bloc in _leaders.Keys)
        {
            var alone = hurdles.Count(h => h.Bloc == bloc) == 1;
            foreach (var c in game.Blocs[bloc].Classes)
            {
                _plain[c] =
                    _plain.GetValueOrDefault(c, true)
                    && alone
                    && !_leaders[bloc].Contains(c)
                    && _leaders.Keys.Count(b => Counts(b, c)) == 1
                    && game.Grants.All(g => g.Class != c || g.Seats == game.Classes[c].Seats)
                    && !game.Delegations.Any(d => d.Class == c);
            }
        }
        Hurdles = hurdles;
    }

    private IReadOnlyList<Hurdle> Hurdles { get; }

    /// <summary>Hurdles of single classes that must be tried besides a given one, because its own moves leave them out.</summary>
    public IReadOnlyList<int> Besides(Hurdle hurdle) => _own.TryGetValue(hurdle.Bloc, out var besides) ? besides : [];

    /// <summary>Every way worth trying to meet a hurdle that is not met: seats of each class to buy.</summary>
    public IEnumerable<int[]> To(Hurdle hurdle, int[] held)
    {
        var strength = _game.Blocs[hurdle.Bloc].Classes.Sum(c => held[c]);
        if (_single.Contains(hurdle.Bloc))
        {
            var c = _game.Blocs[hurdle.Bloc].Classes[0];
            if (!_game.Classes[c].Obtainable || hurdle.Quota > _game.Classes[c].Seats)
                return [];
            var only = new int[held.Length];
            only[c] = hurdle.Quota - strength;
            return [only];
        }
        var direct = _game.Blocs[hurdle.Bloc].Classes;
        var chosen = _leaders[hurdle.Bloc]
            .Concat(direct.Where(c => !_plain[c]))
            .Distinct()
            .Where(c => _game.Classes[c].Obtainable)
            .ToArray();
        var filler = direct.Where(c => _plain[c] && _game.Classes[c].Obtainable).Select(c => (Class: c, Room: Room(c, held))).ToArray();
        return Choose(hurdle, chosen, filler, 0, new int[held.Length], held);
    }

    // A class of its own use is never filled up to the point where that use begins.
    private int Room(int c, int[] held)
    {
        var room = _game.Classes[c].Seats - held[c];
        foreach (var h in Hurdles)
        {
            if (_single.Contains(h.Bloc) && _game.Blocs[h.Bloc].Classes[0] == c && held[c] < h.Quota)
                room = Math.Min(room, h.Quota - held[c] - 1);
        }
        return room;
    }

    private IEnumerable<int[]> Choose(Hurdle hurdle, int[] chosen, (int Class, int Room)[] filler, int i, int[] buy, int[] held)
    {
        var gap = hurdle.Quota - Strength(hurdle.Bloc, buy, held);
        if (gap <= 0)
        {
            if (IsTight(hurdle, buy, held))
                yield return (int[])buy.Clone();
            yield break;
        }
        if (i == chosen.Length)
        {
            var filled = (int[])buy.Clone();
            foreach (var (c, room) in filler)
            {
                filled[c] = Math.Min(gap, room);
                gap -= filled[c];
            }
            if (gap == 0 && IsTight(hurdle, filled, held))
                yield return filled;
            yield break;
        }
        var most = _game.Classes[chosen[i]].Seats - held[chosen[i]];
        for (var n = 0; n <= most; n++)
        {
            buy[chosen[i]] = n;
            foreach (var way in Choose(hurdle, chosen, filler, i + 1, buy, held))
                yield return way;
            if (Strength(hurdle.Bloc, buy, held) >= hurdle.Quota)
                break;
        }
        buy[chosen[i]] = 0;
    }

    // With one seat less of any class it would not be met: other ways are met in time by a move of their own.
    private bool IsTight(Hurdle hurdle, int[] buy, int[] held)
    {
        for (var c = 0; c < buy.Length; c++)
        {
            if (buy[c] == 0)
                continue;
            buy[c]--;
            var met = Strength(hurdle.Bloc, buy, held) >= hurdle.Quota;
            buy[c]++;
            if (met)
                return false;
        }
        return true;
    }

    private int Strength(int bloc, int[] buy, int[] held) => _closure.Strength(bloc, buy, held);

    private bool Counts(int bloc, int c) =>
        _game.Blocs[bloc].Classes.Contains(c) || (_leaders.TryGetValue(bloc, out var l) && l.Contains(c));

    private IEnumerable<int> Leaders(int bloc, HashSet<int> seen) =>
        !seen.Add(bloc)
            ? []
            : _game
                .Blocs[bloc]
                .Classes.SelectMany(c => _game.Delegations.Where(d => d.Class == c))
                .SelectMany(d => _game.Blocs[d.By].Classes.Concat(Leaders(d.By, seen)));
}
