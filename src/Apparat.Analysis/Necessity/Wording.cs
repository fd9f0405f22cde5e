using System.Collections.Immutable;

namespace Apparat.Analysis;

/// <summary>
/// The words for how far something was necessary and sufficient (theory 5.5), given by the program and not by hand: only of a model that was
/// fitted to the record and checked, from bounds that hold however luck is coupled, over all accounts, and always as a pair.
/// </summary>
/// <param name="Necessary">The phrase for necessity; empty if necessity may not be told, the outcome being rare with the cause itself.</param>
/// <param name="Sufficient">The phrase for sufficiency.</param>
public sealed record Wording(string Necessary, string Sufficient)
{
    /// <summary>Below this probability with the cause, necessity is never told (rulings C11).</summary>
    public const double Rare = 0.1;

    private const double Disagreement = 0.3;

    /// <summary>The words for an answer; null if there are none, because it is not calibrated or nothing was defined.</summary>
    /// <param name="answers">The answer under each account.</param>
    /// <param name="isCalibrated">Whether parameters were fitted to the record and the fit was checked.</param>
    public static Wording? Of(IEnumerable<Necessity> answers, bool isCalibrated)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ImmutableArray<Necessity> all = [.. answers.Where(n => n.NecessaryBounds.IsDefined && n.SufficientBounds.IsDefined)];
        if (!isCalibrated || all.IsEmpty)
            return null;
        var (necessary, sufficient) = (all.Min(n => n.NecessaryBounds.Low), all.Min(n => n.SufficientBounds.Low));
        if (all.Max(n => n.NecessaryBounds.Low) - necessary > Disagreement)
            return new("the record does not decide: accounts disagree", "");
        var with = all.Min(n => (double)(n.Counts.Both + n.Counts.OnlyFirst) / n.Counts.Runs);
        return new(
            with < Rare ? ""
                : necessary >= 0.9 ? "would almost surely not have happened without it"
                : necessary >= 0.6 ? "mainly depended on it"
                : necessary >= 0.3 ? "it contributed substantially"
                : "it is not shown to have been necessary",
            sufficient > 0.8 ? "it was sufficient on its own" : "it was not sufficient on its own"
        );
    }
}
