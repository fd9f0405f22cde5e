using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>The holder of an office may offer to resign, where he expects to be refused: a vote of confidence that tests loyalty and shows who stands where.</summary>
[Sentence(
    "{office} offers/offer to resign to {body}",
    Takes = [typeof(Threshold), typeof(Secret)],
    Wording = "{office} may tender a resignation to {body}",
    Example = "Chair offers to resign to Council"
)]
public sealed record OffersToResign(OrganId Office, OrganId Body) : Power
{
    /// <summary>How often the holder thinks of it in a month with a meeting; at 0 never.</summary>
    public Parameter Rate { get; init; } =
        new(
            "resigning",
            new LogNormal(0.03, 0.7),
            "probability a month",
            "how often the holder of an office offers to resign",
            "weakly informed"
        )
        {
            Accrues = Accrual.AtUse,
        };

    /// <summary>Part of the esteem still to be had that a refusal gives.</summary>
    public Parameter Confidence { get; init; } =
        new(
            "confidence",
            new Uniform(0, 0.2),
            "share of esteem still to be had",
            "what a refused offer to resign gives the holder",
            "weakly informed"
        );

    /// <summary>What losing the office so would cost; shared with whoever takes a side in public.</summary>
    public Parameter Stake { get; init; } = new Pace().Stake;

    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("no offers are made"), new("an offer is a resignation")];

    /// <inheritdoc/>
    public override bool IsIdle(Situation now) => now[Rate] <= 0;

    /// <inheritdoc/>
    public override void Routine(Routine routine) =>
        routine.OfferResignation(Office, By(Body), routine.Now[Rate], routine.Now[Stake], routine.Now[Confidence]);
}
