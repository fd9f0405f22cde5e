using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>
/// The state of one run in flat arrays, owned by one worker and reset for every run. Nothing is allocated during a turn.
/// All changes go through <see cref="Editor"/>, so that trace, fingerprint and caches see every one of them.
/// </summary>
internal sealed partial class World
{
    /// <summary>Most seats one person can hold at a time.</summary>
    public const int SeatsAPerson = 8;

    /// <summary>The limit of a tenure that nothing ends: an empty seat's, a head's.</summary>
    public const double NoLimit = double.PositiveInfinity;

    /// <summary>The limit of a tenure that nothing has threatened yet.</summary>
    public const double LimitNotDrawn = -1;

    private readonly FirstDay _firstDay;

    public World(CompiledScenario compiled)
    {
        C = compiled;
        Heads = compiled.Heads.Length;
        var h = compiled.Heads.Length;
        Values = new double[compiled.Parameters.Count];
        ValuesNow = compiled.Scenario.Calendar.Step.ByMonths ? Values : new double[Values.Length];
        ShareNow = new double[compiled.Provisions.Length];
        FirstUse = new int[compiled.Provisions.Length];
        ActiveRule = new int[compiled.FirstRules.Length];
        Holder = new int[compiled.Seats];
        SeatSince = new int[compiled.Seats];
        Hazard = new double[compiled.Seats];
        Limit = new double[compiled.Seats];
        Worn = new bool[compiled.Organs.Length];
        Size = new int[compiled.Organs.Length];
        Standing = new Standing[compiled.Persons];
        Traits = new double[compiled.Persons * TraitTable.Count];
        Drawn = new bool[compiled.Persons];
        Loyalty = new double[compiled.Persons * h];
        LoyaltySince = new int[compiled.Persons * h];
        TiedTo = new uint[compiled.Persons];
        Hostility = new double[compiled.Persons * h];
        SeatsHeld = new int[compiled.Persons * SeatsAPerson];
        SeatCount = new int[compiled.Persons];
        Rank = new double[compiled.Persons];
        Vacant = new int[compiled.Organs.Length];
        Heard = new bool[Math.Max(1, compiled.Scenario.Documents.Length) * compiled.Organs.Length];
        Delivered = new bool[compiled.Scenario.Documents.Length];
        Settled = new bool[compiled.Scenario.Documents.Length];
        Knows = new uint[compiled.Persons];
        Policy = new double[compiled.Scenario.Issues.Length];
        FadeTable = new double[(compiled.Ticks.Length == 0 ? 0 : compiled.Ticks[^1]) + 2];
        Renewed = new bool[compiled.Organs.Length];
        TermEnded = new bool[compiled.Organs.Length];
        CalledTo = new bool[compiled.Organs.Length];
        ClassCount = new int[compiled.Organs.Length * 2 * (h + 1)];
        BranchMembers = new double[compiled.Scenario.Cast.Branches.Length];
        Leaning = new double[compiled.Scenario.Cast.Branches.Length * h];
        Following = new double[(compiled.Turns + 1) * Math.Max(1, h)];
        Threat = new double[compiled.Contenders * compiled.Contenders];
        Side = new sbyte[Math.Max(1, compiled.Contenders)];
        LastSide = new sbyte[Math.Max(1, compiled.Contenders)];
        Patron = new int[compiled.Persons];
        PatronAt = new int[compiled.Persons];
        Dependences = new Dependences(this);
        Editor = new Editor(this);
        Scene = new Scene(this);
        TieBook = new TieBook(this);
        Voters = new Voters(this);
        Sides = new Sides(this);
        Stakes = new Stakes(this);
        Papers = new Papers(this);
        Floor = new Floor(this);
        Candidates = new Candidates(this);
        Electorates = new Electorates(this);
        BallotBox = new BallotBox(this);
        Renewals = new Renewals(this);
        Contest = new Contest(this);
        HeadRoutine = new HeadRoutine(this);
        DryRun = new DryRun(this);
        Rulebook = new Rulebook(this);
        _firstDay = new FirstDay(this);
        BuildMechanisms();
    }

    public CompiledScenario C { get; }
    public Chance Chance { get; private set; }

    /// <summary>Counts every change of holders, ties and standings, so that what was worked out before one is not used after it.</summary>
    public int Version { get; set; }

    /// <summary>Counts changes of holders, standings, sizes and shares alone: what hangs on seats outlives a change of ties.</summary>
    public int Seating { get; set; }
    public int Turn { get; set; }

    /// <summary>Whether the turn has been played and is only looked at now.</summary>
    public bool TurnIsOver { get; set; }

    /// <summary>When the turn began, in the ticks by which ties fade.</summary>
    public int Tick { get; set; }

    /// <summary>The time part of every random address: the absolute month, or where turns are not months the number of their first day.</summary>
    public int Moment { get; set; }
    public DateOnly Today { get; set; }

    /// <summary>The parameters of the run as drawn, those given by the month by the month.</summary>
    public double[] Values { get; }

    /// <summary>The same as they hold for the length of this turn.</summary>
    public double[] ValuesNow { get; }
    public double[] ShareNow { get; }
    public int[] FirstUse { get; }
    public int[] ActiveRule { get; }
    public int[] Holder { get; }
    public int[] SeatSince { get; }
    public double[] Hazard { get; }
    public double[] Limit { get; }

    /// <summary>Organs from whose seats some head has removed in this run.</summary>
    public bool[] Worn { get; }
    public int[] Size { get; }
    public Standing[] Standing { get; }
    public double[] Traits { get; }
    public bool[] Drawn { get; }
    public double[] Loyalty { get; }
    public int[] LoyaltySince { get; }

    /// <summary>A bit a head to whom a person has any tie, himself included if he is one: most have none or one, and loops skip the others.</summary>
    public uint[] TiedTo { get; }
    public double[] Hostility { get; }
    public int[] SeatsHeld { get; }
    public int[] SeatCount { get; }

    /// <summary>The rank of each person, kept until he sits down or rises: see <see cref="RankOf(int)"/>.</summary>
    public double[] Rank { get; }

    /// <summary>Empty seats of each organ.</summary>
    public int[] Vacant { get; }
    public bool[] Heard { get; }
    public bool[] Delivered { get; }

    /// <summary>Documents whose custodian has decided who hears them.</summary>
    public bool[] Settled { get; }
    public uint[] Knows { get; }

    /// <summary>Whether anybody has heard of any document in this run.</summary>
    public bool AnyHeard { get; set; }
    public double[] Policy { get; }
    public double[] FadeTable { get; }
    public bool[] Renewed { get; }

    /// <summary>Terms that have ended and whose election has not been held yet.</summary>
    public bool[] TermEnded { get; }
    public bool[] CalledTo { get; }
    public int[] ClassCount { get; }
    public double[] BranchMembers { get; }
    public double[] Leaning { get; }
    public double[] Following { get; }
    public double[] Threat { get; }
    public sbyte[] Side { get; }
    public sbyte[] LastSide { get; }
    public int[] Patron { get; }
    public int[] PatronAt { get; }

    /// <summary>What share of the powers over each person lies with each head.</summary>
    public Dependences Dependences { get; }

    public Editor Editor { get; }
    public Scene Scene { get; }
    public TieBook TieBook { get; }

    /// <summary>A motion on the floor of a body: its voters, who stands where, what is at stake, how it goes.</summary>
    public Voters Voters { get; }
    public Sides Sides { get; }
    public Stakes Stakes { get; }
    public Papers Papers { get; }
    public Floor Floor { get; }

    /// <summary>A seat to be filled: who may take it, who elects, who wins; and what happens to those sitting when a term ends.</summary>
    public Candidates Candidates { get; }
    public Electorates Electorates { get; }
    public BallotBox BallotBox { get; }
    public Renewals Renewals { get; }
    public Contest Contest { get; }
    public HeadRoutine HeadRoutine { get; }
    public DryRun DryRun { get; }
    public Rulebook Rulebook { get; }

    /// <summary>A tie below this does not make a client.</summary>
    public double WeakestTie { get; private set; }

    // What each further seat adds to a person's rank, as a part of its value.
    private double _furtherSeats;

    public FingerprintBuilder Fingerprint;

    /// <summary>Where a told run writes; null in ensembles.</summary>
    public List<TraceEntry>? Trace { get; set; }

    public int Heads { get; }

    /// <summary>Puts everything back to the first day of a run.</summary>
    public void Reset(ulong seed, int run)
    {
        Chance = C.Scenario.Continued is { } shared ? new Chance(shared.Seed, (ulong)shared.Run) : new Chance(seed, (ulong)run);
        Version++;
        Seating++;
        Fingerprint = default;
        Turn = 0;
        Tick = 0;
        Moment = C.Scenario.Calendar.AddressOf(new Turn(0));
        Today = C.Scenario.Calendar.From;
        C.Parameters.DrawInto(Values, Chance);
        AccrueOver(C.MonthsATick);
        WeakestTie = Scene[C.Scenario.Constants.WeakestTie];
        _furtherSeats = 1 - Math.Clamp(Scene[C.Scenario.Constants.BestSeat], 0, 1);
        Array.Fill(FirstUse, int.MaxValue);
        Array.Copy(C.FirstRules, ActiveRule, ActiveRule.Length);
        SetShares();
        Array.Fill(Holder, -1);
        Array.Clear(Hazard);
        Array.Fill(Limit, NoLimit);
        Array.Clear(Worn);
        Array.Clear(SeatCount);
        Array.Clear(Rank);
        Array.Clear(Standing);
        Array.Clear(Drawn);
        Array.Clear(Loyalty);
        Array.Clear(LoyaltySince);
        Array.Clear(TiedTo);
        for (var h = 0; h < Heads; h++)
            TiedTo[C.Heads[h].Index] = 1u << h;
        Array.Clear(Hostility);
        Array.Clear(Heard);
        Array.Clear(Delivered);
        Array.Clear(Settled);
        Array.Clear(Knows);
        AnyHeard = false;
        Array.Clear(ClassCount);
        Array.Clear(Following);
        Array.Clear(Threat);
        Sides.ThreatsChanged();
        Array.Clear(Side);
        Array.Clear(LastSide);
        Array.Fill(PatronAt, -1);
        Dependences.Reset();
        Array.Clear(Renewed);
        Array.Clear(TermEnded);
        Array.Clear(CalledTo);
        for (var i = 0; i < Policy.Length; i++)
            Policy[i] = C.Scenario.Issues[i].Start;
        foreach (var organ in C.Organs)
        {
            Size[organ.Id.Index] = organ.Counted || !organ.Joins.IsEmpty ? organ.Seats : Math.Min(organ.Seats, C.SeatsOf(organ.Id.Index));
            Vacant[organ.Id.Index] = SeatsIn(organ.Id.Index);
        }
        TieBook.Reset();
        Electorates.Reset();
        Contest.Reset();
        Voters.Reset();
        ResetMechanisms();
        PrepareFading();
        _firstDay.Prepare();
        Papers.Reset();
        Rulebook.Reset();
    }

    /// <summary>From now on luck is that of another run: what was drawn before stays.</summary>
    public void Refresh(ulong seed, int run) => Chance = new Chance(seed, (ulong)run);

    /// <summary>Has the parameters hold for a turn of some months.</summary>
    public void AccrueOver(double months)
    {
        if (ValuesNow != Values)
            C.Parameters.Accrue(Values, months, ValuesNow);
    }

    private void PrepareFading()
    {
        var keep = 1.0;
        foreach (var bond in C.Bonds)
            keep *= 1 - Math.Clamp(bond.Fading(Scene), 0, 1);
        FadeTable[0] = 1;
        for (var t = 1; t < FadeTable.Length; t++)
            FadeTable[t] = FadeTable[t - 1] * keep;
    }
}
