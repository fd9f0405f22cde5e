using System.Collections.Immutable;

namespace Apparat.Linting;

/// <summary>
/// The search over one person's own offices, with everybody else taken to act wherever they ever can. What it cannot reach nobody can; how many
/// seats it must take is the least anybody must. Holding more never hurts, except by seats that may not be held together and by limits on terms.
/// </summary>
internal sealed class OwnOffices
{
    private readonly OfficeRules _rules;
    private readonly ReachCast _cast;
    private readonly ImmutableArray<Entry> _entries;
    private readonly int _goal;
    private readonly int _most;
    private readonly ulong _free;

    /// <param name="rules">The rules.</param>
    /// <param name="cast">Who takes part.</param>
    /// <param name="open">Entries that can ever be used.</param>
    /// <param name="most">The most states looked at.</param>
    public OwnOffices(OfficeRules rules, ReachCast cast, ImmutableArray<Entry> open, int most)
    {
        (_rules, _cast, _most, _goal) = (rules, cast, most, rules.Goal);
        Useful = 1UL << _goal;
        for (var before = 0UL; before != Useful; )
        {
            before = Useful;
            foreach (var condition in open.Where(e => ((Useful >> e.Post) & 1) != 0).SelectMany(e => e.Conditions))
                Useful |= condition.Kind switch
                {
                    ConditionKind.Sits => condition.Mask,
                    ConditionKind.HasSat => PostsOf(condition.Mask),
                    _ => 0,
                };
        }
        _entries = [.. open.Where(e => ((Useful >> e.Post) & 1) != 0)];
        _free = Useful;
        for (var post = 0; post < rules.Posts.Length; post++)
        {
            if ((rules.GivesUp[post] & Useful) != 0)
                _free &= ~((1UL << post) | rules.GivesUp[post]);
        }
        // What is counted against a person must not be taken without need.
        var counted = _entries
            .SelectMany(e => e.Conditions)
            .Where(c => c.Kind == ConditionKind.NotTooOften)
            .Aggregate(0UL, (mask, c) => mask | c.Mask);
        for (var post = 0; post < rules.Posts.Length; post++)
        {
            if (((rules.NextMarks[post] | rules.BodyMarks[post]) & counted) != 0)
                _free &= ~(1UL << post);
        }
    }

    /// <summary>Posts that are of any use on the way to the goal.</summary>
    public ulong Useful { get; }

    /// <summary>States looked at so far.</summary>
    public long States { get; private set; }

    /// <summary>Posts a person can ever hold, if nothing had to be given up; more than can really be held.</summary>
    public static ulong Ever(OfficeRules rules, ReachCast cast, IEnumerable<Entry> open, int person)
    {
        var (held, marks) = (cast.First.Held[person], cast.First.Marks[person]);
        var all = open.ToList();
        for (var grown = true; grown; )
        {
            grown = false;
            foreach (var e in all)
            {
                if (
                    ((held >> e.Post) & 1) != 0
                    || ((cast.Barred[person] >> e.Post) & 1) != 0
                    || !Meets(e, held, marks, cast.First.Marks[person])
                )
                    continue;
                held |= 1UL << e.Post;
                marks |= rules.NextMarks[e.Post] | rules.BodyMarks[e.Post];
                grown = true;
            }
        }
        return held;
    }

    /// <summary>
    /// The least number of seats a person must still take to sit in the goal, or less; <see cref="int.MaxValue"/> if it never can. Never
    /// falls by more than one with one seat taken.
    /// </summary>
    public int AtLeast(int person, ulong held, ulong marks)
    {
        var start = marks;
        for (var layer = 0; ; layer++)
        {
            if (((held >> _goal) & 1) != 0)
                return layer;
            var (more, made) = (held, marks);
            foreach (var e in _entries)
            {
                if (((held >> e.Post) & 1) == 0 && ((_cast.Barred[person] >> e.Post) & 1) == 0 && Meets(e, held, marks, start))
                {
                    more |= 1UL << e.Post;
                    made |= _rules.NextMarks[e.Post] | _rules.BodyMarks[e.Post];
                }
            }
            if (more == held && made == marks)
                return int.MaxValue;
            (held, marks) = (more, made);
        }
    }

    /// <summary>The seats a person takes on the way, in order; null if there is no way, with whether that and the length are certain.</summary>
    public (ImmutableArray<Entry>? Way, bool IsCertain) WayOf(int person, CancellationToken cancel)
    {
        var (held, marks) = (_cast.First.Held[person], _cast.First.Marks[person]);
        if (AtLeast(person, held, marks) == int.MaxValue)
            return (null, true);
        var (some, exhausted) = SomeWay(person, held, marks, cancel);
        if (some is null)
            return (null, exhausted);
        if (ShortestWay(person, held, marks, cancel) is { } shortest)
            return (shortest, true);
        return (some, false);
    }

    /// <summary>True if a person may take a seat by an entry, as far as its own offices go.</summary>
    public bool May(int person, Entry entry, ulong held, ulong marks) =>
        ((held >> entry.Post) & 1) == 0 && ((_cast.Barred[person] >> entry.Post) & 1) == 0 && Meets(entry, held, marks, marks);

    // Marks count against a person from the start and for it as they come.
    private static bool Meets(Entry entry, ulong held, ulong marks, ulong against)
    {
        foreach (var c in entry.Conditions)
        {
            if (!c.Holds(held, c.Kind == ConditionKind.NotTooOften ? against : marks))
                return false;
        }
        return true;
    }

    private ulong PostsOf(ulong marks)
    {
        var posts = 0UL;
        for (var m = 0; m < 64; m++)
        {
            if (((marks >> m) & 1) != 0)
                posts |= _rules.Sitting(_rules.Posts[_rules.Marked(m).Post]);
        }
        return posts;
    }

    // Seats that nothing can make one give up are taken at once: the states differ only in those that can be lost.
    private (ImmutableArray<Entry>? Way, bool Exhausted) SomeWay(int person, ulong held, ulong marks, CancellationToken cancel)
    {
        var start = Settle(person, new Node(held, marks, 0, null, null));
        var seen = new HashSet<(ulong, ulong)> { Key(start) };
        var next = new Queue<Node>([start]);
        while (next.TryDequeue(out var at))
        {
            cancel.ThrowIfCancellationRequested();
            States++;
            if (((at.Held >> _goal) & 1) != 0)
                return (Trim(person, Way(at)), true);
            if (seen.Count > _most)
                return (null, false);
            foreach (var e in _entries)
            {
                if (!May(person, e, at.Held, at.Marks))
                    continue;
                var then = Settle(person, After(at, e));
                if (seen.Add(Key(then)))
                    next.Enqueue(then);
            }
        }
        return (null, true);
    }

    private Node Settle(int person, Node at)
    {
        for (var grown = true; grown; )
        {
            grown = false;
            foreach (var e in _entries)
            {
                if (((_free >> e.Post) & 1) == 0 || !May(person, e, at.Held, at.Marks))
                    continue;
                at = After(at, e);
                grown = true;
            }
        }
        return at;
    }

    // Steps without which the rest can still be taken are left out.
    private ImmutableArray<Entry> Trim(int person, ImmutableArray<Entry> way)
    {
        for (var i = way.Length - 1; i >= 0; i--)
        {
            var shorter = way.RemoveAt(i);
            if (Leads(person, shorter))
                way = shorter;
        }
        return way;
    }

    private bool Leads(int person, ImmutableArray<Entry> way)
    {
        var (held, marks) = (_cast.First.Held[person], _cast.First.Marks[person]);
        foreach (var e in way)
        {
            if (!May(person, e, held, marks))
                return false;
            _rules.Take(e.Post, ref held, ref marks);
        }
        return ((held >> _goal) & 1) != 0;
    }

    private ImmutableArray<Entry>? ShortestWay(int person, ulong held, ulong marks, CancellationToken cancel)
    {
        var next = new PriorityQueue<Node, (int, int)>();
        var best = new Dictionary<(ulong, ulong), int>();
        Add(new Node(held, marks, 0, null, null));
        while (next.TryDequeue(out var at, out _))
        {
            cancel.ThrowIfCancellationRequested();
            States++;
            if (((at.Held >> _goal) & 1) != 0)
                return Way(at);
            if (best.Count > _most)
                return null;
            if (best[Key(at)] < at.Taken)
                continue;
            foreach (var e in _entries)
            {
                if (May(person, e, at.Held, at.Marks))
                    Add(After(at, e));
            }
        }
        return null;

        void Add(Node node)
        {
            var key = Key(node);
            if (best.TryGetValue(key, out var known) && known <= node.Taken)
                return;
            var left = AtLeast(person, node.Held, node.Marks);
            if (left == int.MaxValue)
                return;
            best[key] = node.Taken;
            next.Enqueue(node, (node.Taken + left, -node.Taken));
        }
    }

    private Node After(Node at, Entry e)
    {
        var (held, marks) = (at.Held, at.Marks);
        _rules.Take(e.Post, ref held, ref marks);
        return new Node(held, marks, at.Taken + 1, at, e);
    }

    private (ulong, ulong) Key(Node node) => (node.Held & Useful, node.Marks);

    private static ImmutableArray<Entry> Way(Node at)
    {
        var way = new Stack<Entry>();
        for (var n = at; n is { By: { } by }; n = n.Before)
            way.Push(by);
        return [.. way];
    }

    private sealed record Node(ulong Held, ulong Marks, int Taken, Node? Before, Entry? By);
}
