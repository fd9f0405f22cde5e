using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>Two worlds on common luck.</summary>
/// <param name="Scenario">The scenario as read.</param>
/// <param name="FirstWorld">The first world in the reader's words.</param>
/// <param name="SecondWorld">The second world in the reader's words.</param>
/// <param name="Runs">Runs they have in common.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Outcomes">Every outcome said of every contender, and of someone.</param>
/// <param name="Measures">Every measure of every contender.</param>
/// <param name="FirstFingerprint">Fingerprint of the first world's runs.</param>
/// <param name="SecondFingerprint">Fingerprint of the second world's runs.</param>
public sealed record Comparison(
    Scenario Scenario,
    string FirstWorld,
    string SecondWorld,
    long Runs,
    ulong Seed,
    ImmutableArray<Difference> Outcomes,
    ImmutableArray<MeanDifference> Measures,
    Fingerprint FirstFingerprint,
    Fingerprint SecondFingerprint
) : IAnswer
{
    /// <inheritdoc/>
    public string Title => $"{FirstWorld} / {SecondWorld}";

    /// <inheritdoc/>
    public IEnumerable<Difference> Differences => Outcomes;

    /// <inheritdoc/>
    public bool IsForward => Branches.IsEmpty;

    /// <summary>Days from which recorded seats are left in either world.</summary>
    public ImmutableArray<DateOnly> Branches { get; init; } = [];

    /// <inheritdoc/>
    IEnumerable<DateOnly> IAnswer.Branches => Branches;

    /// <summary>The difference for an outcome said of a person.</summary>
    /// <exception cref="KeyNotFoundException">The outcome was not kept of that person.</exception>
    public Difference this[Outcome outcome, Person subject]
    {
        get
        {
            var text = Statement.Of(outcome, subject).Text;
            return Outcomes.FirstOrDefault(d => d.Statement == text) ?? throw new KeyNotFoundException($"{text} was not kept.");
        }
    }
}

/// <summary>Runs two worlds on common luck and compares every outcome and measure.</summary>
/// <param name="first">One world.</param>
/// <param name="second">The other; same scenario and seed.</param>
public sealed class Compare(EnsemblePlan first, EnsemblePlan second) : IStudy<Comparison>
{
    /// <summary>The worlds it looks at.</summary>
    public ImmutableArray<EnsemblePlan> Plans => [first, second];

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        return soFar.Missing([first, second]);
    }

    /// <inheritdoc/>
    public Comparison Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var scenario = first.Scenario;
        var (a, b) = Rows.Paired(ensembles.Rows(first), ensembles.Rows(second));
        var people = scenario.Cast.Contenders.Select(c => scenario[c]).ToArray();
        return new(
            scenario,
            first.WorldName,
            second.WorldName,
            a.Count,
            first.Seed,
            [
                .. scenario
                    .Outcomes.SelectMany(o => people.Select(p => Statement.Of(o, p)).Append(Statement.OfSomeone(o, scenario)))
                    .Select(s => Difference.Of(s, a, b)),
            ],
            [.. scenario.Measures.SelectMany(m => people.Select(p => MeanDifference.Of(scenario, m, p, a, b)))],
            a.Fingerprint,
            b.Fingerprint
        )
        {
            Branches = [.. new[] { first.World.ReplayUntil, second.World.ReplayUntil }.OfType<DateOnly>().Distinct()],
        };
    }
}
