namespace Apparat.Linting;

/// <summary>A body whose classes come up one after the other: a cap on the speed of capture, whatever the votes (theory.md 7.2).</summary>
public static class StaggeredTerms
{
    /// <summary>Months until so many seats have come up, if every seat that comes up is ours; null if there are fewer seats than that.</summary>
    /// <param name="classes">Seats of each class, in the order in which they come up; the first comes up after one interval.</param>
    /// <param name="months">Months between two elections.</param>
    /// <param name="needed">Seats needed.</param>
    public static int? MonthsToCapture(IReadOnlyList<int> classes, int months, int needed)
    {
        ArgumentNullException.ThrowIfNull(classes);
        var ours = 0;
        for (var i = 0; i < classes.Count; i++)
        {
            ours += classes[i];
            if (ours >= needed)
                return (i + 1) * months;
        }
        return null;
    }
}
