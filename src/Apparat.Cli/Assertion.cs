using System.Globalization;

namespace Apparat.Cli;

/// <summary>A condition on a number of the answer: <c>difference &gt; 0.05</c>. What is not defined satisfies nothing.</summary>
/// <param name="Text">As written.</param>
/// <param name="Name">The number.</param>
/// <param name="Operator">One of &gt;, &gt;=, &lt;, &lt;=, ==, !=.</param>
/// <param name="Bound">What it is compared with.</param>
internal sealed record Assertion(string Text, string Name, string Operator, double Bound)
{
    private static readonly string[] Operators = [">=", "<=", "==", "!=", ">", "<"];

    /// <exception cref="UsageException">It cannot be read.</exception>
    public static Assertion Read(string text)
    {
        foreach (var op in Operators)
        {
            if (
                text.IndexOf(op, StringComparison.Ordinal) is var at and > 0
                && double.TryParse(text[(at + op.Length)..], CultureInfo.InvariantCulture, out var bound)
            )
                return new(text, text[..at].Trim(), op, bound);
        }
        throw new UsageException(
            $"I cannot read the condition \"{text}\"; write a name, one of {string.Join(' ', Operators)} and a number, such as \"difference > 0.05\"."
        );
    }

    /// <summary>Says of each condition that does not hold what the number is; true if all hold.</summary>
    /// <exception cref="UsageException">There is no such number.</exception>
    public static bool AllHold(IReadOnlyList<Assertion> assertions, IReadOnlyDictionary<string, double> values)
    {
        var all = true;
        foreach (var a in assertions)
        {
            if (a.Holds(values[a.Name]))
                continue;
            all = false;
            Terminal.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"apparat: {a.Text} does not hold: {a.Name} is {(double.IsNaN(values[a.Name]) ? "not defined" : values[a.Name])}."
                )
            );
        }
        return all;
    }

    /// <summary>Refuses names of which there is no number, before anything is played.</summary>
    /// <exception cref="UsageException">There is no such number.</exception>
    public static void Know(IEnumerable<Assertion> assertions, IReadOnlyCollection<string> names)
    {
        foreach (var a in assertions.Where(a => !names.Contains(a.Name, StringComparer.Ordinal)))
            throw new UsageException($"There is no number \"{a.Name}\" here; there are {string.Join(", ", names)}.");
    }

    private bool Holds(double value) =>
        Operator switch
        {
            ">" => value > Bound,
            ">=" => value >= Bound,
            "<" => value < Bound,
            "<=" => value <= Bound,
            "==" => value == Bound,
            _ => !double.IsNaN(value) && value != Bound,
        };
}
