using System.Collections.Immutable;
using System.Globalization;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>A place in the charter that a finding rests on: a provision, or an organ about which something is missing.</summary>
/// <param name="Name">The name of the provision, for example <c>C2/slate</c>; the name of the organ if no provision is concerned.</param>
/// <param name="Clause">The clause; null for an organ.</param>
/// <param name="Text">The sentence, or what the organ is.</param>
/// <param name="Place">Where it is written.</param>
public sealed record Evidence(string Name, ClauseId? Clause, string Text, SourceSpan Place);

/// <summary>A way to be rid of a finding: provisions to strike.</summary>
/// <param name="Strike">Their names.</param>
/// <param name="Effect">What that does, in a sentence.</param>
public sealed record Cure(ImmutableArray<string> Strike, string Effect);

/// <summary>Something found in a charter.</summary>
public sealed record Finding
{
    /// <summary>The rule that found it.</summary>
    public required LintRule Rule { get; init; }

    /// <summary>How bad.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What was found, with the names of the organs, as a sentence without full stop.</summary>
    public required string Message { get; init; }

    /// <summary>The organs it is about, in the order of the charter.</summary>
    public required ImmutableArray<string> Organs { get; init; }

    /// <summary>What it rests on, in the order in which it is best read.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }

    /// <summary>How much: capture cost, loop gain and the like; empty if nothing is measured.</summary>
    public string Measured { get; init; } = "";

    /// <summary>What more there is to say, a sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The circles, as indexes into <see cref="Evidence"/>; empty if it is not about circles.</summary>
    public ImmutableArray<ImmutableArray<int>> Circles { get; init; } = [];

    /// <summary>Who could use it, dated: see <see cref="AttackStory"/>; null if no attack was worked out.</summary>
    public AttackStory? Story { get; init; }

    /// <summary>The cheapest cut; null if none is known.</summary>
    public Cure? Cure { get; init; }

    /// <summary>Its measures by name, snake_case, for <c>--assert</c>, <c>amend --below</c> and machines.</summary>
    public ImmutableSortedDictionary<string, double> Measures { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>
    /// The same for the same finding however clauses move about the file: a hash of the rule's id, the clauses and the organs.
    /// </summary>
    public string Fingerprint
    {
        get
        {
            var of = Evidence
                .Select(e => e.Clause is { } c ? c.Text : "")
                .Where(t => t.Length > 0)
                .Distinct()
                .Order(StringComparer.Ordinal);
            var text = string.Join('\n', [Rule.Id, .. of, "", .. Organs.Order(StringComparer.Ordinal)]);
            return Key.Of(text).ToString("x16", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The finding with who could use it; the number of people goes among its measures.</summary>
    internal Finding By(LintContext charter, Func<AttackStory?> who) =>
        charter.Only is not null || who() is not { } story
            ? this
            : this with
            {
                Story = story,
                Measures = story.People.AtMeans is { } people
                    ? Measures.SetItem("people", people).SetItem("people_low", story.People.Low).SetItem("people_high", story.People.High)
                    : Measures,
            };

    /// <summary>Where to look first.</summary>
    public SourceSpan Place => Evidence.Select(e => e.Place).FirstOrDefault(p => p.Line > 0) ?? SourceSpan.Nowhere;
}
