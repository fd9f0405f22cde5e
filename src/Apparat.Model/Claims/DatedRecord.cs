using System.Collections.Immutable;

namespace Apparat.Model;

/// <summary>How sure a row of a record is.</summary>
public enum Confidence
{
    /// <summary>Disputed, reconstructed, or a recollection with a rival.</summary>
    Low,

    /// <summary>One consistent recollection of standard references.</summary>
    Medium,

    /// <summary>Read in a source, or agreed by all.</summary>
    High,
}

/// <summary>What stands behind a row: its note, who says so, how surely, and where it is written.</summary>
/// <param name="Note">A remark; empty if there is none.</param>
/// <param name="Sources">Keys of the bibliography, or names of sources as the row gives them.</param>
/// <param name="Confidence">How sure.</param>
/// <param name="Span">The row.</param>
public sealed record Grounds(string Note, ImmutableArray<string> Sources, Confidence Confidence, SourceSpan Span);

/// <summary>A row brought to bear on a claim.</summary>
/// <param name="When">Its day or days; null if it has none.</param>
/// <param name="Text">What it says, in a few words.</param>
/// <param name="Grounds">What stands behind it.</param>
public sealed record RecordedFact(Stretch? When, string Text, Grounds Grounds);

/// <summary>An office or body as a record knows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Single">Whether one person holds it at a time.</param>
/// <param name="Created">The day it came to be; null if not recorded.</param>
/// <param name="Covered">The days over which the record names every holder, so that who is not named did not hold it; null if there are none.</param>
/// <param name="ChosenBy">Who fills it; empty if not recorded.</param>
/// <param name="Grounds">What stands behind this.</param>
public sealed record OfficeEntry(
    string Name,
    bool Single,
    DateOnly? Created,
    Stretch? Covered,
    ImmutableArray<SubjectId> ChosenBy,
    Grounds Grounds
);

/// <summary>Somebody in an office.</summary>
/// <param name="Person">Who.</param>
/// <param name="Office">Where.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day out of it; null if the record does not see him leave.</param>
/// <param name="Grounds">What stands behind this.</param>
public sealed record Holding(PersonId Person, OrganId Office, DateOnly From, DateOnly? Until, Grounds Grounds)
{
    /// <summary>Where he is not seen to leave, the last day for which he is known to have been there.</summary>
    public DateOnly SeenUntil { get; init; } = DateOnly.MaxValue;

    /// <summary>The days of it, as far as they are known.</summary>
    public Stretch Days => new(From, Until is { } end ? (end > From ? end.AddDays(-1) : From) : SeenUntil);
}

/// <summary>When somebody was born and died.</summary>
/// <param name="Person">Who.</param>
/// <param name="Born">Day of birth; null if not recorded.</param>
/// <param name="Died">Day of death; null if not recorded.</param>
/// <param name="Grounds">What stands behind this.</param>
public sealed record Life(PersonId Person, DateOnly? Born, DateOnly? Died, Grounds Grounds);

/// <summary>What a row says of an act.</summary>
public enum Happened
{
    /// <summary>That it happened.</summary>
    Yes,

    /// <summary>That it did not.</summary>
    No,

    /// <summary>That it is in doubt.</summary>
    Doubtful,
}

/// <summary>Something done to somebody or something, as one row tells it. Rows of one id tell the same occasion, perhaps differently.</summary>
/// <param name="Id">The occasion.</param>
/// <param name="Act">What was done: expelled from, read to.</param>
/// <param name="Subjects">To whom or what.</param>
/// <param name="Place">From or to where; null if nowhere.</param>
/// <param name="By">By whom; empty if not recorded.</param>
/// <param name="When">The days it may have been.</param>
/// <param name="Happened">Whether the row says that it happened.</param>
/// <param name="Grounds">What stands behind this.</param>
public sealed record ActEntry(
    string Id,
    ActId Act,
    ImmutableArray<SubjectId> Subjects,
    SubjectId? Place,
    ImmutableArray<SubjectId> By,
    Stretch When,
    Happened Happened,
    Grounds Grounds
);

/// <summary>A number as one row gives it.</summary>
/// <param name="Count">Of what.</param>
/// <param name="Value">The number.</param>
/// <param name="When">Over which days.</param>
/// <param name="Grounds">What stands behind this.</param>
public sealed record CountEntry(CountId Count, double Value, Stretch When, Grounds Grounds);

/// <summary>A division.</summary>
/// <param name="Vote">The question.</param>
/// <param name="Day">The day.</param>
/// <param name="Body">Who voted.</param>
/// <param name="For">Votes for; null if not recorded.</param>
/// <param name="Against">Votes against; null if not recorded.</param>
/// <param name="Abstained">Abstentions; null if not recorded.</param>
/// <param name="Grounds">What stands behind this.</param>
public sealed record VoteEntry(VoteId Vote, DateOnly Day, string Body, int? For, int? Against, int? Abstained, Grounds Grounds);

/// <summary>An event.</summary>
/// <param name="Event">Its title.</param>
/// <param name="When">The days it may have been.</param>
/// <param name="Grounds">What stands behind this, its detail as the note.</param>
public sealed record EventEntry(EventId Event, Stretch When, Grounds Grounds);

/// <summary>What is recorded of a case, row by row with sources: what claims are held to. No run of the model ever sees it.</summary>
public sealed record DatedRecord
{
    /// <summary>The people it names.</summary>
    public ImmutableArray<string> People { get; init; } = [];

    /// <summary>The offices and bodies it names.</summary>
    public ImmutableArray<OfficeEntry> Offices { get; init; } = [];

    /// <summary>What else it speaks of: papers, groups, places.</summary>
    public ImmutableArray<string> Others { get; init; } = [];

    /// <summary>The kinds of acts it knows.</summary>
    public ImmutableArray<string> ActNames { get; init; } = [];

    /// <summary>What it counts.</summary>
    public ImmutableArray<string> CountNames { get; init; } = [];

    /// <summary>The questions it saw put to the vote.</summary>
    public ImmutableArray<string> VoteNames { get; init; } = [];

    /// <summary>The events it names.</summary>
    public ImmutableArray<string> EventNames { get; init; } = [];

    /// <summary>Who was where.</summary>
    public ImmutableArray<Holding> Holdings { get; init; } = [];

    /// <summary>Who lived when.</summary>
    public ImmutableArray<Life> Lives { get; init; } = [];

    /// <summary>What was done.</summary>
    public ImmutableArray<ActEntry> Acts { get; init; } = [];

    /// <summary>Numbers.</summary>
    public ImmutableArray<CountEntry> Counts { get; init; } = [];

    /// <summary>Divisions.</summary>
    public ImmutableArray<VoteEntry> Votes { get; init; } = [];

    /// <summary>Events.</summary>
    public ImmutableArray<EventEntry> Events { get; init; } = [];

    /// <summary>How many rows it has.</summary>
    public int Rows => Holdings.Length + Lives.Length + Acts.Length + Counts.Length + Votes.Length + Events.Length + Offices.Length;

    /// <summary>The name of anything it speaks of.</summary>
    public string Name(SubjectId subject) =>
        subject.Index < People.Length ? People[subject.Index]
        : subject.Index < People.Length + Offices.Length ? Offices[subject.Index - People.Length].Name
        : Others[subject.Index - People.Length - Offices.Length];

    /// <summary>A person as a subject.</summary>
    public static SubjectId Subject(PersonId person) => new(person.Index);

    /// <summary>An office as a subject.</summary>
    public SubjectId Subject(OrganId office) => new(People.Length + office.Index);

    /// <summary>The person a subject is; null if it is none.</summary>
    public PersonId? Person(SubjectId subject) => subject.Index < People.Length ? new PersonId(subject.Index) : null;

    /// <summary>The record as it stood on a day: without what came later, and open where something still went on.</summary>
    public DatedRecord AsOf(DateOnly day) =>
        this with
        {
            Offices =
            [
                .. Offices.Select(o =>
                    o with
                    {
                        Covered = o.Covered is { } c && c.From <= day ? new Stretch(c.From, c.Until < day ? c.Until : day) : null,
                    }
                ),
            ],
            Holdings =
            [
                .. Holdings
                    .Where(h => h.From <= day)
                    .Select(h => h.Until is { } end && end <= day ? h : h with { Until = null, SeenUntil = day }),
            ],
            Lives = [.. Lives.Where(l => !(l.Born > day)).Select(l => l.Died > day ? l with { Died = null } : l)],
            Acts = [.. Acts.Where(a => a.When.From <= day)],
            Counts = [.. Counts.Where(c => c.When.Until <= day)],
            Votes = [.. Votes.Where(v => v.Day <= day)],
            Events = [.. Events.Where(e => e.When.From <= day)],
        };
}
