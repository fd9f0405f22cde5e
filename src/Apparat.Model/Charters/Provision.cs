using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Model;

/// <summary>Anything a scenario file can say, one record a word; its constructor's parameters are the slots of its sentence.</summary>
public abstract record Word
{
    /// <summary>The model parameters that belong to this word.</summary>
    public virtual IEnumerable<Parameter> Parameters =>
        GetType()
            .GetProperties()
            .Where(p => p.PropertyType == typeof(Parameter) && p.GetIndexParameters().Length == 0)
            .Select(p => (Parameter)p.GetValue(this)!);
}

/// <summary>What a provision is replaced by when it does not decide: never nothing, always a named arrangement.</summary>
/// <param name="Name">In the reader's words, for example "open nominations".</param>
/// <param name="Rule">The rule that then decides; null if the provision then simply has no effect.</param>
public sealed record Reference(string Name, Rule? Rule = null);

/// <summary>A rule or one of its tails: the smallest piece of law that can be struck, amended or credited.</summary>
public abstract record Provision : Word
{
    /// <summary>Part of its uses, in [0,1], in which it really decides; 0 means struck.</summary>
    public Parameter Share { get; init; } = Parameter.One;

    /// <summary>What decides instead, at least two; the first is the default unless the clause says <c>otherwise</c>.</summary>
    public abstract ImmutableArray<Reference> References { get; }

    /// <summary>What the clause itself names as its reference; null to take the word's own.</summary>
    public Reference? Otherwise { get; init; }

    /// <summary>References in the order they apply: the clause's own first.</summary>
    public ImmutableArray<Reference> Alternatives => Otherwise is { } own ? [own, .. References] : References;
}

/// <summary>A refinement of a rule that can be struck alone: a majority, a slate, a consent, a secret ballot.</summary>
public abstract record Tail : Provision
{
    /// <summary>The holds this tail adds to those of its head.</summary>
    public virtual IEnumerable<Influence> InfluencesOn(Rule head) => [];

    /// <summary>The organ whose members alone may be chosen under this tail; null if it bounds nobody.</summary>
    public virtual OrganId? OnlyFrom => null;

    /// <summary>The organ whose next meeting ends what the head gave; null if this tail ends nothing.</summary>
    public virtual OrganId? Ends => null;

    /// <summary>The most seats one use of the head may fill; null if this tail caps nothing.</summary>
    public virtual int? Cap => null;

    /// <summary>How many days before a meeting the matter must be known; null if this tail asks for no notice.</summary>
    public virtual int? NoticeDays => null;

    /// <summary>True if it says what decides when the votes are even.</summary>
    public virtual bool SettlesTies => false;

    /// <summary>True if it has a lot decide between persons with equal votes; otherwise neither is elected.</summary>
    public virtual bool DrawsLots => false;

    /// <summary>How ballot papers that fill several seats together are counted; null where each seat is voted on by itself.</summary>
    public virtual ElectionCount? CountsBy => null;

    /// <summary>True if it says what a body's silence means.</summary>
    public virtual bool SettlesSilence => false;

    /// <summary>What a consent is taken to be that is not given within some days; null if this tail says nothing of it.</summary>
    public virtual (bool Granted, int Days)? OnSilence => null;

    /// <summary>By what decision of <see cref="Ends"/> whoever was chosen stays beyond its next meeting; null if nothing keeps him.</summary>
    public virtual Decision? Keeping => null;

    /// <summary>What this tail lays down about its head beside holds.</summary>
    public virtual IEnumerable<Norm> NormsOn(Rule head) => [];

    /// <summary>The decision as this tail shapes it: its majority, its secrecy.</summary>
    public virtual Decision Shape(Decision decision) => decision;

    /// <summary>The person this tail puts on the list for a seat, or nobody if it names none.</summary>
    public virtual PersonId Names(Ballot ballot, Seat seat) => PersonId.None;

    /// <summary>Whether this tail lets a chosen person take the seat.</summary>
    public virtual bool Lets(Ballot ballot, Seat seat, PersonId chosen) => true;
}

/// <summary>A sentence of the charter with a meaning: a head and its tails.</summary>
public abstract record Rule : Provision
{
    /// <summary>Its tails, in canonical order.</summary>
    public ImmutableArray<Tail> Tails { get; init; } = [];

    /// <summary>The tail of a kind; null if the sentence has none. Asked within turns, so it allocates nothing.</summary>
    public TTail? TailOf<TTail>()
        where TTail : Tail
    {
        foreach (var tail in Tails)
        {
            if (tail is TTail found)
                return found;
        }
        return null;
    }

    /// <summary>The holds it gives, those of its tails excluded.</summary>
    public abstract IEnumerable<Influence> Influences { get; }

    /// <summary>The holds it gives, those of its tails included.</summary>
    public IEnumerable<Influence> AllInfluences => Influences.Concat(Tails.SelectMany(t => t.InfluencesOn(this)));

    /// <summary>True if the charter says it must be done and not only that it may: by-laws write "must".</summary>
    public bool Duty { get; init; }

    /// <summary>What it lays down beside holds, those of its tails excluded.</summary>
    public virtual IEnumerable<Norm> Norms => [];

    /// <summary>What it lays down beside holds, those of its tails included.</summary>
    public IEnumerable<Norm> AllNorms => Norms.Concat(Tails.SelectMany(t => t.NormsOn(this)));

    /// <summary>
    /// The matters it speaks of: which seats it fills, what hold it gives on whom, which norms it lays down about what. A default of the law stands
    /// aside where the charter speaks of one of its matters.
    /// </summary>
    public virtual IEnumerable<(string Matter, OrganId? About)> Matters
    {
        get
        {
            var matters = Influences
                .Select(i => ($"{i.Hold}", (OrganId?)i.To))
                .Concat(Norms.Select(n => (n.GetType().Name, n.About)))
                .Distinct()
                .ToList();
            return matters.Count > 0 ? matters : [(GetType().Name, null)];
        }
    }

    /// <summary>The tail of a kind; null if there is none.</summary>
    public TTail? Tail<TTail>()
        where TTail : Tail => Tails.OfType<TTail>().FirstOrDefault();

    /// <summary>The decision of a body under this rule: by simple majority in the open unless a tail says otherwise.</summary>
    public Decision By(OrganId body)
    {
        var decision = new Decision(body, Majority.Simple, Open: true);
        foreach (var tail in Tails)
            decision = tail.Shape(decision);
        return decision;
    }
}

/// <summary>How the seats of an organ are filled.</summary>
public abstract record SelectionRule : Rule
{
    /// <summary>The organs whose seats it fills.</summary>
    public abstract ImmutableArray<OrganId> Fills { get; }

    /// <inheritdoc/>
    public override IEnumerable<(string Matter, OrganId? About)> Matters =>
        Fills.Select(f => (OnlyVacancies ? "Vacancy" : "Fill", (OrganId?)f));

    /// <summary>The organ that must meet before a seat can be filled; null if seats are filled as they fall vacant.</summary>
    public virtual OrganId? Electors => null;

    /// <summary>True if those sitting are asked to be kept, one by one, when a term ends; false if seats are simply filled anew.</summary>
    public virtual bool ConfirmsSitting => false;

    /// <summary>True if it only fills seats that fall vacant between renewals.</summary>
    public virtual bool OnlyVacancies => false;

    /// <summary>True if each member of the organ that fills chooses an equal part of the seats by himself, as leaders of delegations do.</summary>
    public virtual bool EachFillsAPart => false;

    /// <summary>The organ whose holders take a seat by holding theirs; null if seats are filled by choice.</summary>
    public virtual OrganId? ByVirtueOf => null;

    /// <summary>The organ whose members take a seat in their turn, without anybody's choice; null if there is no such line.</summary>
    public virtual OrganId? InLineFrom => null;

    /// <summary>
    /// Fills the open seats of the ballot: tails name first, the head chooses otherwise, seats that are counted together come last, and tails
    /// may refuse whoever was chosen.
    /// </summary>
    public virtual void Fill(Ballot ballot)
    {
        ElectionCount? together = null;
        for (var i = 0; i < ballot.Open.Length; i++)
        {
            var seat = ballot.Open[i];
            var chosen = PersonId.None;
            foreach (var tail in Tails)
            {
                if (chosen.IsNone)
                    chosen = tail.Names(ballot, seat);
            }
            if (chosen.IsNone && Electors is not null && CountOf(ballot, seat) is { } count)
            {
                together = count;
                ballot.PutTogether(seat);
                continue;
            }
            Install(ballot, seat, chosen.IsNone ? Choose(ballot, seat) : chosen);
        }
        if (together is null)
            return;
        while (ballot.NextElected(Electors!.Value, together, out var seat, out var winner))
            Install(ballot, seat, winner);
    }

    /// <summary>Has whoever was chosen take a seat, unless a tail refuses him; nobody leaves it empty.</summary>
    public void Install(Ballot ballot, Seat seat, PersonId chosen)
    {
        foreach (var tail in Tails)
        {
            if (!chosen.IsNone && !tail.Lets(ballot, seat, chosen))
                chosen = PersonId.None;
        }
        ballot.Take(seat, chosen);
    }

    private ElectionCount? CountOf(Ballot ballot, Seat seat)
    {
        foreach (var tail in Tails)
        {
            if (tail.CountsBy is { } count && ballot.Decides(tail, seat))
                return count;
        }
        return null;
    }

    /// <summary>The head's own choice for a seat that no tail named anyone for; nobody leaves it empty.</summary>
    protected virtual PersonId Choose(Ballot ballot, Seat seat) => PersonId.None;
}

/// <summary>Something an organ may do to others.</summary>
public abstract record Power : Rule
{
    /// <summary>Who holds it.</summary>
    public abstract OrganId Holder { get; }

    /// <summary>The organ to which it can add seats; null if it changes the size of none.</summary>
    public virtual OrganId? Resizes => null;

    /// <summary>What may be put forward this month.</summary>
    public virtual void Offer(Situation now, MoveList moves) { }

    /// <summary>What it does if carried; also run dry, to see what is at stake.</summary>
    public virtual void Do(in Move move, WorldEdit edit) { }

    /// <summary>True if it must be decided this month, whoever cares to raise it (a document that was delivered).</summary>
    public virtual bool IsDue(Situation now) => false;

    /// <summary>What happens when it was due and nothing was carried, or when it is struck.</summary>
    public virtual void Default(Situation now, WorldEdit edit) { }

    /// <summary>True if it may be raised at every meeting of its holder besides what is contentious (how many are to be elected).</summary>
    public virtual bool IsRegular(Situation now) => false;

    /// <summary>True if its parameters leave nothing to do: then it is as if it were not there.</summary>
    public virtual bool IsIdle(Situation now) => false;

    /// <summary>True if it weighs on votes: see <see cref="Leans"/>.</summary>
    public virtual bool WeighsOnVotes => false;

    /// <summary>Log-odds that it adds to every vote for a motion.</summary>
    public virtual double Leans(Situation now, in Move move) => 0;

    /// <summary>The decision by which its holder must agree to whoever is chosen for a seat of an organ; null if it need not.</summary>
    public virtual Decision? Confirming(OrganId organ) => null;

    /// <summary>True if its holder decides which motions are put in the bodies it controls.</summary>
    public virtual bool PutsMotions => false;

    /// <summary>How soon after a petition for it there must be a vote; null if it waits for the next meeting.</summary>
    public virtual Period? VoteWithin => null;

    /// <summary>The organ whose part its holder takes while nobody there can act; null if it stands in for none.</summary>
    public virtual OrganId? StandsInFor => null;

    /// <summary>The probability in [0,1] that its holder puts off a meeting that is due for a month, after some months of waiting.</summary>
    public virtual double PutsOff(Situation now, OrganId meeting, double waited) => 0;

    /// <summary>Done month by month without a motion, by the head of the holder: dismissals, transfers.</summary>
    public virtual void Routine(Routine routine) { }
}

/// <summary>A bound on who may hold, vote or be chosen.</summary>
public abstract record Limit : Rule
{
    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <summary>Whether it says anything about taking a seat of an organ; it is not asked about others.</summary>
    public virtual bool Concerns(OrganId organ) => true;

    /// <summary>Whether a person may take a seat of an organ.</summary>
    public virtual bool Allows(WorldView now, PersonId person, OrganId organ) => true;

    /// <summary>The organ whose seat a person gives up by taking one in another; null if he keeps all he has.</summary>
    public virtual OrganId? GivesUp(WorldView now, PersonId person, OrganId taking) => null;

    /// <summary>The organs of which it must be known who has served there and for how many terms; the engine remembers no others.</summary>
    public virtual IEnumerable<OrganId> LooksBackAt => [];

    /// <summary>Whether a person who sits in an organ may stand again when the term ends.</summary>
    public virtual bool Stays(WorldView now, PersonId person, OrganId organ) => true;

    /// <summary>Whether the members of an organ vote in it.</summary>
    public virtual bool Votes(OrganId organ) => true;
}
