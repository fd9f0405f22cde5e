using System.Numerics;
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

    /// <summary>A tie below this does not make a client.</summary>
    public const double WeakestTie = 0.15;

    /// <summary>The limit of a tenure that nothing ends: an empty seat's, a head's.</summary>
    public const double NoLimit = double.PositiveInfinity;

    /// <summary>The limit of a tenure that nothing has threatened yet.</summary>
    public const double LimitNotDrawn = -1;

    private static readonly Purpose Threshold = Purpose.Of("tenure");
    private static readonly Purpose HolderLot = Purpose.Of("other holder");
    private static readonly Purpose QualityLot = Purpose.Of("other qualities");
    private static readonly Purpose TieDraw = Purpose.Of("first tie");
    private static readonly Purpose LeaningDraw = Purpose.Of("leaning");
    private static readonly Purpose HomeDraw = Purpose.Of("home branch");
    private static readonly Purpose FollowingDraw = Purpose.Of("first following");

    public World(CompiledScenario compiled)
    {
        C = compiled;
        Heads = compiled.Heads.Length;
        var h = compiled.Heads.Length;
        Values = new double[compiled.Parameters.Count];
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
        SitsIn = new ulong[compiled.Persons * compiled.MaskWords];
        Vacant = new int[compiled.Organs.Length];
        Heard = new bool[Math.Max(1, compiled.Scenario.Documents.Length) * compiled.Organs.Length];
        Delivered = new bool[compiled.Scenario.Documents.Length];
        Settled = new bool[compiled.Scenario.Documents.Length];
        Knows = new uint[compiled.Persons];
        Policy = new double[compiled.Scenario.Issues.Length];
        FadeTable = new double[compiled.Turns + 2];
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
        Dependence = new double[compiled.Organs.Length * Math.Max(1, h)];
        OneSeat = new double[Dependence.Length];
        DependenceUsed = new bool[compiled.Organs.Length];
        Editor = new Editor(this);
        Scene = new Scene(this);
        TieBook = new TieBook(this);
        Floor = new Floor(this);
        BallotBox = new BallotBox(this);
        Contest = new Contest(this);
        HeadRoutine = new HeadRoutine(this);
        DryRun = new DryRun(this);
        Rulebook = new Rulebook(this);
        BuildMechanisms();
    }

    public CompiledScenario C { get; }
    public Chance Chance { get; private set; }

    /// <summary>Counts every change of holders, ties and standings, so that what was worked out before one is not used after it.</summary>
    public int Version { get; set; }

    /// <summary>Counts changes of holders, standings, sizes and shares alone: what hangs on seats outlives a change of ties.</summary>
    public int Seating { get; set; }
    public int Turn { get; set; }
    public int Month { get; set; }
    public DateOnly Today { get; set; }

    public double[] Values { get; }
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

    /// <summary>A bit an organ in which a person holds a seat.</summary>
    public ulong[] SitsIn { get; }

    /// <summary>Empty seats of each organ.</summary>
    public int[] Vacant { get; }
    public bool[] Heard { get; }
    public bool[] Delivered { get; }

    /// <summary>Documents whose custodian has decided who hears them.</summary>
    public bool[] Settled { get; }
    public uint[] Knows { get; }
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
    public double[] Dependence { get; }
    public double[] OneSeat { get; }
    public bool[] DependenceUsed { get; }
    public bool DependenceStale { get; set; }

    public Editor Editor { get; }
    public Scene Scene { get; }
    public TieBook TieBook { get; }
    public Floor Floor { get; }
    public BallotBox BallotBox { get; }
    public Contest Contest { get; }
    public HeadRoutine HeadRoutine { get; }
    public DryRun DryRun { get; }
    public Rulebook Rulebook { get; }

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
        Month = C.Scenario.Calendar.AbsoluteMonth(new Turn(0));
        Today = C.Scenario.Calendar.From;
        C.Parameters.DrawInto(Values, Chance);
        Array.Fill(FirstUse, int.MaxValue);
        Array.Copy(C.FirstRules, ActiveRule, ActiveRule.Length);
        SetShares();
        Array.Fill(Holder, -1);
        Array.Clear(Hazard);
        Array.Fill(Limit, NoLimit);
        Array.Clear(Worn);
        Array.Clear(SeatCount);
        Array.Clear(SitsIn);
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
        Array.Clear(ClassCount);
        Array.Clear(Following);
        Array.Clear(Threat);
        Array.Clear(Side);
        Array.Clear(LastSide);
        Array.Fill(PatronAt, -1);
        Array.Clear(DependenceUsed);
        Array.Clear(Renewed);
        Array.Clear(TermEnded);
        Array.Clear(CalledTo);
        DependenceStale = true;
        for (var i = 0; i < Policy.Length; i++)
            Policy[i] = C.Scenario.Issues[i].Start;
        foreach (var organ in C.Organs)
        {
            Size[organ.Id.Index] = organ.Counted || !organ.Joins.IsEmpty ? organ.Seats : Math.Min(organ.Seats, C.SeatsOf(organ.Id.Index));
            Vacant[organ.Id.Index] = SeatsIn(organ.Id.Index);
        }
        BallotBox.Reset();
        Contest.Reset();
        ResetMechanisms();
        ChangeQualities();
        TieTheFirst();
        FollowTheFirst();
        SeatTheFirst();
        PrepareFading();
        Floor.Reset();
        Rulebook.Reset();
    }

    /// <summary>From now on luck is that of another run: what was drawn before stays.</summary>
    public void Refresh(ulong seed, int run) => Chance = new Chance(seed, (ulong)run);

    /// <summary>Shares as they stand on the first turn: the run's draw, or 0 for what is struck and for what is yet to be enacted.</summary>
    public void SetShares()
    {
        foreach (var p in C.Provisions)
            ShareNow[p.Index] = p.Index >= C.FirstEnacted ? 0 : ShareOf(p);
    }

    /// <summary>The share of a provision that is in force this turn.</summary>
    public double ShareOf(CompiledProvision p) => Turn >= p.StruckFrom ? 0 : Math.Clamp(Values[p.ShareSlot], 0, 1);

    public double TraitOf(int person, Trait trait)
    {
        if (!Drawn[person])
            DrawTraits(person);
        return Traits[(person * TraitTable.Count) + (int)trait];
    }

    public ref double TraitRef(int person, Trait trait)
    {
        if (!Drawn[person])
            DrawTraits(person);
        return ref Traits[(person * TraitTable.Count) + (int)trait];
    }

    /// <summary>A tie as it stands now, faded since it was last touched. Heads follow themselves; the dead and expelled are followed by nobody.</summary>
    public double LoyaltyTo(int person, int head)
    {
        if ((TiedTo[person] >> head & 1) == 0)
            return 0;
        if (person < C.People && C.HeadOf[person] == head)
            return 1;
        var i = (person * Heads) + head;
        return Loyalty[i] * FadeTable[Turn - LoyaltySince[i]];
    }

    public bool IsActive(int person) => Standing[person] == Model.Standing.Member;

    /// <summary>The head a person follows, as a head number; -1 for nobody.</summary>
    public int PatronOf(int person)
    {
        if (PatronAt[person] == Turn)
            return Patron[person];
        var best = -1;
        var strength = WeakestTie;
        for (var tied = TiedTo[person]; tied != 0; tied &= tied - 1)
        {
            var h = BitOperations.TrailingZeroCount(tied);
            if (Standing[C.Heads[h].Index] == Model.Standing.Dead)
                continue;
            var l = LoyaltyTo(person, h);
            if (l >= strength)
            {
                strength = l;
                best = h;
            }
        }
        PatronAt[person] = Turn;
        return Patron[person] = best;
    }

    /// <summary>The value of a person's best seat.</summary>
    public double RankOf(int person)
    {
        var best = 0.0;
        var seats = SeatsHeld.AsSpan(person * SeatsAPerson, SeatCount[person]);
        foreach (var seat in seats)
            best = Math.Max(best, C.Rank[C.SeatOrgan[seat]]);
        return best;
    }

    public bool Sits(int person, int organ)
    {
        var words = C.MaskWords;
        var held = SitsIn.AsSpan(person * words, words);
        var organs = C.OrganMask.AsSpan(organ * words, words);
        for (var i = 0; i < held.Length; i++)
        {
            if ((held[i] & organs[i]) != 0)
                return true;
        }
        return false;
    }

    /// <summary>Seats of an organ that may be held now, in its first places; 0 where members are counted or shared with others.</summary>
    public int SeatsIn(int organ) => Math.Min(Size[organ], C.SeatsOf(organ));

    /// <summary>The holders of those seats; -1 where nobody sits.</summary>
    public Span<int> HoldersOf(int organ) => Holder.AsSpan(C.SeatOffset[organ], SeatsIn(organ));

    /// <summary>The person who acts for an organ: the holder of an office, or of the office that heads a body; -1 if none.</summary>
    public int ActorOf(int organ)
    {
        var office = C.Organs[organ].IsOffice || (C.SeatsOf(organ) == 1 && Size[organ] == 1) ? organ : C.HeadOffice[organ];
        var holder = office < 0 ? -1 : Holder[C.SeatOffset[office]];
        if (!C.HasDeputies || office < 0 || (holder >= 0 && IsActive(holder)))
            return holder;
        return DeputyOf(office) is >= 0 and var deputy && deputy != organ ? ActorOf(deputy) : holder;
    }

    /// <summary>Marks that a provision entered a computed probability.</summary>
    public void Use(int provision)
    {
        if (provision >= 0 && FirstUse[provision] > Turn)
            FirstUse[provision] = Turn;
    }

    /// <summary>The engine's draw on whether a provision decides this use.</summary>
    public bool Decides(int provision, ulong use)
    {
        var share = ShareNow[provision];
        if (share <= 0)
            return false;
        Use(provision);
        return Chance.Happens(share, ShareDraw, C.Provisions[provision].Key, Month, use);
    }

    /// <summary>How a body decides under a rule: as its tails say, so far as each of them decides this month.</summary>
    public Decision DecisionOf(Rule rule, OrganId body)
    {
        var decision = new Decision(body, Majority.Simple, Open: true);
        foreach (var tail in rule.Tails)
        {
            var shaped = tail.Shape(decision);
            if (shaped != decision && (C.ProvisionOf(tail) is not (>= 0 and var index) || Decides(index, C.Organs[body.Index].Key)))
                decision = shaped;
        }
        return decision;
    }

    /// <summary>What decides now where a provision does not: its first reference, or the one its striking names from then on.</summary>
    public Rule? ReferenceOf(int provision) =>
        Turn >= C.Provisions[provision].StruckFrom ? C.Provisions[provision].Successor : C.Provisions[provision].Reference;

    private static readonly Purpose ShareDraw = Purpose.Of("share");

    public double DependenceOn(int organ, int head)
    {
        if (DependenceStale)
            DependenceTable.Fill(this);
        return Dependence[(organ * Heads) + head];
    }

    /// <summary>The same as a person weighs it who holds that seat alone; 0 where seats have no value.</summary>
    public double DependenceOfOneSeat(int organ, int head)
    {
        if (DependenceStale)
            DependenceTable.Fill(this);
        return OneSeat[(organ * Heads) + head];
    }

    public double NewLimit(int seat, int person) => Chance.Exponential(Threshold, Key.Mix(C.SeatKey[seat], C.PersonKey[person]), Month);

    private void DrawTraits(int person)
    {
        Drawn[person] = true;
        var named = person < C.People;
        C.Traits.DrawInto(
            Traits.AsSpan(person * TraitTable.Count, TraitTable.Count),
            person,
            C.PersonKey[person],
            named && C.HeadOf[person] >= 0,
            named ? C.Scenario.Cast.People[person].Attributes : null,
            Values,
            Chance
        );
    }

    private void ChangeQualities()
    {
        foreach (var change in C.Scenario.Qualities)
        {
            var person = change.Person.Index;
            var others = C.Contenders - 1;
            if (others <= 0)
                continue;
            var lot = Chance.Below(others, QualityLot, C.PersonKey[person], 0);
            for (var t = 0; t < TraitTable.Count; t++)
                TraitRef(person, (Trait)t) = change.FromAnother ? OfAnother(person, lot, (Trait)t) : MedianOfContenders((Trait)t);
        }
    }

    // Others are counted in order of key, so that the order of the file does not matter.
    private double OfAnother(int person, int lot, Trait trait)
    {
        Span<int> order = stackalloc int[C.Contenders];
        for (var i = 0; i < order.Length; i++)
            order[i] = C.Heads[i].Index;
        order.Sort((a, b) => C.PersonKey[a].CompareTo(C.PersonKey[b]));
        var seen = 0;
        foreach (var other in order)
        {
            if (other != person && seen++ == lot)
                return TraitOf(other, trait);
        }
        return TraitOf(person, trait);
    }

    private double MedianOfContenders(Trait trait)
    {
        Span<double> values = stackalloc double[C.Contenders];
        for (var i = 0; i < values.Length; i++)
            values[i] = TraitOf(C.Heads[i].Index, trait);
        values.Sort();
        var n = values.Length;
        return n % 2 == 1 ? values[n / 2] : 0.5 * (values[(n / 2) - 1] + values[n / 2]);
    }

    private void TieTheFirst()
    {
        foreach (var tie in C.Scenario.Cast.Ties)
        {
            var head = C.HeadOf[tie.To.Index];
            if (head < 0)
                continue;
            var key = Key.Mix(C.PersonKey[tie.From.Index], C.PersonKey[tie.To.Index]);
            TiedTo[tie.From.Index] |= 1u << head;
            Loyalty[(tie.From.Index * Heads) + head] = Math.Clamp(tie.Strength.Quantile(Chance.Open(TieDraw, key, 0)), 0, 1);
        }
        var branches = C.Scenario.Cast.Branches;
        Array.Clear(Leaning);
        for (var b = 0; b < branches.Length; b++)
        {
            BranchMembers[b] = branches[b].Members;
            foreach (var (person, share) in branches[b].Leanings)
            {
                var head = C.HeadOf[person.Index];
                if (head >= 0)
                    Leaning[(b * Heads) + head] = Math.Clamp(
                        share.Quantile(Chance.Open(LeaningDraw, Key.Mix(branches[b].Key, C.PersonKey[person.Index]), 0)),
                        0,
                        1
                    );
            }
        }
    }

    // Whoever is no head follows at most one of them, drawn from the leanings of his branch; of a branch by lot if none is known.
    private void FollowTheFirst()
    {
        var branches = C.Scenario.Cast.Branches.Length;
        if (C.Scenario.Cast.Following is not { } following || branches == 0)
            return;
        for (var person = 0; person < C.People + C.Cadres; person++)
        {
            if (person < C.People && C.HeadOf[person] >= 0)
                continue;
            var key = C.PersonKey[person];
            var branch =
                person < C.People && C.Scenario.Cast.People[person].Branch is { } home && home < branches
                    ? home
                    : Chance.Below(branches, HomeDraw, key, 0);
            var leaning = Leaning.AsSpan(branch * Heads, Heads);
            var at = Chance.Unit(FollowingDraw, key, 0);
            for (var h = 0; h < Heads; h++)
            {
                at -= following.Evenly ? Sum(leaning) / Heads : leaning[h];
                if (at >= 0)
                    continue;
                if ((TiedTo[person] & (1u << h)) == 0)
                {
                    TiedTo[person] |= 1u << h;
                    var lot = Chance.Open(TieDraw, Key.Mix(key, C.PersonKey[C.Heads[h].Index]), 0);
                    Loyalty[(person * Heads) + h] = Math.Clamp(following.Strength.Quantile(lot), 0, 1);
                }
                break;
            }
        }
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }

    private void SeatTheFirst()
    {
        foreach (var p in C.PeopleByKey)
        {
            var person = C.Scenario.Cast.People[p];
            foreach (var organ in person.Holds)
                Editor.SeatAtStart(person.Id.Index, organ.Index);
        }
        foreach (var change in C.Scenario.Holders)
        {
            var office = change.Office.Index;
            var body = C.Organs[office].OfficeOf?.Index ?? -1;
            var old = Holder[C.SeatOffset[office]];
            var oldBodySeat = old < 0 || body < 0 ? -1 : Editor.SeatOf(old, body);
            if (old >= 0)
                Editor.Vacate(new Seat(change.Office, 0));
            if (change.OneOf.IsEmpty)
                continue;
            var lot = Chance.Below(change.OneOf.Length, HolderLot, C.Organs[office].Key, 0);
            var next = change.OneOf.OrderBy(p => C.PersonKey[p.Index]).ElementAt(lot).Index;
            if (body >= 0 && !Sits(next, body))
            {
                if (oldBodySeat >= 0)
                    Editor.Vacate(Editor.AsSeat(oldBodySeat));
                Editor.SeatAtStart(next, body);
            }
            Editor.SeatAtStart(next, office);
        }
        SeatTheUnnamed();
    }

    // Seats the record gives to nobody named are held by cadres on the first day, chosen by lot and owing nobody.
    private void SeatTheUnnamed()
    {
        foreach (var organ in C.ElectionOrder)
        {
            if (C.Organs[organ] is { IsOffice: true } or { Closed: true } || C.SeatsOf(organ) == 0)
                continue;
            for (var k = 0; k < Size[organ]; k++)
            {
                var seat = C.SeatOffset[organ] + k;
                if (Holder[seat] < 0)
                    BallotBox.SeatAnyone(seat);
            }
        }
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
