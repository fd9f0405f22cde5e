using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>A charter that was looked at, with what was found and what of it is accepted: what all outputs are made from.</summary>
/// <param name="File">Its file from the current folder, with forward slashes.</param>
/// <param name="Name">The title of its scenario.</param>
/// <param name="Result">What was found.</param>
public sealed record LintedCharter(string File, string Name, LintResult Result)
{
    /// <summary>Accepted findings by fingerprint; they are shown as accepted and do not count.</summary>
    public ImmutableDictionary<string, Accepted> Accepted { get; init; } = ImmutableDictionary<string, Accepted>.Empty;

    /// <summary>The lines of its files by name, for fixes.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<string>> Lines { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Findings that count.</summary>
    public IEnumerable<Finding> Open => Result.Findings.Where(f => !Accepted.ContainsKey(f.Fingerprint));

    /// <summary>Findings that were accepted, with who accepted them and why.</summary>
    public IEnumerable<(Finding Finding, Accepted By)> Waived =>
        Result.Findings.Where(f => Accepted.ContainsKey(f.Fingerprint)).Select(f => (f, Accepted[f.Fingerprint]));

    /// <summary>The file of a place, from the current folder.</summary>
    public string FileOf(SourceSpan place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var slash = File.LastIndexOf('/');
        return slash < 0 || place.File.Length == 0 ? (place.File.Length == 0 ? File : place.File) : $"{File[..(slash + 1)]}{place.File}";
    }

    /// <summary>How many findings count, in words: "1 error, 2 warnings".</summary>
    public string Count
    {
        get
        {
            var parts = Enum.GetValues<Severity>()
                .Reverse()
                .Select(s => (Name: s.ToString().ToLowerInvariant(), N: Open.Count(f => f.Severity == s)))
                .Where(x => x.N > 0)
                .Select(x => $"{x.N} {x.Name}{(x.N == 1 ? "" : "s")}")
                .ToList();
            return parts.Count == 0 ? "no findings" : string.Join(", ", parts);
        }
    }

    /// <summary>The capture cost of the whole charter in words.</summary>
    public string Cost =>
        Result.Cost.Size is not { } size
            ? "no organ is filled from inside"
            : $"capture cost {CircleFinding.Seats(Result.Cost)} of {Result.Seats}: {string.Join("; or ", Result.Cost.Sets.Take(3).Select(Named))}";

    private static string Named(ImmutableArray<(SeatClass Class, int Seats)> set) =>
        string.Join(" and ", set.Select(x => x.Class.Seats == 1 ? x.Class.Name : $"{x.Seats} of {x.Class.Seats} in {x.Class.Name}"));
}

/// <summary>A finding somebody has accepted.</summary>
/// <param name="Fingerprint">Which.</param>
/// <param name="Rule">The rule's id, for readers.</param>
/// <param name="Reason">Why.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Expires">The last day on which it holds; null if it has no end.</param>
public sealed record Accepted(string Fingerprint, string Rule, string Reason, string Owner, DateOnly? Expires);
