using Apparat.Linting;
using Apparat.Model;

namespace Apparat;

/// <summary>Who controls whom by the votes they hold in one another.</summary>
public static class ControlOf
{
    /// <summary>The relation at every threshold.</summary>
    /// <exception cref="ArgumentException">The charter has no held votes, or more than all votes of a body are given away.</exception>
    public static ControlRelation Votes(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var holdings = VoteHoldings.Of(scenario.Charter);
        if (holdings.Bodies.IsEmpty)
            throw new ArgumentException(
                "No clause says who holds votes. Write, for example: \"Family Trust holds 30% of the votes of Holding Company\".",
                nameof(scenario)
            );
        return ControlRelation.Of(holdings);
    }
}
