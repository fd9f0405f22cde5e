using Apparat.Model;

namespace Apparat.Tests;

/// <summary>What counts as a term of whoever came in the course of one.</summary>
public sealed class TermFacts
{
    // Terms of a year. Who comes in July of 2000 has served half a year and a day less by New Year.
    [Theory]
    [InlineData("at most 1 consecutive term", 11, false)]
    [InlineData("at most 1 consecutive term, over 6 months counts", 11, true)]
    [InlineData("at most 1 consecutive term, over 6 months counts", 7, true)]
    [InlineData("at most 1 consecutive term, over 6 months counts", 6, false)]
    [InlineData("at most 1 consecutive term, over 6 months counts", 0, false)]
    [InlineData("at most 1 term in all, over 6 months counts", 11, true)]
    [InlineData("at most 2 consecutive terms", 6, true)]
    public void A_term_begun_by_another_counts_if_it_is_long_enough(string limit, int cameIn, bool staysForAnother)
    {
        var w = MechanismFacts.FirstDay(
            Stage.Read(
                $$"""
                scenario: Terms begun by others
                from: 2000-01-01
                until: 2003-12-31
                organs:
                  Board: {seats: 3, each: Director, rank: 1, term: 12 months, turnover: 0}
                people:
                  A: {holds: Board}
                contenders: [A]
                cadres: 20
                clauses:
                  1: Board elects Board by majority
                  2: "each Director serves {{limit}}"
                """
            )
        );
        var seat = new Seat(new OrganId(0), 1);
        var person = new PersonId(w.Holder[1]);
        if (cameIn > 0)
        {
            Reach(cameIn);
            var newcomer = Enumerable.Range(w.C.People, w.C.Cadres).First(p => !w.Sits(p, 0));
            w.Editor.Vacate(seat);
            w.Editor.Place(person = new PersonId(newcomer), seat);
        }

        Reach(12);
        w.Service.EndTerm(0, 0);
        w.Service.BeginTerm(0);
        Assert.Equal(staysForAnother, w.Sits(person.Index, 0));

        // The term after it is a whole one.
        Reach(24);
        w.Service.EndTerm(0, 0);
        Assert.False(w.Sits(person.Index, 0));

        void Reach(int turn)
        {
            w.Turn = turn;
            w.Today = w.C.Scenario.Calendar.FirstDayOf(new Turn(turn));
        }
    }
}
