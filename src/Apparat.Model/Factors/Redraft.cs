using System.Collections.Immutable;

namespace Apparat.Model;

/// <summary>Gives one sentence of the charter another wording; its name stays.</summary>
/// <param name="Sentence">Its name, such as <c>C2</c> or <c>C2/2</c>.</param>
/// <param name="Rule">What it says now.</param>
/// <param name="Text">The same in words.</param>
public sealed record Redraft(string Sentence, Rule Rule, string Text) : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario with
        {
            Charter = scenario.Charter with
            {
                Clauses =
                [
                    .. scenario.Charter.Clauses.Select(c =>
                        c with
                        {
                            Rules = [.. c.Rules.Select((r, i) => Charter.SentenceName(c, i) == Sentence ? Rule : r)],
                        }
                    ),
                ],
            },
        };
    }

    /// <inheritdoc/>
    public override string Describe(Scenario scenario) => $"{Sentence} reads: {Text}";
}

/// <summary>Adds a clause at the end of the charter.</summary>
/// <param name="Clause">Its number.</param>
/// <param name="Rule">What it says.</param>
/// <param name="Text">The same in words.</param>
public sealed record InsertClause(ClauseId Clause, Rule Rule, string Text) : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario with
        {
            Charter = scenario.Charter with
            {
                Clauses = scenario.Charter.Clauses.Add(new Clause(Clause, [Rule], null, Citation.None, SourceSpan.Nowhere)),
            },
        };
    }

    /// <inheritdoc/>
    public override string Describe(Scenario scenario) => $"{Clause} is new: {Text}";
}
