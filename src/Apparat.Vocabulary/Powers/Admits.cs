using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>
/// Decides who becomes a member, and so who votes: one of the two commonest ways into power. Others ask to join month by month; at a meeting of
/// its own it lets in all who wait or lets them wait, and those let in defer to whoever moved it.
/// </summary>
[Sentence(
    "{body} admits/admit {members}",
    Takes = [typeof(Threshold), typeof(Secret), typeof(Unless), typeof(Notice)],
    Wording = "{body} shall admit {members:plain}",
    Example = "Board admits Members by majority"
)]
public sealed record Admits(OrganId Body, OrganId Members) : Power
{
    internal static readonly Parameter Asking = new(
        "applying",
        new LogNormal(0.01, 0.7),
        "share of members per month",
        "how many ask to become members",
        "weakly informed"
    )
    {
        Accrues = Accrual.Growth,
    };

    /// <summary>How many ask to join; at 0 nobody does.</summary>
    public Parameter Applying { get; init; } = Asking;

    /// <summary>Deference of those admitted; at 0 they lean as members do.</summary>
    public Parameter Deference { get; init; } =
        new(
            "deferring",
            new Beta(3, 3),
            "share of those admitted",
            "part of those admitted who lean as whoever had them admitted does",
            "weakly informed"
        );

    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Body, Members, Hold.Shape, Share, Decides: true)];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new AdmissionNorm(Body, Members)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("anyone joins", new AdmitsAnyone(Body, Members) { Applying = Applying }), new("nobody is admitted")];

    /// <inheritdoc/>
    public override bool IsRegular(Situation now) => true;

    /// <inheritdoc/>
    public override bool IsIdle(Situation now) => now.Applicants(Members) <= 0;

    /// <inheritdoc/>
    public override void Routine(Routine routine) => routine.Apply(Members, routine.Now[Applying]);

    /// <inheritdoc/>
    public override void Offer(Situation now, MoveList moves)
    {
        if (!IsIdle(now))
            moves.Add(moves.By(By(Body), PersonId.None, Members.Index));
    }

    /// <inheritdoc/>
    public override void Do(in Move move, WorldEdit edit) => edit.Admit(Members, move.Sponsor, Deference);
}

/// <summary>Whoever asks is a member. Only ever a reference.</summary>
public sealed record AdmitsAnyone(OrganId Body, OrganId Members) : Power
{
    /// <summary>How many ask to join.</summary>
    public Parameter Applying { get; init; } = Admits.Asking;

    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("nobody is admitted"), new("a body decides who is")];

    /// <inheritdoc/>
    public override bool IsRegular(Situation now) => true;

    /// <inheritdoc/>
    public override void Routine(Routine routine) => routine.Join(Members, routine.Now[Applying]);
}
