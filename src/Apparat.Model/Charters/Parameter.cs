using Apparat.Numerics;

namespace Apparat.Model;

/// <summary>A number nobody knows for sure: it has a prior, and each run draws it once. Parameters of one name are one parameter.</summary>
/// <param name="Name">Its name in scenario files and on the command line, for example <c>kappa</c> or <c>C6.share</c>.</param>
/// <param name="Prior">What is believed before looking at the case.</param>
/// <param name="Unit">For example <c>share</c>, <c>per month</c> or <c>log-odds</c>.</param>
/// <param name="Meaning">One line in the reader's words.</param>
/// <param name="Source">Where the prior comes from: a citation key, or <c>weakly informed</c>.</param>
public sealed record Parameter(string Name, Distribution Prior, string Unit, string Meaning, string Source)
{
    /// <summary>What it comes to over a turn that is not a month: declared here once, so that no word scales by hand.</summary>
    public Accrual Accrues { get; init; } = Accrual.None;

    /// <summary>The share of a provision that always decides.</summary>
    public static Parameter One { get; } = Share("one", new Fixed(1), "declared");

    /// <summary>The share in [0,1] of its uses in which a provision really decides; in the others its reference does.</summary>
    public static Parameter Share(string name, Distribution prior, string source) =>
        new(name, prior, "share of uses", "part of its uses in which this provision really decides", source);
}
