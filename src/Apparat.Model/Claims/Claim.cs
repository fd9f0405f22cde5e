using System.Collections.Immutable;

namespace Apparat.Model;

/// <summary>What a claim is about.</summary>
public enum ClaimKind
{
    /// <summary>What was so or happened: the record answers.</summary>
    Fact,

    /// <summary>Why it happened: a model has to answer; the record answers only for the facts it leans on.</summary>
    Mechanism,
}

/// <summary>An assertion as a claim says it.</summary>
/// <param name="Assertion">What is asserted.</param>
/// <param name="IsDenied">True if its opposite is asserted.</param>
/// <param name="Text">As it is written.</param>
public sealed record Saying(Assertion Assertion, bool IsDenied, string Text)
{
    /// <summary>What the record makes of it.</summary>
    public Judgement Judge(DatedRecord record) => IsDenied ? Assertion.Judge(record).Denied : Assertion.Judge(record);

    /// <summary>Whether the two cannot both be true, whatever the record says.</summary>
    public bool Excludes(Saying other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (IsDenied, other.IsDenied) switch
        {
            (false, true) => Assertion.Implies(other.Assertion),
            (true, false) => other.Assertion.Implies(Assertion),
            _ => false,
        };
    }
}

/// <summary>One way to understand a claim: assertions that must all hold.</summary>
/// <param name="Name">The way, for example "by title"; empty if there is only one.</param>
/// <param name="Sayings">What it asserts.</param>
public sealed record Reading(string Name, ImmutableArray<Saying> Sayings);

/// <summary>A published claim. It has no verdict of its own: that is worked out from the record every time.</summary>
public sealed record Claim
{
    /// <summary>A short name.</summary>
    public required string Id { get; init; }

    /// <summary>The claim in plain words.</summary>
    public required string Words { get; init; }

    /// <summary>Other wordings, for finding it again.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>What it is about.</summary>
    public ClaimKind Kind { get; init; }

    /// <summary>The ways to understand it; for a mechanism, the facts it leans on.</summary>
    public ImmutableArray<Reading> Readings { get; init; } = [];

    /// <summary>For a mechanism: the factors of the scenario that test it.</summary>
    public ImmutableArray<string> Factors { get; init; } = [];

    /// <summary>For a mechanism: the rival accounts that turn on it.</summary>
    public ImmutableArray<string> Accounts { get; init; } = [];

    /// <summary>For a mechanism: the changes that take it out of the model, as amendments say them.</summary>
    public ImmutableArray<string> Off { get; init; } = [];

    /// <summary>What to add; empty if nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who makes or discusses it.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Where it is written.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.Nowhere;
}

/// <summary>A popular account: the facts it claims and the mechanisms it names.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Words">The account, paraphrased.</param>
/// <param name="Claims">The claims it makes, by id.</param>
/// <param name="Mechanisms">The mechanism claims it makes, by id.</param>
/// <param name="Note">What to add.</param>
/// <param name="Of">The file of the scenario whose mechanisms it switches; empty for that of the case.</param>
/// <param name="Span">Where it is written.</param>
public sealed record PopularAccount(
    string Id,
    string Words,
    ImmutableArray<string> Claims,
    ImmutableArray<string> Mechanisms,
    string Note,
    string Of,
    SourceSpan Span
);
