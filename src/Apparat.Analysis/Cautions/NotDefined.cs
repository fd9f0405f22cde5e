namespace Apparat.Analysis;

/// <summary>A probability of necessity or sufficiency has nothing to be counted on.</summary>
public sealed record NotDefined : Caution
{
    /// <inheritdoc/>
    public override string Id => "not-defined";

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (!answer.TellsNecessity)
            yield break;
        foreach (var d in answer.Differences)
        {
            if (d.Necessity.NecessaryUndefined is { } necessary)
                yield return Say(d, $"PN is {necessary}.");
            if (d.Necessity.SufficientUndefined is { } sufficient)
                yield return Say(d, $"PS is {sufficient}.");
        }

        Warning Say(Difference d, string what) =>
            new(
                Id,
                $"{d.Statement}: {d.SecondWorld}",
                what,
                "Nothing can be said about a condition that never occurs.",
                "Ask for more runs."
            );
    }
}
