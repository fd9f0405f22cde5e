using System.CommandLine;
using Apparat.Language;

namespace Apparat.Cli;

/// <summary><c>apparat words</c>: every sentence a scenario may say.</summary>
internal static class WordsCommand
{
    private const int Wrap = 110;

    public static Command Make()
    {
        var word = new Argument<string[]>("word")
        {
            Description = "A word's name or a piece of its sentence, such as elects, slate or \"controls the files\".",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = Options.Json();
        var command = new Verb(
            "words",
            "List the sentences a scenario may say, or tell everything about one word.",
            ("apparat words", "every sentence, by family, with a line on each"),
            ("apparat words elects", "one word: its tails, holds, references and parameters"),
            ("apparat words from the slate of", "found by a piece of its sentence")
        )
        {
            word,
            json,
        };
        command.SetAction(parse => Show(string.Join(' ', parse.GetValue(word) ?? []), parse.GetValue(json)));
        return command;
    }

    private static int Show(string asked, bool json)
    {
        var pages = asked.Length == 0 ? Words.All : Words.Find(asked);
        if (pages.IsEmpty)
            throw new UsageException($"No word is called \"{asked}\" or says it. List them all with: apparat words");
        if (json)
            Terminal.Write(new { Schema = "apparat/words/1", Words = pages.Select(ToJson) });
        else if (pages.Length == 1)
            Tell(pages[0]);
        else
            List(pages);
        return ExitCode.Done;
    }

    private static void List(IReadOnlyCollection<WordPage> pages)
    {
        var width = pages.Max(p => p.Name.Length) + 2;
        foreach (var (title, about) in WordPage.Order)
        {
            var family = pages.Where(p => p.Family == title).ToList();
            if (family.Count == 0)
                continue;
            Terminal.DataLine($"{title}: {about}");
            foreach (var page in family)
            {
                Terminal.DataLine($"  {page.Name.PadRight(width)}{page.Sentences[0]}{(page.Played ? "" : "   (only linted)")}");
                foreach (var line in Page.Lines(page.ShortMeaning, Wrap - width - 2))
                    Terminal.DataLine($"  {new string(' ', width)}  {line}");
            }
            Terminal.DataLine();
        }
        Terminal.DataLine($"{pages.Count} words. Everything about one: apparat words NAME");
    }

    private static void Tell(WordPage page)
    {
        Terminal.DataLine(
            $"{page.Name}: {page.Family.ToLowerInvariant()}, {(page.Played ? "played at every step" : "read and linted, not played")}{(page.Standard ? ", in force unless the scenario chooses its own" : "")}"
        );
        foreach (var line in Page.Lines(page.Meaning, Wrap - 2))
            Terminal.DataLine($"  {line}");
        Terminal.DataLine();
        Row("sentence", page.Sentences);
        Row("example", page.Example is { } example ? [example] : []);
        Row("in by-laws", page.Wording is { } wording ? [wording] : []);
        Row(page.IsTail ? "stands with" : "tails", page.With.Select(w => $"{w.Name.PadRight(16)}{w.Sentence}"));
        Row("not played", page.Unplayed is { } why ? [why] : []);
        Row("played is", page.PlayedAs is { } instead ? [instead] : []);
        Row("holds", page.Holds);
        Row("if struck", page.References.Select((r, i) => $"{i + 1}. {r}"));
        Row("parameters", page.Parameters.Select(p => $"{p.Name} = {p.Prior.Notation} ({p.Unit}): {p.Meaning} [{p.Source}]"));
    }

    private static void Row(string title, IEnumerable<string> lines)
    {
        foreach (var line in lines.SelectMany(l => Page.Lines(l, Wrap - 15).Select((part, i) => i == 0 ? part : $"  {part}")))
        {
            Terminal.DataLine($"  {title, -12} {line}");
            title = "";
        }
    }

    private static object ToJson(WordPage p) =>
        new
        {
            p.Name,
            p.Family,
            p.Meaning,
            p.Sentences,
            p.Example,
            p.Wording,
            With = p.With.Select(w => w.Name),
            p.Holds,
            p.References,
            Parameters = p.Parameters.Select(x => new
            {
                x.Name,
                Prior = x.Prior.Notation,
                x.Unit,
                x.Meaning,
                x.Source,
            }),
            p.Played,
            p.PlayedAs,
            p.Standard,
        };
}
