using System.Collections.Immutable;

namespace Apparat.Linting;

/// <summary>Why there is no way: every way into the organ, and what stands in it, back to where nothing can be done.</summary>
internal sealed class ReachProof
{
    private readonly LintContext _context;
    private readonly OfficeRules _rules;
    private readonly ReachCast _people;
    private readonly ImmutableArray<Entry> _open;
    private readonly List<ClosedWay> _ways = [];
    private readonly HashSet<int> _told = [];
    private readonly int _person;
    private readonly ulong _ever;

    private ReachProof(LintContext context, OfficeRules rules, ReachCast people, ImmutableArray<Entry> open)
    {
        (_context, _rules, _people, _open) = (context, rules, people, open);
        // Of several the one that gets farthest.
        var targets = Enumerable.Range(0, people.Count).Where(p => people.IsTarget[p]).ToList();
        var best = targets
            .Select(p => (Person: p, Ever: OwnOffices.Ever(rules, people, open, p)))
            .OrderByDescending(x => System.Numerics.BitOperations.PopCount(x.Ever))
            .ThenBy(x => x.Person)
            .First();
        (_person, _ever) = best;
    }

    public static ImmutableArray<ClosedWay> Of(
        LintContext context,
        OfficeRules rules,
        ReachCast people,
        ImmutableArray<Entry> open,
        bool bySinglePerson
    )
    {
        var proof = new ReachProof(context, rules, people, open);
        if (((proof._ever >> rules.Goal) & 1) == 0)
            proof.Tell(rules.Goal, 0);
        else
            proof._ways.Add(
                new(
                    0,
                    rules.Name(rules.Goal),
                    null,
                    bySinglePerson
                        ? "every seat it needs can be held, but not all of them at the times at which they are needed: one must be given up for another"
                        : "every order of acts among all who take part was tried, and in each an organ that must act stands empty or against it"
                )
            );
        return [.. proof._ways];
    }

    private void Tell(int post, int depth)
    {
        if (!_told.Add(post))
            return;
        var entries = _rules.Entries.Where(e => e.Post == post).ToList();
        if (((_people.Barred[_person] >> post) & 1) != 0)
        {
            _ways.Add(
                new(
                    depth,
                    _rules.Name(post),
                    null,
                    _people.NotBefore(_person, post) is { } day
                        ? $"{_people.Name(_person)} has the {_rules.Years(_rules.Posts[post])} years of standing it needs only on {day:yyyy-MM-dd}"
                        : "it may not be entered"
                )
            );
            return;
        }
        if (entries.Count == 0)
            _ways.Add(new(depth, _rules.Name(post), null, "no clause lets anybody in"));
        var before = new List<int>();
        foreach (var entry in entries)
            _ways.Add(new(depth, _rules.Name(post), _context.Said(entry.Provision), string.Join("; ", Reasons(entry, before))));
        foreach (var other in before)
            Tell(other, depth + 1);
    }

    private IEnumerable<string> Reasons(Entry entry, List<int> before)
    {
        if (!_open.Contains(entry))
            yield return entry.Act == ReachAct.Falls ? "nobody who is willing decides whom it falls to"
            : entry.Actor is { } actor
                ? $"{string.Join(" and ", entry.Agreed.Prepend(actor).Distinct().Select(_context.Name))} cannot be brought to act"
            : "others stand in the line";
        foreach (var c in entry.Conditions.DistinctBy(c => (c.Kind, c.Mask)))
        {
            if (c.Kind == ConditionKind.NotTooOften)
            {
                if (!c.Holds(0, _people.First.Marks[_person]))
                    yield return $"{_people.Name(_person)} has served as often as anybody may";
                continue;
            }
            var posts = c.Kind == ConditionKind.Sits ? PostsIn(c.Mask) : MarkedBy(c.Mask);
            if (posts.Exists(p => ((_ever >> p) & 1) != 0))
                continue;
            if (c.Kind == ConditionKind.HasSat && c.Holds(0, _people.First.Marks[_person]))
                continue;
            before.AddRange(posts);
            yield return $"one must {(c.Kind == ConditionKind.Sits ? "sit" : "have sat")} in {string.Join(" or ", posts.Where(p => !IsHeadOfOneOf(p, posts)).Select(_rules.Name))}{Under(c.Provision)}, and {_people.Name(_person)} cannot come to";
        }
    }

    // Whoever heads a body sits in it: its name is enough.
    private bool IsHeadOfOneOf(int post, List<int> posts) =>
        _rules.Charter[_rules.Posts[post]].OfficeOf is { } body && posts.Contains(_rules.PostOf(body));

    private List<int> PostsIn(ulong mask) => [.. Enumerable.Range(0, _rules.Posts.Length).Where(p => ((mask >> p) & 1) != 0)];

    private List<int> MarkedBy(ulong marks) =>
        [
            .. Enumerable
                .Range(0, 64)
                .Where(m => ((marks >> m) & 1) != 0)
                .SelectMany(m => PostsIn(_rules.Sitting(_rules.Posts[_rules.Marked(m).Post])))
                .Distinct(),
        ];

    private static string Under(string provision) => provision.Length == 0 ? "" : $" ({provision})";
}
