using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>The office or the man: every contender and somebody ordinary in the chair, and one man in other chairs.</summary>
public sealed record Substitution : IAnswer
{
    /// <inheritdoc/>
    public required Scenario Scenario { get; init; }

    /// <summary>The outcome.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Who holds the office on the first day; null if nobody named does.</summary>
    public required string? Holder { get; init; }

    /// <summary>The powers of the office, by provision name.</summary>
    public required ImmutableArray<string> Powers { get; init; }

    /// <summary>Contenders by ways of filling the chair, and the exact split.</summary>
    public required OfficeOrManMatrix Matrix { get; init; }

    /// <summary>Somebody ordinary in the chair, with its powers: himself as the subject.</summary>
    public required WhetherAndWho Newcomer { get; init; }

    /// <summary>The same with the powers struck.</summary>
    public required WhetherAndWho NewcomerWithout { get; init; }

    /// <summary>What the powers do for each who sits in the chair, the newcomer last: with them, and with them struck.</summary>
    public required ImmutableArray<(string Who, Difference Difference)> PowersFor { get; init; }

    /// <summary>What the newcomer is called.</summary>
    public string NewcomerName => PowersFor[^1].Who;

    /// <summary>Who was put into other offices; null if nobody was.</summary>
    public string? Man { get; init; }

    /// <summary>One man in one office after another; empty if it was not asked.</summary>
    public ImmutableArray<ManInOffice> Elsewhere { get; init; } = [];

    /// <summary>What its comparisons carry to be argued with: his powers struck, a newcomer in his place, and him in each other office.</summary>
    public ImmutableArray<Passport> Passports { get; init; } = [];

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Every world that was run.</summary>
    public required ImmutableArray<WorldRun> Worlds { get; init; }

    /// <inheritdoc/>
    public required bool IsComplete { get; init; }

    /// <summary>Doubts, the gravest first.</summary>
    public ImmutableArray<Warning> Cautions => Caution.AllFor(this);

    /// <inheritdoc/>
    public string Title => Matrix.Title;

    /// <inheritdoc/>
    public bool TellsNecessity => false;

    /// <inheritdoc/>
    public IEnumerable<Difference> Differences => PowersFor.Select(p => p.Difference).Concat(Elsewhere.Select(e => e.Worth));

    /// <inheritdoc/>
    public IEnumerable<(string Name, Estimate Value)> Estimates => ((IAnswer)Matrix).Estimates;
}

/// <summary>Puts everybody in the chair in turn; only that seat changes hands.</summary>
public sealed class SubstituteStudy : IStudy<Substitution>
{
    private readonly Scenario _scenario;
    private readonly Outcome _outcome;
    private readonly OrganId _office;
    private readonly ulong _seed;
    private readonly ImmutableArray<string> _powers;
    private readonly OfficeOrMan _matrix;
    private readonly EnsemblePlan _newcomer;
    private readonly EnsemblePlan _newcomerWithout;
    private readonly PersonId _man;
    private readonly ManInOffices? _elsewhere;

    /// <summary>Which office, which outcome, and perhaps which man in which offices.</summary>
    /// <param name="scenario">The scenario as read.</param>
    /// <param name="office">The office, or an organ of which one seat changes hands.</param>
    /// <param name="outcome">The outcome, said of each contender.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="runs">Runs a world.</param>
    /// <param name="man">A contender who is put into other offices; nobody for none.</param>
    /// <param name="offices">The offices he is put into.</param>
    public SubstituteStudy(
        Scenario scenario,
        OrganId office,
        Outcome outcome,
        ulong seed,
        int runs,
        PersonId? man = null,
        ImmutableArray<OrganId> offices = default
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        (_scenario, _office, _outcome, _seed) = (scenario, office, outcome, seed);
        _powers = OfficePowers.Of(scenario.Charter, office);
        _matrix = new OfficeOrMan(scenario, outcome, seed, runs, office);
        var seat = new SeatNewcomer(office);
        _newcomer = EnsemblePlan.Of(scenario, seat, seed, runs);
        _newcomerWithout = EnsemblePlan.Of(scenario, Amendments.Join([seat, _powers.IsEmpty ? null : new Strike(_powers)]), seed, runs);
        _man = man ?? PersonId.None;
        if (!_man.IsNone && !offices.IsDefaultOrEmpty)
            _elsewhere = new ManInOffices(scenario, outcome, _man, offices, seed, runs);
    }

    /// <summary>The worlds it looks at.</summary>
    public IReadOnlyList<EnsemblePlan> Plans() => [.. _matrix.Plans(), _newcomer, _newcomerWithout, .. _elsewhere?.Plans() ?? []];

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        return soFar.Missing(Plans());
    }

    /// <inheritdoc/>
    public Substitution Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var world = _newcomer.World;
        var newcomer = SeatNewcomer.Of(_scenario);
        var (with, without) = (ensembles.Rows(_newcomer), ensembles.Rows(_newcomerWithout));
        var holder = OfficeOrMan.FirstHolder(_scenario, _office);
        return new Substitution
        {
            Scenario = _scenario,
            Outcome = _outcome,
            Holder = holder.IsNone ? null : _scenario[holder].Name,
            Powers = _powers,
            Matrix = _matrix.Read(ensembles),
            Newcomer = WhetherAndWho.Of(_outcome, newcomer.Id, world, with),
            NewcomerWithout = WhetherAndWho.Of(_outcome, newcomer.Id, world, without),
            PowersFor =
            [
                .. _scenario.Cast.Contenders.Select(c =>
                    (
                        _scenario[c].Name,
                        Difference.Of(
                            Statement.Of(_outcome, _scenario[c]),
                            ensembles.Rows(_matrix.Plan(c, powers: true)),
                            ensembles.Rows(_matrix.Plan(c, powers: false))
                        )
                    )
                ),
                (newcomer.Name, Difference.Of(Statement.Of(_outcome, newcomer), with, without)),
            ],
            Man = _elsewhere is null ? null : _scenario[_man].Name,
            Elsewhere = _elsewhere?.Read(ensembles) ?? [],
            Passports =
            [
                .. _matrix.Passports(ensembles),
                .. PassportsOfNewcomer(holder, ensembles),
                .. _elsewhere?.Passports(ensembles) ?? [],
            ],
            Seed = _seed,
            Worlds = WorldRun.Of(Plans(), ensembles),
            IsComplete = Needs(ensembles).Count == 0,
        };
    }

    private IEnumerable<Passport> PassportsOfNewcomer(PersonId holder, EnsembleSet ensembles)
    {
        var office = _scenario.Charter[_office].Name;
        var newcomer = SeatNewcomer.Of(_scenario);
        if (!_powers.IsEmpty)
            yield return Passport.Of(
                $"{newcomer.Name} as {office}, its powers struck",
                Statement.Of(_outcome, newcomer).Text,
                _newcomer,
                _newcomerWithout,
                ensembles
            );
        if (_scenario.Cast.Contenders.Contains(holder))
            yield return Passport.Of(
                $"{newcomer.Name} as {office} in place of {_scenario[holder].Name}",
                Statement.Of(_outcome, _scenario[holder]).Text,
                _matrix.Plan(holder, powers: true),
                _newcomer,
                ensembles
            );
    }
}
