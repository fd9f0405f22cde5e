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
/// <param name="scenario">The scenario as read; it must ask a question.</param>
/// <param name="outcome">The outcome, said of each contender.</param>
/// <param name="seed">The seed.</param>
/// <param name="runs">Runs a world.</param>
public sealed class OfficeOrMan(Scenario scenario, Outcome outcome, ulong seed, int runs) : IStudy<OfficeOrManMatrix>
{
    private readonly Question _question = scenario.Question ?? throw new ArgumentException("The scenario asks nothing.", nameof(scenario));
    private readonly Strike _struck = new(OfficePowers.Of(scenario));

    /// <summary>The worlds: each contender in the office, with powers and without.</summary>
    public IReadOnlyList<EnsemblePlan> Plans() =>
        [.. scenario.Cast.Contenders.SelectMany(p => new[] { Plan(p, powers: true), Plan(p, powers: false) })];

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
        var people = scenario.Cast.Contenders;
        var with = people.Select(p => ensembles.Rows(Plan(p, powers: true))).ToArray();
        var without = people.Select(p => ensembles.Rows(Plan(p, powers: false))).ToArray();
        var common = with.Concat(without).Select(r => r.Numbers.ToHashSet()).Aggregate(Both);
        with = [.. with.Select(r => r.Only(common))];
        without = [.. without.Select(r => r.Only(common))];
        var said = people.Select(p => Statement.Of(outcome, scenario[p])).ToArray();
        // truth[holder][contender][run]
        var truth = with.Select(rows => said.Select(s => s.In(rows)).ToArray()).ToArray();
        var struck = without.Select((rows, p) => said[p].In(rows)).ToArray();
        var someone = Statement.OfSomeone(outcome, scenario);

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
            Scenario = scenario,
            Outcome = outcome.Name,
            Office = scenario.Charter[_question.Office].Name,
            Runs = common.Count,
            Mean = mean.Estimate,
            OfficeEffects = [.. office.Select(m => m.Estimate)],
            Rows =
            [
                .. people.Select(
                    (who, p) =>
                        new OfficeOrManRow(
                            scenario[who].Name,
                            Share(truth[p][p]),
                            Share(struck[p]),
                            cells[p, 2].Estimate,
                            person[p].Estimate,
                            [.. Enumerable.Range(0, 3).Select(c => fit[p, c].Estimate)],
                            Share(someone.In(with[p])),
                            Share(someone.In(without[p]))
                        )
                ),
            ],
        };

        double[] Cells(int p, int run)
        {
            var others = 0.0;
            for (var h = 0; h < n; h++)
                others += h == p ? 0 : truth[h][p][run];
            return [truth[p][p][run], struck[p][run], n == 1 ? 0 : others / (n - 1)];
        }
    }

    private EnsemblePlan Plan(PersonId holder, bool powers)
    {
        var change = holder == _question.Holder ? null : new ChangeHolder(new HolderChange(_question.Office, [holder]));
        return EnsemblePlan.Of(scenario, Amendments.Join([change, powers ? null : _struck]), seed, runs);
    }

    private static HashSet<int> Both(HashSet<int> a, HashSet<int> b)
    {
        a.IntersectWith(b);
        return a;
    }

    private static Estimate Share(double[] truth) => Proportion.Wilson(truth.LongCount(v => v > 0.5), truth.Length);
}
