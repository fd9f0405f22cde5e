namespace Apparat.Cli;

/// <summary>One table for all commands; never changed by the output format.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing at or above the threshold.</summary>
    public const int Done = 0;

    /// <summary>Findings.</summary>
    public const int Findings = 1;

    /// <summary>Wrong use.</summary>
    public const int WrongUse = 2;

    /// <summary>The input file is bad.</summary>
    public const int BadInput = 3;

    /// <summary>The answer missed its stated precision.</summary>
    public const int Imprecise = 4;

    /// <summary>Our fault.</summary>
    public const int Ours = 70;

    /// <summary>Cancelled; partial results are kept.</summary>
    public const int Cancelled = 130;

    /// <summary>The table as help prints it.</summary>
    public const string Table =
        "Exit codes, the same for every command and every format:\n"
        + "    0  done, and nothing at or above the threshold\n"
        + "    1  findings, or an --assert that does not hold\n"
        + "    2  wrong use\n"
        + "    3  the input file is bad\n"
        + "    4  the answer missed the precision asked for\n"
        + "   70  our fault\n"
        + "  130  cancelled; what was finished is kept\n";
}
