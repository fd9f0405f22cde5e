using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>What it means when a consent is not given in time: granted or refused. A body that does not meet in time has been silent.</summary>
[Sentence(
    "{answer} if silent for {days} days",
    Wording = "consent being taken as {answer} if not given within {days} days",
    Example = "refused if silent for 60 days"
)]
public sealed record Silence(Silence.Verdict Answer, int Days) : Tail
{
    /// <summary>What silence means.</summary>
    public enum Verdict
    {
        /// <summary>Consent is taken to be given.</summary>
        Granted,

        /// <summary>Consent is taken to be refused.</summary>
        Refused,
    }

    /// <inheritdoc/>
    public override bool SettlesSilence => true;

    /// <inheritdoc/>
    public override (bool Granted, int Days)? OnSilence => (Answer == Verdict.Granted, Days);

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("undefined"), new("refused")];
}
