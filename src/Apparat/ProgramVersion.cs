namespace Apparat;

/// <summary>Versions of the program, of its model, and of its results: the last moves only with an entry under "Changes to results".</summary>
public static class ProgramVersion
{
    /// <summary>Version of the program.</summary>
    public static string Program => typeof(ProgramVersion).Assembly.GetName().Version!.ToString(3);

    /// <summary>Version of the model: which mechanisms are played and how.</summary>
    public const string Model = "Apparat-1";

    /// <summary>Counts changes that change results.</summary>
    public const int Results = 1;

    /// <summary>All of it in a line.</summary>
    public static string Line => $"Apparat {Program}; model {Model}; results version {Results}.";
}
