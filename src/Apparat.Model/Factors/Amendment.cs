using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Model;

/// <summary>A what-if: a function from one scenario to another. The first is never changed.</summary>
public abstract record Amendment
{
    /// <summary>The amended scenario.</summary>
    public abstract Scenario Apply(Scenario scenario);

    /// <summary>In the reader's words.</summary>
    public abstract string Describe(Scenario scenario);
}

/// <summary>Strikes provisions: their references decide instead.</summary>
/// <param name="Provisions">Their names, as in <see cref="Charter.Provisions"/>.</param>
/// <param name="Reference">Which reference, 0 for the first.</param>
/// <param name="From">From which day; null for the first.</param>
public sealed record Strike(ImmutableArray<string> Provisions, int Reference = 0, DateOnly? From = null) : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario) =>
        scenario with
        {
            Strikes = scenario.Strikes.SetItems(Provisions.Select(p => KeyValuePair.Create(p, new Struck(Reference, From)))),
        };

    /// <inheritdoc/>
    public override string Describe(Scenario scenario)
    {
        var names = string.Join(", ", Provisions);
        var references = Provisions
            .Select(p =>
                scenario.Charter.Provisions.FirstOrDefault(x => x.Name == p).Provision?.Alternatives.ElementAtOrDefault(Reference)?.Name
            )
            .OfType<string>()
            .Distinct();
        return $"{names} struck ({string.Join("; ", references)}){(From is { } day ? $" from {day:yyyy-MM-dd}" : "")}";
    }
}

/// <summary>Gives a parameter another value or prior.</summary>
public sealed record SetParameter(string Parameter, Distribution Prior) : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario) =>
        scenario with
        {
            Settings = scenario.Settings.SetItem(Parameter, new Setting(Prior, Citation.None)),
        };

    /// <inheritdoc/>
    public override string Describe(Scenario scenario) => $"{Parameter} = {Prior}";
}

/// <summary>A dated event did not happen, or came later.</summary>
/// <param name="Event">Its name.</param>
/// <param name="LaterByMonths">Months of delay; null if it did not happen.</param>
public sealed record ChangeEvent(string Event, int? LaterByMonths = null) : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario) =>
        scenario with
        {
            Events = LaterByMonths is { } months
                ? [.. scenario.Events.Select(e => e.Name == Event ? e with { Date = e.Date.AddMonths(months) } : e)]
                : [.. scenario.Events.Where(e => e.Name != Event)],
        };

    /// <inheritdoc/>
    public override string Describe(Scenario scenario) =>
        LaterByMonths is { } months ? $"{Event} {months} months later" : $"{Event} did not happen";
}

/// <summary>Another holder for an office; see <see cref="HolderChange"/>.</summary>
public sealed record ChangeHolder(HolderChange Change) : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario) => scenario with { Holders = [.. scenario.Holders, Change] };

    /// <inheritdoc/>
    public override string Describe(Scenario scenario) =>
        Change.OneOf.IsEmpty
            ? $"{scenario.Charter[Change.Office].Name} left empty"
            : $"{string.Join(" or ", Change.OneOf.Select(p => scenario[p].Name))} as {scenario.Charter[Change.Office].Name}";
}

/// <summary>Other qualities for a person; see <see cref="QualityChange"/>.</summary>
public sealed record ChangeQualities(QualityChange Change) : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario) => scenario with { Qualities = [.. scenario.Qualities, Change] };

    /// <inheritdoc/>
    public override string Describe(Scenario scenario) =>
        Change.FromAnother
            ? $"{scenario[Change.Person].Name} with another contender's qualities"
            : $"{scenario[Change.Person].Name} with the contenders' median qualities";
}

/// <summary>Another alliance rule.</summary>
public sealed record ChangeAlliances(AllianceRule Rule, string Name) : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario) => scenario with { Alliances = Rule };

    /// <inheritdoc/>
    public override string Describe(Scenario scenario) => $"alliances: {Name}";
}

/// <summary>Words of behaviour taken out, and others put in: a mechanism replaced by another of its family.</summary>
/// <param name="Without">Words taken out, known by what they are and not by their parameters.</param>
/// <param name="With">Words put in.</param>
/// <param name="Text">In the reader's words.</param>
public sealed record ChangeBehaviour(ImmutableArray<Word> Without, ImmutableArray<Word> With, string Text) : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario) =>
        scenario with
        {
            Motives = Changed(scenario.Motives),
            Criteria = Changed(scenario.Criteria),
            Bonds = Changed(scenario.Bonds),
            Opinions = Changed(scenario.Opinions),
            Alliances = With.OfType<AllianceRule>().LastOrDefault() ?? scenario.Alliances,
        };

    /// <inheritdoc/>
    public override string Describe(Scenario scenario) => Text;

    private ImmutableArray<T> Changed<T>(ImmutableArray<T> words)
        where T : Word => [.. words.Where(w => !Without.Concat(With).Any(x => x.GetType() == w.GetType())), .. With.OfType<T>()];
}

/// <summary>Ties from before the first day did not exist, or were dealt evenly among the heads.</summary>
/// <param name="Evenly">True: ties are dealt to the heads in turn, both in order of key. False: none.</param>
public sealed record ChangeFirstTies(bool Evenly) : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario) =>
        scenario with
        {
            Cast = scenario.Cast with
            {
                Ties = Evenly ? Dealt(scenario) : [],
                Following = Evenly && scenario.Cast.Following is { } following ? following with { Evenly = true } : null,
            },
        };

    private static ImmutableArray<Tie> Dealt(Scenario scenario)
    {
        var heads = scenario.Cast.Heads.OrderBy(h => scenario[h].Key).ToArray();
        return
        [
            .. scenario
                .Cast.Ties.OrderBy(t => scenario[t.From].Key)
                .ThenBy(t => scenario[t.To].Key)
                .Select((t, i) => t with { To = heads[i % heads.Length] }),
        ];
    }

    /// <inheritdoc/>
    public override string Describe(Scenario scenario) => Evenly ? "ties from before dealt evenly" : "no ties from before";
}

/// <summary>Bodies keep the size of the first day, and meet by the statute's rhythm where it gives one.</summary>
public sealed record KeepFirstSizes : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario) =>
        scenario with
        {
            Events = [.. scenario.Events.Where(e => e.Happening is not ISizeChange)],
            Charter = scenario.Charter with
            {
                Organs =
                [
                    .. scenario.Charter.Organs.Select(o =>
                        o.Meets is { Dates.IsEmpty: false, EveryMonths: > 0 } ? o with { Meets = o.Meets with { Dates = [] } } : o
                    ),
                ],
            },
        };

    /// <inheritdoc/>
    public override string Describe(Scenario scenario) => "bodies keep their first size";
}

/// <summary>An event that changes the size of a body.</summary>
public interface ISizeChange
{
    /// <summary>The body.</summary>
    OrganId Organ { get; }
}

/// <summary>Recorded seats are forced up to a day; from then on the model runs by itself.</summary>
public sealed record Replay(DateOnly Until) : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario) => scenario with { ReplayUntil = Until };

    /// <inheritdoc/>
    public override string Describe(Scenario scenario) => $"the recorded seats up to {Until:yyyy-MM-dd}";
}

/// <summary>
/// A history is played again up to a day, with its parameters and all its luck; from then on luck is fresh. What had not been looked at by
/// then, such as the qualities of somebody not yet considered, is drawn afresh too.
/// </summary>
/// <param name="Seed">The seed of the history.</param>
/// <param name="Run">Which history of the seed.</param>
/// <param name="From">The first day of fresh luck; it begins with the month of that day.</param>
public sealed record Continue(ulong Seed, int Run, DateOnly From) : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario) => scenario with { Continued = this };

    /// <inheritdoc/>
    public override string Describe(Scenario scenario) => $"history {Run} of seed {Seed}, its luck its own until {From:yyyy-MM-dd}";
}

/// <summary>Something more happens on a day.</summary>
/// <param name="Event">What and when.</param>
/// <param name="Text">In the reader's words.</param>
public sealed record AddEvent(HistoricalEvent Event, string Text) : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario) => scenario with { Events = scenario.Events.Add(Event) };

    /// <inheritdoc/>
    public override string Describe(Scenario scenario) => Text;
}

/// <summary>Several amendments, one after the other.</summary>
public sealed record Together(ImmutableArray<Amendment> Parts) : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario) => Parts.Aggregate(scenario, (s, a) => a.Apply(s));

    /// <inheritdoc/>
    public override string Describe(Scenario scenario) => string.Join("; ", Parts.Select(p => p.Describe(scenario)));
}
