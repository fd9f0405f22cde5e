using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>A way in which a body of a charter decides, as a game among its seats.</summary>
/// <param name="Majority">How many must agree.</param>
/// <param name="Clauses">The clauses under which it decides so; empty for its ordinary way, if no clause names another.</param>
/// <param name="Game">The game.</param>
public sealed record BodyGame(Majority Majority, ImmutableArray<ClauseId> Clauses, VotingGame Game);

/// <summary>
/// The games that a charter's body plays: one for each different majority by which its clauses let it decide. A casting vote is part of the
/// game wherever a bare majority decides; a quorum says how few can play it. Where its votes are held in parts, the holders play.
/// </summary>
public static class BodyGames
{
    private const int MostVoters = 10_000;

    /// <summary>All of them, the one that serves most clauses first.</summary>
    /// <param name="charter">The charter.</param>
    /// <param name="body">The body.</param>
    /// <param name="present">How many of its votes take part, whoever has a casting vote among them; null for all.</param>
    /// <exception cref="ArgumentException">Nobody votes in it, more are present than may vote, fewer than the quorum, or fewer than must agree.</exception>
    public static ImmutableArray<BodyGame> Of(Charter charter, OrganId body, int? present = null)
    {
        ArgumentNullException.ThrowIfNull(charter);
        var holdings = VoteHoldings.Of(charter);
        if (holdings.Bodies.Contains(body) && present is not null)
            throw new ArgumentException(
                $"The votes of {charter[body].Name} are held in parts: how many people are present does not count.",
                nameof(present)
            );
        var meeting = holdings.Bodies.Contains(body) ? null : new Meeting(charter, charter[body], present);
        var decisions = charter
            .Clauses.SelectMany(c => c.Rules.Where(r => Decides(r, body)).Select(r => (c.Id, r.By(body).Majority)))
            .GroupBy(x => x.Majority)
            .Select(g => (Majority: g.Key, Clauses: g.Select(x => x.Id).Distinct().ToImmutableArray()))
            .OrderByDescending(x => x.Clauses.Length)
            .ToList();
        if (decisions.Count == 0)
            decisions.Add((Majority.Simple, []));
        return
        [
            .. decisions.Select(d => new BodyGame(
                d.Majority,
                d.Clauses,
                meeting?.Game(d.Majority) ?? HeldVotes.Game(holdings, body, d.Majority)
            )),
        ];
    }

    /// <summary>The least number who must be there for the body to act; null if the charter asks for none.</summary>
    public static int? QuorumOf(Charter charter, OrganId body)
    {
        ArgumentNullException.ThrowIfNull(charter);
        return Norms(charter)
            .OfType<QuorumNorm>()
            .Where(q => q.Body == body && !q.Adjourned)
            .Select(q => (int?)q.Least.In(charter[q.Of].Voters))
            .Max();
    }

    private static IEnumerable<Norm> Norms(Charter charter) => charter.Clauses.SelectMany(c => c.Rules).SelectMany(r => r.AllNorms);

    private static bool Decides(Rule rule, OrganId body) =>
        (rule is Power power && power.Holder == body) || rule.Influences.Any(i => i.From == body);

    /// <summary>Who votes in a body: ordinary seats, one entry a part of a joint meeting, and perhaps an office with a casting vote.</summary>
    private sealed class Meeting
    {
        private readonly Organ _organ;
        private readonly ImmutableArray<Player> _ordinary;
        private readonly Organ? _caster;
        private readonly bool _casterVotes;
        private readonly int _seats;
        private readonly string _aside;

        public Meeting(Charter charter, Organ organ, int? present)
        {
            _organ = organ;
            IEnumerable<Organ> all = organ.Joins.IsEmpty ? [organ] : organ.Joins.Select(j => charter[j]);
            // An organ whose members only speak has no voters.
            Organ[] parts =
            [
                .. all.Where(p => p.Voters > 0 && charter.Clauses.SelectMany(c => c.Rules).OfType<Limit>().All(l => l.Votes(p.Id))),
            ];
            var norm = Norms(charter).OfType<CastingVoteNorm>().FirstOrDefault(c => c.Body == organ.Id);
            _caster = norm is null ? null : charter[norm.By];
            var vetoes = Norms(charter).OfType<VetoNorm>().Where(v => v.Over == organ.Id && !v.Overrides).Select(v => charter[v.By].Name);
            // Whoever may stop what it decides plays another game, which a game file can tell.
            _aside = string.Concat(vetoes.Distinct().Select(name => $", the veto of {name} left aside"));
            // The head of a body sits in it; another office comes on top.
            var sits = _caster?.OfficeOf == organ.Id;
            _casterVotes = norm is { Votes: true };
            var ordinary = parts.Sum(p => p.Voters) - (sits ? 1 : 0);
            _seats = ordinary + (_casterVotes ? 1 : 0);
            if (_seats > MostVoters)
                throw new ArgumentException(
                    $"{_seats} vote in {organ.Name}; up to {MostVoters} are counted. Where all weigh alike each has one of them.",
                    nameof(organ)
                );
            if (_seats == 0)
                throw new ArgumentException($"Nobody votes in {organ.Name}.", nameof(organ));
            if (present is < 1 || present > _seats)
                throw new ArgumentException($"From 1 to {_seats} can vote in {organ.Name}, not {present}.", nameof(present));
            if (present < QuorumOf(charter, organ.Id))
                throw new ArgumentException(
                    $"{present} are no quorum of {organ.Name}: {QuorumOf(charter, organ.Id)} must be there.",
                    nameof(present)
                );
            var voting = present is { } some ? some - (_casterVotes ? 1 : 0) : ordinary;
            _ordinary =
                voting == 0 ? []
                : parts.Length == 1 || present is not null ? [new(Name(parts.Length == 1 ? parts[0] : organ), voting)]
                : [.. parts.Select(p => new Player(Name(p), p.Voters - (sits && p.Id == organ.Id ? 1 : 0))).Where(p => p.Count > 0)];
        }

        public VotingGame Game(Majority majority)
        {
            ImmutableArray<Player> players = _caster is null ? _ordinary : [new(_caster.Name), .. _ordinary];
            var ordinary = _ordinary.Sum(p => p.Count);
            var voters = ordinary + (_casterVotes ? 1 : 0);
            var needed = majority.Needed(majority.Base is MajorityBase.Members or MajorityBase.Seats ? _seats : voters);
            if (needed > voters)
                throw new ArgumentException($"{voters} votes in {_organ.Name} are too few: {needed} must agree.", nameof(majority));
            var all = new QuotaRule([.. players.Select((_, i) => _caster is not null && i == 0 && !_casterVotes ? 0L : 1L)], needed);
            var rule = $"{needed} of {voters} votes{_aside}";
            Winning wins = all;
            // A casting vote turns a tie: exactly half of an even number, with its holder.
            if (
                _caster is not null
                && majority is { Strict: true, Numerator: 1, Denominator: 2 }
                && voters % 2 == 0
                && voters > 0
                && needed == (voters / 2) + 1
            )
            {
                wins = SomeOf.Any(
                    all,
                    SomeOf.All(new QuotaRule([.. players.Select((_, i) => i == 0 ? 1L : 0L)], 1), all with { Quota = voters / 2 })
                );
                rule += $", or {voters / 2} and {_caster.Name}";
            }
            return new()
            {
                Name = _organ.Name,
                Players = players,
                Rule = rule,
                Wins = wins,
            };
        }

        private static string Name(Organ part) => part.Member ?? $"a seat in {part.Name}";
    }
}
