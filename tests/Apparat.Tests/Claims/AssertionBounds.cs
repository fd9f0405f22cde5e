using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>What assertions make of numbers that are just equal and of days that are just the first or the last.</summary>
public sealed class AssertionBounds
{
    private static readonly PersonId Anna = new(0);
    private static readonly OrganId Chair = new(0);
    private static readonly OrganId Board = new(1);
    private static readonly SubjectId AnnaHerself = new(0);
    private static readonly DateOnly First = new(1920, 1, 1);

    [Theory]
    [InlineData(Compared.AtLeast, false, true, true)]
    [InlineData(Compared.AtMost, true, true, false)]
    [InlineData(Compared.MoreThan, false, false, true)]
    public void A_number_is_compared_with_one_less_the_same_and_one_more(Compared compared, bool less, bool same, bool more)
    {
        var count = new CountId(0);
        var (a, b) = (new CountId(0), new CountId(1));
        foreach (var (value, holds) in new[] { (19, less), (20, same), (21, more) })
        {
            var record = Record() with { Counts = [Count(a, value), Count(b, 40)] };
            Assert.Equal(Judged(holds), new Counted(count, compared, 20, On(5)).Judge(record).Truth);
            Assert.Equal(Judged(holds), new PartOf(a, compared, new Quantity(1, 2), b, On(5)).Judge(record).Truth);
        }
        var nothing = Record() with { Counts = [Count(a, 5), Count(b, 0)] };
        Assert.Equal(Truth.Unknown, new PartOf(a, compared, new Quantity(1, 2), b, On(5)).Judge(nothing).Truth);
    }

    [Theory]
    [InlineData(6, 5, true)]
    [InlineData(5, 5, false)]
    [InlineData(5, 6, false)]
    public void A_motion_is_carried_by_more_votes_than_were_against_it(int yes, int no, bool carried)
    {
        var record = Record() with { Votes = [Vote(yes, no)] };
        Assert.Equal(Judged(carried), new Carried(new VoteId(0)).Judge(record).Truth);
        Assert.Equal(Judged(carried), new Carried(new VoteId(0), yes, no, On(5)).Judge(record).Truth);
        Assert.Equal(Truth.Fails, new Carried(new VoteId(0), yes + 1, no).Judge(record).Truth);
        Assert.Equal(Truth.Fails, new Carried(new VoteId(0), yes, no + 1).Judge(record).Truth);
        Assert.Equal(Truth.Unknown, new Carried(new VoteId(0), Days: On(6)).Judge(record).Truth);
        Assert.Equal(Truth.Unknown, new Carried(new VoteId(1)).Judge(record).Truth);
    }

    [Fact]
    public void Whoever_leaves_on_a_day_held_until_the_day_before_and_leaves_on_that_day()
    {
        var record = Record(new Holding(Anna, Board, First.AddDays(10), First.AddDays(20), Grounds()));
        record = record with { Offices = [record.Offices[0], record.Offices[1] with { Covered = Span(0, 100) }] };
        bool Holds(Assertion a) => a.Judge(record).Truth == Truth.Holds;

        Assert.Equal([false, true, true, false], new[] { 9, 10, 19, 20 }.Select(d => Holds(new Held(Anna, Board, On(d)))));
        Assert.Equal([false, true, false], new[] { 9, 10, 11 }.Select(d => Holds(new Took(Anna, Board, On(d)))));
        Assert.Equal([false, true, false], new[] { 19, 20, 21 }.Select(d => Holds(new Left(Anna, Board, On(d)))));
        Assert.False(Holds(new Left(Anna, Chair)));
        Assert.Equal(Truth.Unknown, new Left(Anna, Chair).Judge(record).Truth);
        Assert.Equal(Truth.Fails, new Left(Anna, Board, On(40)).Judge(record).Truth);
    }

    [Fact]
    public void An_office_exists_from_its_first_day_and_the_dead_died_on_theirs()
    {
        var record = Record() with { Lives = [new Life(Anna, null, First.AddDays(7), Grounds())] };
        record = record with { Offices = [record.Offices[0] with { Created = First.AddDays(5) }, record.Offices[1]] };

        Assert.Equal([Truth.Fails, Truth.Holds, Truth.Holds], new[] { 4, 5, 6 }.Select(d => new Existed(Chair, On(d)).Judge(record).Truth));
        Assert.Equal(Truth.Holds, new Existed(Chair).Judge(record).Truth);
        Assert.Equal([Truth.Fails, Truth.Holds, Truth.Fails], new[] { 6, 7, 8 }.Select(d => new Died([Anna], On(d)).Judge(record).Truth));
        Assert.True(new Died([Anna, new PersonId(1)], On(7)).Implies(new Died([Anna])));
        Assert.False(new Died([Anna], On(7)).Implies(new Died([Anna, new PersonId(1)])));
        Assert.True(new TookPlace(new EventId(1), On(7)).Implies(new TookPlace(new EventId(1))));
        Assert.False(new TookPlace(new EventId(1), On(7)).Implies(new TookPlace(new EventId(2))));
    }

    [Fact]
    public void What_was_done_somewhere_by_somebody_implies_that_it_was_done_and_not_the_reverse()
    {
        var (act, place, agent) = (new ActId(0), new SubjectId(2), new SubjectId(3));
        var whole = new Underwent([AnnaHerself, new SubjectId(1)], act, place, agent, On(5));
        Assert.True(whole.Implies(whole));
        Assert.True(whole.Implies(new Underwent([AnnaHerself], act)));
        Assert.False(whole.Implies(whole with { Act = new ActId(1) }));
        Assert.False(whole.Implies(whole with { Place = new SubjectId(4) }));
        Assert.False(whole.Implies(whole with { Agent = new SubjectId(4) }));
        Assert.False(whole.Implies(whole with { Days = On(6) }));
        Assert.False(new Underwent([AnnaHerself], act).Implies(whole));
        Assert.False((whole with { Place = null }).Implies(whole));
    }

    [Fact]
    public void An_act_that_is_doubtful_is_disputed_and_one_known_not_to_have_happened_fails()
    {
        Truth Of(params Happened[] rows) =>
            new Underwent([AnnaHerself], new ActId(0), Days: On(5))
                .Judge(
                    Record() with
                    {
                        Acts = [.. rows.Select(h => new ActEntry("a", new ActId(0), [AnnaHerself], null, [], Span(5, 5), h, Grounds()))],
                    }
                )
                .Truth;
        Assert.Equal(Truth.Holds, Of(Happened.Yes));
        Assert.Equal(Truth.Fails, Of(Happened.No));
        Assert.Equal(Truth.Disputed, Of(Happened.Doubtful));
        Assert.Equal(Truth.Disputed, Of(Happened.Yes, Happened.No));
        Assert.Equal(Truth.Disputed, Of(Happened.Yes, Happened.Doubtful));
        var elsewhere = new ActEntry("a", new ActId(0), [AnnaHerself], new SubjectId(2), [], Span(5, 5), Happened.Yes, Grounds());
        var record = Record() with { Acts = [elsewhere] };
        Assert.Equal(Truth.Holds, new Underwent([AnnaHerself], new ActId(0), new SubjectId(2)).Judge(record).Truth);
        Assert.Equal(Truth.Unknown, new Underwent([AnnaHerself], new ActId(0), new SubjectId(1)).Judge(record).Truth);
        Assert.Equal(Truth.Unknown, new Underwent([new SubjectId(1)], new ActId(0)).Judge(record).Truth);
    }

    private static Truth Judged(bool holds) => holds ? Truth.Holds : Truth.Fails;

    private static CountEntry Count(CountId count, int value) => new(count, value, Span(5, 5), Grounds());

    private static VoteEntry Vote(int yes, int no) => new(new VoteId(0), First.AddDays(5), "Board", yes, no, null, Grounds());

    private static DatedRecord Record(params Holding[] holdings) =>
        new()
        {
            People = ["Anna", "Bert"],
            Offices = [new("Chair", Single: true, null, null, [], Grounds()), new("Board", Single: false, null, null, [], Grounds())],
            ActNames = ["expelled", "exiled"],
            CountNames = ["a", "b"],
            VoteNames = ["v", "w"],
            EventNames = ["e"],
            Holdings = [.. holdings],
        };

    private static Grounds Grounds() => new("", ["a source"], Confidence.High, SourceSpan.Nowhere);

    private static Stretch Span(int from, int until) => new(First.AddDays(from), First.AddDays(until));

    private static Days On(int day) => new(DaysWord.In, Span(day, day));
}
