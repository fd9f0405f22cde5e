using System.Collections.Immutable;
using Apparat.Reporting;

namespace Apparat.Cli;

/// <summary>A report without what is folded away on its page: sections that hold nothing else but words leading to it are left out with it.</summary>
internal static class Brief
{
    public static Report Of(Report report) =>
        report with
        {
            Sections =
            [
                .. report
                    .Sections.Where(s => s.Blocks.All(b => b is not Folded) || s.Blocks.Any(b => b is not (Folded or Paragraph)))
                    .Select(s => s with { Blocks = [.. s.Blocks.Where(b => b is not Folded)] }),
            ],
        };
}
