using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>
/// The search over what everybody holds at once, fewest acts first: A* with one person's own offices as the bound, which opens of a state
/// only what the shortest way may still use (partial expansion: Goldenberg and others 2014). Persons who may change places without any
/// difference are looked at once (symmetry reduction).
/// </summary>
internal sealed class JointSearch
{
    private readonly OfficeRules _rules;
    private readonly ReachCast _cast;
    private readonly ReachQuestion _question;
    private readonly ImmutableArray<Entry> _entries;
    private readonly Acting _acting;
    private readonly OwnOffices _own;
    private readonly ImmutableArray<(int Post, int Label, int Most)> _caps;
    private readonly int[] _order;
    private readonly int[] _targets;
    private readonly Dictionary<(int, ulong, ulong), int> _bounds = [];

    public JointSearch(OfficeRules rules, ReachCast cast, ReachQuestion question, ImmutableArray<Entry> entries, OwnOffices own)
    {
        (_rules, _cast, _question, _entries, _own) = (rules, cast, question, entries, own);
        _acting = new(rules, cast, question);
        _caps =
        [
            .. Enumerable
                .Range(0, rules.Posts.Length)
                .SelectMany(p => rules.Caps(p).Select(c => (p, c.Most)))
                .Select((c, label) => (c.p, label, c.Most)),
        ];
        _order = [.. Enumerable.Range(0, cast.Count).OrderBy(p => cast.Class[p])];
        _targets = [.. Enumerable.Range(0, cast.Count).Where(p => cast.IsTarget[p])];
    }

    /// <summary>States looked at.</summary>
    public long States { get; private set; }

    /// <summary>The fewest acts that reach the goal; null if there are none, with whether everything was looked at.</summary>
    public (ImmutableArray<Deed>? Way, bool Exhausted) Search(CancellationToken cancel)
    {
        var next = new PriorityQueue<Node, (int, int)>();
        var best = new Dictionary<StateKey, int>();
        if (AtLeast(_cast.First, default) is not { } least)
            return (null, true);
        Add(_cast.First, least, null, default);
        while (next.TryDequeue(out var at, out var priority))
        {
            cancel.ThrowIfCancellationRequested();
            if (IsReached(at.Now))
                return (Way(at), true);
            if (best[at.Key] < at.Acts)
                continue;
            if (at.Opened < 0)
            {
                if (States >= _question.MostStates)
                    return (null, false);
                States++;
            }
            // What leads further round waits until nothing shorter is left; most of it is never looked at.
            var (reach, later) = (priority.Item1, int.MaxValue);
            foreach (var deed in Deeds(at.Now))
            {
                if (AtLeast(at.Now, deed) is not { } left)
                    continue;
                var whole = at.Acts + 1 + left;
                if (whole > reach)
                    later = Math.Min(later, whole);
                else if (whole > at.Opened)
                    Add(at.Now.After(_rules, deed), left, at, deed);
            }
            at.Opened = reach;
            if (later < int.MaxValue)
                next.Enqueue(at, (later, -at.Acts));
        }
        return (null, true);

        void Add(Occupancy now, int left, Node? before, Deed by)
        {
            var (key, acts) = (KeyOf(now), before is null ? 0 : before.Acts + 1);
            if (best.TryGetValue(key, out var known) && known <= acts)
                return;
            best[key] = acts;
            next.Enqueue(new Node(now, key, acts, before, by), (acts + left, -acts));
        }
    }

    /// <summary>The given ways walked one after the other among everybody; null where something stands in the way.</summary>
    public ImmutableArray<Deed>? Walk(IEnumerable<(int Person, ImmutableArray<Entry> Way)> ways)
    {
        var now = _cast.First;
        var deeds = ImmutableArray.CreateBuilder<Deed>();
        foreach (var (person, way) in ways)
        {
            foreach (var entry in way)
            {
                if (!_acting.IsOpen(now, entry) || !_own.May(person, entry, now.Held[person], now.Marks[person]))
                    return null;
                var room = RoomsFor(now, entry, person)
                    .Where(d => d.Instead < 0 || !_cast.IsTarget[d.Instead])
                    .OrderBy(d => d.Instead < 0 ? 0 : Offices(now.Held[d.Instead]))
                    .ToList();
                if (room.Count == 0)
                    return null;
                deeds.Add(room[0]);
                now = now.After(_rules, room[0]);
            }
        }
        return IsReached(now) ? deeds.ToImmutable() : null;
    }

    /// <summary>Every act that can be done now, those that differ only by names once.</summary>
    public IEnumerable<Deed> Deeds(Occupancy now)
    {
        var seen = new HashSet<(int, ulong, ulong)>();
        foreach (var entry in _entries)
        {
            if (!_acting.IsOpen(now, entry))
                continue;
            seen.Clear();
            for (var p = 0; p < _cast.Count; p++)
            {
                if (!_cast.IsWilling(p) || !_own.May(p, entry, now.Held[p], now.Marks[p]) || !seen.Add(Kind(now, p)))
                    continue;
                foreach (var deed in RoomsFor(now, entry, p))
                    yield return deed;
            }
        }
        if (_cast.Everybody)
            yield break;
        foreach (var exit in _rules.Exits)
        {
            if (!_acting.Agrees(now, exit.Agreement))
                continue;
            if (now.Unnamed[exit.Post] > 0)
                yield return new(null, exit, -1, MadeRoom.Empty, -2);
            seen.Clear();
            for (var p = 0; p < _cast.Count; p++)
            {
                if (((now.Held[p] >> exit.Post) & 1) != 0 && !_cast.IsWilling(p) && seen.Add(Kind(now, p)))
                    yield return new(null, exit, p, MadeRoom.Empty, -2);
            }
        }
    }

    /// <summary>True if enough of those asked about sit in the goal.</summary>
    public bool IsReached(Occupancy now)
    {
        var n = 0;
        foreach (var t in _targets)
            n += (int)((now.Held[t] >> _rules.Goal) & 1);
        return n >= _question.Seats;
    }

    // The seats that the nearest of those asked about must still take after an act, each by an act of its own; null if they never can.
    private int? AtLeast(Occupancy now, Deed deed)
    {
        Span<int> left = stackalloc int[_targets.Length];
        for (var t = 0; t < _targets.Length; t++)
        {
            var (held, marks) = (now.Held[_targets[t]], now.Marks[_targets[t]]);
            if (deed.Entry is { Post: var post })
            {
                if (deed.Instead == _targets[t])
                    held &= ~(1UL << post);
                if (deed.Person == _targets[t])
                    _rules.Take(post, ref held, ref marks);
            }
            var key = (_targets[t], held, marks);
            if (!_bounds.TryGetValue(key, out left[t]))
                _bounds[key] = left[t] = _own.AtLeast(_targets[t], held, marks);
        }
        left.Sort();
        var sum = 0;
        for (var t = 0; t < _question.Seats; t++)
        {
            if (left[t] == int.MaxValue)
                return null;
            sum += left[t];
        }
        return sum;
    }

    private IEnumerable<Deed> RoomsFor(Occupancy now, Entry entry, int person)
    {
        var post = entry.Post;
        // An empty seat that a cap closes may open when one of those who share something leaves.
        if (now.Named(post) + now.Unnamed[post] < _rules.Seats[post] && IsUnderCaps(now, post, person, -2))
        {
            yield return new(entry, null, person, MadeRoom.Empty, -2);
            yield break;
        }
        if (now.Unnamed[post] > 0 && (_cast.Everybody || entry.Renews) && IsUnderCaps(now, post, person, -1))
            yield return new(entry, null, person, entry.Renews ? MadeRoom.TermEnds : MadeRoom.StepsDown, -1);
        var seen = new HashSet<(int, ulong, ulong)>();
        for (var q = 0; q < _cast.Count; q++)
        {
            if (
                ((now.Held[q] >> post) & 1) != 0
                && (entry.Renews || _cast.IsWilling(q))
                && seen.Add(Kind(now, q))
                && IsUnderCaps(now, post, person, q)
            )
                yield return new(entry, null, person, entry.Renews ? MadeRoom.TermEnds : MadeRoom.StepsDown, q);
        }
    }

    private bool IsUnderCaps(Occupancy now, int post, int person, int instead)
    {
        foreach (var (at, label, most) in _caps)
        {
            if (at != post || _cast.Labels[person][label] is not { } shared)
                continue;
            var n = 1;
            for (var q = 0; q < _cast.Count; q++)
            {
                if (q != instead && ((now.Held[q] >> post) & 1) != 0 && _cast.Labels[q][label] == shared)
                    n++;
            }
            if (n > most)
                return false;
        }
        return true;
    }

    private static int Offices(ulong held) => System.Numerics.BitOperations.PopCount(held);

    private (int, ulong, ulong) Kind(Occupancy now, int person) => (_cast.Class[person], now.Held[person], now.Marks[person]);

    private StateKey KeyOf(Occupancy now)
    {
        var key = new ulong[(2 * _cast.Count) + _rules.Posts.Length];
        var (held, marks) = (new ulong[_cast.Count], new ulong[_cast.Count]);
        for (var i = 0; i < _order.Length; i++)
            (held[i], marks[i]) = (now.Held[_order[i]], now.Marks[_order[i]]);
        for (int from = 0, to; from < _order.Length; from = to)
        {
            for (to = from + 1; to < _order.Length && _cast.Class[_order[to]] == _cast.Class[_order[from]]; to++) { }
            // Persons of one class in the order of what they hold; insertion, for there are few.
            for (var i = from + 1; i < to; i++)
            {
                for (var j = i; j > from && (held[j - 1], marks[j - 1]).CompareTo((held[j], marks[j])) > 0; j--)
                    (held[j - 1], marks[j - 1], held[j], marks[j]) = (held[j], marks[j], held[j - 1], marks[j - 1]);
            }
        }
        held.CopyTo(key, 0);
        marks.CopyTo(key, _cast.Count);
        for (var post = 0; post < now.Unnamed.Length; post++)
            key[(2 * _cast.Count) + post] = (ulong)now.Unnamed[post];
        return new StateKey(key);
    }

    private static ImmutableArray<Deed> Way(Node at)
    {
        var way = new Stack<Deed>();
        for (var n = at; n.Before is { } before; n = before)
            way.Push(n.By);
        return [.. way];
    }

    // Opened: acts that lead on to ways of at most that length have been taken.
    private sealed class Node(Occupancy now, StateKey key, int acts, Node? before, Deed by)
    {
        public Occupancy Now { get; } = now;

        public StateKey Key { get; } = key;

        public int Acts { get; } = acts;

        public Node? Before { get; } = before;

        public Deed By { get; } = by;

        public int Opened { get; set; } = -1;
    }

    private readonly struct StateKey(ulong[] words) : IEquatable<StateKey>
    {
        private readonly ulong[] _words = words;

        public bool Equals(StateKey other) => _words.AsSpan().SequenceEqual(other._words);

        public override bool Equals(object? obj) => obj is StateKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var word in _words)
                hash.Add(word);
            return hash.ToHashCode();
        }
    }
}
