using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Whether some persons can come to hold seats of an organ under the rules.</summary>
/// <param name="Who">Who is to hold them; <see cref="PersonId.None"/> stands for a newcomer, who holds nothing yet.</param>
/// <param name="Organ">The office or the body.</param>
/// <param name="Seats">How many of them must sit there at once, at least 1.</param>
public sealed record ReachQuestion(ImmutableArray<PersonId> Who, OrganId Organ, int Seats = 1)
{
    /// <summary>Who acts and steps aside willingly, besides those asked about; null for everybody (the worst case).</summary>
    public ImmutableArray<PersonId>? Willing { get; init; }

    /// <summary>Organs that act as a whole even where not everybody is willing: a congress, the members.</summary>
    public ImmutableHashSet<OrganId> WillingOrgans { get; init; } = [];

    /// <summary>The day by which it must have happened; null if there is time enough for every waiting period.</summary>
    public DateOnly? By { get; init; }

    /// <summary>Clauses taken away, by the names of their sentences; nothing comes in their place.</summary>
    public ImmutableHashSet<string> Struck { get; init; } = [];

    /// <summary>Organs that those asked about may not enter on their way.</summary>
    public ImmutableHashSet<OrganId> Barred { get; init; } = [];

    /// <summary>The most states looked at in one search before it is given up as not settled.</summary>
    public int MostStates { get; init; } = 100_000;
}

/// <summary>What is known about a <see cref="ReachQuestion"/>.</summary>
public enum ReachVerdict
{
    /// <summary>There is a way, and it is shown.</summary>
    Yes,

    /// <summary>There is none, and it is shown why.</summary>
    No,

    /// <summary>The search ended before it could tell.</summary>
    NotSettled,
}

/// <summary>What one act does.</summary>
public enum ReachAct
{
    /// <summary>A body votes somebody into a seat.</summary>
    Elects,

    /// <summary>Somebody is named to a seat without a vote.</summary>
    Names,

    /// <summary>A seat comes with another.</summary>
    ComesWith,

    /// <summary>A seat falls to whoever is next in line.</summary>
    NextInLine,

    /// <summary>A seat falls to somebody whom nobody inside chooses: by lot, by the branches.</summary>
    Falls,

    /// <summary>Somebody is removed from a seat.</summary>
    Removes,

    /// <summary>Somebody is expelled, and so removed from every seat.</summary>
    Expels,
}

/// <summary>How whoever sat in a seat made room.</summary>
public enum MadeRoom
{
    /// <summary>The seat was empty.</summary>
    Empty,

    /// <summary>The term ended, and another was chosen.</summary>
    TermEnds,

    /// <summary>Whoever sat there stepped down.</summary>
    StepsDown,
}

/// <summary>One lawful act on the way.</summary>
/// <param name="Act">What is done.</param>
/// <param name="By">Who does it; null where nobody inside does.</param>
/// <param name="Person">Whom it is done to.</param>
/// <param name="Organ">The seat taken or lost.</param>
/// <param name="IsOffice">True if that is the only seat there is.</param>
/// <param name="Clause">The clause under which it is done.</param>
/// <param name="Room">How the seat came to be free.</param>
/// <param name="Instead">Who sat there before; null if it was empty.</param>
/// <param name="Agreed">Organs that must agree or put forward the name.</param>
/// <param name="Needs">What the person must hold or have held for it, with the provision that says so.</param>
/// <param name="GivesUp">Seats given up by it, since they may not be held together.</param>
/// <param name="NotBefore">The first day on which the person has the standing it needs; null if no day is known or needed.</param>
public sealed record ReachStep(
    ReachAct Act,
    string? By,
    string Person,
    string Organ,
    bool IsOffice,
    Evidence Clause,
    MadeRoom Room,
    string? Instead,
    ImmutableArray<string> Agreed,
    ImmutableArray<(string Need, string Provision)> Needs,
    ImmutableArray<string> GivesUp,
    DateOnly? NotBefore
);

/// <summary>Why one way into an organ is closed.</summary>
/// <param name="Depth">How many steps before the organ asked about; 0 for the organ itself.</param>
/// <param name="Organ">The organ that cannot be entered.</param>
/// <param name="Clause">The clause that would let somebody in; null if no clause does.</param>
/// <param name="Why">What stands in the way.</param>
public sealed record ClosedWay(int Depth, string Organ, Evidence? Clause, string Why);

/// <summary>Clauses that, taken away together, make it impossible.</summary>
/// <param name="Clauses">The clauses.</param>
/// <param name="ClosesToAll">True if after that nobody who does not sit there already can come to.</param>
public sealed record ReachCut(ImmutableArray<Evidence> Clauses, bool ClosesToAll);

/// <summary>How near somebody is.</summary>
/// <param name="Person">Who; "a newcomer" stands for everybody who holds nothing.</param>
/// <param name="Verdict">Whether there is a way.</param>
/// <param name="Acts">How many acts it takes; null if there is no way or it is not settled.</param>
public sealed record ReachDistance(string Person, ReachVerdict Verdict, int? Acts);

/// <summary>The answer.</summary>
public sealed record ReachAnswer
{
    /// <summary>What was asked.</summary>
    public required ReachQuestion Question { get; init; }

    /// <summary>Names of those asked about.</summary>
    public required ImmutableArray<string> Who { get; init; }

    /// <summary>The name of the organ.</summary>
    public required string Organ { get; init; }

    /// <summary>True if it has one seat only.</summary>
    public bool IsOffice { get; init; }

    /// <summary>Whether it can be.</summary>
    public required ReachVerdict Verdict { get; init; }

    /// <summary>The acts, in order; empty if it holds already or there is no way.</summary>
    public ImmutableArray<ReachStep> Steps { get; init; } = [];

    /// <summary>True if no way has fewer acts.</summary>
    public bool IsShortest { get; init; }

    /// <summary>Why there is no way.</summary>
    public ImmutableArray<ClosedWay> Proof { get; init; } = [];

    /// <summary>Clauses on every way.</summary>
    public ImmutableArray<Evidence> ChokeClauses { get; init; } = [];

    /// <summary>Seats that those asked about must hold on every way, the one asked about excluded.</summary>
    public ImmutableArray<string> ChokeSeats { get; init; } = [];

    /// <summary>All smallest sets of clauses that close every way when taken away; empty if none was found.</summary>
    public ImmutableArray<ReachCut> Cuts { get; init; } = [];

    /// <summary>True if no smaller set of clauses closes every way and all of that size are listed.</summary>
    public bool CutsAreExact { get; init; }

    /// <summary>True if one person's own offices were enough to settle it; false if everybody's had to be looked at together.</summary>
    public required bool BySinglePerson { get; init; }

    /// <summary>States looked at.</summary>
    public required long States { get; init; }

    /// <summary>Clauses that may bear on the answer and were not looked at, with why it matters.</summary>
    public ImmutableArray<Evidence> NotRead { get; init; } = [];

    /// <summary>How near each person is, the nearest first; empty unless asked about anyone.</summary>
    public ImmutableArray<ReachDistance> Distances { get; init; } = [];
}
