using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Counts the ballots: what nobody checks can be decided here.</summary>
[Sentence(
    "{office} counts/count the votes for {target}",
    Unplayed = "votes in play are counted as they were cast",
    Wording = "{office} shall count the votes cast for {target}",
    Example = "Returning Officer counts the votes for Board"
)]
public sealed record CountsTheVotes(OrganId Office, OrganId Target) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Office;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Office, Target, Hold.Papers, Share, Decides: false)];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new CountNorm(Office, Target)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("counted before all"), new("tellers drawn by lot")];
}
