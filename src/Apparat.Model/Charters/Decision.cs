namespace Apparat.Model;

/// <summary>Of what a threshold is a share.</summary>
public enum MajorityBase
{
    /// <summary>Of those voting.</summary>
    Voting,

    /// <summary>Of those present.</summary>
    Present,

    /// <summary>Of all members who may vote.</summary>
    Members,

    /// <summary>Of all seats, empty ones included.</summary>
    Seats,
}

/// <summary>How many must say yes: more than (strict) or at least a fraction of a base.</summary>
public readonly record struct Majority(int Numerator, int Denominator, bool Strict, MajorityBase Base)
{
    /// <summary>More than half of those voting; a tie fails.</summary>
    public static Majority Simple => new(1, 2, Strict: true, MajorityBase.Voting);

    /// <summary>At least two thirds of those voting.</summary>
    public static Majority TwoThirds => new(2, 3, Strict: false, MajorityBase.Voting);

    /// <summary>The least number of yes votes that carries, given the size of the base.</summary>
    public int Needed(int size) =>
        Strict ? (int)((long)Numerator * size / Denominator) + 1 : (int)(((long)Numerator * size + Denominator - 1) / Denominator);
}

/// <summary>Who decides a motion, by what majority, and whether others see how one votes.</summary>
public readonly record struct Decision(OrganId Body, Majority Majority, bool Open);

/// <summary>How the electors' votes for persons become a winner.</summary>
public enum Method
{
    /// <summary>Most votes wins.</summary>
    Plurality,

    /// <summary>More than half; otherwise the two leading candidates are voted on again.</summary>
    Majority,

    /// <summary>Two thirds; otherwise the two leading candidates are voted on again.</summary>
    TwoThirds,
}
