using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Nobody may sit in two organs at once.</summary>
[Sentence("{first} may not be held together with {second}", Wording = "no member of {first} shall be a member of {second}", Example = "Control Commission may not be held together with Central Committee")]
public sealed record NotTogether(OrganId First, OrganId Second) : Limit
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("both may be held"), new("the earlier seat falls vacant")];

    /// <inheritdoc/>
    public override bool Allows(WorldView now, PersonId person, OrganId organ) =>
        !(organ == First && now.Sits(person, Second)) && !(organ == Second && now.Sits(person, First));
}
