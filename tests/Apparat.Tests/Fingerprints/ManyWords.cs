using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Two worlds in which many words are said at once, so that what they do to one another is played as well.</summary>
internal static class ManyWords
{
    private const string PartyClauses = """
        P1: Bureau confirms Locals by four fifths, granted if silent for 20 days
        P2: Secretary vetoes decisions of Committee
        P3: Bureau overrides Secretary by two thirds
        P4: Committee suspends Bureau by majority, for at most 5 months
        P5: "Congress enlarges Committee by majority, at most 3"
        P6: Secretary convenes Congress
        P7: Congress forbids factions
        P8: Committee condemns deviations
        P9: Bureau censures Bureau
        P10: Committee exiles the expelled
        P11: Bureau readmits those who recant
        P12: Secretary offers to resign to Committee, in secret
        P13: Secretary keeps the door of D
        P14: Editor stands in for Secretary
        P15: Secretary enrols members
        P16: Editor publishes for Locals
        P17: Secretary controls the files of Locals, Committee
        P18: Committee decides who hears the Paper
        P19: 3 Committee call a meeting of Congress
        P20: Committee votes within 40 days to remove Bureau by majority, on petition of 3 Committee
        P21: Bureau needs 2 years of standing
        P22: Committee needs 6 Committee
        P23: when adjourned, Committee needs whoever is present
        P24: Bureau breaks ties in Committee
        P25: Committee may not be held together with Locals
        P26: Bureau fills vacancies of Committee until next Congress, at most 2 at a time
        P27: Secretary serves at the pleasure of Committee
        """;

    private const string PartyEvents = """
        2000-03-20: D may add a postscript to the Paper
        2000-05-10: D falls ill
        2000-06-20: the Paper is delivered to Secretary
        2000-09-10: D dies
        2001-02-10: Committee has 18 seats
        2001-05-10: the enrolment of 3000 members
        2001-08-10: clause S5 reads Bureau appoints Locals
        2002-03-10: clause S6 is struck
        """;

    private const string Association = """
        scenario: An association of many words
        from: 2000-01-15
        until: 2003-03-31
        organs:
          Members:  {count: 90..110, turnout: 0.2..0.5, meets: half-yearly}
          Board:    {seats: 7, most: 12, turnout: 0.7, each: Director, term: 6 months, meets: monthly, turnover: 0.03, pool: [Hall], rank: 1}
          Chair:    {office of: Board, term: until next Board}
          Treasurer: {seats: 1, rank: 0.5, term: 5 months, turnover: 0.05, pool: [Board, Hall]}
          Council:  {seats: 9, most: 11, term: 1 year, meets: quarterly, turnout: 0.8, rank: 0.6, turnover: 0.02, pool: [Hall]}
          Hall:     {seats: 14, rank: 0.2, leads branches: yes, turnover: 0.04}
          Assembly: {of: [Board, Council], meets: every 2 months, rank: 0.6}
          Delegates: {counted: yes, seats: 37, meets: yearly}
        people:
          Alder: {holds: [Board, Chair], joined: 1996-02-29}
          Birch: {holds: [Board, Council], joined: 1998-02-01}
          Cedar: {holds: [Board, Treasurer], joined: 2000-01-01}
          Elm:   {holds: [Council]}
          Hazel: {holds: [Hall], joined: 1990-01-01}
        contenders: [Alder, Birch, Cedar]
        cadres: 70
        branches: {number: 14, members: 8, ties: 0.3, leanings: {Alder: 0.1..0.4, Birch: 0.1..0.3} }
        issues:
          Dues: 0.1
          House: -0.2
        ties:
          - {from: Hazel, to: Alder, strength: 0.6, source: declared}
          - {from: Elm, to: Birch, strength: 0.3..0.9, source: declared}
        traits:
          heads:  {prestige: {base: 0.2..0.8}, competence: {base: "normal(0, 0.4)"}, Dues: {base: -0.8..0.8}, House: {base: -0.5..0.5} }
          cadres: {prestige: {base: 0.05..0.2}, competence: {base: "normal(0, 0.4)"}, Dues: {base: -0.8..0.8} }
        priors: {nu: 2, delta: 0.03, petitioning: 0.3, tau: 0.4}
        record:
          covers: [Board, Chair, Council]
          source: declared
          seats:
            - {person: Alder, organ: Board, from: 2000-01-15, until: 2000-09-01, source: declared}
            - {person: Birch, organ: Board, from: 2000-01-15, source: declared}
            - {person: Cedar, organ: Board, from: 2000-01-15, until: 2000-05-31, source: declared}
            - {person: Cedar, organ: Board, from: 2000-07-01, source: declared}
            - {person: Elm, organ: Board, from: 2000-06-01, until: 2001-06-01, source: declared}
            - {person: Alder, organ: Chair, from: 2000-01-15, until: 2000-06-10, source: declared}
            - {person: Birch, organ: Chair, from: 2000-06-10, source: declared}
            - {person: Hazel, organ: Council, from: 2000-03-01, until: 2000-08-31, source: declared}
        clauses:
          1: "Members elect Board by single transferable vote, ties by lot"
          2: Board elects Chair by majority, from Board
          3: Council elects Treasurer by two thirds
          4: "Hall elect Council by majority, from the slate of Chair"
          5: "Chair appoints Hall with the consent of Council, refused if silent for 40 days"
          6: Hall choose Delegates by delegation
          7: "one third of Board retires at each Members, longest in office first"
          8: "each Director serves at most 2 consecutive terms, then waits 1 year"
          9: Treasurer must have held Board
          10: Council needs one half of Council
          11: when adjourned, Council needs 3 Council
          12: a Director absent from 2 meetings in a row leaves Board
          13: "Chair breaks ties in Board, besides voting"
          14: "Assembly dismisses Board by majority of all seats, with 20 days notice"
          15: Board decides policy by three fifths
          16: "10% of Members call a meeting of Members, if Board does not within 30 days"
          17: "Members vote within 60 days to remove Board by majority, on petition of 10% of Members"
          18: "Chair convenes Council, at most 5 months apart"
          19: Chair fills vacancies of Treasurer until next Council
          20: Hall step up to Council
          21: Treasurer sits in Council ex officio
          22: Council expels Board by three quarters
          23: Delegates enlarge Board
          24: Chair enrols members
          25: Treasurer stands in for Chair
        events:
          2000-04-10: Birch falls ill
          2000-08-10: Birch returns
          2001-02-10: Elm dies
        outcomes:
          chairs(X): X sits in Chair
          established(X): X is established in Board
          led(X): X or a follower of X sits in Chair
        measures:
          - patronage of each contender in Council
          - following of each contender
          - exposure of each contender to removal
          - responsibility of each contender for divisions
          - continuity of Board
          - position of each contender on issue 2
        """;

    /// <summary>The worlds, by name.</summary>
    public static IEnumerable<(string Name, Scenario World)> Worlds { get; } =
    [
        ("party", Party()),
        (
            "party, bargaining",
            Party().Also(new PromisedSeats(), new RenewedTenure(), new Apparat.Vocabulary.Service(), new MostFeared(), new GivingWay())
        ),
        ("party, otherwise minded", Party().Also(new JointFears(), new PoliciesByDistance(), new UltimateCoalition(), new ToTheMedian())),
        ("association", Stage.Read(Association)),
        (
            "association, otherwise minded",
            Stage.Read(Association).Also(new SummedPrestige(), new MinimalWinning(), new BoundedConfidence())
        ),
    ];

    private static Scenario Party() =>
        SmallParty.With(
            PartyClauses,
            PartyEvents,
            "- exposure of each contender to removal",
            ("nu", 1.5),
            ("petitioning", 0.2),
            ("leak", 0.1),
            ("ups", 0.3),
            ("read_part", 0.5),
            ("recanting", 0.3),
            ("resigning", 0.2),
            ("censure", 0.2),
            ("restraint", 0.5)
        );
}
