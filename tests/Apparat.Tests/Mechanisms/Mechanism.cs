using Apparat.Model;

namespace Apparat.Tests;

/// <summary>A mechanism as the contract sees it: played, replaced by its reference, neutral, absent, and the statistic it must move.</summary>
public abstract class Mechanism
{
    /// <summary>Its name, as in the reference page.</summary>
    public string Name => GetType().Name.Replace('_', ' ');

    /// <summary>A small scenario in which it is played.</summary>
    public abstract Scenario Played { get; }

    /// <summary>The same scenario with its reference in its place.</summary>
    public abstract Scenario Replaced { get; }

    /// <summary>The scenario with its parameter at the neutral value; null if it has none but the reference itself.</summary>
    public virtual Scenario? Neutral => null;

    /// <summary>The scenario without the mechanism: the same bits as <see cref="Neutral"/>.</summary>
    public virtual Scenario Absent => SmallParty.With();

    /// <summary>The column that it must move.</summary>
    public abstract string Statistic { get; }

    /// <summary>1 if it raises the statistic, -1 if it lowers it.</summary>
    public abstract int Direction { get; }

    /// <summary>How many pairs of runs.</summary>
    public virtual int Runs => 400;

    public override string ToString() => Name;
}
