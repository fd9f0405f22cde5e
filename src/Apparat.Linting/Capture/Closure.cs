namespace Apparat.Linting;

/// <summary>
/// What a captor ends up with: from the seats he starts with, whoever is controlled hands over the seats he fills, until nothing more
/// follows (theory.md 7.3). Monotone: who starts with more ends with no less. One instance serves one search; it is not for many threads.
/// </summary>
public sealed class Closure(CaptureGame game)
{
    private readonly CaptureGame _game = game;
    private readonly (int By, int Class, int Seats, int Size)[] _delegations =
    [
        .. game.Delegations.Select(d => (d.By, d.Class, d.Seats, Math.Max(1, game.Size(d.By)))),
    ];
    private readonly int[] _granted = new int[game.Classes.Length];

    /// <summary>Which grants are made in a state; filled by the last call.</summary>
    public bool[] Made { get; } = new bool[game.Grants.Length];

    /// <summary>Seats held of each class in the end.</summary>
    /// <param name="bought">Seats started with, of each class.</param>
    public int[] Of(ReadOnlySpan<int> bought)
    {
        var held = new int[_game.Classes.Length];
        Of(bought, held, null);
        return held;
    }

    /// <summary>In which order what is handed over: the grants and delegations as they come, with how many seats they bring.</summary>
    public IReadOnlyList<(string Provision, int Class, int Seats)> Order(ReadOnlySpan<int> bought)
    {
        var order = new List<(string, int, int)>();
        Of(bought, new int[_game.Classes.Length], order);
        return order;
    }

    /// <summary>True if a hurdle is met by the seats held.</summary>
    public bool Meets(ReadOnlySpan<int> held, Hurdle hurdle)
    {
        var sum = 0;
        foreach (var c in _game.Blocs[hurdle.Bloc].Classes)
            sum += held[c];
        return sum >= hurdle.Quota;
    }

    /// <summary>Seats of a bloc held after buying some more, by delegation alone and before anything new is handed over.</summary>
    internal int Strength(int bloc, ReadOnlySpan<int> buy, ReadOnlySpan<int> held)
    {
        Span<int> now = stackalloc int[held.Length];
        held.CopyTo(now);
        for (var c = 0; c < now.Length; c++)
            now[c] = Math.Min(_game.Classes[c].Seats, now[c] + buy[c]);
        for (var grown = _delegations.Length > 0; grown; )
        {
            grown = false;
            foreach (var d in _delegations)
            {
                var sum = held[d.Class] + buy[d.Class];
                foreach (var (by, to, seats, size) in _delegations)
                {
                    if (to == d.Class)
                        sum += (int)((long)Strength(now, by) * seats / size) - (int)((long)Strength(held, by) * seats / size);
                }
                sum = Math.Min(sum, _game.Classes[d.Class].Seats);
                grown |= sum > now[d.Class];
                now[d.Class] = Math.Max(now[d.Class], sum);
            }
        }
        return Strength(now, bloc);
    }

    internal void Of(ReadOnlySpan<int> bought, int[] held, List<(string, int, int)>? order)
    {
        Array.Clear(Made);
        Array.Clear(_granted);
        for (var c = 0; c < held.Length; c++)
            held[c] = Math.Min(bought[c], _game.Classes[c].Seats);
        for (var grown = true; grown; )
        {
            grown = Hand(bought, held, order);
            grown |= Delegate(bought, held, order);
        }
    }

    private bool Hand(ReadOnlySpan<int> bought, int[] held, List<(string, int, int)>? order)
    {
        var grown = false;
        for (var g = 0; g < Made.Length; g++)
        {
            var grant = _game.Grants[g];
            if (Made[g] || !Turns(held, grant))
                continue;
            Made[g] = grown = true;
            // Several ways to the same seats of one provision hand them over once.
            if (!Again(g))
                _granted[grant.Class] += grant.Seats;
            Raise(bought, held, grant.Class, grant.Provision, order);
        }
        return grown;
    }

    private bool Again(int g)
    {
        for (var other = 0; other < Made.Length; other++)
        {
            if (
                other != g
                && Made[other]
                && _game.Grants[other].Class == _game.Grants[g].Class
                && _game.Grants[other].Provision == _game.Grants[g].Provision
            )
                return true;
        }
        return false;
    }

    private bool Turns(ReadOnlySpan<int> held, Grant grant)
    {
        foreach (var key in grant.Keys)
        {
            var turned = false;
            foreach (var hurdle in key)
                turned = turned || Meets(held, hurdle);
            if (!turned)
                return false;
        }
        return true;
    }

    private bool Delegate(ReadOnlySpan<int> bought, int[] held, List<(string, int, int)>? order)
    {
        var grown = false;
        foreach (var (by, @class, seats, size) in _delegations)
        {
            var before = held[@class];
            Raise(bought, held, @class, "", null);
            if (held[@class] > before)
            {
                grown = true;
                order?.Add((_game.Delegations.First(d => d.Class == @class && d.By == by).Provision, @class, held[@class] - before));
            }
        }
        return grown;
    }

    private void Raise(ReadOnlySpan<int> bought, int[] held, int @class, string provision, List<(string, int, int)>? order)
    {
        var sum = bought[@class] + _granted[@class];
        foreach (var (by, to, seats, size) in _delegations)
        {
            if (to == @class)
                sum += (int)((long)Strength(held, by) * seats / size);
        }
        var now = Math.Max(held[@class], Math.Min(_game.Classes[@class].Seats, sum));
        if (now > held[@class])
            order?.Add((provision, @class, now - held[@class]));
        held[@class] = now;
    }

    private int Strength(ReadOnlySpan<int> held, int bloc)
    {
        var sum = 0;
        foreach (var c in _game.Blocs[bloc].Classes)
            sum += held[c];
        return sum;
    }
}
