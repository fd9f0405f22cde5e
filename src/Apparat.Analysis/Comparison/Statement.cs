using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>Something that is true or not of a run: one outcome said of one contender, or several of them joined.</summary>
/// <param name="Outcome">The name of the outcome.</param>
/// <param name="Text">In the reader's words, for example <c>defeats(A)</c>.</param>
/// <param name="Columns">The columns of truths it is made of.</param>
/// <param name="All">True if all must hold; false if one is enough.</param>
public sealed record Statement(string Outcome, string Text, ImmutableArray<string> Columns, bool All = true)
{
    /// <summary>What must be watched to know it.</summary>
    public Watched Watched => Watched.Only(Outcome);

    /// <summary>An outcome said of a person.</summary>
    public static Statement Of(Outcome outcome, Person subject)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(subject);
        return new(outcome.Name, $"{outcome.Name}({subject.Name})", [ColumnName.Of(outcome, subject)]);
    }

    /// <summary>An outcome that holds of at least one contender.</summary>
    public static Statement OfSomeone(Outcome outcome, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(scenario);
        return new(
            outcome.Name,
            $"{outcome.Name}(someone)",
            [.. scenario.Cast.Contenders.Select(c => ColumnName.Of(outcome, scenario[c]))],
            All: false
        );
    }

    /// <summary>An outcome that holds of each of several people; only those of whom it is kept, the contenders, are asked.</summary>
    public static Statement OfEach(Outcome outcome, string name, IEnumerable<PersonId> people, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(scenario);
        return new(
            outcome.Name,
            $"{outcome.Name}({name})",
            [.. people.Where(scenario.Cast.Contenders.Contains).Select(p => ColumnName.Of(outcome, scenario[p]))]
        );
    }

    /// <summary>Its truth in each run: 1 or 0.</summary>
    /// <exception cref="KeyNotFoundException">The runs lack a column.</exception>
    public double[] In(Rows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var truth = new double[rows.Count];
        if (truth.Length == 0)
            return truth;
        Array.Fill(truth, All ? 1 : 0);
        foreach (var column in Columns)
        {
            var values = rows[column];
            for (var i = 0; i < truth.Length; i++)
                truth[i] = All ? Math.Min(truth[i], values[i]) : Math.Max(truth[i], values[i]);
        }
        return truth;
    }
}
