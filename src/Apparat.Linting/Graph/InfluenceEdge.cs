using Apparat.Model;

namespace Apparat.Linting;

/// <summary>One hold of one node on another, with the provision that gives it.</summary>
/// <param name="From">The node that has the hold.</param>
/// <param name="To">The node it is on.</param>
/// <param name="Holder">The organ the charter names as having the hold; a joint meeting gives one edge for each organ that sits in it.</param>
/// <param name="Held">The organ the charter names as being held.</param>
/// <param name="Hold">Which kind of hold.</param>
/// <param name="Share">Part of its uses in which the hold really decides.</param>
/// <param name="Decides">True if, used, it decides alone.</param>
/// <param name="Clause">The clause that gives it.</param>
/// <param name="Provision">The name by which the provision that gives it is struck, for example <c>C2/slate</c>.</param>
/// <param name="Part">Part of the hold that belongs to <paramref name="From"/>, in (0,1]; below 1 only for joint meetings, by seats.</param>
public sealed record InfluenceEdge(
    int From,
    int To,
    OrganId Holder,
    OrganId Held,
    Hold Hold,
    Parameter Share,
    bool Decides,
    ClauseId Clause,
    string Provision,
    double Part
);
