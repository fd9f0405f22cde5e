using System.Collections.Immutable;

namespace Apparat.Model;

/// <summary>One recorded holding of a seat.</summary>
/// <param name="Person">Who.</param>
/// <param name="Organ">Where.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Day of leaving; null if still there on the record's last day.</param>
/// <param name="Source">Where this comes from.</param>
public sealed record Tenure(PersonId Person, OrganId Organ, DateOnly From, DateOnly? Until, Citation Source);

/// <summary>What really happened to the seats: never an input of a forward run, only of checks and of replay up to a day.</summary>
/// <param name="Tenures">Recorded holdings.</param>
/// <param name="Covers">The organs whose holders the record gives completely.</param>
/// <param name="Deaths">Recorded days of death.</param>
public sealed record Record(
    ImmutableArray<Tenure> Tenures,
    ImmutableArray<OrganId> Covers,
    ImmutableArray<(PersonId Person, DateOnly Day)> Deaths
)
{
    /// <summary>No record.</summary>
    public static Record Empty { get; } = new([], [], []);
}

/// <summary>An entry of the bibliography.</summary>
/// <param name="Key">As cited.</param>
/// <param name="Kind">As BibTeX calls it: book, article, misc.</param>
/// <param name="Fields">Its fields: author, title, year and so on.</param>
public sealed record Source(string Key, string Kind, ImmutableDictionary<string, string> Fields);
