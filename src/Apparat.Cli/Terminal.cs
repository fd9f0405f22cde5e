using System.Text.Encodings.Web;
using System.Text.Json;
using Apparat.Language;
using Apparat.Model;

namespace Apparat.Cli;

/// <summary>Data on standard output, talk on standard error; no colour or moving line off a terminal.</summary>
internal static class Terminal
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
        NewLine = "\n",
    };

    /// <summary>True if talk may use a moving line.</summary>
    public static bool Moves =>
        !Console.IsErrorRedirected
        && Environment.GetEnvironmentVariable("NO_COLOR") is not { Length: > 0 }
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>For JSON Lines.</summary>
    public static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>True if data must be plain text: off a terminal, and where colour is not wanted.</summary>
    public static bool IsPlain =>
        Console.IsOutputRedirected
        || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 }
        || Environment.GetEnvironmentVariable("TERM") == "dumb";

    public static void Data(string text) => Console.Out.Write(text);

    public static void DataLine(string text = "") => Console.Out.Write(text + "\n");

    public static void Say(string text) => Console.Error.Write(text + "\n");

    public static void Write(object value) => DataLine(JsonSerializer.Serialize(value, Json));

    /// <summary>Prints diagnostics with their places, then how many there are.</summary>
    public static void Say(ReadResult result, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var d in diagnostics)
            Say(DiagnosticText.Render(d, result.Lines));
    }

    /// <summary>A diagnostic for machines.</summary>
    public static object ToJson(Diagnostic d) =>
        new
        {
            d.Code,
            Severity = d.Severity.ToString().ToLowerInvariant(),
            d.Span.File,
            d.Span.Line,
            d.Span.Column,
            d.Span.Length,
            d.Message,
            d.Expected,
            d.Repair,
        };
}
