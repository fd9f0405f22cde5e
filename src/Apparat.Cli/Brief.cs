using System.Collections.Immutable;
using Apparat.Reporting;

namespace Apparat.Cli;

/// <summary>A report without what is folded away on its page: sections that hold nothing else are left out with it.</summary>
internal static class Brief
{
    public static Report Of(Report report) =>
        report with
        {
            Sections =
            [
                .. report.Sections.Select(s => s with { Blocks = [.. s.Blocks.Where(b => b is not Folded)] }).Where(s => !s.Blocks.IsEmpty),
            ],
        };
}
