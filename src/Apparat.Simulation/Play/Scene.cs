using System.Runtime.InteropServices;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>What those who decide can see of the world of a run.</summary>
internal sealed class Scene : Situation
{
    private static readonly Purpose Files = Purpose.Of("files");
    private readonly World _w;
    private readonly PersonId[] _contenders;
    private readonly (PersonId Head, double Share)[] _over;
    private readonly ulong[] _fileKeys = new ulong[Candidates.Most];

    public Scene(World world)
    {
        _w = world;
        _over = new (PersonId, double)[world.C.Heads.Length];
        _contenders = world.C.Heads[..world.C.Contenders];
    }

    private CompiledScenario C => _w.C;

    /// <summary>The world that is seen.</summary>
    public World World => _w;

    public override Turn Now => new(_w.Turn);
    public override double Months => C.Months[_w.Turn];
    public override double MonthsGone => C.MonthsGone[_w.Turn];
    public override DateOnly Today => _w.Today;
    public override ReadOnlySpan<PersonId> Contenders => _contenders;
    public override ReadOnlySpan<PersonId> Heads => C.Heads;
    public override double this[Parameter parameter] =>
        C.Parameters.Find(parameter) is >= 0 and var slot ? _w.ValuesNow[slot] : parameter.Prior.Mean;
    public override int ActiveContenders => _w.Contest.ActiveCount;
    public override double Forecast => _w.Floor.Forecast;
    public override ReadOnlySpan<(PersonId Head, double Change)> Stakes => _w.Stakes.OfHeads;
    public override int Issues => _w.Policy.Length;

    // A person's id is his place and nothing else, so that the row of holders is read as it lies.
    public override ReadOnlySpan<PersonId> Holders(OrganId organ) => MemoryMarshal.Cast<int, PersonId>(_w.HoldersOf(organ.Index));

    public override int SizeOf(OrganId organ) => _w.Rolls.Is(organ.Index) ? _w.Rolls.Size(organ.Index) : base.SizeOf(organ);

    public override double Applicants(OrganId members) => _w.Newcomers.Applicants(members.Index);

    public override double Rank(OrganId organ) => C.Rank[organ.Index];

    public override bool Sits(PersonId person, OrganId organ) => _w.Sits(person.Index, organ.Index);

    public override Standing StandingOf(PersonId person) => _w.Standing[person.Index];

    public override Turn? Since(PersonId person, OrganId organ) =>
        _w.Editor.SeatOf(person.Index, organ.Index) is >= 0 and var seat ? new Turn(_w.SeatSince[seat]) : null;

    public override bool Decides(Provision provision) =>
        C.ProvisionOf(provision) is not (>= 0 and var index) || _w.Decides(index, C.Provisions[index].Key);

    public override bool HasSat(PersonId person, OrganId organ) => _w.Service.HasSat(person.Index, organ.Index);

    public override int TermsServed(PersonId person, OrganId organ, bool inARow) => _w.Service.Terms(person.Index, organ.Index, inARow);

    public override DateOnly? LeftOn(PersonId person, OrganId organ) =>
        _w.Service.Left(person.Index, organ.Index) is { } turn ? C.Scenario.Calendar.FirstDayOf(turn) : null;

    public override DateOnly? Joined(PersonId person) => person.Index < C.People ? C.Scenario[person].Joined : null;

    public override double Loyalty(PersonId from, PersonId to) => HeadOf(to) is >= 0 and var h ? _w.LoyaltyTo(from.Index, h) : 0;

    public override bool Loyalties(ReadOnlySpan<PersonId> from, PersonId to, Span<double> into)
    {
        if (HeadOf(to) is not (>= 0 and var h))
        {
            into.Clear();
            return false;
        }
        var (tied, all) = (_w.TiedTo, 0u);
        foreach (var person in from)
            all |= tied[person.Index];
        if ((all >> h & 1) == 0)
        {
            into.Clear();
            return false;
        }
        var any = false;
        for (var i = 0; i < from.Length; i++)
            any |= (into[i] = _w.LoyaltyTo(from[i].Index, h)) != 0;
        return any;
    }

    public override void Leanings(ReadOnlySpan<PersonId> from, PersonId to, Span<double> into)
    {
        if (HeadOf(to) is >= 0 and var h)
            _w.Leanings(from, h, into);
        else
            into.Clear();
    }

    public override PersonId Patron(PersonId person) => _w.PatronOf(person.Index) is >= 0 and var h ? C.Heads[h] : PersonId.None;

    public override bool Heard(DocumentId document, OrganId audience) => _w.Heard[(document.Index * C.Organs.Length) + audience.Index];

    public override bool Delivered(DocumentId document) => _w.Delivered[document.Index];

    public override bool Settled(DocumentId document) => _w.Settled[document.Index];

    public override ReadOnlySpan<double> OwnStakes => _w.Voters.Rows.OwnStakes;

    /// <inheritdoc/>
    public override ReadOnlySpan<double> Ranks => _w.Voters.Rows.Ranks;

    /// <inheritdoc/>
    public override ReadOnlySpan<double> Leanings(PersonId head) => _w.Voters.Rows.Leanings(HeadOf(head));

    /// <inheritdoc/>
    public override ReadOnlySpan<double> Dependences(PersonId head) => _w.Voters.Rows.Dependences(HeadOf(head));

    /// <inheritdoc/>
    public override ReadOnlySpan<double> Esteems(PersonId head) => _w.Voters.Rows.Esteems(HeadOf(head));

    /// <inheritdoc/>
    public override ReadOnlySpan<double> Positions(int issue) => _w.Voters.Rows.Positions(issue);

    public override double Hostility(PersonId from, PersonId to) =>
        HeadOf(to) is >= 0 and var h ? _w.Hostility[(from.Index * _w.Heads) + h] : 0;

    public override double LoyaltySeen(PersonId by, PersonId from, PersonId to, OrganId concerning)
    {
        var seen = Loyalty(from, to);
        return seen + (NoiseOf(by, concerning) * _w.Chance.Normal(Files, FileKey(by, from), _w.Moment));
    }

    public override void LoyaltiesSeen(PersonId by, ReadOnlySpan<PersonId> from, PersonId to, OrganId concerning, Span<double> into)
    {
        var noise = NoiseOf(by, concerning);
        var keys = _fileKeys.AsSpan(0, Math.Min(from.Length, _fileKeys.Length));
        if (keys.Length < from.Length)
        {
            base.LoyaltiesSeen(by, from, to, concerning, into);
            return;
        }
        for (var i = 0; i < keys.Length; i++)
            keys[i] = FileKey(by, from[i]);
        _w.Chance.Normals(Files, keys, _w.Moment, 0, into);
        for (var i = 0; i < into.Length; i++)
            into[i] = Loyalty(from[i], to) + (noise * into[i]);
    }

    private ulong FileKey(PersonId by, PersonId from) => Key.Mix(C.PersonKey[by.Index], C.PersonKey[from.Index]);

    // Files sharpen the picture of those whom they are about.
    private double NoiseOf(PersonId by, OrganId concerning)
    {
        var files = 0.0;
        foreach (var influence in C.Holds(Hold.Papers, concerning.Index))
        {
            if (_w.ActorOf(influence.From) != by.Index)
                continue;
            files = Math.Max(files, _w.ShareNow[influence.Provision]);
            if (files > 0)
                _w.Use(influence.Provision);
        }
        return this[C.Scenario.Constants.FileNoise] / Math.Sqrt(1 + files);
    }

    public override double Prestige(PersonId seenBy, PersonId of)
    {
        Span<double> prestige = [0];
        PrestigeOf(of, [seenBy], prestige);
        return prestige[0];
    }

    public override void PrestigeOf(PersonId of, ReadOnlySpan<PersonId> seenBy, Span<double> into)
    {
        var unharmed = _w.TraitOf(of.Index, Trait.Prestige);
        if (!_w.AnyHeard)
        {
            into.Fill(unharmed);
            return;
        }
        for (var i = 0; i < seenBy.Length; i++)
        {
            var rumoured = _w.Hearsay.CountsFor(seenBy[i].Index);
            var known = _w.Knows[seenBy[i].Index] & ~rumoured;
            into[i] = (known | rumoured) == 0 ? unharmed : Harmed(unharmed, known, rumoured, seenBy[i], of);
        }
    }

    private double Harmed(double prestige, uint known, uint rumoured, PersonId seenBy, PersonId of)
    {
        for (var d = 0; known != 0; d++, known >>= 1)
        {
            if ((known & 1) != 0 && _w.Papers.Damage(d, of.Index) is > 0 and var damage)
                prestige *= 1 - (damage * (1 - Loyalty(seenBy, of)));
        }
        for (var d = 0; rumoured != 0; d++, rumoured >>= 1)
        {
            if ((rumoured & 1) != 0 && _w.Papers.Damage(d, of.Index) is > 0 and var damage)
                prestige *= 1 - (_w.Hearsay.PartFor(d, seenBy.Index) * damage * (1 - Loyalty(seenBy, of)));
        }
        return prestige;
    }

    public override double Threat(PersonId seenBy, PersonId of)
    {
        var (a, b) = (HeadOf(seenBy), HeadOf(of));
        return a < 0 || b < 0 || a >= C.Contenders || b >= C.Contenders ? 0 : _w.Threat[(a * C.Contenders) + b];
    }

    public override int Side(PersonId head) => HeadOf(head) is >= 0 and var h && h < C.Contenders ? _w.Side[h] : 0;

    public override int Stand(PersonId head) => _w.Sides.StandOf(HeadOf(head));

    public override ReadOnlySpan<PersonId> Standing(int side) => _w.Sides.Of(side);

    public override double Position(PersonId person, int issue) => _w.TraitOf(person.Index, Trait.Issue1 + issue);

    public override double Policy(int issue) => _w.Policy[issue];

    public override double TraitOf(PersonId person, Trait trait) => _w.TraitOf(person.Index, trait);

    public override double MonthsSinceMet(OrganId organ) => MonthsGone - C.MonthsGone[_w.Convocation.LastMet(organ.Index)];

    public override bool Meets(OrganId organ) =>
        (C.Meets[organ.Index][_w.Turn] || _w.CalledTo[organ.Index])
        && !_w.Convocation.IsPutOff(organ.Index)
        && !_w.Attendance.Failed(organ.Index);

    public override ReadOnlySpan<(PersonId Head, double Share)> HeadsOver(PersonId person)
    {
        var n = 0;
        for (var over = _w.Dependences.Over(person.Index); over != 0; over &= over - 1)
        {
            var h = System.Numerics.BitOperations.TrailingZeroCount(over);
            _over[n++] = (C.Heads[h], _w.Dependences.Of(person.Index, h));
        }
        return _over.AsSpan(0, n);
    }

    public override ReadOnlySpan<double> Promised => _w.Voters.Rows.Promised;

    public override double SinceAttacked(PersonId head) =>
        HeadOf(head) is >= 0 and var h ? _w.Struggle.SinceAttacked(h) : double.PositiveInfinity;

    public override double SinceDefeated(PersonId head) =>
        HeadOf(head) is >= 0 and var h ? _w.Struggle.SinceDefeated(h) : double.PositiveInfinity;

    public override double WeakestTie => _w.WeakestTie;

    public override bool Recants(PersonId head) => HeadOf(head) is >= 0 and var h && _w.Struggle.Recants(h);

    public override PersonId Actor(OrganId organ) => Editor.AsPerson(_w.ActorOf(organ.Index));

    public override int MostSeats(OrganId organ) => C.SeatsOf(organ.Index) is > 0 and var most ? most : C.Organs[organ.Index].MostSeats;

    public override double RankOf(PersonId person) => _w.Rank[person.Index];

    public override double EsteemOf(PersonId person) => _w.TraitOf(person.Index, Trait.Prestige);

    public override double FollowingOf(PersonId head) => HeadOf(head) is >= 0 and var h ? _w.Following[(_w.Turn * _w.Heads) + h] : 0;

    public override double LeaningTo(PersonId head) => HeadOf(head) is >= 0 and var h ? _w.Membership.LeaningTo(h) : 0;

    public override double Exposure(PersonId head) => HeadOf(head) is >= 0 and var h ? _w.Exposure.Of(h) : 0;

    public override double Responsibility(PersonId head) => HeadOf(head) is >= 0 and var h ? _w.Divisions.Of(h) : 0;

    public override double Members => _w.Membership.Size;

    public override Document Document(DocumentId id) => C.Scenario.Documents[id.Index];

    private int HeadOf(PersonId person) => _w.HeadOf(person);
}
