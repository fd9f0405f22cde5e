using System.Diagnostics.CodeAnalysis;

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

    /// <summary>Whether any body meets this turn, late meetings included.</summary>
    public bool AnyMeets => C.AnyMeets[Turn] || Array.IndexOf(CalledTo, true) >= 0;

    [MemberNotNull(nameof(Membership), nameof(Convocation), nameof(Postscripts))]
    private void BuildMechanisms()
    {
        Membership = new Membership(this);
        Convocation = new Convocation(this);
        Postscripts = new Postscripts(this);
    }

    private void ResetMechanisms()
    {
        Convocation.Reset();
        Postscripts.Reset();
    }
}
