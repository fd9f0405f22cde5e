using System.Collections.Immutable;
using Apparat.Language;
using Apparat.Linting;
using Apparat.Model;

namespace Apparat;

/// <summary>Asks whether persons can come to hold an office, or seats of a body, under the rules.</summary>
public static class Reach
{
    /// <summary>The answer, with its witness or proof, choke points and smallest cuts.</summary>
    /// <param name="scenario">The charter and who holds what on the first day.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="withCuts">False for the answer alone.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <exception cref="ArgumentException">The organ cannot be asked about, or not like that.</exception>
    public static ReachAnswer Ask(Scenario scenario, ReachQuestion question, bool withCuts = true, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Reachability.Of(Lint.Context(scenario), scenario.Cast, question, withCuts, cancel);
    }

    /// <summary>Who comes nearest: the answer for whoever needs the fewest acts, and how many each needs.</summary>
    /// <param name="scenario">The charter and who holds what on the first day.</param>
    /// <param name="question">What is asked; whom it is asked about does not count.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <exception cref="ArgumentException">The organ cannot be asked about, or everybody sits there already.</exception>
    public static ReachAnswer Anyone(Scenario scenario, ReachQuestion question, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(question);
        var context = Lint.Context(scenario);
        var others = Reachability
            .Everyone(scenario.Cast)
            .Where(p => p.IsNone || !scenario[p].Holds.Contains(question.Organ))
            .ToImmutableArray();
        var answer = Reachability.Of(context, scenario.Cast, question with { Who = others }, withCuts: true, cancel);
        return answer with { Distances = Reachability.Distances(context, scenario.Cast, question, cancel) };
    }

    /// <summary>A person by name; what a newcomer is called stands for somebody who holds nothing yet.</summary>
    /// <exception cref="ArgumentException">Nobody is called so.</exception>
    public static PersonId Person(Scenario scenario, string name)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (TryPerson(scenario, name) is { } person)
            return person;
        var people = scenario.Cast.People.Select(p => p.Name).ToList();
        throw new ArgumentException(
            $"Nobody is called \"{name}\".{Meant(name, people)} There {(people.Count == 1 ? "is" : "are")}: {List(people)}; \"{scenario.Cast.CadreName}\" stands for somebody who holds nothing yet.",
            nameof(name)
        );
    }

    /// <summary>A person by name; null if nobody is called so.</summary>
    public static PersonId? TryPerson(Scenario scenario, string name)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.Cast.People.FirstOrDefault(p => Same(p.Name, name)) is { } person ? person.Id
            : Same(scenario.Cast.CadreName, name) || Same("a newcomer", name) ? PersonId.None
            : null;
    }

    /// <summary>An organ by name, or by what one of its members is called.</summary>
    /// <exception cref="ArgumentException">No organ is called so.</exception>
    public static OrganId Organ(Scenario scenario, string name)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var organs = scenario.Charter.Organs;
        return (organs.FirstOrDefault(o => Same(o.Name, name)) ?? organs.FirstOrDefault(o => o.Member is { } m && Same(m, name)))?.Id
            ?? throw new ArgumentException(
                $"No organ is called \"{name}\".{Meant(name, organs.Select(o => o.Name))} There {(organs.Length == 1 ? "is" : "are")}: {List([.. organs.Select(o => o.Name)])}.",
                nameof(name)
            );
    }

    /// <summary>The name of a sentence of the charter, such as <c>C6</c> or <c>C2/2</c>; a clause of several sentences stands for all of them.</summary>
    /// <exception cref="ArgumentException">There is no such clause.</exception>
    public static ImmutableArray<string> Clause(Scenario scenario, string name)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var rules = scenario.Charter.Provisions.Where(p => p.Provision is Rule).ToList();
        ImmutableArray<string> found = [.. rules.Where(p => p.Name == name || p.Clause.Id.Text == name).Select(p => p.Name)];
        if (!found.IsEmpty)
            return found;
        var clauses = rules.Select(r => r.Clause.Id.Text).Distinct().ToList();
        throw new ArgumentException($"There is no clause \"{name}\".{Meant(name, clauses)} There are: {List(clauses)}.", nameof(name));
    }

    private static bool Same(string one, string other) => string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Meant(string name, IEnumerable<string> names) =>
        Nearest.To(name, names) is { } near ? $" Did you mean \"{near}\"?" : "";

    private static string List(List<string> names)
    {
        const int most = 24;
        return names.Count == 0 ? "none"
            : names.Count <= most ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(most))}, and {names.Count - most} more";
    }
}
