using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>How often a statement holds in two worlds on the same luck.</summary>
/// <param name="Statement">What is said.</param>
/// <param name="FirstWorld">The first world in the reader's words.</param>
/// <param name="SecondWorld">The second world in the reader's words.</param>
/// <param name="Counts">In how many runs it holds in both, in one, in neither.</param>
public sealed record Difference(string Statement, string FirstWorld, string SecondWorld, PairedCounts Counts)
{
    /// <summary>P(statement) in the first world, with Wilson's interval.</summary>
    public Estimate First => Proportion.Wilson(Counts.Both + Counts.OnlyFirst, Counts.Runs);

    /// <summary>P(statement) in the second world, with Wilson's interval.</summary>
    public Estimate Second => Proportion.Wilson(Counts.Both + Counts.OnlySecond, Counts.Runs);

    /// <summary>First less second, with the interval of paired proportions.</summary>
    public Estimate Change => Counts.Difference;

    /// <summary>How far the first world was necessary and sufficient for the statement.</summary>
    public Necessity Necessity => new(Counts);

    /// <summary>Compares a statement over the runs two worlds have in common.</summary>
    public static Difference Of(Statement statement, Rows first, Rows second)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var (a, b) = Rows.Paired(first, second);
        return new(statement.Text, first.World, second.World, PairedCounts.Of(statement.In(a), statement.In(b)));
    }
}

/// <summary>The mean of a column in two worlds on the same luck, over the runs in which both have a value.</summary>
/// <param name="Column">The column.</param>
/// <param name="Subject">The contender it is about, as printed.</param>
/// <param name="Meaning">What it tells, in a line.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="First">Its mean in the first world.</param>
/// <param name="Second">Its mean in the second world.</param>
/// <param name="Change">First less second, paired.</param>
public sealed record MeanDifference(
    string Column,
    string Subject,
    string Meaning,
    string Unit,
    Estimate First,
    Estimate Second,
    Estimate Change
)
{
    /// <summary>The body it is measured in; empty if it is in none.</summary>
    public string Body { get; init; } = "";

    /// <summary>Compares a measure of somebody over the runs two worlds have in common.</summary>
    public static MeanDifference Of(Scenario scenario, Measure measure, Person person, Rows first, Rows second)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(person);
        return Of(ColumnName.Of(measure, person), person.Name, measure.Meaning, measure.Unit, first, second) with
        {
            Body = scenario.Charter.Organs.FirstOrDefault(o => ColumnName.Slug(o.Name) == measure.About)?.Name ?? "",
        };
    }

    /// <summary>Every measure of every contender that both worlds keep.</summary>
    public static IEnumerable<MeanDifference> All(Scenario scenario, Rows first, Rows second)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return scenario.Measures.SelectMany(m =>
            scenario
                .Cast.Contenders.Select(c => scenario[c])
                .Where(p => first.Has(ColumnName.Of(m, p)) && second.Has(ColumnName.Of(m, p)))
                .Select(p => Of(scenario, m, p, first, second))
        );
    }

    /// <summary>Compares a column over the runs two worlds have in common.</summary>
    public static MeanDifference Of(string column, string subject, string meaning, string unit, Rows first, Rows second)
    {
        var (a, b) = Rows.Paired(first, second);
        Moments one = new(),
            two = new(),
            change = new();
        if (a.Count > 0)
        {
            var (x, y) = (a[column], b[column]);
            for (var i = 0; i < x.Length; i++)
            {
                if (double.IsNaN(x[i]) || double.IsNaN(y[i]))
                    continue;
                one.Add(x[i]);
                two.Add(y[i]);
                change.Add(x[i] - y[i]);
            }
        }
        return new(column, subject, meaning, unit, one.Estimate, two.Estimate, change.Estimate);
    }
}
