using System.CommandLine;

namespace Apparat.Cli;

/// <summary><c>apparat read</c>: a charter read back in the English of by-laws.</summary>
internal static class ReadCommand
{
    public static Command Make()
    {
        var file = Options.Scenario();
        var json = Options.Json();
        var command = new Verb(
            "read",
            "Read a charter back, clause by clause, in the English of by-laws.",
            ("apparat read governance/self-perpetuating-board", "each clause in the English of by-laws, and how much was read")
        )
        {
            file,
            json,
        };
        command.SetAction(parse => Run(parse.GetValue(file)!, parse.GetValue(json)));
        return command;
    }

    private static int Run(string name, bool json)
    {
        var scenario = ScenarioFile.Load(name);
        var clauses = ReadBack.Of(scenario);
        if (json)
        {
            Terminal.Write(
                new
                {
                    Schema = "apparat/read/1",
                    Scenario = scenario.Name,
                    Coverage = scenario.Charter.Coverage,
                    Clauses = clauses.Select(c => new
                    {
                        c.Id,
                        c.Says,
                        c.Gist,
                        c.DefaultOf,
                        Sentences = c.Sentences.Select(s => new
                        {
                            s.Name,
                            s.Canonical,
                            s.English,
                        }),
                    }),
                }
            );
            return ExitCode.Done;
        }
        var width = clauses.IsEmpty ? 0 : clauses.SelectMany(c => c.Sentences.Select(s => s.Name.Length).Append(c.Id.Length)).Max() + 2;
        foreach (var clause in clauses)
        {
            foreach (var (id, _, english) in clause.Sentences)
                Write(id.PadRight(width), clause.DefaultOf is { } law ? $"{english} ({law})" : english);
            // Only the document's own words stand in quotation marks.
            if (
                (
                    clause.Says is { } says ? $"\"{says}\""
                    : clause.Gist is { } gist ? $"In short: {gist}"
                    : null
                ) is
                { } words
            )
                Write((clause.Sentences.IsEmpty ? clause.Id : "").PadRight(width), words);
        }
        Terminal.DataLine($"{scenario.Charter.Coverage}. Not legal advice.");
        return ExitCode.Done;
    }

    private static void Write(string name, string text)
    {
        foreach (var line in Page.Lines(text, 110 - name.Length))
        {
            Terminal.DataLine($"{name}{line}");
            name = new string(' ', name.Length);
        }
    }
}
