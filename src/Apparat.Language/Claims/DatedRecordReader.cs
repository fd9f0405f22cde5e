using System.Collections.Immutable;
using System.Globalization;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>
/// Reads a dated record: the recorded seats of the scenario and, in the folder <c>record</c> beside it, <c>people</c>, <c>offices</c>,
/// <c>posts</c>, <c>acts</c>, <c>events</c>, <c>votes</c> and <c>appointments</c> (CSV), those that are there.
/// </summary>
internal sealed class DatedRecordReader(Context context, Scenario scenario)
{
    /// <summary>The most rows a table may have.</summary>
    private const int MostRows = 100_000;

    private readonly Index _people = new();
    private readonly Index _offices = new();
    private readonly Index _others = new();
    private readonly Index _acts = new();
    private readonly Index _counts = new();
    private readonly Index _votes = new();
    private readonly Index _events = new();
    private readonly List<(string Alias, string Name)> _aliases = [];

    /// <summary>The record, and the language to speak of it.</summary>
    public (DatedRecord Record, ClaimLanguage Language) Read(Node? seats)
    {
        foreach (var person in scenario.Cast.People)
            _people.Of(person.Name);
        foreach (var organ in scenario.Charter.Organs)
            _offices.Of(organ.Name);
        var lives = Rows("people", Life, "person", "born", "died", "source");
        var offices = Rows("offices", Office, "office", "holders", "source");
        var holdings = Table(seats, "organ", Holding, "person", "organ", "from", "until", "source")
            .AddRange(Rows("posts", (csv, row) => Holding(csv, row, "office"), "person", "office", "from", "until", "source"));
        // The names of all people and offices are known before anything is said of them.
        var chosen = offices.Select(o => o.Entry with { ChosenBy = [.. Split(o.ChosenBy).Select(n => Subject(n))] }).ToList();
        var acts = Rows("acts", Act, "id", "date", "who", "act", "happened", "source");
        var events = Rows("events", Event, "date", "title", "source");
        var votes = Rows("votes", Vote, "date", "body", "question", "for", "against", "source");
        var counts = Rows("appointments", Count, "metric", "value", "period", "source").AddRange(votes.SelectMany(Cast));
        ImmutableArray<OfficeEntry> known = [.. _offices.Names.Select(name => chosen.Find(o => o.Name == name) ?? Plain(name))];
        // Nobody is known to have held anything beyond his life, or beyond the days for which all holders are known.
        DateOnly Seen(Holding h) =>
            new[] { known[h.Office.Index].Covered?.Until, lives.FirstOrDefault(l => l.Person == h.Person)?.Died }
                .Where(d => d >= h.From)
                .Min()
            ?? DateOnly.MaxValue;
        var record = new DatedRecord
        {
            People = _people.Names,
            Offices = known,
            Others = _others.Names,
            ActNames = _acts.Names,
            CountNames = _counts.Names,
            VoteNames = _votes.Names,
            EventNames = _events.Names,
            Holdings = [.. holdings.Select(h => h with { SeenUntil = Seen(h) })],
            Lives = lives,
            Acts = acts,
            Counts = counts,
            Votes = votes,
            Events = events,
        };
        return (record, Speak(record));
    }

    private ClaimLanguage Speak(DatedRecord record)
    {
        if (scenario.Question is { } question)
            _aliases.AddRange(((string[])["he", "He", "she", "She", "him", "her"]).Select(p => (p, scenario[question.Holder].Name)));
        _aliases.AddRange(
            record
                .Offices.Select(o => (o.Name.ToLowerInvariant(), o.Name))
                .Concat(_others.Names.Select(n => (n.ToLowerInvariant(), n)))
                .Where(a => a.Item1 != a.Item2)
        );
        var names = new Names();
        void Declare<T>(IEnumerable<string> all, Func<int, int> at)
        {
            foreach (var (name, i) in all.Select((n, i) => (n, i)))
                names.Declare(typeof(T), name, at(i));
        }
        Declare<PersonId>(record.People, i => i);
        Declare<OrganId>(record.Offices.Select(o => o.Name), i => i);
        Declare<SubjectId>(record.People, i => i);
        Declare<SubjectId>(record.Offices.Select(o => o.Name), i => record.People.Length + i);
        Declare<SubjectId>(record.Others, i => record.People.Length + record.Offices.Length + i);
        Declare<ActId>(record.ActNames, i => i);
        Declare<CountId>(record.CountNames, i => i);
        Declare<VoteId>(record.VoteNames, i => i);
        Declare<EventId>(record.EventNames, i => i);
        foreach (var (alias, name) in _aliases)
        {
            foreach (var kind in (Type[])[typeof(PersonId), typeof(OrganId), typeof(SubjectId), typeof(ActId)])
            {
                if (names.Find(kind, name) is var index and >= 0)
                    names.Declare(kind, alias, index);
            }
        }
        return new(context.Lexicon, names, [.. _aliases]);
    }

    private Life Life(CsvTable csv, (int Line, string[] Cells) row)
    {
        var name = Named(csv, row, "person");
        Alias(csv, row, name);
        return new(
            new(_people.Of(name)),
            context.Date(csv.Cell(row, "born", context), "A day of birth"),
            context.Date(csv.Cell(row, "died", context), "A day of death"),
            Grounds(csv, row)
        );
    }

    private (OfficeEntry Entry, string ChosenBy) Office(CsvTable csv, (int Line, string[] Cells) row)
    {
        var name = Named(csv, row, "office");
        _offices.Of(name);
        Alias(csv, row, name);
        var holders = csv.Cell(row, "holders", context);
        if (holders is not null && holders.Text is not ("one" or "many"))
            context.Diagnostics.Error("APP852", holders.Span, $"An office has one holder or many, not \"{holders.Text}\".", "one or many");
        var from = context.Date(csv.Cell(row, "covered_from", context), "The first day on which every holder is known");
        var until = context.Date(csv.Cell(row, "covered_until", context), "The last day on which every holder is known");
        return (
            new(
                name,
                holders?.Text == "one",
                context.Date(csv.Cell(row, "created", context), "The day an office came to be"),
                from is { } f && until is { } u ? new Stretch(f, u) : null,
                [],
                Grounds(csv, row)
            ),
            csv.Cell(row, "chosen_by", context)?.Text ?? ""
        );
    }

    private Holding? Holding(CsvTable csv, (int Line, string[] Cells) row, string office)
    {
        var organ = Named(csv, row, office);
        if (context.Date(csv.Cell(row, "from", context), "The first day of a holding") is not { } from)
            return null;
        var until = context.Date(csv.Cell(row, "until", context), "The first day out of an office");
        if (until < from)
            context.Diagnostics.Error("APP603", csv.Cell(row, "until", context)!.Span, "This holding ends before it begins.");
        return new(new(_people.Of(Named(csv, row, "person"))), new(_offices.Of(organ)), from, until, Grounds(csv, row));
    }

    private ActEntry? Act(CsvTable csv, (int Line, string[] Cells) row)
    {
        var happened = csv.Cell(row, "happened", context);
        if (happened is not null && happened.Text is not ("yes" or "no" or "doubtful"))
            context.Diagnostics.Error(
                "APP853",
                happened.Span,
                $"An act happened, did not happen or is doubtful; \"{happened.Text}\" is none of these.",
                "yes, no or doubtful"
            );
        if (Days(csv.Cell(row, "date", context)) is not { } when)
            return null;
        var name = Named(csv, row, "act");
        Alias(csv, row, name, "also");
        var place = csv.Cell(row, "place", context);
        return new(
            Named(csv, row, "id"),
            new(_acts.Of(name)),
            [.. Split(Named(csv, row, "who")).Select(n => Subject(n, csv.Cell(row, "who", context)))],
            place is null ? null : Subject(place.Text, place),
            [.. Split(csv.Cell(row, "by", context)?.Text ?? "").Select(n => Subject(n, csv.Cell(row, "by", context)))],
            when,
            happened?.Text switch
            {
                "no" => Happened.No,
                "doubtful" => Happened.Doubtful,
                _ => Happened.Yes,
            },
            Grounds(csv, row)
        );
    }

    private EventEntry? Event(CsvTable csv, (int Line, string[] Cells) row)
    {
        var date = csv.Cell(row, "date", context);
        var monthly = csv.Cell(row, "date_precision", context)?.Text == "month" && date is { Text.Length: 10 };
        if (Days(date, monthly ? 7 : int.MaxValue) is not { } when)
            return null;
        var grounds = Grounds(csv, row, inWords: true);
        return new(
            new(_events.Of(Named(csv, row, "title"))),
            when,
            csv.Cell(row, "detail", context) is { } detail ? grounds with { Note = detail.Text } : grounds
        );
    }

    private VoteEntry? Vote(CsvTable csv, (int Line, string[] Cells) row)
    {
        if (context.Date(csv.Cell(row, "date", context), "The day of a vote") is not { } day)
            return null;
        return new(
            new(_votes.Of(csv.Cell(row, "name", context)?.Text ?? Named(csv, row, "question"))),
            day,
            csv.Cell(row, "body", context)?.Text ?? "",
            context.Whole(csv.Cell(row, "for", context), "The votes for", most: 100_000_000),
            context.Whole(csv.Cell(row, "against", context), "The votes against", most: 100_000_000),
            context.Whole(csv.Cell(row, "abstain", context), "The abstentions", most: 100_000_000),
            Grounds(csv, row, inWords: true)
        );
    }

    private CountEntry? Count(CsvTable csv, (int Line, string[] Cells) row)
    {
        if (Days(csv.Cell(row, "period", context)) is not { } when || csv.Cell(row, "value", context) is not { } value)
            return null;
        if (!double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            context.Diagnostics.Error("APP121", value.Span, $"\"{value.Text}\" is not a number.", "a number such as 31 or 0.54");
            return null;
        }
        return new(
            new(_counts.Of(csv.Cell(row, "name", context)?.Text ?? Named(csv, row, "metric"))),
            number,
            when,
            Grounds(csv, row, inWords: true)
        );
    }

    // A vote with a name of its own can be counted: votes for it, votes against it, votes on it.
    private IEnumerable<CountEntry> Cast(VoteEntry vote)
    {
        var name = _votes.Names[vote.Vote.Index];
        CountEntry Of(string what, double value) => new(new(_counts.Of($"votes {what} {name}")), value, Stretch.Of(vote.Day), vote.Grounds);
        if (vote.For is { } yes)
            yield return Of("for", yes);
        if (vote.Against is { } no)
            yield return Of("against", no);
        if (vote is { For: { } a, Against: { } b })
            yield return Of("on", a + b + (vote.Abstained ?? 0));
    }

    // Days of a row: a day, a month, a year, or two of them with .. or / between.
    private Stretch? Days(Node? cell, int length = int.MaxValue)
    {
        if (cell is null)
            return null;
        var text = cell.Text.Length > length ? cell.Text[..length] : cell.Text;
        var parts = text.Split(["..", "/"], StringSplitOptions.TrimEntries);
        if (
            parts.Length <= 2
            && DaysSpelling.Word(parts[0]) is { } first
            && DaysSpelling.Word(parts[^1]) is { } last
            && first.From <= last.Until
        )
            return new(first.From, last.Until);
        context.Diagnostics.Error(
            "APP120",
            cell.Span,
            $"\"{cell.Text}\" says no days.",
            "1922-04-03, 1922-04, 1922, or 1922-05-22..1922-05-24"
        );
        return null;
    }

    // Tables of events, votes and numbers may name their sources in words.
    private Grounds Grounds(CsvTable csv, (int Line, string[] Cells) row, bool inWords = false)
    {
        ImmutableArray<string> sources = [];
        if (csv.Cell(row, "source", context) is { } cell)
        {
            var keys = Split(cell.Text);
            sources = inWords && !Array.TrueForAll(keys, context.Sources.ContainsKey) ? [cell.Text] : context.Keys(cell, cell.Text, 0);
        }
        var word = csv.Cell(row, "confidence", context);
        Confidence? said = word?.Text switch
        {
            "high" => Confidence.High,
            "medium" => Confidence.Medium,
            "low" => Confidence.Low,
            _ => null,
        };
        if (word is not null && said is null)
            context.Diagnostics.Error("APP854", word.Span, $"Confidence is not \"{word.Text}\".", "high, medium or low");
        return new(
            csv.Cell(row, "note", context)?.Text ?? "",
            sources,
            said ?? sources.Select(Trust).DefaultIfEmpty(Confidence.Medium).Max(),
            new(csv.File, row.Line, 1, 1)
        );
    }

    // A row without a confidence of its own has that of the surest of its sources, as the bibliography states it.
    private Confidence Trust(string key) =>
        context.Sources.TryGetValue(key, out var source) && source.Fields.TryGetValue("confidence", out var said)
            ? said switch
            {
                "low" => Confidence.Low,
                "medium" => Confidence.Medium,
                _ => Confidence.High,
            }
            : Confidence.High;

    private SubjectId Subject(string name, Node? cell = null)
    {
        var known = _aliases.Find(a => a.Alias == name).Name ?? name;
        if (_people.Find(known) is var person and >= 0)
            return new(person);
        if (_offices.Find(known) is var office and >= 0)
            return new(_people.Count + office);
        if (cell is not null && Nearest.To(known, _people.Names.Concat(_offices.Names)) is { } meant && _others.Find(known) < 0)
            context.Diagnostics.Warning(
                "APP855",
                cell.Part(Math.Max(0, cell.Text.IndexOf(name, StringComparison.Ordinal)), name.Length),
                $"The record has no person or office \"{name}\"; I take it for something else.",
                repair: $"Did you mean \"{meant}\"?"
            );
        return new(_people.Count + _offices.Count + _others.Of(known));
    }

    private void Alias(CsvTable csv, (int Line, string[] Cells) row, string name, string column = "also")
    {
        foreach (var alias in Split(csv.Cell(row, column, context)?.Text ?? ""))
            _aliases.Add((alias, name));
    }

    private string Named(CsvTable csv, (int Line, string[] Cells) row, string column)
    {
        if (csv.Cell(row, column, context) is { } cell)
            return cell.Text;
        context.Diagnostics.Error("APP856", new(csv.File, row.Line, 1, 1), $"This row has no {column}.", $"text in the column {column}");
        return "";
    }

    private OfficeEntry Plain(string name)
    {
        var organ = scenario.Charter.Organs.FirstOrDefault(o => o.Name == name);
        return new(
            name,
            organ?.OfficeOf is not null,
            null,
            organ is not null && scenario.Record.Covers.Contains(organ.Id) ? new(scenario.Calendar.From, scenario.Calendar.Until) : null,
            [],
            new("", [], Confidence.Medium, SourceSpan.Nowhere)
        );
    }

    private ImmutableArray<T> Rows<T>(string table, Func<CsvTable, (int Line, string[] Cells), T?> read, params string[] needed)
    {
        var file = $"record/{table}.csv";
        if (context.Open(file) is null)
            return [];
        return Table(ClaimReader.FileNode(file), read, needed);
    }

    private ImmutableArray<Holding> Table(
        Node? file,
        string office,
        Func<CsvTable, (int, string[]), string, Holding?> read,
        params string[] needed
    ) => file is null ? [] : Table<Holding>(file, (csv, row) => read(csv, row, office), needed);

    private ImmutableArray<T> Table<T>(Node file, Func<CsvTable, (int Line, string[] Cells), T?> read, string[] needed)
    {
        if (CsvTable.Read(context, file, needed) is not { } csv)
            return [];
        return [.. csv.First(context, MostRows, $"rows of {csv.File}").Select(r => read(csv, r)).Where(r => r is not null).Select(r => r!)];
    }

    internal static string[] Split(string text) => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // Names in the order of their first use.
    private sealed class Index
    {
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

        public int Count => _places.Count;

        public ImmutableArray<string> Names => [.. _places.OrderBy(p => p.Value).Select(p => p.Key)];

        public int Find(string name) => _places.GetValueOrDefault(name, -1);

        public int Of(string name)
        {
            if (!_places.TryGetValue(name, out var place))
                _places[name] = place = _places.Count;
            return place;
        }
    }
}
