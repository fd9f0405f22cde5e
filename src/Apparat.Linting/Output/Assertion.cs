using System.Collections.Immutable;
using System.Globalization;

namespace Apparat.Linting;

/// <summary>A condition on the measures of a charter, such as <c>capture_cost &gt;= 5</c>.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Relation">One of &gt;=, &gt;, &lt;=, &lt;, ==.</param>
/// <param name="Bound">The number compared with.</param>
public sealed record Assertion(string Measure, string Relation, double Bound)
{
    private static readonly string[] Relations = [">=", "<=", "==", ">", "<"];

    /// <summary>Reads a condition.</summary>
    /// <exception cref="FormatException">It is none; the message says what one looks like.</exception>
    public static Assertion Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var relation in Relations)
        {
            var at = text.IndexOf(relation, StringComparison.Ordinal);
            if (at > 0 && double.TryParse(text[(at + relation.Length)..].Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound))
                return new Assertion(text[..at].Trim(), relation, bound);
        }
        throw new FormatException($"\"{text}\" is no condition; write a measure, one of >= > <= < == and a number, such as \"capture_cost >= 5\".");
    }

    /// <summary>Whether it holds; null if there is no such measure.</summary>
    public bool? Holds(ImmutableSortedDictionary<string, double> measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        if (!measures.TryGetValue(Measure, out var value))
            return null;
        return Relation switch
        {
            ">=" => value >= Bound,
            ">" => value > Bound,
            "<=" => value <= Bound,
            "<" => value < Bound,
            _ => value == Bound,
        };
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Measure} {Relation} {Bound}");
}
