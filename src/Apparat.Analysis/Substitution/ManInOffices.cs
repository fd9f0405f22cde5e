using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>One man in one of several offices.</summary>
/// <param name="Office">The office.</param>
/// <param name="IsHis">Whether he holds it on the first day.</param>
/// <param name="Powers">Its powers, by provision name.</param>
/// <param name="With">Whether somebody comes out, and whether he does, with him in it and in no other of the offices.</param>
/// <param name="Without">The same with the powers of the office struck.</param>
/// <param name="Worth">How often the outcome is true of him there, and how often with him in none of the offices, on the same luck.</param>
public sealed record ManInOffice(
    string Office,
    bool IsHis,
    ImmutableArray<string> Powers,
    WhetherAndWho With,
    WhetherAndWho Without,
    Difference Worth
);

/// <summary>
/// The same man in one office after another, and in none of them. An office of the list that is his on the first day and not the one
/// asked about goes to another contender, mixed evenly (rulings C1).
/// </summary>
/// <param name="scenario">The scenario as read.</param>
/// <param name="outcome">The outcome, said of him.</param>
/// <param name="man">Who; a contender.</param>
/// <param name="offices">The offices, or organs of which he takes one seat.</param>
/// <param name="seed">The seed.</param>
/// <param name="runs">Runs a world.</param>
public sealed class ManInOffices(Scenario scenario, Outcome outcome, PersonId man, ImmutableArray<OrganId> offices, ulong seed, int runs)
    : IStudy<ImmutableArray<ManInOffice>>
{
    private readonly ImmutableArray<PersonId> _others = [.. scenario.Cast.Contenders.Where(c => c != man)];

    /// <summary>The worlds it looks at.</summary>
    public IReadOnlyList<EnsemblePlan> Plans() =>
        [InNone(), .. offices.SelectMany(o => new[] { In(o, powers: true), In(o, powers: false) })];

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        return soFar.Missing(Plans());
    }

    /// <inheritdoc/>
    public ImmutableArray<ManInOffice> Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var said = Statement.Of(outcome, scenario[man]);
        var none = ensembles.Rows(InNone());
        return
        [
            .. offices.Select(o =>
            {
                var with = ensembles.Rows(In(o, powers: true));
                return new ManInOffice(
                    scenario.Charter[o].Name,
                    IsHis(o),
                    OfficePowers.Of(scenario.Charter, o),
                    WhetherAndWho.Of(outcome, man, scenario, with),
                    WhetherAndWho.Of(outcome, man, scenario, ensembles.Rows(In(o, powers: false))),
                    Difference.Of(said, with, none)
                );
            }),
        ];
    }

    /// <summary>What each comparison of an office with none carries to be argued with: what is his is taken from him, other offices are given.</summary>
    public IEnumerable<Passport> Passports(EnsembleSet ensembles) =>
        offices.Select(o =>
        {
            var (first, second) = IsHis(o) ? (In(o, powers: true), InNone()) : (InNone(), In(o, powers: true));
            return Passport.Of(
                $"{scenario[man].Name} in {scenario.Charter[o].Name} or in none of the list",
                Statement.Of(outcome, scenario[man]).Text,
                first,
                second,
                ensembles
            );
        });

    private bool IsHis(OrganId office) => OfficeOrMan.FirstHolder(scenario, office) == man || scenario[man].Holds.Contains(office);

    private EnsemblePlan In(OrganId office, bool powers)
    {
        var struck = OfficePowers.Of(scenario.Charter, office);
        return Plan([
            .. offices.Where(o => o != office).Select(Given),
            IsHis(office) ? null : new ChangeHolder(new HolderChange(office, [man])),
            powers || struck.IsEmpty ? null : new Strike(struck),
        ]);
    }

    private EnsemblePlan InNone() => Plan(offices.Select(Given));

    private ChangeHolder? Given(OrganId office) => IsHis(office) ? new ChangeHolder(new HolderChange(office, _others)) : null;

    private EnsemblePlan Plan(IEnumerable<Amendment?> changes) =>
        EnsemblePlan.Of(scenario, Amendments.Join(changes), seed, runs) with
        {
            Watched = Watched.Only(outcome.Name),
        };
}
