namespace Apparat.Reporting;

/// <summary>Colours told apart by those who see colours differently (Okabe and Ito 2008), and by grey in print.</summary>
internal static class Palette
{
    private static readonly string[] Lines = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#7a6a00"];

    public static string Line(int i) => Lines[i % Lines.Length];

    public static string Of(PartKind kind) =>
        kind switch
        {
            PartKind.Baseline => "#9a9a9a",
            PartKind.Rules => "#0072B2",
            PartKind.People => "#D55E00",
            PartKind.Events => "#009E73",
            _ => "#d9d4c4",
        };
}
