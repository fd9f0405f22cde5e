namespace Apparat.Model;

/// <summary>What kind of fact a dated fact is: it decides in which worlds it holds.</summary>
public enum FactKind
{
    /// <summary>The same in all worlds: deaths, illness, harvests, foreign shocks.</summary>
    Given,

    /// <summary>Laid down by statute and produced by rules; a convener may delay it.</summary>
    Due,

    /// <summary>Decided by someone the model plays: fixed only where the record is replayed, or held by choice and said so.</summary>
    Recorded,
}

/// <summary>Something that happens on a day.</summary>
/// <param name="Name">By which it is omitted or delayed.</param>
/// <param name="Date">The day.</param>
/// <param name="Kind">Given, due or recorded.</param>
/// <param name="Happening">What happens.</param>
/// <param name="Source">Where this comes from.</param>
/// <param name="Span">Where the scenario states it.</param>
public sealed record HistoricalEvent(string Name, DateOnly Date, FactKind Kind, Happening Happening, Citation Source, SourceSpan Span);

/// <summary>What an event does. One record a kind of event.</summary>
public abstract record Happening : Word
{
    /// <summary>Changes the world.</summary>
    public abstract void Happen(WorldView now, WorldEdit edit);

    /// <summary>The fact kind of this word unless the scenario says otherwise.</summary>
    public virtual FactKind Kind => FactKind.Given;

    /// <summary>The document that lacks a part until this happens; null if it writes none.</summary>
    public virtual DocumentId? Completes => null;

    /// <summary>Rules this event may put in place of a clause, so that they can be prepared beforehand.</summary>
    public virtual IEnumerable<(ClauseId Clause, Rule Rule)> Enacts => [];
}

/// <summary>A paper that harms those it names when it is heard.</summary>
/// <param name="Id">Its place among the documents.</param>
/// <param name="Name">Its name.</param>
/// <param name="Key">The hash by which chance addresses it.</param>
/// <param name="Harms">Whom it harms, and by what share it lowers a listener's esteem.</param>
/// <param name="AsksToRemove">The office whose holder it asks to remove; null if none.</param>
/// <param name="AgainstHolder">Extra harm to that holder; null if none.</param>
/// <param name="Audiences">To whom its custodian may show it, from the narrowest to the widest.</param>
/// <param name="Source">Where this comes from.</param>
public sealed record Document(
    DocumentId Id,
    string Name,
    ulong Key,
    System.Collections.Immutable.ImmutableArray<(PersonId Person, Parameter Damage)> Harms,
    OrganId? AsksToRemove,
    Parameter? AgainstHolder,
    System.Collections.Immutable.ImmutableArray<OrganId> Audiences,
    Citation Source
);
