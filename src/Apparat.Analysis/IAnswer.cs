using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>
/// What every answer shows to the cautions, so that every answer meets every caution. What it does not have, it leaves empty.
/// </summary>
public interface IAnswer
{
    /// <summary>What it answers, in a line.</summary>
    string Title { get; }

    /// <summary>The scenario as read.</summary>
    Scenario Scenario { get; }

    /// <summary>Whether the parameters were calibrated on the record before.</summary>
    bool IsCalibrated => false;

    /// <summary>False if it was cancelled before all its runs were finished.</summary>
    bool IsComplete => true;

    /// <summary>Whether a world in it plays from the first day, not from a recorded later one.</summary>
    bool IsForward => true;

    /// <summary>P(headline) in the scenario as it stands, before looking at the record; null if it is no part of the answer.</summary>
    Estimate? PriorPredictive => null;

    /// <summary>The widest half-width asked for; null if none was.</summary>
    double? Precision => null;

    /// <summary>Whether necessity and sufficiency are told of its comparisons.</summary>
    bool TellsNecessity => true;

    /// <summary>Comparisons on common luck.</summary>
    IEnumerable<Difference> Differences => [];

    /// <summary>Other numbers, by name.</summary>
    IEnumerable<(string Name, Estimate Value)> Estimates => [];

    /// <summary>The same number under the first and under the second reference, by name.</summary>
    IEnumerable<(string Name, Estimate First, Estimate Second)> UnderBothReferences => [];

    /// <summary>Days from which recorded seats are left and the model runs by itself.</summary>
    IEnumerable<DateOnly> Branches => [];

    /// <summary>Shares of factors.</summary>
    IEnumerable<Shares> AllShares => [];
}
