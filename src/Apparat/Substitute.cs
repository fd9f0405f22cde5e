using Apparat.Analysis;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat;

/// <summary>The office or the man: everybody in the chair in turn, and one man in other chairs.</summary>
public static class Substitute
{
    /// <summary>Answers it.</summary>
    /// <param name="scenario">The scenario as read.</param>
    /// <param name="office">The name of the office; null for that of the question.</param>
    /// <param name="outcome">The name of the outcome; null for the headline of the question, or the only one there is.</param>
    /// <param name="man">The name of a contender who is put into other offices; null for none.</param>
    /// <param name="offices">Names of offices he is put into.</param>
    /// <param name="seed">Seed of all chance.</param>
    /// <param name="runs">Histories a world.</param>
    /// <param name="runner">Who plays; null for the threads of this machine.</param>
    /// <param name="progress">Told how far the histories have come.</param>
    /// <param name="cancel">When cancelled, what is finished is answered from, and the answer says so.</param>
    /// <exception cref="ArgumentException">The scenario has no such office, outcome or contender; the message says which there are.</exception>
    public static async Task<Substitution> Run(
        Scenario scenario,
        string? office,
        string? outcome,
        string? man,
        IReadOnlyList<string> offices,
        ulong seed,
        int runs,
        IEnsembleRunner? runner = null,
        IProgress<EnsembleProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(offices);
        var contenders = scenario.Cast.Contenders;
        if (contenders.IsEmpty)
            throw new ArgumentException($"{scenario.Name} declares no contenders: nobody can be put in the chair.");
        var chair = office is null
            ? scenario.Question?.Office
                ?? throw new ArgumentException($"This scenario asks nothing of its own: say which office. {Known(scenario)}")
            : OrganOf(scenario, office);
        PersonId? who = man is null
            ? null
            : contenders.Where(c => scenario[c].Name == man).Select(c => (PersonId?)c).FirstOrDefault()
                ?? throw new ArgumentException(
                    $"\"{man}\" is no contender. Contenders: {string.Join(", ", contenders.Select(c => scenario[c].Name))}."
                );
        if (who is null && offices.Count > 0)
            throw new ArgumentException("Offices are given, and nobody to put into them: name a contender.");
        var study = new SubstituteStudy(
            scenario,
            chair,
            OutcomeOf(scenario, outcome),
            seed,
            runs,
            who,
            who is null ? [] : [.. offices.Select(o => OrganOf(scenario, o)).Prepend(chair).Distinct()]
        );
        return await Explain.Answer(study, new EnsembleSet(), runner ?? new LocalRunner(), progress, cancel).ConfigureAwait(false);
    }

    /// <summary>An outcome by name; null for the headline of the question, or the only one there is.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or none can be chosen; the message says which there are.</exception>
    public static Outcome OutcomeOf(Scenario scenario, string? name)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        name ??= scenario.Question?.Headline ?? (scenario.Outcomes is [var only] ? only.Name : null);
        return scenario.Outcomes.FirstOrDefault(o => o.Name == name)
            ?? throw new ArgumentException(
                $"{(name is null ? "Say which outcome." : $"I know no outcome \"{name}\".")} Outcomes: {string.Join(", ", scenario.Outcomes.Select(o => o.Name))}."
            );
    }

    private static OrganId OrganOf(Scenario scenario, string name) =>
        scenario.Charter.Organs.FirstOrDefault(o => o.Name == name) is { } organ
            ? HasSeats(organ)
                ? organ.Id
                : throw new ArgumentException($"{name} has no seats of its own that one person could hold. {Known(scenario)}")
            : throw new ArgumentException($"There is no office \"{name}\". {Known(scenario)}");

    private static bool HasSeats(Organ organ) => !organ.Counted && organ.Joins.IsEmpty && organ.Count is null;

    private static string Known(Scenario scenario) =>
        $"Offices: {string.Join(", ", scenario.Charter.Organs.Where(o => o.IsOffice || o.Seats == 1).Select(o => o.Name))}. A seat of a body can be named too: {string.Join(", ", scenario.Charter.Organs.Where(o => HasSeats(o) && !o.IsOffice && o.Seats > 1).Select(o => o.Name))}.";
}
