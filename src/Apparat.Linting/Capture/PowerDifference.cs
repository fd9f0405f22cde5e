using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>What the offices of one charter can no longer do under another, and what they can do in its place: the price of an amendment.</summary>
/// <param name="Lost">What can no longer be done, a sentence each without full stop.</param>
/// <param name="Gained">What can be done now and could not be before.</param>
/// <param name="Losers">Names of those who lose a hold.</param>
/// <param name="Weight">Holds lost, each by the part of its uses in which it really decided.</param>
public sealed record PowerDifference(
    ImmutableArray<string> Lost,
    ImmutableArray<string> Gained,
    ImmutableHashSet<string> Losers,
    double Weight
)
{
    /// <summary>The difference from one charter to another with the same organs.</summary>
    public static PowerDifference Of(LintContext before, LintContext after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (had, has) = (Holds(before), Holds(after));
        var lost = had.Where(h => !has.ContainsKey(h.Key)).ToList();
        var shared = has.Keys.Where(k => k.Hold == Hold.Confirm && !had.ContainsKey(k)).ToList();
        return new PowerDifference(
            [
                .. lost.Select(h => $"{h.Key.By} can no longer {Verb(h.Key.Hold, h.Key.On)}"),
                .. shared.SelectMany(c =>
                    had.Keys.Where(h => h.Hold == Hold.Fill && h.On == c.On && has.ContainsKey(h))
                        .Select(h => $"{h.By} can no longer choose {h.On} alone")
                ),
                .. Harder(before, after),
                .. Bounds(before, after),
            ],
            [.. has.Keys.Where(k => !had.ContainsKey(k)).Select(k => $"{k.By} can now {Verb(k.Hold, k.On)}")],
            [
                .. lost.Select(h => h.Key.By),
                .. shared.SelectMany(c => had.Keys.Where(h => h.Hold == Hold.Fill && h.On == c.On)).Select(h => h.By),
            ],
            lost.Sum(h => h.Value)
        );
    }

    private static Dictionary<(string By, string On, Hold Hold), double> Holds(LintContext charter)
    {
        var counts = charter.NamesOf<CountNorm>().Union(charter.NamesOf<RollNorm>());
        return charter
            .Graph.Edges.Where(e => !counts.Contains(e.Provision))
            .GroupBy(e => (charter.Name(e.Holder), charter.Name(e.Held), e.Hold))
            .ToDictionary(g => g.Key, g => g.Max(e => charter.Mean(e.Share)));
    }

    // Sentences of one name that take more votes than before.
    private static IEnumerable<string> Harder(LintContext before, LintContext after)
    {
        var old = before.Rules.ToDictionary(r => r.Name, r => r.Rule, StringComparer.Ordinal);
        foreach (var (name, _, rule) in after.Rules)
        {
            if (!old.TryGetValue(name, out var was) || Actor(was) is not { } actor || Actor(rule) != actor)
                continue;
            var (a, b) = (was.By(actor).Majority, rule.By(actor).Majority);
            if (Votes(before, actor, a) is var few && Votes(after, actor, b) is var many && many > few)
                yield return $"{after.Name(actor)} can no longer do {name} with {few} votes, but with {many}";
        }

        static OrganId? Actor(Rule rule) => rule is SelectionRule s ? s.Electors : (rule as Power)?.Holder;

        static int Votes(LintContext charter, OrganId organ, Majority majority) =>
            charter.Charter[organ].Count is null
                ? majority.Needed(charter.SizeOf(organ))
                : charter.Meeting(organ, majority).Insiders ?? charter.SizeOf(organ) + 1;
    }

    private static IEnumerable<string> Bounds(LintContext before, LintContext after)
    {
        var known = before.Norms<Norm>().Select(n => n.Norm).ToHashSet();
        foreach (var (_, rule, norm) in after.Norms<Norm>().Where(n => !known.Contains(n.Norm)))
        {
            var text = norm switch
            {
                WaitingNorm w => $"whoever joined {after.Name(w.Members)} less than {w.Wait.Days} days before can no longer vote",
                QuorumNorm { Adjourned: false } q =>
                    $"{after.Name(q.Body)} can no longer act with fewer than {q.Least.In(after.SizeOf(q.Of))}",
                QuorumNorm q => $"{after.Name(q.Body)}, called again, can no longer act with fewer than {q.Least.In(after.SizeOf(q.Of))}",
                ProxyNorm { AtMost: { } most } p => $"nobody can vote for more than {most} absent {after.Name(p.Body)}",
                SharingNorm s => $"no more than {s.Most.In(after.SizeOf(s.Body))} in {after.Name(s.Body)} can share {s.Attribute}",
                CountNorm c when before.Norms<CountNorm>().FirstOrDefault(x => x.Norm.To == c.To).Norm is { } was =>
                    $"{before.Name(was.By)} can no longer count the votes for {after.Name(c.To)}",
                AmendmentNorm { By: { } by, Meetings: > 1 } a =>
                    $"{after.Name(by)} can no longer amend at one meeting, but at {a.Meetings} in a row",
                AmendmentNorm { By: { } by, ConfirmedBy: { } second } =>
                    $"{after.Name(by)} can no longer amend for good without {after.Name(second)}",
                _ => "",
            };
            if (text.Length > 0)
                yield return text;
        }
        var old = before.Rules.ToDictionary(r => r.Name, r => r.Rule, StringComparer.Ordinal);
        foreach (var (name, _, rule) in after.Rules.Where(r => old.ContainsKey(r.Name)))
        {
            foreach (var tail in rule.Tails.Where(t => old[name].Tails.All(o => o.GetType() != t.GetType())))
            {
                if (tail.Cap is { } most)
                    yield return $"no more than {most} at a time can be put in under {name}";
                if (tail.Ends is { } end)
                    yield return $"who is put in under {name} stays only until the next {after.Name(end)}";
                if (tail.SettlesSilence)
                    yield return $"nobody can leave {name} open by saying nothing";
            }
        }
    }

    private static string Verb(Hold hold, string on) =>
        hold switch
        {
            Hold.Fill => $"choose {on}",
            Hold.List => $"put up names for {on}",
            Hold.Confirm => $"refuse whoever is chosen for {on}",
            Hold.Remove => $"remove {on}",
            Hold.Expel => $"expel {on}",
            Hold.Agenda => $"set what {on} discusses",
            Hold.Papers => $"decide what {on} gets to know",
            Hold.Press => $"decide what is published about {on}",
            _ => $"change who meets in {on}, or when",
        };
}
