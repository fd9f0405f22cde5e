using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Who can undo a capture from outside the captured part.</summary>
internal static class Undoing
{
    /// <summary>Those who may remove somebody there and are not there themselves, a sentence each.</summary>
    public static IEnumerable<string> By(LintContext charter, IReadOnlySet<int> held) =>
        charter
            .Graph.Edges.Where(e => e.Hold is Hold.Remove or Hold.Expel && held.Contains(e.To) && !held.Contains(e.From))
            .DistinctBy(e => e.Provision)
            .Select(e => $"{charter.Name(e.Holder)} may remove {charter.Name(e.Held)} ({e.Provision})");
}
