using System.Collections.Immutable;

namespace Apparat.Model;

/// <summary>
/// What a provision lays down beside holds: a quorum, a notice, a term, a route to the ballot. Words state their norms so that
/// lint rules can read them without knowing any word.
/// </summary>
/// <param name="About">The organ it is about; null if it is about the charter as a whole. Two norms of one kind about one organ speak of one matter.</param>
public abstract record Norm(OrganId? About);

/// <summary>A body can act only if so many are there.</summary>
/// <param name="Body">The body that meets.</param>
/// <param name="Least">How many must be there.</param>
/// <param name="Of">Of which body they are members.</param>
/// <param name="Adjourned">True if this holds for a meeting called again after one that failed.</param>
public sealed record QuorumNorm(OrganId Body, Quantity Least, OrganId Of, bool Adjourned) : Norm(Body);

/// <summary>A route to the ballot.</summary>
/// <param name="By">Who nominates: the whole body or, if <paramref name="Together"/> is given, that many of it.</param>
/// <param name="To">The body whose seats are stood for.</param>
/// <param name="Together">How many must act together; null if the body acts as one.</param>
/// <param name="NamesASeat">The least number of names for each seat; null if not said.</param>
/// <param name="DaysBefore">The last day for it, in days before the election; null if not said.</param>
public sealed record NominationNorm(OrganId By, OrganId To, Quantity? Together, int? NamesASeat, int? DaysBefore) : Norm(To);

/// <summary>How often the same person may serve.</summary>
/// <param name="Organ">Where.</param>
/// <param name="Terms">The most terms.</param>
/// <param name="InAll">True if terms are counted over a lifetime; false for terms in a row.</param>
/// <param name="Wait">How long to wait before serving again; null if not said.</param>
public sealed record TermLimitNorm(OrganId Organ, int Terms, bool InAll, Period? Wait) : Norm(Organ);

/// <summary>Part of a body retires at each meeting of another.</summary>
/// <param name="Portion">How many of which body.</param>
/// <param name="Meeting">The meeting.</param>
public sealed record RotationNorm(Portion Portion, OrganId Meeting) : Norm(Portion.Of)
{
    /// <summary>The tail by which those longest in their seats go first; null where the lot alone decides.</summary>
    public Tail? Order { get; init; }
}

/// <summary>Who counts as a voter only after some time.</summary>
/// <param name="Members">The body of members.</param>
/// <param name="Wait">How long one must have been a member to vote.</param>
public sealed record WaitingNorm(OrganId Members, Period Wait) : Norm(Members);

/// <summary>Who decides who becomes a member.</summary>
public sealed record AdmissionNorm(OrganId By, OrganId Members) : Norm(Members);

/// <summary>What it costs to become a member.</summary>
/// <param name="Members">The body of members.</param>
/// <param name="Amount">For each, in the charter's own money.</param>
public sealed record FeeNorm(OrganId Members, int Amount) : Norm(Members);

/// <summary>Who keeps the list of those who may vote.</summary>
public sealed record RollNorm(OrganId By, OrganId Members) : Norm(Members);

/// <summary>Who counts the votes.</summary>
/// <param name="By">The tellers.</param>
/// <param name="To">The body whose seats are voted on.</param>
public sealed record CountNorm(OrganId By, OrganId To) : Norm(To);

/// <summary>Who calls the meetings of a body.</summary>
/// <param name="By">Who calls.</param>
/// <param name="Meeting">The body called.</param>
/// <param name="AtMostApart">The longest time between two meetings; null if not said.</param>
/// <param name="Duty">True if it must be done.</param>
public sealed record CallNorm(OrganId By, OrganId Meeting, Period? AtMostApart, bool Duty) : Norm(Meeting);

/// <summary>Members who may act without the body that usually does.</summary>
/// <param name="Who">How many of which body.</param>
/// <param name="On">The organ it is about.</param>
/// <param name="InDefaultOf">Who has to have failed to act before; null if nobody.</param>
public sealed record InitiativeNorm(Portion Who, OrganId On, OrganId? InDefaultOf) : Norm(On)
{
    /// <summary>How long whoever is in default has to act; null if nobody is waited for.</summary>
    public Period? Within { get; init; }

    /// <summary>How often a contender who would gain by it starts one.</summary>
    public required Parameter Readiness { get; init; }
}

/// <summary>How a charter is changed.</summary>
/// <param name="By">Who decides.</param>
/// <param name="Majority">By what majority.</param>
/// <param name="Meetings">At how many meetings in a row.</param>
/// <param name="ConfirmedBy">Who must confirm afterwards; null if nobody.</param>
/// <param name="Clauses">The clauses concerned; empty for all.</param>
public sealed record AmendmentNorm(OrganId? By, Majority Majority, int Meetings, OrganId? ConfirmedBy, ImmutableArray<ClauseId> Clauses)
    : Norm(About: null)
{
    /// <summary>Who may object, so that it does not stand; null if nobody.</summary>
    public OrganId? Objector { get; init; }
}

/// <summary>Who may put an amendment forward.</summary>
/// <param name="By">A body; null if none.</param>
/// <param name="Together">Members who act together; null if none.</param>
public sealed record ProposalNorm(OrganId? By, Portion? Together) : Norm(About: null);

/// <summary>Votes may be cast for those absent.</summary>
/// <param name="Body">In which body.</param>
/// <param name="AtMost">The most proxies one person may hold; null if not said.</param>
/// <param name="Directed">True if they are cast as the absent say, and not as the holder likes.</param>
public sealed record ProxyNorm(OrganId Body, int? AtMost, bool Directed = false) : Norm(Body);

/// <summary>A cap on how many of a body may have something in common.</summary>
/// <param name="Body">The body.</param>
/// <param name="Most">The most of them.</param>
/// <param name="Attribute">What they share.</param>
public sealed record SharingNorm(OrganId Body, Quantity Most, AttributeId Attribute) : Norm(Body);

/// <summary>Whoever takes one seat must have, must have had, or must not have another.</summary>
/// <param name="Organ">The seat taken.</param>
/// <param name="Other">The other.</param>
/// <param name="Kind">Which of the three.</param>
public sealed record EligibilityNorm(OrganId Organ, OrganId Other, Eligibility Kind) : Norm(Organ);

/// <summary>How two seats bear on one another.</summary>
public enum Eligibility
{
    /// <summary>The other must be held.</summary>
    MustHold,

    /// <summary>The other must have been held.</summary>
    MustHaveHeld,

    /// <summary>The other may not be held.</summary>
    MayNotHold,
}

/// <summary>Only those who joined long enough ago may take a seat.</summary>
/// <param name="Organ">The seat taken.</param>
/// <param name="Years">How many years ago.</param>
public sealed record StandingNorm(OrganId Organ, int Years) : Norm(Organ);

/// <summary>Votes of a body that somebody holds.</summary>
/// <param name="Holder">Who casts them.</param>
/// <param name="Body">The body in which they are cast.</param>
/// <param name="Votes">How many of its votes, or what part of them.</param>
public sealed record HoldingNorm(OrganId Holder, OrganId Body, Quantity Votes) : Norm(Body)
{
    /// <summary>How many of so many votes these are; a part that is no whole number is rounded down.</summary>
    public int Of(int all) => (int)Math.Min(all, Votes.IsShare ? (long)all * Votes.Number / Votes.OutOf : Votes.Number);
}

/// <summary>Votes go by shares held, not by heads: so many votes may be those of fewer people.</summary>
/// <param name="Body">In which body.</param>
public sealed record SharesNorm(OrganId Body) : Norm(Body);

/// <summary>Those who stay away lose their seats.</summary>
/// <param name="Body">The body.</param>
/// <param name="Meetings">After how many meetings missed in a row.</param>
public sealed record AbsenceNorm(OrganId Body, int Meetings) : Norm(Body);

/// <summary>One organ acts in another's place.</summary>
/// <param name="By">Who acts.</param>
/// <param name="For">In whose place.</param>
/// <param name="Until">Who must confirm; null if nobody.</param>
public sealed record ActingNorm(OrganId By, OrganId For, OrganId? Until) : Norm(For);

/// <summary>Who breaks ties.</summary>
/// <param name="By">The office.</param>
/// <param name="Body">In which body.</param>
/// <param name="Votes">True if its holder also votes like the others.</param>
/// <param name="Besides">The tail that lets him; null if none does.</param>
public sealed record CastingVoteNorm(OrganId By, OrganId Body, bool Votes, Tail? Besides = null) : Norm(Body);

/// <summary>Who may stop, or pass over, what another decides.</summary>
/// <param name="By">Who.</param>
/// <param name="Over">Whose decisions.</param>
/// <param name="Overrides">True if it sets a veto aside; false if it vetoes.</param>
/// <param name="Majority">By what majority.</param>
public sealed record VetoNorm(OrganId By, OrganId Over, bool Overrides, Majority Majority) : Norm(Over);

/// <summary>Who hears appeals.</summary>
public sealed record AppealNorm(OrganId By, OrganId Against) : Norm(Against);
