using System.Collections.Immutable;

namespace Apparat.Analysis;

/// <summary>Voters who weigh the same and voted the same way.</summary>
/// <param name="Name">Who, for example a person or "those for".</param>
/// <param name="Count">How many.</param>
/// <param name="Weight">Weight of each; at least 0.</param>
/// <param name="Yes">Whether they said yes.</param>
public sealed record VotingGroup(string Name, int Count, int Weight, bool Yes);

/// <summary>How far a voter answers for the result of a division.</summary>
/// <param name="Group">The voter, or voters of whom the same holds.</param>
/// <param name="Changes">The fewest other voters who would have had to vote otherwise before his vote decided; null if he had no part.</param>
/// <param name="Responsibility">1/(1+changes), in [0,1]; 0 if he had no part (Chockler and Halpern 2004).</param>
/// <param name="SmallestCause">Members of the smallest cause he is part of under the definition of 2015; 1 if he alone is one, null for none.</param>
public sealed record VoterVerdict(VotingGroup Group, int? Changes, double Responsibility, int? SmallestCause)
{
    /// <summary>
    /// Whether his vote is a cause of the result under the definition of 2005 (Halpern and Pearl). Of votes that weigh unequally, it finds
    /// fewer causes than the one of 2001 on which the degree of responsibility rests: there the losing side may change its votes too.
    /// </summary>
    public bool IsCause2005 => SmallestCause is not null;

    /// <summary>Whether his vote alone is a cause of the result under the modified definition of 2015 (Halpern).</summary>
    public bool IsCause2015 => SmallestCause == 1;
}

/// <summary>Who was responsible for the result of a vote, and how far. It looks at the votes alone: who set the motion or chose the voters is outside.</summary>
/// <param name="Needed">Least weight of yes that carried.</param>
/// <param name="For">Weight of yes.</param>
/// <param name="Against">Weight of no.</param>
/// <param name="Voters">A line a voter, or a group of whom the same holds, in the order given.</param>
public sealed record Answerability(int Needed, int For, int Against, ImmutableArray<VoterVerdict> Voters)
{
    /// <summary>Whether it was carried.</summary>
    public bool IsCarried => For >= Needed;

    /// <summary>The largest responsibility of any voter; 0 if there are none.</summary>
    public double Most => Voters.Select(v => v.Responsibility).DefaultIfEmpty(0).Max();

    /// <summary>Works it out; voters of one weight and one vote are worked out once.</summary>
    /// <exception cref="ArgumentException">Nobody voted, or less than one vote is needed.</exception>
    public static Answerability Of(int needed, IReadOnlyList<VotingGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (needed < 1 || groups.Sum(g => (long)g.Count) is < 1 or > int.MaxValue)
            throw new ArgumentException("A division needs voters, and at least one vote to carry it.");
        var division = new Division(
            needed,
            [.. groups.SelectMany(g => Enumerable.Repeat(g.Weight, g.Count))],
            [.. groups.SelectMany(g => Enumerable.Repeat(g.Yes, g.Count))]
        );
        var known = new Dictionary<(int, bool), (int? Changes, int? Cause)>();
        var at = 0;
        var voters = ImmutableArray.CreateBuilder<VoterVerdict>();
        foreach (var group in groups.Where(g => g.Count > 0))
        {
            if (!known.TryGetValue((group.Weight, group.Yes), out var found))
                known[(group.Weight, group.Yes)] = found = (division.ChangesUntilCritical(at), division.SmallestCause(at));
            voters.Add(new(group, found.Changes, found.Changes is { } k ? 1.0 / (1 + k) : 0, found.Cause));
            at += group.Count;
        }
        return new(needed, division.For, division.Weights.Sum() - division.For, voters.ToImmutable());
    }
}

/// <summary>A division of the record.</summary>
/// <param name="Date">The day.</param>
/// <param name="Body">Who voted.</param>
/// <param name="Question">On what.</param>
/// <param name="For">Votes for; null if the record does not give them.</param>
/// <param name="Against">Votes against; null if the record does not give them.</param>
/// <param name="Abstained">Abstentions; null if the record does not give them. They are not counted among those voting.</param>
/// <param name="Needed">Votes that carried, if the record says so; null otherwise.</param>
/// <param name="Note">What the record adds.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Confidence">How sure the record is, in its own word.</param>
public sealed record RecordedDivision(
    DateOnly Date,
    string Body,
    string Question,
    int? For,
    int? Against,
    int? Abstained,
    int? Needed,
    string Note,
    string Source,
    string Confidence
)
{
    /// <summary>Who answered for it, of those counted: the record names no voters. Null if it does not give both counts.</summary>
    /// <param name="needed">Votes that carry, given those voting, where the record does not say.</param>
    public Answerability? Answerability(Func<int, int> needed) =>
        (For, Against) is ({ } yes, { } no) && yes + no > 0
            ? Analysis.Answerability.Of(Needed ?? needed(yes + no), [new("those for", yes, 1, true), new("those against", no, 1, false)])
            : null;
}

/// <summary>A division of a simulated history.</summary>
/// <param name="Number">Which of that history, counted from 1.</param>
/// <param name="Day">The day, or the first of its month.</param>
/// <param name="Body">Who voted.</param>
/// <param name="Text">What was moved and what came of it, in a sentence.</param>
/// <param name="Forecast">The probability, in [0,1], that it would be carried, as everyone could foresee it.</param>
/// <param name="Answerability">Who answers for the result.</param>
public sealed record SimulatedDivision(int Number, DateOnly Day, string Body, string Text, double Forecast, Answerability Answerability);
