using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Who takes part: the named, and newcomers, who hold nothing on the first day.</summary>
internal sealed class ReachCast
{
    private readonly OfficeRules _rules;
    private readonly ReachQuestion _question;
    private readonly bool[] _willing;

    public ReachCast(OfficeRules rules, Cast cast, ReachQuestion question, int newcomers)
    {
        _rules = rules;
        _question = question;
        People = cast.People;
        Newcomers = newcomers;
        NewcomerName = cast.Cadres > 0 ? cast.CadreName : "a newcomer";
        _willing = new bool[Count];
        foreach (var p in question.Willing ?? [])
            _willing[p.Index] = true;
        IsTarget = new bool[Count];
        foreach (var p in question.Who)
        {
            var i = p.IsNone ? People.Length : p.Index;
            IsTarget[i] = _willing[i] = true;
        }
        if (question.Willing is null)
            Array.Fill(_willing, true);
        Barred = [.. Enumerable.Range(0, Count).Select(BarredTo)];
        Labels = [.. Enumerable.Range(0, Count).Select(LabelsOf)];
        var classes = new Dictionary<(bool, ulong, bool, string), int>();
        Class = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            var key = (_willing[i], Barred[i], IsTarget[i], string.Join('|', Labels[i]));
            Class[i] = classes.TryGetValue(key, out var c) ? c : classes[key] = classes.Count;
        }
        First = FirstDay(cast);
    }

    public ImmutableArray<Person> People { get; }

    public int Newcomers { get; }

    public string NewcomerName { get; }

    public int Count => People.Length + Newcomers;

    /// <summary>True if everybody acts willingly, the unnamed among them.</summary>
    public bool Everybody => _question.Willing is null;

    public bool[] IsTarget { get; }

    /// <summary>Posts a person may not take by the day asked about, or at all.</summary>
    public ImmutableArray<ulong> Barred { get; }

    /// <summary>What a person shares with others, for each cap in the order of the posts.</summary>
    public ImmutableArray<ImmutableArray<string?>> Labels { get; }

    /// <summary>Persons of one class may change places without any difference.</summary>
    public int[] Class { get; }

    public Occupancy First { get; }

    public bool IsWilling(int person) => _willing[person];

    public string Name(int person) => person < People.Length ? People[person].Name : NewcomerName;

    /// <summary>The first day on which a person has the standing a post asks for; null if none is asked for or known.</summary>
    public DateOnly? NotBefore(int person, int post) =>
        _rules.Years(_rules.Posts[post]) is > 0 and var years && person < People.Length && People[person].Joined is { } joined
            ? joined.Year + years > DateOnly.MaxValue.Year
                ? DateOnly.MaxValue
                : joined.AddYears(years)
            : null;

    private ulong BarredTo(int person)
    {
        var barred = 0UL;
        for (var post = 0; post < _rules.Posts.Length; post++)
        {
            if (
                (_question.By is { } day && NotBefore(person, post) > day)
                || (IsTarget[person] && _question.Barred.Contains(_rules.Posts[post]))
            )
                barred |= 1UL << post;
        }
        return barred;
    }

    private ImmutableArray<string?> LabelsOf(int person) =>
        [
            .. Enumerable
                .Range(0, _rules.Posts.Length)
                .SelectMany(_rules.Caps)
                .Select(c => person < People.Length ? People[person].Labels.GetValueOrDefault(c.Attribute.Name) : null),
        ];

    private Occupancy FirstDay(Cast cast)
    {
        var first = new Occupancy(new ulong[Count], new ulong[Count], new int[_rules.Posts.Length]);
        foreach (var person in People)
        {
            ulong held = 0;
            ulong marks = 0;
            // Bodies first: whoever heads one sits in it once.
            foreach (var post in person.Holds.OrderBy(o => _rules.Charter[o].IsOffice).Select(_rules.PostOf).Where(p => p >= 0))
            {
                var taken = 0UL;
                _rules.Take(post, ref taken, ref marks);
                held |= taken;
            }
            (first.Held[person.Id.Index], first.Marks[person.Id.Index]) = (held, marks);
        }
        // Seats that the scenario gives to nobody named are filled with the unnamed, as in a run; a charter without people is taken as filled.
        for (var post = 0; post < _rules.Posts.Length; post++)
        {
            var organ = _rules.Charter[_rules.Posts[post]];
            if (People.IsEmpty || (cast.Cadres > 0 && organ is { IsOffice: false, Closed: false }))
                first.Unnamed[post] = Math.Max(0, _rules.Seats[post] - first.Named(post));
        }
        return first;
    }
}

/// <summary>Who holds what at a moment.</summary>
/// <param name="Held">The posts each person holds.</param>
/// <param name="Marks">What each person has once held, as far as a rule asks.</param>
/// <param name="Unnamed">How many of each post's seats are held by persons without a name.</param>
internal sealed record Occupancy(ulong[] Held, ulong[] Marks, int[] Unnamed)
{
    public Occupancy Copy() => new((ulong[])Held.Clone(), (ulong[])Marks.Clone(), (int[])Unnamed.Clone());

    /// <summary>What everybody holds after an act.</summary>
    public Occupancy After(OfficeRules rules, Deed deed)
    {
        var then = Copy();
        if (deed.Exit is { } exit)
        {
            if (deed.Person < 0)
                then.Unnamed[exit.Post]--;
            else
                then.Held[deed.Person] &= exit.Expels ? 0 : ~(1UL << exit.Post);
            return then;
        }
        var post = deed.Entry!.Post;
        if (deed.Instead == -1)
            then.Unnamed[post]--;
        else if (deed.Instead >= 0)
            then.Held[deed.Instead] &= ~(1UL << post);
        rules.Take(post, ref then.Held[deed.Person], ref then.Marks[deed.Person]);
        return then;
    }

    /// <summary>How many named persons hold a post.</summary>
    public int Named(int post)
    {
        var n = 0;
        foreach (var held in Held)
            n += (int)((held >> post) & 1);
        return n;
    }
}

/// <summary>One act in a search: an entry or an exit, on whom, and whose place is taken.</summary>
/// <param name="Entry">The way in; null if somebody is removed.</param>
/// <param name="Exit">The way out; null if somebody takes a seat.</param>
/// <param name="Person">Who takes the seat or loses it; -1 for somebody without a name.</param>
/// <param name="Room">How the seat came to be free.</param>
/// <param name="Instead">Whose seat it was: -1 for somebody without a name, -2 for nobody.</param>
internal readonly record struct Deed(Entry? Entry, Exit? Exit, int Person, MadeRoom Room, int Instead);

/// <summary>Which acts can be done at a moment.</summary>
/// <param name="rules">The rules.</param>
/// <param name="cast">Who takes part.</param>
/// <param name="question">Who is willing.</param>
/// <param name="atBest">
/// True if the moment is a best case in which the willing hold every seat they can ever hold at once and the others only those they never lose.
/// </param>
internal sealed class Acting(OfficeRules rules, ReachCast cast, ReachQuestion question, bool atBest = false)
{
    private readonly Dictionary<OrganId, Parts> _parts = [];

    /// <summary>True if what must be agreed to can be.</summary>
    public bool Agrees(Occupancy now, Agreement agreement)
    {
        foreach (var say in agreement.Any)
        {
            if (Carries(now, say) || (agreement.Silent && !Blocks(now, say)))
                return true;
        }
        return false;
    }

    /// <summary>True if the willing carry a decision of an organ: a quorum is there, and enough of those who sit in it agree.</summary>
    public bool Carries(Occupancy now, Say say)
    {
        if (question.WillingOrgans.Contains(say.Organ))
            return true;
        var part = PartsOf(say.Organ);
        if (part.HasMass)
            return cast.Everybody || (part.Leaders.Length > 0 && part.Leaders.Any(l => Carries(now, new Say(l, say.Majority))));
        var (filled, willing) = Count(now, part);
        var present = atBest ? willing + Unwilling(cast.First, part) : filled;
        return willing > 0
            && present >= part.Quorum
            && willing >= say.Majority.Needed(say.Majority.Base == MajorityBase.Seats ? part.Seats : filled);
    }

    /// <summary>True if an entry can be used now, whoever is to take the seat.</summary>
    public bool IsOpen(Occupancy now, Entry entry)
    {
        foreach (var agreement in entry.Agreements)
        {
            if (!Agrees(now, agreement))
                return false;
        }
        // Where not everybody is willing nobody counts on luck, and on a line only if nobody else stands in it.
        if (!cast.Everybody && entry.Act == ReachAct.Falls)
            return false;
        return cast.Everybody || entry.Line < 0 || !HasUnwilling(now, entry.Line);
    }

    private bool HasUnwilling(Occupancy now, int post)
    {
        if (now.Unnamed[post] > 0)
            return true;
        for (var p = 0; p < now.Held.Length; p++)
        {
            if (((now.Held[p] >> post) & 1) != 0 && !cast.IsWilling(p))
                return true;
        }
        return false;
    }

    // True if those who are not willing can refuse by majority.
    private bool Blocks(Occupancy now, Say say)
    {
        if (question.WillingOrgans.Contains(say.Organ))
            return false;
        var part = PartsOf(say.Organ);
        if (part.HasMass)
            return !cast.Everybody;
        var (filled, willing) = Count(now, part);
        return filled - willing > 0 && filled - willing >= say.Majority.Needed(filled);
    }

    private (int Filled, int Willing) Count(Occupancy now, Parts part)
    {
        int filled = 0,
            willing = 0;
        foreach (var (post, mask) in part.Posts)
        {
            var (others, ours) = Count(now, post, mask);
            // At best no more sit there than there are seats, heads on top, unless seats can be added.
            if (atBest && !rules.CanGrow(post))
                ours = Math.Min(ours, rules.Seats[post] + System.Numerics.BitOperations.PopCount(mask) - 1 - others);
            filled += others + ours;
            willing += ours;
        }
        return (filled, willing);
    }

    private int Unwilling(Occupancy now, Parts part) => part.Posts.Sum(p => Count(now, p.Post, p.Sitting).Others);

    private (int Others, int Willing) Count(Occupancy now, int post, ulong mask)
    {
        var (others, willing) = cast.Everybody ? (0, now.Unnamed[post]) : (now.Unnamed[post], 0);
        for (var p = 0; p < now.Held.Length; p++)
        {
            if ((now.Held[p] & mask) == 0)
                continue;
            if (cast.IsWilling(p))
                willing++;
            else
                others++;
        }
        return (others, willing);
    }

    private Parts PartsOf(OrganId organ)
    {
        if (_parts.TryGetValue(organ, out var known))
            return known;
        var voting = rules.Voting(organ).ToList();
        var posts = voting.Where(o => rules.PostOf(o) >= 0).Select(o => (rules.PostOf(o), rules.Sitting(o))).ToImmutableArray();
        return _parts[organ] = new(
            posts,
            posts.Sum(p => rules.Seats[p.Item1]),
            rules.Quorum(organ),
            voting.Any(rules.IsMass),
            rules.IsMass(organ) ? [.. rules.Leaders(organ).Where(l => !rules.IsMass(l))] : []
        );
    }

    private sealed record Parts(
        ImmutableArray<(int Post, ulong Sitting)> Posts,
        int Seats,
        int Quorum,
        bool HasMass,
        ImmutableArray<OrganId> Leaders
    );
}
