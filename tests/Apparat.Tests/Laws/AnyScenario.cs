using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Apparat.Language;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Vocabulary;
using CsCheck;

namespace Apparat.Tests;

/// <summary>
/// A small scenario in the making: the lines of each section of its file, so that laws may shuffle, add and rename them.
/// It is read as a user's file would be.
/// </summary>
internal sealed record Draft(
    int Months,
    ImmutableArray<string> Organs,
    ImmutableArray<string> People,
    ImmutableArray<string> Contenders,
    ImmutableArray<string> Clauses,
    ImmutableArray<string> Events,
    ImmutableArray<string> Ties,
    string Rest
)
{
    private static readonly ScenarioReader Reader = new(StandardLexicon.Instance);

    /// <summary>The first day of all drafts.</summary>
    public static DateOnly First { get; } = new(2001, 1, 1);

    public Scenario Read()
    {
        var result = Reader.ReadText(ToString());
        if (!result.IsUsable)
            throw new InvalidOperationException(
                string.Join('\n', result.Diagnostics.Where(d => d.Severity == Severity.Error)) + "\n" + this
            );
        return result.Scenario!;
    }

    /// <summary>The same scenario with the lines of every section whose order means nothing in another order.</summary>
    public Draft Shuffled(ulong by) =>
        this with
        {
            Organs = Shuffle(Organs, by),
            People = Shuffle(People, by + 1),
            Contenders = Shuffle(Contenders, by + 2),
            Clauses = Shuffle(Clauses, by + 3),
            Events = Shuffle(Events, by + 4),
            Ties = Shuffle(Ties, by + 5),
        };

    public override string ToString() =>
        $"""
            scenario: A small charter
            from: {First:yyyy-MM-dd}
            until: {First.AddMonths(Months).AddDays(-1):yyyy-MM-dd}
            organs:
            {Section(Organs)}
            people:
            {Section(People)}
            contenders: [{string.Join(", ", Contenders)}]
            {(Ties.IsEmpty ? "" : $"ties:\n{Section(Ties)}")}
            clauses:
            {Section(Clauses)}
            {(Events.IsEmpty ? "" : $"events:\n{Section(Events)}")}
            {Rest}
            """;

    private static string Section(ImmutableArray<string> lines) => string.Join('\n', lines.Select(l => "  " + l));

    private static ImmutableArray<string> Shuffle(ImmutableArray<string> lines, ulong by) =>
        [.. lines.OrderBy(l => Key.Mix(by, Key.Of(l)))];
}

/// <summary>
/// Draws small scenarios: a few offices and bodies, some of the ways to fill them, some of the powers over them, three to five
/// contenders, a document, deaths and changes of size. Drawn by number, so that a law tried today is tried the same tomorrow.
/// </summary>
internal static class AnyScenario
{
    private static readonly string[] Trees = ["Alder", "Birch", "Cedar", "Elm", "Fir"];
    private static readonly Gen<int> Option = Gen.Int[0, 3];
    private static readonly Gen<string> Share = Gen.OneOf("1", "1", "0", "0.5", "0.2..0.9");

    /// <summary>Scenarios together with a seed to run them under.</summary>
    public static readonly Gen<(Draft Draft, ulong Seed)> WithSeed = Gen.Select(
            Gen.Int[3, 5],
            Gen.Int[6, 18],
            Option.Array[66],
            Share.Array[26],
            Gen.Int[1, 17].Array[6],
            Gen.ULong
        )
        .Select((contenders, months, options, shares, days, seed) => (Write(contenders, months, options, shares, days), seed));

    /// <summary>The scenario of a number.</summary>
    public static Draft Number(uint number) => WithSeed.Generate(new PCG(number, 1), null, out _).Draft;

    /// <summary>Tries a law on a number of scenarios; the environment variable APPARAT_LAWS multiplies how many.</summary>
    public static void Obeys(
        this Gen<(Draft Draft, ulong Seed)> scenarios,
        Action<Draft, ulong> law,
        int scenariosTried = 40,
        [CallerMemberName] string name = ""
    )
    {
        var factor = int.TryParse(Environment.GetEnvironmentVariable("APPARAT_LAWS"), CultureInfo.InvariantCulture, out var f) ? f : 1;
        for (var i = 0; i < scenariosTried * factor; i++)
        {
            var (draft, seed) = scenarios.Generate(new PCG((uint)i, Key.Of(name)), null, out _);
            try
            {
                law(draft, seed);
            }
            catch (Exception broken)
            {
                throw new LawBroken($"{name}, scenario {i}, seed {seed}: {broken.Message}\n\n{draft}", broken);
            }
        }
    }

    private static Draft Write(int contenders, int months, int[] options, string[] shares, int[] days)
    {
        int o = 0,
            s = 0,
            d = 0;
        int Next() => options[o++];
        string Nth() => shares[s++];
        string Day() =>
            Draft.First.AddMonths(Math.Min(days[d++], months - 1)).AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        string[] heads = Trees[..contenders];
        var congress = Next() > 0;
        var secondOffice = Next() > 1;
        var seats = (Units: 3 + Next(), Council: contenders + 3 + Next(), Board: 3 + Next());
        var councilTerm = congress ? "until next Congress" : Pick(Next(), "5 months", "at pleasure", "7 months", "6 months");

        var organs = ImmutableArray.CreateBuilder<string>();
        organs.Add($"Units: {{seats: {seats.Units}, leads branches: yes, rank: 0.25, pool: [Units], source: declared}}");
        organs.Add(
            $"Council: {{seats: {seats.Council}, most: {seats.Council + 4}, term: {councilTerm}, meets: {Pick(Next(), "monthly", "every 2 months", "monthly", "quarterly")}, rank: 0.5, pool: [Units, Auditors], closed: {Pick(Next(), "no", "no", "yes", "no")}, source: declared}}"
        );
        organs.Add(
            $"Board: {{seats: {seats.Board}, term: {Pick(Next(), "until next Council", "4 months", "at pleasure", "until next Council")}, rank: 1, pool: [Council], closed: {Pick(Next(), "yes", "no", "yes", "yes")}, source: declared}}"
        );
        organs.Add(
            $"Chair: {{office of: Board, term: until next Board, pool: [{Pick(Next(), "Board", "Board", "Council, Board", "Council")}], closed: {Pick(Next(), "yes", "yes", "yes", "no")}, source: declared}}"
        );
        organs.Add(
            secondOffice
                ? "Clerk: {office of: Board, pool: [Board], closed: yes, source: declared}"
                : "Clerk: {seats: 1, rank: 0.3, term: 5 months, source: declared}"
        );
        organs.Add("Auditors: {seats: 3, rank: 0.3, turnover: \"0.02..0.1 [declared]\", source: declared}");
        organs.Add("Plenum: {of: [Council, Auditors], meets: every 2 months, rank: 0.5, source: declared}");
        if (congress)
            organs.Add($"Congress: {{counted: yes, seats: {20 + (13 * Next())}, meets: every {3 + Next()} months, source: declared}}");

        var people = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < contenders; i++)
        {
            var holds =
                i == 0 ? "Council, Board, Chair"
                : i < 3 ? "Council, Board"
                : "Council";
            people.Add(
                $"{heads[i]}: {{holds: [{holds}], joined: {1990 + (3 * i)}-05-01, attributes: {{name: {i % 2}}}, source: declared}}"
            );
        }
        people.Add("Hazel: {holds: [Units], joined: 1995-05-01, source: declared}");
        people.Add("Ivy: {holds: [Auditors], source: declared}");
        if (Next() > 1)
            people.Add("Oak: {holds: [Council], source: declared}");

        var clauses = ImmutableArray.CreateBuilder<string>();
        var number = 0;
        void Clause(string sentence, string more = "") =>
            clauses.Add($"1.{++number}: {{means: \"{sentence}\", share: {Nth()}{more}, source: declared}}");
        void Perhaps(string sentence, string more = "")
        {
            if (Next() > 1)
                Clause(sentence, more);
        }

        Clause(
            Pick(
                Next(),
                "Board appoints Units",
                "Chair appoints Units, with the consent of Council",
                "each branch elects Units",
                "Chair appoints Units"
            )
        );
        if (congress)
        {
            Clause("Units choose Congress by delegation");
            Clause(
                Pick(
                    Next(),
                    "Congress elects Council by majority",
                    "Congress elects Council from the slate of Chair",
                    "Congress elects Council, from the slate of Board, in secret",
                    "Congress elects Council by plurality, from the slate of Chair"
                )
            );
            Perhaps("Congress dismisses Council by majority");
        }
        else
            Clause(
                Pick(
                    Next(),
                    "Council coopts Council by majority",
                    "Council coopts Council by majority, from the slate of Board",
                    "Units elect Council by two thirds, from the nominations",
                    "Council is drawn by lot"
                )
            );
        Perhaps(
            Pick(
                Next(),
                "Auditors step up to Council",
                "Board fills vacancies of Council",
                "Board fills vacancies of Council by majority",
                "Auditors step up to Council"
            )
        );
        Clause(
            Pick(
                Next(),
                "Council elects Board by majority",
                "Council elects Board by plurality, from the slate of Chair",
                "the longest-serving member of Council takes Board",
                "Council elects Board by majority, in secret"
            )
        );
        Clause(
            Pick(
                Next(),
                "Board elects Chair by majority, from Board",
                "the longest-serving member of Board takes Chair",
                "Council elects Chair by two thirds",
                "Board elects Chair by majority, with the consent of Council"
            )
        );
        Clause(
            Pick(
                Next(),
                "Auditors are drawn by lot",
                "Council elects Auditors by majority",
                "Chair appoints Auditors",
                "Auditors are drawn by lot"
            )
        );
        Clause(Pick(Next(), "Chair appoints Clerk", "Board elects Clerk", "Clerk is drawn by lot", "Board elects Clerk by two thirds"));
        if (!secondOffice)
            Perhaps("Clerk sits in Board ex officio");
        Perhaps(
            Pick(Next(), "Chair dismisses Units", "Board dismisses Units, Auditors", "Chair dismisses Units", "Chair dismisses Auditors")
        );
        Perhaps("Board controls the files of Units, Council");
        Perhaps("Chair sets the agenda of Board, Council");
        Perhaps(
            Pick(
                Next(),
                "Council dismisses Board by two thirds",
                "Plenum dismisses Board, Council by majority",
                "Council dismisses Board by majority, in secret",
                "Council removes Board by majority of all seats"
            )
        );
        Perhaps(
            Pick(
                Next(),
                "Plenum expels Council by two thirds",
                "Council expels Council by majority",
                "Plenum expels Board by majority",
                "Council expels Board by three quarters"
            )
        );
        Perhaps("Chair serves at the pleasure of Council");
        Perhaps("Board decides policy by majority");
        Perhaps("Council enlarges Council by majority");
        Perhaps("Council decides who hears the Paper");
        Perhaps(
            Pick(
                Next(),
                "Council may not be held together with Units",
                "Council may not be held together with Units",
                "Units need 5 years of standing",
                "Board needs 3 years of standing"
            )
        );
        Perhaps("Auditors sit in Council without a vote");

        var events = ImmutableArray.CreateBuilder<string>();
        if (Next() > 1)
            events.Add($"{Day()}: {heads[^1]} dies [declared]");
        if (Next() > 1)
            events.Add($"{Day()}: {heads[1]} falls ill [declared]");
        if (Next() > 0)
            events.Add($"{Day()}: {{what: the Paper is delivered to Council, kind: given, source: declared}}");
        if (Next() > 1)
            events.Add($"{Day()}: Council has {seats.Council - 1} seats [declared]");
        if (Next() > 2)
            events.Add($"{Day()}: {heads[0]} dies [declared]");
        // A day is a key of the file, so one event a day.
        ImmutableArray<string> ties =
            Next() > 1
                ?
                [
                    $"- {{from: Hazel, to: {heads[0]}, strength: 0.6, source: declared}}",
                    $"- {{from: Ivy, to: {heads[1]}, strength: 0.2..0.8, source: declared}}",
                ]
                : [];
        return new(
            months,
            organs.ToImmutable(),
            people.ToImmutable(),
            [.. heads],
            clauses.ToImmutable(),
            [.. events.DistinctBy(e => e[..10])],
            ties,
            Rest(congress, heads, seats.Units)
        );
    }

    private static string Rest(bool congress, string[] heads, int units) =>
        $$"""
            cadres: 60
            branches: {number: {{units}}, leanings: { {{string.Join(", ", heads.Select(h => $"{h}: 0.05..0.2"))}} }, source: declared}
            issues:
              Tax: 0.2 [declared]
            traits:
              heads:
                prestige: {base: "0.1..0.6", plus: {name: "0..0.2"}, source: declared}
                competence: {base: "normal(0, 0.4)", source: declared}
                capacity: {base: "lognormal(1, 0.4)", source: declared}
                Tax: {base: "-0.8..0.8", source: declared}
              cadres:
                prestige: {base: "0.02..0.2", source: declared}
                competence: {base: "normal(0, 0.4)", source: declared}
                Tax: {base: "-0.8..0.8", source: declared}
            documents:
              the Paper:
                harms: { {{heads[0]}}: "0.2..0.6", {{heads[1]}}: "0.1..0.3" }
                asks to remove: Chair
                against holder: "0.1..0.5"
                audiences: [Council, {{(congress ? "Units, Congress" : "Units")}}]
                source: declared
            priors:
              nu: 0.5..3 [declared]
              delta: 0.01..0.1 [declared]
            outcomes:
              rules(X): X sits in Board and no other living contender does [declared]
              presides(X): X sits in Chair [declared]
              leaves(X): X does not sit in Council [declared]
            measures:
              - patronage of each contender in Council
              - patronage of each contender in Units
            """;

    private static string Pick(int option, params string[] texts) => texts[option];
}

/// <summary>A law that does not hold, with the scenario that breaks it.</summary>
internal sealed class LawBroken(string message, Exception inner) : Exception(message, inner);
