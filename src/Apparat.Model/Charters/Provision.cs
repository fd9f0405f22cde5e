using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Model;

/// <summary>What a provision is replaced by when it does not decide: never nothing, always a named arrangement.</summary>
/// <param name="Name">In the reader's words, for example "open nominations".</param>
/// <param name="Rule">The rule that then decides; null if the provision then simply has no effect.</param>
public sealed record Reference(string Name, Rule? Rule = null);

/// <summary>A rule or one of its tails: the smallest piece of law that can be struck, amended or credited.</summary>
public abstract record Provision : Word
{
    /// <summary>Part of its uses, in [0,1], in which it really decides; 0 means struck.</summary>
    public Parameter Share { get; init; } = Parameter.One;

    /// <summary>What decides instead, at least two; the first is the default unless the clause says <c>otherwise</c>.</summary>
    public abstract ImmutableArray<Reference> References { get; }

    /// <summary>What the clause itself names as its reference; null to take the word's own.</summary>
    public Reference? Otherwise { get; init; }

    /// <summary>References in the order they apply: the clause's own first.</summary>
    public ImmutableArray<Reference> Alternatives => Otherwise is { } own ? [own, .. References] : References;
}
