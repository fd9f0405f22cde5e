using Apparat.Model;

namespace Apparat.Tests;

/// <summary>A small association: members who are counted elect a board every year, and others ask to join them.</summary>
internal static class Association
{
    /// <summary>The place of the members among its organs.</summary>
    public static readonly OrganId Members = new(0);

    /// <summary>The association with further clauses and with parameters at values; its members of so many and with such a turnout.</summary>
    public static Scenario With(
        string clauses = "",
        string members = "count: 100, turnout: 1",
        params (string Parameter, double Value)[] set
    ) =>
        set.Aggregate(
            Stage.Read(
                $$"""
                scenario: An association that others ask to join
                from: 2000-01-01
                until: 2005-12-31
                organs:
                  Members: {{{members}}, meets: yearly}
                  Board:   {seats: 9, each: Director, meets: monthly, term: until next Members, rank: 1, turnover: 0.1}
                  Chair:   {office of: Board}
                people:
                  A: {holds: [Board, Chair]}
                  B: {holds: Board}
                  C: {holds: Board}
                contenders: [A, B, C]
                cadres: 60
                issues:
                  Dues: 0
                branches: {number: 4, members: 25, ties: 0.4, leanings: {A: 0.1..0.2, B: 0.1..0.2, C: 0.1..0.2} }
                traits:
                  heads:  {prestige: {base: 0.2..0.8}, Dues: {base: -0.8..0.8} }
                  cadres: {prestige: {base: 0.02..0.15}, Dues: {base: -0.8..0.8} }
                clauses:
                  1: Members elect Board by majority
                  2: Board decides policy
                  3: Board elects Chair by majority, from Board
                  {{clauses.ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal)}}
                measures:
                  - patronage of each contender in Board
                  - formal rank of each contender
                  - following of each contender
                  - size of Members
                """
            ),
            (s, p) => s.Set(p.Parameter, p.Value)
        );
}
