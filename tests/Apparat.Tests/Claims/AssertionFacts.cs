using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Vocabulary;
using CsCheck;

namespace Apparat.Tests;

/// <summary>What assertions make of rows, on records made by hand.</summary>
public sealed class AssertionFacts
{
    private static readonly PersonId Anna = new(0);
    private static readonly PersonId Bert = new(1);
    private static readonly OrganId Chair = new(0);
    private static readonly OrganId Board = new(1);
    private static readonly DateOnly First = new(1920, 1, 1);

    [Fact]
    public void A_record_without_rows_decides_nothing()
    {
        Assertion[] all =
        [
            new Held(Anna, Chair),
            new Took(Anna, Chair),
            new Left(Anna, Chair),
            new Existed(Chair),
            new Chooses(new SubjectId(0), Chair),
            new Underwent([new SubjectId(0)], new ActId(0)),
            new Died([Anna]),
            new Counted(new CountId(0), Compared.AtLeast, 1),
            new PartOf(new CountId(0), Compared.AtMost, new Quantity(1, 2), new CountId(1)),
            new Carried(new VoteId(0)),
            new TookPlace(new EventId(0)),
        ];

        Assert.All(all, a => Assert.Equal(Truth.Unknown, a.Judge(Record()).Truth));
        Assert.Equal(StandardLexicon.Instance.Of<Assertion>().Select(e => e.Type).Distinct().Count(), all.Length);
    }

    [Fact]
    public void Silence_contradicts_only_where_every_holder_is_recorded()
    {
        var open = Record(Hold(Bert, Board, 10, 20));
        var closed = open with { Offices = [open.Offices[0], open.Offices[1] with { Covered = Days(0, 100) }] };

        Assert.Equal(Truth.Unknown, new Held(Anna, Board, In(30, 40)).Judge(open).Truth);
        Assert.Equal(Truth.Fails, new Held(Anna, Board, In(30, 40)).Judge(closed).Truth);
        Assert.Equal(Truth.Unknown, new Held(Anna, Board, In(90, 110)).Judge(closed).Truth);
    }

    [Fact]
    public void Whoever_else_holds_an_office_of_one_contradicts_and_in_a_body_of_many_does_not()
    {
        var record = Record(Hold(Bert, Chair, 10, 20), Hold(Bert, Board, 10, 20));

        Assert.Equal(Truth.Fails, new Held(Anna, Chair, In(12, 15)).Judge(record).Truth);
        Assert.Contains("Bert", new Held(Anna, Chair, In(12, 15)).Judge(record).Against.Single().Text, StringComparison.Ordinal);
        Assert.Equal(Truth.Unknown, new Held(Anna, Board, In(12, 15)).Judge(record).Truth);
        Assert.Equal(Truth.Unknown, new Held(Anna, Chair, In(15, 25)).Judge(record).Truth);
    }

    [Fact]
    public void Rows_of_low_confidence_alone_settle_nothing()
    {
        var low = Record(Hold(Anna, Chair, 10, 20, Confidence.Low));
        var both = Record(Hold(Anna, Chair, 10, 20, Confidence.Low), Hold(Anna, Chair, 12, 20, Confidence.Medium));

        Assert.Equal(Truth.Disputed, new Held(Anna, Chair, In(15, 15)).Judge(low).Truth);
        Assert.Equal(Truth.Holds, new Held(Anna, Chair, In(15, 15)).Judge(both).Truth);
    }

    [Fact]
    public void Rows_that_tell_one_occasion_differently_are_both_shown()
    {
        ActEntry Row(string id, int day, Happened happened) =>
            new(id, new ActId(0), [new SubjectId(0)], null, [], Days(day, day), happened, Grounds());
        var record = Record() with { Acts = [Row("a", 5, Happened.Yes), Row("a", 9, Happened.Yes), Row("b", 50, Happened.Yes)] };
        Judgement Asked(int from, int until) => new Underwent([new SubjectId(0)], new ActId(0), Days: In(from, until)).Judge(record);

        Assert.Equal(Truth.Holds, Asked(5, 9).Truth);
        Assert.Equal(Truth.Disputed, Asked(4, 6).Truth);
        Assert.Equal(Truth.Holds, Asked(50, 50).Truth);
        Assert.Equal(Truth.Fails, Asked(60, 70).Truth);
    }

    [Fact]
    public void Done_by_others_is_not_done_by_him()
    {
        var row = new ActEntry("a", new ActId(0), [new SubjectId(0)], null, [new SubjectId(3)], Days(5, 5), Happened.Yes, Grounds());
        var record = Record() with { Acts = [row] };

        Assert.Equal(Truth.Holds, new Underwent([new SubjectId(0)], new ActId(0), Agent: new SubjectId(3)).Judge(record).Truth);
        Assert.Equal(Truth.Fails, new Underwent([new SubjectId(0)], new ActId(0), Agent: new SubjectId(1)).Judge(record).Truth);
    }

    [Fact]
    public void Held_is_what_a_walk_over_the_days_says_where_all_holders_are_recorded() =>
        Gen.Select(Gen.Select(Gen.Int[0, 60], Gen.Int[1, 30]).Array[0, 3], Gen.Int[0, 80], Gen.Int[0, 20], Gen.Bool)
            .Sample(
                (spells, from, length, whole) =>
                {
                    var record = Record([.. spells.Select(s => Hold(Anna, Board, s.Item1, s.Item1 + s.Item2))]);
                    record = record with { Offices = [record.Offices[0], record.Offices[1] with { Covered = Days(0, 200) }] };
                    bool Sat(int day) => spells.Any(s => s.Item1 <= day && day < s.Item1 + s.Item2);
                    var days = Enumerable.Range(from, length + 1);
                    var truth = whole ? days.All(Sat) : days.Any(Sat);
                    var asked = whole
                        ? new Days(DaysWord.FromTo, Days(from, from), Days(from + length, from + length))
                        : In(from, from + length);

                    var found = new Held(Anna, Board, asked).Judge(record);

                    return found.Truth == (truth ? Truth.Holds : Truth.Fails) && found.Denied.Denied == found;
                },
                iter: 3_000
            );

    [Fact]
    public void What_implies_another_never_holds_without_it() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[1, 30], Gen.Int[0, 80], Gen.Int[0, 20], Gen.Int[0, 80], Gen.Int[0, 20])
            .Sample(
                (start, lasts, from, length, other, wide) =>
                {
                    var record = Record(Hold(Anna, Board, start, start + lasts));
                    record = record with { Offices = [record.Offices[0], record.Offices[1] with { Covered = Days(-100, 300) }] };
                    Assertion[] said = [new Held(Anna, Board, In(from, from + length)), new Took(Anna, Board, In(from, from + length))];
                    Assertion[] then = [new Held(Anna, Board, In(other, other + wide)), new Took(Anna, Board, In(other, other + wide))];
                    return said.All(a =>
                        then.All(b => !a.Implies(b) || a.Judge(record).Truth != Truth.Holds || b.Judge(record).Truth == Truth.Holds)
                    );
                },
                iter: 3_000
            );

    [Fact]
    public void An_act_whose_doer_is_not_recorded_leaves_open_who_did_it()
    {
        var row = new ActEntry("a", new ActId(0), [new SubjectId(0)], null, [], Days(5, 5), Happened.Yes, Grounds());
        var record = Record() with { Acts = [row] };

        Assert.Equal(Truth.Unknown, new Underwent([new SubjectId(0)], new ActId(0), Agent: new SubjectId(1)).Judge(record).Truth);
    }

    [Fact]
    public void Numbers_are_compared_with_those_of_their_own_name_and_days()
    {
        var (a, b) = (new CountId(0), new CountId(1));
        var record = Record() with { Counts = [Count(a, 20, 5), Count(b, 30, 5), Count(a, 7, 50), Count(b, 7, 90)] };

        Assert.Equal(Truth.Holds, new Counted(a, Compared.AtLeast, 20, In(5, 5)).Judge(record).Truth);
        Assert.Equal(Truth.Fails, new Counted(a, Compared.AtLeast, 20, In(50, 50)).Judge(record).Truth);
        Assert.Equal(Truth.Unknown, new Counted(a, Compared.AtLeast, 20, In(90, 90)).Judge(record).Truth);

        Assert.Equal(Truth.Fails, new PartOf(a, Compared.AtMost, new Quantity(1, 2), b, In(5, 5)).Judge(record).Truth);
        Assert.Equal(Truth.Holds, new PartOf(a, Compared.AtMost, new Quantity(2, 3), b, In(5, 5)).Judge(record).Truth);
        Assert.Equal(Truth.Unknown, new PartOf(a, Compared.AtMost, new Quantity(1, 2), b, In(50, 50)).Judge(record).Truth);
        Assert.Equal(Truth.Unknown, new PartOf(a, Compared.AtMost, new Quantity(1, 2), b, In(90, 90)).Judge(record).Truth);
    }

    [Fact]
    public void What_is_said_of_one_person_or_office_implies_nothing_of_another()
    {
        var said = new Held(Anna, Board, In(1, 9));

        Assert.True(said.Implies(said));
        Assert.False(said.Implies(said with { Person = Bert }));
        Assert.False(said.Implies(said with { Office = Chair }));
        Assert.False(said.Implies(new Took(Anna, Board, In(1, 9))));
    }

    private static CountEntry Count(CountId count, int value, int day) => new(count, value, Days(day, day), Grounds());

    private static DatedRecord Record(params Holding[] holdings) =>
        new()
        {
            People = ["Anna", "Bert"],
            Offices = [new("Chair", Single: true, null, null, [], Grounds()), new("Board", Single: false, null, null, [], Grounds())],
            ActNames = ["expelled"],
            CountNames = ["a", "b"],
            VoteNames = ["v"],
            EventNames = ["e"],
            Holdings = [.. holdings],
        };

    private static Holding Hold(PersonId who, OrganId where, int from, int until, Confidence confidence = Confidence.High) =>
        new(who, where, First.AddDays(from), First.AddDays(until), Grounds(confidence));

    private static Grounds Grounds(Confidence confidence = Confidence.High) => new("", ["a source"], confidence, SourceSpan.Nowhere);

    private static Stretch Days(int from, int until) => new(First.AddDays(from), First.AddDays(until));

    private static Days In(int from, int until) => new(DaysWord.In, Days(from, until));
}
