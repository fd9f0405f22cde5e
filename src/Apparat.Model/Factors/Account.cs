using System.Collections.Immutable;

namespace Apparat.Model;

/// <summary>
/// A rival account of the same history: the complete model with some of its mechanisms replaced. What it says is what is left in it
/// (theory 4.11).
/// </summary>
/// <param name="Id">Its short name, that of its file.</param>
/// <param name="Title">What it is called.</param>
/// <param name="About">What it says moved events, in a sentence.</param>
/// <param name="HeldBy">The historians who hold it; empty for a yardstick nobody holds.</param>
/// <param name="Source">Where they say so: keys of the bibliography.</param>
/// <param name="Switches">The edits that make it of the complete model.</param>
public sealed record Account(
    string Id,
    string Title,
    string About,
    ImmutableArray<string> HeldBy,
    Citation Source,
    ImmutableArray<AccountSwitch> Switches
)
{
    /// <summary>All its edits; null if it is the complete model itself.</summary>
    public Amendment? Change => Switches.IsEmpty ? null : new Together([.. Switches.Select(s => s.Change)]);
}

/// <summary>One edit of an account.</summary>
/// <param name="Sentence">As its file has it.</param>
/// <param name="Change">What it does.</param>
/// <param name="Why">Why the account makes it; empty if that goes without saying.</param>
public sealed record AccountSwitch(string Sentence, Amendment Change, string Why);
