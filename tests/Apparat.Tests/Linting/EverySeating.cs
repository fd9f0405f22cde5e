using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>
/// Whether somebody can come to hold an office, in the straightforward way: every state of who holds what, breadth first, straight from the
/// sentences, without slicing, bounds or symmetry. For charters of named persons only.
/// </summary>
internal sealed class EverySeating(Charter charter, ImmutableArray<Person> people, IReadOnlySet<int>? willing, IReadOnlySet<int> targets)
{
    private readonly List<Rule> rules = [.. charter.Clauses.SelectMany(c => c.Rules)];

    // Once is all that these rules look at: a limit on terms is taken to be one term.
    private readonly HashSet<OrganId> counted =
    [
        .. charter
            .Clauses.SelectMany(c => c.Rules)
            .SelectMany(r =>
                r is MustHaveHeld m ? [m.Other]
                : r is TermLimit t ? [t.Organ]
                : Array.Empty<OrganId>()
            ),
    ];

    public long States { get; private set; }

    /// <summary>The fewest acts after which so many of the targets sit in an organ; null if there are none, -1 if there are too many states.</summary>
    public int? Fewest(OrganId goal, int seats, long most = long.MaxValue)
    {
        var first = new Seating([.. people.Select(_ => 0UL)], [.. people.Select(_ => new int[charter.Organs.Length])]);
        foreach (var person in people)
        {
            foreach (var organ in person.Holds.OrderBy(o => charter[o].IsOffice))
            {
                // What is so on the first day stands, whatever may not be held together.
                var held = first.Held[person.Id.Index];
                Take(first, person.Id.Index, organ);
                first.Held[person.Id.Index] |= held;
            }
        }
        var seen = new HashSet<string> { Key(first) };
        var level = new List<Seating> { first };
        for (var acts = 0; level.Count > 0; acts++)
        {
            if (level.Exists(s => targets.Count(t => Holds(s, t, goal)) >= seats))
                return acts;
            var next = new List<Seating>();
            foreach (var state in level)
            {
                if (++States > most)
                    return -1;
                foreach (var then in After(state))
                {
                    if (seen.Add(Key(then)))
                        next.Add(then);
                }
            }
            level = next;
        }
        return null;
    }

    private IEnumerable<Seating> After(Seating now)
    {
        foreach (var rule in rules)
        {
            if (rule is SelectionRule selection)
            {
                foreach (var organ in selection.Fills)
                {
                    for (var p = 0; p < people.Length; p++)
                    {
                        if (!IsWilling(p) || Holds(now, p, organ) || !MayTake(now, p, organ) || !Fills(now, selection, organ, p))
                            continue;
                        foreach (var then in Rooms(now, selection, organ))
                        {
                            Take(then, p, organ);
                            yield return then;
                        }
                    }
                }
            }
            foreach (var i in rule.Influences.Where(i => i.Hold is Hold.Remove or Hold.Expel && willing is not null))
            {
                if (!Acts(now, i.From, rule.By(i.From).Majority))
                    continue;
                for (var p = 0; p < people.Length; p++)
                {
                    if (!Holds(now, p, i.To) || IsWilling(p))
                        continue;
                    var then = now.Copy();
                    then.Held[p] = i.Hold == Hold.Expel ? 0 : then.Held[p] & ~Bit(i.To);
                    yield return then;
                }
            }
        }
    }

    private bool Fills(Seating now, SelectionRule rule, OrganId organ, int p)
    {
        var chosen = rule switch
        {
            Appoints a => Names(now, a.Maker),
            Elects e => Acts(now, e.Voters, rule.By(e.Voters).Majority),
            Coopts c => Acts(now, c.Body, rule.By(c.Body).Majority),
            FillsVacancies v => Acts(now, v.Body, rule.By(v.Body).Majority),
            StepsUp s => SitsIn(now, p, s.Candidates) && InLine(now, s.Candidates),
            Seniority s => SitsIn(now, p, s.Body) && InLine(now, s.Body),
            ExOfficio x => SitsIn(now, p, x.Office),
            ByLot => willing is null,
            _ => throw new NotSupportedException(rule.GetType().Name),
        };
        if (!chosen)
            return false;
        foreach (var tail in rule.Tails)
        {
            var lets = tail switch
            {
                From f => SitsIn(now, p, f.Pool),
                Consent c => Acts(now, c.Body, Majority.Simple),
                Slate l => Names(now, l.Maker) || new[] { l.Maker }.Concat(Heads(l.Maker)).Any(o => !Refuses(now, o)),
                _ => true,
            };
            if (!lets)
                return false;
        }
        return rules.OfType<Confirms>().Where(c => c.Targets.Contains(organ)).All(c => Acts(now, c.Body, c.By(c.Body).Majority));
    }

    private bool MayTake(Seating now, int p, OrganId organ) =>
        rules.TrueForAll(r =>
            r switch
            {
                MustHold m when m.Organs.Contains(organ) => SitsIn(now, p, m.Other),
                MustHaveHeld m when m.Organs.Contains(organ) => now.Times[p][m.Other.Index] > 0,
                TermLimit { How: TermLimit.Counted.TermsInAll } t when t.Organ == organ => now.Times[p][organ.Index] < t.Terms,
                _ => true,
            }
        );

    private IEnumerable<Seating> Rooms(Seating now, SelectionRule rule, OrganId organ)
    {
        var sitting = Enumerable.Range(0, people.Length).Where(q => Holds(now, q, organ)).ToList();
        if (sitting.Count < charter[organ].Seats)
        {
            yield return now.Copy();
            yield break;
        }
        var renews =
            rule is not (FillsVacancies or StepsUp or ExOfficio or Seniority)
            && (charter[organ].Term != Term.AtPleasure || rule.Tails.Any(t => t is Until));
        foreach (var q in sitting.Where(q => renews || IsWilling(q)))
        {
            var then = now.Copy();
            then.Held[q] &= ~Bit(organ);
            yield return then;
        }
    }

    private void Take(Seating now, int p, OrganId organ)
    {
        var sits = charter[organ].OfficeOf is { } body ? new[] { organ, body } : [organ];
        var kept = sits.SelectMany(o => Heads(o).Prepend(o)).Aggregate(0UL, (m, o) => m | Bit(o));
        foreach (var limit in rules.OfType<NotTogether>())
        {
            foreach (var (one, other) in new[] { (limit.First, limit.Second), (limit.Second, limit.First) })
            {
                if (sits.Contains(one))
                    now.Held[p] &= ~(Heads(other).Prepend(other).Aggregate(0UL, (m, o) => m | Bit(o)) & ~kept);
            }
        }
        now.Held[p] |= Bit(organ);
        foreach (var o in sits.Where(o => counted.Contains(o)))
            now.Times[p][o.Index] = 1;
    }

    private bool Names(Seating now, OrganId by) => Heads(by).Prepend(by).Any(o => Acts(now, o, Majority.Simple));

    private bool Acts(Seating now, OrganId organ, Majority majority)
    {
        var (all, ours) = Count(now, organ);
        var quorum = rules
            .OfType<Quorum>()
            .SelectMany(q => q.Norms)
            .OfType<QuorumNorm>()
            .Where(q => q.Body == organ && q.Of == organ && !q.Adjourned);
        return ours > 0
            && ours >= majority.Needed(majority.Base == MajorityBase.Seats ? Parts(organ).Sum(o => charter[o].Seats) : all)
            && quorum.All(q => all >= q.Least.In(charter[organ].Seats));
    }

    private bool Refuses(Seating now, OrganId organ)
    {
        var (all, ours) = Count(now, organ);
        return all > ours && all - ours >= Majority.Simple.Needed(all);
    }

    private (int All, int Ours) Count(Seating now, OrganId organ)
    {
        var sitting = Parts(organ).SelectMany(o => Enumerable.Range(0, people.Length).Where(p => SitsIn(now, p, o))).ToList();
        return (sitting.Count, sitting.Count(IsWilling));
    }

    private bool InLine(Seating now, OrganId organ) =>
        willing is null || !Enumerable.Range(0, people.Length).Any(p => Holds(now, p, organ) && !IsWilling(p));

    private IEnumerable<OrganId> Parts(OrganId organ) =>
        charter[organ].Joins is { IsEmpty: false } joins ? joins.SelectMany(Parts) : [organ];

    private IEnumerable<OrganId> Heads(OrganId body) => charter.Organs.Where(o => o.OfficeOf == body).Select(o => o.Id);

    private bool SitsIn(Seating now, int p, OrganId organ) => Holds(now, p, organ) || Heads(organ).Any(o => Holds(now, p, o));

    private bool IsWilling(int p) => willing is null || willing.Contains(p) || targets.Contains(p);

    private static bool Holds(Seating now, int p, OrganId organ) => (now.Held[p] & Bit(organ)) != 0;

    private static ulong Bit(OrganId organ) => 1UL << organ.Index;

    private static string Key(Seating now) =>
        $"{string.Join(',', now.Held)}|{string.Join(';', now.Times.Select(t => string.Join(',', t)))}";

    private sealed record Seating(ulong[] Held, int[][] Times)
    {
        public Seating Copy() => new([.. Held], [.. Times.Select(t => (int[])t.Clone())]);
    }
}
