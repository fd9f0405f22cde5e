using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>How many people something takes: at the means of members and turnout, and between which numbers it mostly lies.</summary>
/// <param name="AtMeans">With both at the means of their priors; null if no number is enough.</param>
/// <param name="Low">5% lie below.</param>
/// <param name="High">5% lie above.</param>
public readonly record struct People(int? AtMeans, int Low, int High)
{
    /// <summary>The number, with its range if it has one: "63 (41 to 88)".</summary>
    public string Text =>
        AtMeans is not { } n ? "nobody"
        : Low == High ? FormattableString.Invariant($"{n}")
        : FormattableString.Invariant($"{n} ({Low} to {High})");
}

/// <summary>
/// A meeting of ordinary members as somebody who means to carry a vote sees it: how many people it takes to turn up and agree. Everyone
/// else who turns up is taken to vote against. Votes that an organ holds are always cast, and no ordinary member comes by them.
/// </summary>
/// <param name="Members">How many may vote.</param>
/// <param name="Present">How many usually turn up.</param>
/// <param name="Majority">What carries.</param>
public sealed record MemberMeeting(int Members, int Present, Majority Majority)
{
    /// <summary>
    /// Nobody brings more people of one will than this: the electorate of a country is no roll to be flooded, has no employer, and holds no
    /// meeting.
    /// </summary>
    public const int LargestGroup = 1_000_000;

    private const int Slices = 40;

    /// <summary>How many must be there for the meeting to act; 0 for any number.</summary>
    public Quantity Quorum { get; init; }

    /// <summary>How many are enough at a meeting called again after one that failed; null if nothing is said of it.</summary>
    public Quantity? Adjourned { get; init; }

    /// <summary>Votes of absent members that one person may cast as he likes besides his own: 0 for none.</summary>
    public int Proxies { get; init; }

    /// <summary>Votes that organs hold.</summary>
    public ImmutableArray<HoldingNorm> Holdings { get; init; } = [];

    /// <summary>How many votes organs hold together.</summary>
    public int Held => Math.Min(Members, Holdings.Sum(h => h.Of(Members)));

    /// <summary>The fewest votes of those there that carry, the others against; null if even all are not enough.</summary>
    public int? Insiders => Least(Math.Max(Present, Quorum.In(Members)), held: 0);

    /// <summary>The fewest of those whose votes no organ holds who carry a vote, all others against; null if even all of them are not enough.</summary>
    public int? Dispersed => Least(Math.Max(Present, Quorum.In(Members)), Held);

    /// <summary>The fewest people from outside who join, turn up and carry a vote against all who usually do; null if no number is enough.</summary>
    public int? Joiners
    {
        get
        {
            bool Carry(int n) =>
                Present + n >= Quorum.In(Members + n)
                && Votes(n, Members - Present) is var votes
                && votes >= Needed(votes + Present, Members + n);
            // A majority of unanimity is never reached against somebody.
            return Fewest(1 << 29, Carry);
        }
    }

    /// <summary>
    /// The fewest of those who usually turn up by whose absence the meeting cannot act; null if it needs no number, never has it, or has it
    /// from organs alone.
    /// </summary>
    public int? Absentees => Quorum.In(Members) is var needed && needed > Held && needed <= Present ? Present - needed + 1 : null;

    /// <summary>
    /// The fewest who carry a vote at an adjourned meeting with so many people in the room; the ordinary quorum holds where nothing else is
    /// said. Null if even all are not enough.
    /// </summary>
    public int? AtAdjourned(int inTheRoom) =>
        Math.Max(Math.Max(inTheRoom, Held), (Adjourned ?? Quorum).In(Members)) is > 0 and var room ? Least(room, Held) : null;

    /// <summary>Proxies that so many people there need between them to carry a vote; 0 if they need none.</summary>
    public int ProxiesFor(int people) =>
        Math.Max(0, (Fewest(Members, votes => votes >= Needed(votes + Against(Present, people, Held), Members)) ?? Members) - people);

    /// <summary>The meeting of an organ, at the means of its members and turnout.</summary>
    /// <param name="graph">The charter.</param>
    /// <param name="organ">The body of members.</param>
    /// <param name="majority">What carries.</param>
    /// <param name="mean">Values of the numbers of members and turnouts; null for the means of their priors.</param>
    /// <param name="struck">Names of provisions struck.</param>
    public static MemberMeeting Of(
        InfluenceGraph graph,
        OrganId organ,
        Majority majority,
        Func<Parameter, double>? mean = null,
        IReadOnlySet<string>? struck = null
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        var value = mean ?? (p => p.Prior.Mean);
        var body = graph.Charter[organ];
        var norms = graph
            .Provisions.Where(p => p.Provision is Rule && struck?.Contains(p.Name) != true)
            .SelectMany(p => p.Head.AllNorms)
            .Where(n => n.About == organ)
            .ToList();
        var proxies = norms.OfType<ProxyNorm>().FirstOrDefault();
        return new MemberMeeting(0, 0, majority)
        {
            Quorum = norms.OfType<QuorumNorm>().FirstOrDefault(q => !q.Adjourned)?.Least ?? Quantity.WhoeverIsPresent,
            Adjourned = norms.OfType<QuorumNorm>().FirstOrDefault(q => q.Adjourned)?.Least,
            Proxies = proxies is null or { Directed: true } ? 0 : proxies.AtMost ?? int.MaxValue,
            Holdings = [.. norms.OfType<HoldingNorm>()],
        }.Of(body.Count is { } count ? Math.Max(1, (int)Math.Round(value(count))) : body.Seats, body.Turnout is { } t ? value(t) : 1);
    }

    /// <summary>How many people something takes over the priors of members and turnout: every pair of equal slices of the two.</summary>
    public static People Range(LintContext charter, OrganId organ, Majority majority, Func<MemberMeeting, int?> people)
    {
        ArgumentNullException.ThrowIfNull(charter);
        ArgumentNullException.ThrowIfNull(people);
        var body = charter.Charter[organ];
        var usual = charter.Meeting(organ, majority);
        var middle = people(usual);
        var (counts, turnouts) = (Values(body.Count), Values(body.Turnout));
        var all = new List<int>(counts.Length * turnouts.Length);
        foreach (var count in counts)
        {
            foreach (var turnout in turnouts)
            {
                if (people(usual.Of(body.Count is null ? usual.Members : Math.Max(1, (int)Math.Round(count)), turnout)) is { } n)
                    all.Add(n);
            }
        }
        all.Sort();
        return middle is null || all.Count == 0
            ? new People(null, 0, 0)
            : new People(middle, all[all.Count / 20], all[^((all.Count / 20) + 1)]);

        double[] Values(Parameter? parameter) =>
            parameter is null ? [1]
            : charter.PriorOf(parameter) is var prior && prior.Low == prior.High ? [prior.Mean]
            : [.. Enumerable.Range(0, Slices).Select(i => prior.Quantile((i + 0.5) / Slices))];
    }

    // The same meeting of another number of members, of whom another part turns up.
    private MemberMeeting Of(int members, double turnout) =>
        this with { Members = members } is var meeting && meeting.Held is var held
            ? meeting with
            {
                Present = Math.Clamp(held + (int)Math.Round((members - held) * turnout), 1, members),
            }
            : meeting;

    // The fewest of those whose votes are not held; the held ones are against.
    private int? Least(int room, int held) =>
        Fewest(
            Members - held,
            n =>
                Votes(n, Members - held - Math.Max(room - held, n)) is var votes && votes >= Needed(votes + Against(room, n, held), Members)
        );

    private static int Against(int room, int people, int held) => held + Math.Max(0, room - held - people);

    // What some carry, more of them carry too, so the interval is halved: an electorate may be of hundreds of millions.
    private static int? Fewest(int most, Func<int, bool> carry)
    {
        if (most < 1 || !carry(most))
            return null;
        var (low, high) = (0, most);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = carry(middle) ? (low, middle) : (middle, high);
        }
        return high;
    }

    private int Votes(int people, int absent) => people + (int)Math.Min((long)people * Proxies, Math.Max(0, absent));

    private int Needed(int cast, int members) =>
        Majority.Needed(Majority.Base is MajorityBase.Members or MajorityBase.Seats ? members : cast);
}
