using System.Diagnostics.CodeAnalysis;
using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>State of single mechanisms, each in a class of its own, so that none of it is touched by a scenario without the mechanism.</summary>
internal sealed partial class World
{
    /// <summary>The members of the branches and whom they lean to.</summary>
    public Membership Membership { get; private set; }

    /// <summary>Meetings that are put off.</summary>
    public Convocation Convocation { get; private set; }

    /// <summary>Parts of documents that are written in play.</summary>
    public Postscripts Postscripts { get; private set; }

    /// <summary>Attacks, defeats and recantations.</summary>
    public Struggle Struggle { get; private set; }

    /// <summary>Seats promised for votes.</summary>
    public Promises Promises { get; private set; }

    /// <summary>Documents heard in part, or known of and not heard.</summary>
    public Hearsay Hearsay { get; private set; }

    /// <summary>Who answers for which divisions.</summary>
    public Divisions Divisions { get; private set; }

    /// <summary>How exposed heads are to removal.</summary>
    public Exposure Exposure { get; private set; }

    /// <summary>The discussion in which positions drift.</summary>
    public Opinions Opinions { get; private set; }

    /// <summary>The members of bodies that are counted.</summary>
    public Rolls Rolls { get; private set; }

    /// <summary>Those who join them.</summary>
    public Newcomers Newcomers { get; private set; }

    /// <summary>The votes they hold for those who stay away.</summary>
    public Proxies Proxies { get; private set; }

    /// <summary>Who is there, and whether they are enough.</summary>
    public Attendance Attendance { get; private set; }

    /// <summary>Who breaks ties.</summary>
    public CastingVotes CastingVotes { get; private set; }

    /// <summary>Who has served where.</summary>
    public Service Service { get; private set; }

    /// <summary>Who sits only until something meets.</summary>
    public Caretakers Caretakers { get; private set; }

    /// <summary>Who is suspended.</summary>
    public Suspensions Suspensions { get; private set; }

    /// <summary>Who may stop what a body has carried.</summary>
    public Vetoes Vetoes { get; private set; }

    /// <summary>Motions that wait for their meeting.</summary>
    public OrderPaper OrderPaper { get; private set; }

    /// <summary>What members start together.</summary>
    public Petitions Petitions { get; private set; }

    /// <summary>Who retires in his turn.</summary>
    public Rotation Rotation { get; private set; }

    /// <summary>Whether any body meets this turn, late meetings included.</summary>
    public bool AnyMeets => C.AnyMeets[Turn] || Array.IndexOf(CalledTo, true) >= 0;

    /// <summary>The office or body that stands in for an organ where nobody can act, as its clause has it; -1 if none does this month.</summary>
    public int DeputyOf(int organ)
    {
        foreach (var r in Rulebook.Powers)
        {
            var rule = C.Rules[r];
            var power = rule.Power!;
            if (power.StandsInFor?.Index == organ && Decides(rule.Provision, rule.Key))
                return power.Holder.Index;
        }
        return -1;
    }

    [MemberNotNull(
        nameof(Membership),
        nameof(Convocation),
        nameof(Postscripts),
        nameof(Opinions),
        nameof(Struggle),
        nameof(Promises),
        nameof(Hearsay),
        nameof(Divisions),
        nameof(Exposure),
        nameof(Rolls),
        nameof(Newcomers),
        nameof(Proxies),
        nameof(Attendance),
        nameof(CastingVotes),
        nameof(Service),
        nameof(Caretakers),
        nameof(Suspensions),
        nameof(Vetoes),
        nameof(OrderPaper),
        nameof(Petitions),
        nameof(Rotation)
    )]
    private void BuildMechanisms()
    {
        Membership = new Membership(this);
        Convocation = new Convocation(this);
        Postscripts = new Postscripts(this);
        Opinions = new Opinions(this);
        Struggle = new Struggle(this);
        Promises = new Promises(this);
        Hearsay = new Hearsay(this);
        Divisions = new Divisions(this);
        Exposure = new Exposure(this);
        Rolls = new Rolls(this);
        Newcomers = new Newcomers(this);
        Proxies = new Proxies(this);
        Attendance = new Attendance(this);
        CastingVotes = new CastingVotes(this);
        Service = new Service(this);
        Caretakers = new Caretakers(this);
        Suspensions = new Suspensions(this);
        Vetoes = new Vetoes(this);
        OrderPaper = new OrderPaper(this);
        Petitions = new Petitions(this);
        Rotation = new Rotation(this);
    }

    private void ResetMechanisms()
    {
        Rulebook.Reset();
        Convocation.Reset();
        Postscripts.Reset();
        Opinions.Reset();
        Struggle.Reset();
        Promises.Reset();
        Hearsay.Reset();
        Divisions.Reset();
        Exposure.Reset();
        Membership.Reset();
        Newcomers.Reset();
        Attendance.Reset();
        Service.Reset();
        Caretakers.Reset();
        Suspensions.Reset();
        OrderPaper.Reset();
        Rotation.Reset();
    }
}
