using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>One contender's row: how likely the outcome is of him, by who holds the office and with what.</summary>
/// <param name="Contender">Who.</param>
/// <param name="InOfficeWithPowers">He holds it with its powers.</param>
/// <param name="InOfficeWithout">He holds it with its powers struck.</param>
/// <param name="AnotherInOffice">Another contender holds it with its powers, mixed evenly over the others.</param>
/// <param name="Person">His effect: his row's mean less the mean of all.</param>
/// <param name="Fit">What is left of each of the three cells when mean, person and office are taken off.</param>
/// <param name="SomeoneWithPowers">P(someone satisfies the outcome) with him in the office and its powers.</param>
/// <param name="SomeoneWithout">P(someone satisfies the outcome) with him in the office and its powers struck.</param>
public sealed record OfficeOrManRow(
    string Contender,
    Estimate InOfficeWithPowers,
    Estimate InOfficeWithout,
    Estimate AnotherInOffice,
    Estimate Person,
    ImmutableArray<Estimate> Fit,
    Estimate SomeoneWithPowers,
    Estimate SomeoneWithout
);

/// <summary>
/// The office or the man: every contender in the chair, with and without its powers (rulings C2). Cell = mean + person + office + fit.
/// </summary>
public sealed record OfficeOrManMatrix : IAnswer
{
    /// <summary>Names of the three columns, in order.</summary>
    public static ImmutableArray<string> Columns { get; } = ["in office with powers", "in office without", "another in office with powers"];

    /// <inheritdoc/>
    public required Scenario Scenario { get; init; }

    /// <summary>The outcome, said of each row's contender.</summary>
    public required string Outcome { get; init; }

    /// <summary>The office.</summary>
    public required string Office { get; init; }

    /// <summary>Runs a world.</summary>
    public required long Runs { get; init; }

    /// <summary>Mean of all cells.</summary>
    public required Estimate Mean { get; init; }

    /// <summary>The effect of each column: what the office does, whoever holds it.</summary>
    public required ImmutableArray<Estimate> OfficeEffects { get; init; }

    /// <summary>One row a contender, in the order of the cast.</summary>
    public required ImmutableArray<OfficeOrManRow> Rows { get; init; }

    /// <summary>Whether somebody comes out and who, with each contender in the office and its powers; as many as rows.</summary>
    public required ImmutableArray<WhetherAndWho> WithPowers { get; init; }

    /// <summary>The same with the powers struck.</summary>
    public required ImmutableArray<WhetherAndWho> Without { get; init; }

    /// <inheritdoc/>
    public string Title => $"{Office}: the office or the man";

    /// <inheritdoc/>
    public IEnumerable<(string Name, Estimate Value)> Estimates =>
        Rows.SelectMany(r =>
            new[]
            {
                ($"{r.Contender} {Columns[0]}", r.InOfficeWithPowers),
                ($"{r.Contender} {Columns[1]}", r.InOfficeWithout),
                ($"{r.Contender} {Columns[2]}", r.AnotherInOffice),
            }
        );
}

/// <summary>Puts every contender in the chair, with its powers and with them struck; one run of a world serves every row.</summary>
public sealed class OfficeOrMan : IStudy<OfficeOrManMatrix>
{
    private readonly Scenario _scenario;
    private readonly Outcome _outcome;
    private readonly ulong _seed;
    private readonly int _runs;
    private readonly OrganId _office;
    private readonly PersonId _holder;
    private readonly Strike? _struck;

    /// <summary>Which office, which outcome.</summary>
    /// <param name="scenario">The scenario as read.</param>
    /// <param name="outcome">The outcome, said of each contender.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="runs">Runs a world.</param>
    /// <param name="office">The office, or any organ of which one seat is to change hands; null for that of the question.</param>
    /// <exception cref="ArgumentException">No office is given, and the scenario asks nothing.</exception>
    public OfficeOrMan(Scenario scenario, Outcome outcome, ulong seed, int runs, OrganId? office = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        (_scenario, _outcome, _seed, _runs) = (scenario, outcome, seed, runs);
        _office = office ?? scenario.Question?.Office ?? throw new ArgumentException("The scenario asks nothing.", nameof(scenario));
        _holder = FirstHolder(scenario, _office);
        _struck = OfficePowers.Of(scenario.Charter, _office) is { IsEmpty: false } powers ? new Strike(powers) : null;
    }

    /// <summary>Who holds an office on the first day; nobody if no one named does.</summary>
    public static PersonId FirstHolder(Scenario scenario, OrganId office)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.Question is { } question && question.Office == office
            ? question.Holder
            : scenario.Cast.People.FirstOrDefault(p => p.Holds.Contains(office))?.Id ?? PersonId.None;
    }

    /// <summary>The worlds: each contender in the office, with powers and without.</summary>
    public IReadOnlyList<EnsemblePlan> Plans() =>
        [.. _scenario.Cast.Contenders.SelectMany(p => new[] { Plan(p, powers: true), Plan(p, powers: false) })];

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        return soFar.Missing(Plans());
    }

    /// <inheritdoc/>
    public OfficeOrManMatrix Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var people = _scenario.Cast.Contenders;
        var with = people.Select(p => ensembles.Rows(Plan(p, powers: true))).ToArray();
        var without = people.Select(p => ensembles.Rows(Plan(p, powers: false))).ToArray();
        // Worlds looked at one by one keep all their runs, so that what was finished before a cancel is told.
        ImmutableArray<WhetherAndWho> who = [.. people.Select((p, i) => WhetherAndWho.Of(_outcome, p, _scenario, with[i]))],
            whoWithout = [.. people.Select((p, i) => WhetherAndWho.Of(_outcome, p, _scenario, without[i]))];
        var common = with.Concat(without).Select(r => r.Numbers.ToHashSet()).Aggregate(Both);
        with = [.. with.Select(r => r.Only(common))];
        without = [.. without.Select(r => r.Only(common))];
        var said = people.Select(p => Statement.Of(_outcome, _scenario[p])).ToArray();
        // truth[holder][contender][run]
        var truth = with.Select(rows => said.Select(s => s.In(rows)).ToArray()).ToArray();
        var struck = without.Select((rows, p) => said[p].In(rows)).ToArray();
        var someone = Statement.OfSomeone(_outcome, _scenario);

        var n = people.Length;
        var mean = new Moments();
        var office = new Moments[3];
        var person = new Moments[n];
        var cells = new Moments[n, 3];
        var fit = new Moments[n, 3];
        for (var run = 0; run < common.Count; run++)
        {
            var split = TwoWay.Split([.. Enumerable.Range(0, n).Select(p => Cells(p, run))]);
            mean.Add(split.Mean);
            for (var c = 0; c < 3; c++)
                office[c].Add(split.Columns[c]);
            for (var p = 0; p < n; p++)
            {
                person[p].Add(split.Rows[p]);
                for (var c = 0; c < 3; c++)
                {
                    cells[p, c].Add(split[p, c]);
                    fit[p, c].Add(split.Rest[p][c]);
                }
            }
        }
        return new OfficeOrManMatrix
        {
            Scenario = _scenario,
            Outcome = _outcome.Name,
            Office = _scenario.Charter[_office].Name,
            Runs = common.Count,
            Mean = mean.Estimate,
            OfficeEffects = [.. office.Select(m => m.Estimate)],
            Rows =
            [
                .. people.Select(
                    (c, p) =>
                        new OfficeOrManRow(
                            _scenario[c].Name,
                            Share(truth[p][p]),
                            Share(struck[p]),
                            Cell(cells[p, 2]),
                            person[p].Estimate,
                            [.. Enumerable.Range(0, 3).Select(k => fit[p, k].Estimate)],
                            Share(someone.In(with[p])),
                            Share(someone.In(without[p]))
                        )
                ),
            ],
            WithPowers = who,
            Without = whoWithout,
        };

        double[] Cells(int p, int run)
        {
            var others = 0.0;
            for (var h = 0; h < n; h++)
                others += h == p ? 0 : truth[h][p][run];
            return [truth[p][p][run], struck[p][run], n == 1 ? 0 : others / (n - 1)];
        }
    }

    /// <summary>What each contender's pair of worlds, with the powers and with them struck, carries to be argued with; none without powers.</summary>
    public IEnumerable<Passport> Passports(EnsembleSet ensembles) =>
        _struck is null
            ? []
            : _scenario.Cast.Contenders.Select(c =>
                Passport.Of(
                    $"{_scenario[c].Name} as {_scenario.Charter[_office].Name}, its powers struck",
                    Statement.Of(_outcome, _scenario[c]).Text,
                    Plan(c, powers: true),
                    Plan(c, powers: false),
                    ensembles
                )
            );

    /// <summary>The world in which a contender holds the office, with its powers or with them struck.</summary>
    public EnsemblePlan Plan(PersonId holder, bool powers)
    {
        var change = holder == _holder ? null : new ChangeHolder(new HolderChange(_office, [holder]));
        return EnsemblePlan.Of(_scenario, Amendments.Join([change, powers ? null : _struck]), _seed, _runs);
    }

    private static HashSet<int> Both(HashSet<int> a, HashSet<int> b)
    {
        a.IntersectWith(b);
        return a;
    }

    // Seen never, or always: then nothing scatters, and the interval is that of what was seen in none of so many runs.
    private static Estimate Cell(Moments cell) =>
        cell is { Count: > 0, Variance: 0, Mean: 0 or 1 } ? Proportion.Wilson(cell.Mean == 0 ? 0 : cell.Count, cell.Count)
        : cell.Estimate is { IsDefined: true } e ? e with { Low = Math.Max(0, e.Low), High = Math.Min(1, e.High) }
        : cell.Estimate;

    private static Estimate Share(double[] truth) => Proportion.Wilson(truth.LongCount(v => v > 0.5), truth.Length);
}
