namespace Apparat.Model;

/// <summary>The nine ways in which one organ can have a hold on another.</summary>
public enum Hold
{
    /// <summary>Fills its seats.</summary>
    Fill,

    /// <summary>Draws up the list from which its seats are filled.</summary>
    List,

    /// <summary>Must agree before its seats are filled.</summary>
    Confirm,

    /// <summary>Removes from its seats.</summary>
    Remove,

    /// <summary>Expels from the organisation, and so from its seats.</summary>
    Expel,

    /// <summary>Sets what it discusses.</summary>
    Agenda,

    /// <summary>Controls what it knows: files, papers, documents.</summary>
    Papers,

    /// <summary>Controls what is published in its name.</summary>
    Press,

    /// <summary>Changes its shape: size, meetings, admission.</summary>
    Shape,
}

/// <summary>Who sways whom, how, how strongly, and by which provision.</summary>
/// <param name="From">Who has the hold.</param>
/// <param name="To">On whom.</param>
/// <param name="Hold">Which kind.</param>
/// <param name="Share">Part of its uses in which it really decides: read by loop gain and dependence.</param>
/// <param name="Decides">True if, used, it decides alone: read by capture cost.</param>
public readonly record struct Influence(OrganId From, OrganId To, Hold Hold, Parameter Share, bool Decides);
