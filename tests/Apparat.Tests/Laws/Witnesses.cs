using System.Collections.Concurrent;
using Apparat.Model;

namespace Apparat.Tests;

/// <summary>What witnesses saw that must never be seen.</summary>
internal sealed class Protocol
{
    private readonly ConcurrentDictionary<string, string> _faults = new();

    public long Looks;

    public IEnumerable<string> Faults => _faults.Values;

    public void See(bool lawful, string kind, Func<string> what)
    {
        Interlocked.Increment(ref Looks);
        if (!lawful)
            _faults.TryAdd(kind, what());
    }
}

/// <summary>A stranger's motive that weighs nothing and looks at everyone who votes.</summary>
internal sealed record VoterWitness(Protocol Protocol) : Motive
{
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        foreach (var voter in voters)
        {
            var standing = now.StandingOf(voter);
            var who = voter.Index;
            Protocol.See(standing == Standing.Member, "voter", () => $"person {who} votes, being {standing}");
            foreach (var head in now.Heads)
            {
                var (loyalty, hostility) = (now.Loyalty(voter, head), now.Hostility(voter, head));
                Protocol.See(
                    loyalty is >= 0 and <= 1 && hostility is >= 0 and <= 1,
                    "tie",
                    () => $"person {who} has a tie of {loyalty} and a grudge of {hostility}"
                );
            }
        }
    }
}

/// <summary>A stranger's condition that never holds and looks at every seat at the end of every turn.</summary>
internal sealed record SeatWitness(Protocol Protocol, Charter Charter) : Condition
{
    public override bool Holds(WorldView now, PersonId x)
    {
        foreach (var organ in Charter.Organs)
        {
            if (organ.Counted || !organ.Joins.IsEmpty)
                continue;
            var holders = now.Holders(organ.Id);
            Protocol.See(holders.Length <= organ.MostSeats, "size", () => $"{organ.Name} has more than {organ.MostSeats} seats");
            for (var k = 0; k < holders.Length; k++)
            {
                var person = holders[k];
                if (person.IsNone)
                    continue;
                Protocol.See(
                    now.StandingOf(person) is Standing.Member or Standing.Incapacitated,
                    "holder",
                    () => $"{organ.Name} seats {now.StandingOf(person)} person {person.Index}"
                );
                Protocol.See(
                    now.Sits(person, organ.Id),
                    "seat",
                    () => $"person {person.Index} holds a seat of {organ.Name} and does not sit there"
                );
                Protocol.See(holders[..k].IndexOf(person) < 0, "twice", () => $"person {person.Index} holds two seats of {organ.Name}");
                Protocol.See(
                    now.Since(person, organ.Id) <= now.Now,
                    "since",
                    () => $"person {person.Index} has sat in {organ.Name} since a later day"
                );
            }
        }
        return false;
    }
}
