using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>
/// A person who sits in an organ can no longer be threatened by the others there: what a challenge promises, its likelihood times an n-th part
/// more, is less than what each has now (Svolik 2012). The day from which it holds is the month in which he became established.
/// </summary>
[Sentence("X is established in {organ}", Example = "X is established in Council")]
public sealed record IsEstablished(OrganId Organ) : Condition
{
    /// <inheritdoc/>
    public override bool Holds(WorldView now, PersonId x)
    {
        if (!now.IsActive(x) || !now.Sits(x, Organ))
            return false;
        var n = 0;
        foreach (var other in now.Contenders)
            n += now.IsAlive(other) && now.Sits(other, Organ) ? 1 : 0;
        // Shares of the prize are equal: 1/n now, 1/(n-1) after a challenge that succeeds, 0 after one that fails.
        return now.Exposure(x) < (n - 1.0) / n || n == 1;
    }
}
