using Microsoft.CodeAnalysis.Text;

namespace Apparat.Bench;

/// <summary>One small change to one source file, which some test should notice.</summary>
/// <param name="Project">The project it belongs to.</param>
/// <param name="Path">The file, from the root of the repository.</param>
/// <param name="Span">The place in the file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Kind">What sort of change it is.</param>
/// <param name="Before">The text that stands there.</param>
/// <param name="After">The text put in its place.</param>
internal sealed record Mutant(string Project, string Path, TextSpan Span, int Line, string Kind, string Before, string After)
{
    /// <summary>From 1, in the seeded order of all mutants: those numbered 1 to n are the sample of n.</summary>
    public int Number { get; init; }

    /// <summary>Where and what, on one line.</summary>
    public override string ToString() => $"{Number} {Path}:{Line} {Kind}: {Short(Before)} -> {Short(After)}";

    /// <summary>A text on one line of at most 90 characters.</summary>
    public static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 90 ? line : $"{line[..87]}...";
    }
}

/// <summary>What became of a mutant.</summary>
internal enum Fate
{
    /// <summary>The compiler refused it: no mutant at all.</summary>
    NotCompiled,

    /// <summary>A test failed.</summary>
    Killed,

    /// <summary>The tests did not end: noticed too.</summary>
    TimedOut,

    /// <summary>No test noticed.</summary>
    Survived,
}

/// <summary>A mutant with its fate.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Stage">The set of tests that noticed it; empty if none did.</param>
/// <param name="Test">The first test that failed, where one is named.</param>
internal sealed record Tried(Mutant Mutant, Fate Fate, string Stage, string Test);
