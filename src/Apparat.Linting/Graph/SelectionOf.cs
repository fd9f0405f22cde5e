using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>How one rule fills one organ, taken apart once for all readings of its shares.</summary>
/// <param name="Name">The name by which the rule is struck.</param>
/// <param name="Share">Its share.</param>
/// <param name="Fills">Who fills; empty for lot and branches.</param>
/// <param name="Lists">Who draws up the list, in order, and whether what a list does not decide is decided by nobody inside.</param>
/// <param name="Confirms">Who must agree.</param>
/// <param name="Otherwise">What decides where the rule does not; null if nobody inside does.</param>
internal sealed record SelectionOf(
    string Name,
    Parameter Share,
    ImmutableArray<Influence> Fills,
    ImmutableArray<(string Name, Influence List, bool Closes)> Lists,
    ImmutableArray<(string Name, Influence Confirm)> Confirms,
    SelectionOf? Otherwise
)
{
    private const int DeepestReference = 4;

    /// <summary>A rule as it fills an organ.</summary>
    public static SelectionOf Of(string name, Rule rule, OrganId organ, int depth = 0) =>
        new(
            name,
            rule.Share,
            [.. rule.Influences.Where(i => i.Hold == Hold.Fill && i.To == organ)],
            [
                .. OfTails(name, rule, organ, Hold.List)
                    .Select(x => (x.Name, x.Influence, x.Tail.Alternatives.FirstOrDefault()?.Rule is not null)),
            ],
            [.. OfTails(name, rule, organ, Hold.Confirm).Select(x => (x.Name, x.Influence))],
            depth < DeepestReference && rule.Alternatives.FirstOrDefault()?.Rule is { } reference
                ? Of(name + "/otherwise", reference, organ, depth + 1)
                : null
        );

    private static IEnumerable<(string Name, Influence Influence, Tail Tail)> OfTails(string name, Rule rule, OrganId organ, Hold hold) =>
        rule.Tails.SelectMany(t =>
            t.InfluencesOn(rule).Where(i => i.Hold == hold && i.To == organ).Select(i => ($"{name}/{Charter.TailName(t)}", i, t))
        );
}
