using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>What a rule is about.</summary>
public enum LintCategory
{
    /// <summary>Who can come to fill whose seats.</summary>
    Capture,

    /// <summary>How holders leave.</summary>
    Tenure,

    /// <summary>What bodies get to see and to discuss.</summary>
    Information,

    /// <summary>How meetings come about and decide.</summary>
    Meetings,

    /// <summary>Who comes onto the ballot, and how votes become seats.</summary>
    Ballots,

    /// <summary>What the charter leaves open.</summary>
    Silence,
}

/// <summary>
/// One thing that can be wrong with a charter. A rule reads the influence graph and what it is made of, never which word said it; its page is
/// docs/reference/lint-rules/&lt;id&gt;.md.
/// </summary>
public abstract class LintRule
{
    /// <summary>Stable, for example <c>CAP002</c>; never used for anything else.</summary>
    public abstract string Id { get; }

    /// <summary>What it finds, in the reader's words, without capital or full stop.</summary>
    public abstract string Title { get; }

    /// <summary>What it is about.</summary>
    public abstract LintCategory Category { get; }

    /// <summary>How bad, unless a finding says otherwise.</summary>
    public virtual Severity Severity => Severity.Warning;

    /// <summary>Where the idea comes from: author and year, with the idea in quotes if it has a name.</summary>
    public abstract string Source { get; }

    /// <summary>Everything it finds in a charter, in the order of the document.</summary>
    public abstract IEnumerable<Finding> Check(LintContext charter);

    /// <summary>A finding of this rule.</summary>
    /// <param name="message">What was found, as a sentence without full stop.</param>
    /// <param name="organs">The organs it is about.</param>
    /// <param name="evidence">What it rests on.</param>
    /// <param name="notes">What more there is to say.</param>
    protected Finding Found(string message, IEnumerable<string> organs, IEnumerable<Evidence> evidence, params IEnumerable<string> notes) =>
        new()
        {
            Rule = this,
            Severity = Severity,
            Message = message,
            Organs = [.. organs.Distinct()],
            Evidence = [.. evidence],
            Notes = [.. notes],
        };
}
