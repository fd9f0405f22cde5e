using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Apparat.Analysis;
using Apparat.Simulation;

namespace Apparat.Reporting;

/// <summary>The shares run by run, as CSV: what means and standard errors are made of.</summary>
public static class SharesCsv
{
    /// <summary>
    /// A row a run and reference: its number, for how many runs it stands, baseline, factors and luck, which sum to 1 in every row. The mean
    /// of a column by weight is the share.
    /// </summary>
    public static string Of(ImmutableArray<Shares> shares)
    {
        var csv = new StringBuilder("reference,run,weight,baseline");
        if (!shares.IsEmpty)
            csv.AppendJoin("", shares[0].Factors.Select(f => $",{ColumnName.Slug(f.Name)}"));
        csv.Append(",luck\n");
        foreach (var dealt in shares)
        {
            foreach (var run in dealt.PerRun)
                csv.Append(CultureInfo.InvariantCulture, $"{(dealt.Reference == 0 ? "first" : "second")},{run.Run},{run.Weight:R}")
                    .AppendJoin("", run.Parts.Select(p => string.Create(CultureInfo.InvariantCulture, $",{p:R}")))
                    .Append('\n');
        }
        return csv.ToString();
    }
}
