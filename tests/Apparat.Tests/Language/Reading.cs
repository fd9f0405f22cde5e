using System.Text;
using Apparat.Language;
using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Small scenarios to read, and short ways to say what came of it.</summary>
internal static class Reading
{
    /// <summary>A club in which everything is in order.</summary>
    public const string Club = """
        scenario: A club
        from: 2020-01-01
        until: 2021-12-31
        organs:
          Members: {count: 40..60, turnout: 0.25, source: declared}
          Board:   {seats: 5, meets: monthly, term: 12 months, rank: 1, source: declared}
          Chair:   {office of: Board, source: declared}
        people:
          Anna: {holds: [Board, Chair], source: declared}
          Bert: {holds: Board, source: declared}
        contenders: {people: [Anna, Bert], source: declared}
        clauses:
          3.1:  Members elect Board by majority [declared]
          3.10: Board elects Chair by majority, from Board [declared]
        """;

    public static ReadResult Text(string text) => new ScenarioReader(StandardLexicon.Instance).ReadText(text);

    public static ReadResult Bytes(byte[] bytes) => new ScenarioReader(StandardLexicon.Instance).Read("scenario.yaml", bytes, _ => null);

    /// <summary>The club with other clauses.</summary>
    public static ReadResult Clauses(string clauses) =>
        Text(Club[..Club.IndexOf("clauses:", StringComparison.Ordinal)] + "clauses:\n" + clauses + "\n");

    /// <summary>A scenario with files beside it.</summary>
    public static ReadResult With(string text, params (string Name, string Content)[] files) =>
        new ScenarioReader(StandardLexicon.Instance).ReadText(
            text,
            open: name => files.Where(f => f.Name == name).Select(f => Encoding.UTF8.GetBytes(f.Content)).FirstOrDefault()
        );

    public static void ShouldRead(this ReadResult read) => Assert.True(read.IsUsable, Told(read));

    public static Diagnostic ShouldSay(this ReadResult read, string code)
    {
        var said = read.Diagnostics.FirstOrDefault(d => d.Code == code);
        Assert.True(said is not null, $"{code} is not among:\n{Told(read)}");
        return said;
    }

    public static string Told(ReadResult read) => string.Join('\n', read.Diagnostics.Select(d => DiagnosticText.Render(d, read.Lines)));
}
