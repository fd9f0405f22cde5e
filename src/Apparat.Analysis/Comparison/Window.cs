using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>One reading of the question: from which day the office is asked about, and the same answer under other choices.</summary>
public sealed record WindowAnswer
{
    /// <summary>In the reader's words, for example "what the office did since ...".</summary>
    public required string Name { get; init; }

    /// <summary>The day from which the powers are struck.</summary>
    public required DateOnly From { get; init; }

    /// <summary>True if all is played from the first day; false if the record is forced up to <see cref="From"/>.</summary>
    public required bool IsForward { get; init; }

    /// <summary>The headline with the office's powers, and with each replaced by its first reference.</summary>
    public required Difference PowersStruck { get; init; }

    /// <summary>The same under the second references.</summary>
    public required Difference PowersStruckSecond { get; init; }

    /// <summary>The same with bodies at their first size; null if no size changes.</summary>
    public required Difference? FirstSizes { get; init; }

    /// <summary>
    /// The headline with the holder in the chair, and with another contender in it, mixed evenly; null where the past is forced.
    /// </summary>
    public required Difference? AnotherInChair { get; init; }

    /// <summary>Whether anybody satisfies the headline and who, world by world.</summary>
    public required ImmutableArray<WhetherAndWho> WhetherAndWho { get; init; }

    /// <summary>Every outcome and measure of every contender, with the powers and with them struck.</summary>
    public required Comparison Detail { get; init; }

    /// <summary>What each comparison of the headline carries to be argued with, in the order of <see cref="Differences"/>.</summary>
    public ImmutableArray<Passport> Passports { get; init; } = [];

    /// <summary>All comparisons of the headline.</summary>
    public IEnumerable<Difference> Differences =>
        new[] { PowersStruck, PowersStruckSecond, FirstSizes, AnotherInChair }.OfType<Difference>();
}

/// <summary>Asks the question from one day on.</summary>
public sealed class Window : IStudy<WindowAnswer>
{
    private readonly Scenario _scenario;
    private readonly Question _question;
    private readonly Outcome _headline;
    private readonly DateOnly? _branch;
    private readonly EnsemblePlan _asItWas;
    private readonly EnsemblePlan _struck;
    private readonly EnsemblePlan _struckSecond;
    private readonly (EnsemblePlan With, EnsemblePlan Struck)? _firstSizes;
    private readonly EnsemblePlan? _another;

    /// <summary>The question from one day on.</summary>
    /// <param name="scenario">The scenario as read; it must ask a question.</param>
    /// <param name="headline">The headline outcome.</param>
    /// <param name="branch">The day up to which recorded seats are forced; null to play from the first day.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="runs">Runs a world.</param>
    /// <param name="secondRuns">Runs under the second references.</param>
    /// <param name="sizeRuns">Runs with first sizes.</param>
    /// <exception cref="ArgumentException">The scenario asks nothing.</exception>
    public Window(Scenario scenario, Outcome headline, DateOnly? branch, ulong seed, int runs, int secondRuns, int sizeRuns)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        _question = scenario.Question ?? throw new ArgumentException("The scenario asks nothing.", nameof(scenario));
        (_scenario, _headline, _branch) = (scenario, headline, branch);
        var powers = OfficePowers.Of(scenario);
        Amendment? replay = branch is { } day ? new Replay(day) : null;
        _asItWas = Plan([replay], runs);
        _struck = Plan([replay, new Strike(powers, 0, branch)], runs);
        _struckSecond = Plan([replay, new Strike(powers, 1, branch)], secondRuns);
        if (scenario.Events.Any(e => e.Happening is ISizeChange && (branch is null || e.Date > branch)))
        {
            Amendment sizes = branch is { } from ? new KeepSizesFrom(from) : new KeepFirstSizes();
            _firstSizes = (Plan([replay, sizes], sizeRuns), Plan([replay, sizes, new Strike(powers, 0, branch)], sizeRuns));
        }
        ImmutableArray<PersonId> others = [.. scenario.Cast.Contenders.Where(c => c != _question.Holder)];
        if (branch is null && !others.IsEmpty)
            _another = Plan([new ChangeHolder(new HolderChange(_question.Office, others))], runs);

        EnsemblePlan Plan(IEnumerable<Amendment?> changes, int n) => EnsemblePlan.Of(scenario, Amendments.Join(changes), seed, n);
    }

    private IEnumerable<(string Name, EnsemblePlan First, EnsemblePlan Second)> Comparisons()
    {
        yield return ("the powers struck, first references", _asItWas, _struck);
        yield return ("the powers struck, second references", _asItWas, _struckSecond);
        if (_firstSizes is { } sizes)
            yield return ("the powers struck, bodies at their first size", sizes.With, sizes.Struck);
        if (_another is not null)
            yield return ("another contender in the chair", _asItWas, _another);
    }

    /// <summary>In the reader's words.</summary>
    public string Name =>
        _branch is { } day
            ? $"what the powers of {InText.The(_scenario.Charter[_question.Office].Name)} still added after {day:yyyy-MM-dd}"
            : $"what the powers of {InText.The(_scenario.Charter[_question.Office].Name)} did since {_scenario.Calendar.From:yyyy-MM-dd}";

    /// <summary>The scenario as it stands in this window, and with the office's powers struck.</summary>
    public (EnsemblePlan AsItWas, EnsemblePlan Struck) Pair => (_asItWas, _struck);

    /// <summary>The worlds it looks at.</summary>
    public IReadOnlyList<EnsemblePlan> Plans() =>
        [.. new[] { _asItWas, _struck, _struckSecond, _firstSizes?.With, _firstSizes?.Struck, _another }.OfType<EnsemblePlan>()];

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        return soFar.Missing(Plans());
    }

    /// <inheritdoc/>
    public WindowAnswer Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var said = Statement.Of(_headline, _scenario[_question.Holder]);
        return new WindowAnswer
        {
            Name = Name,
            From = _branch ?? _scenario.Calendar.From,
            IsForward = _branch is null,
            PowersStruck = Difference(_asItWas, _struck),
            PowersStruckSecond = Difference(_asItWas, _struckSecond),
            FirstSizes = _firstSizes is { } sizes ? Difference(sizes.With, sizes.Struck) : null,
            AnotherInChair = _another is null ? null : Difference(_asItWas, _another),
            WhetherAndWho = [.. Plans().Select(p => WhetherAndWho.Of(_headline, _question.Holder, _scenario, ensembles.Rows(p)))],
            Detail = new Compare(_asItWas, _struck).Read(ensembles),
            Passports = [.. Comparisons().Select(Passport)],
        };

        Passport Passport((string Name, EnsemblePlan First, EnsemblePlan Second) c) =>
            Analysis.Passport.Of(
                $"{c.Name}, {(_branch is { } day ? $"after {day:yyyy-MM-dd}" : $"from {_scenario.Calendar.From:yyyy-MM-dd}")}",
                said.Text,
                c.First,
                c.Second,
                ensembles
            );

        Difference Difference(EnsemblePlan first, EnsemblePlan second) =>
            Analysis.Difference.Of(said, ensembles.Rows(first), ensembles.Rows(second));
    }
}
