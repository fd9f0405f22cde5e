using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>A holder of power: an organ, or a body together with the offices that head it.</summary>
/// <param name="Index">Its place in the graph, counted from 0.</param>
/// <param name="Name">The name of the organ; of the body if offices belong to it.</param>
/// <param name="Organs">The organs it stands for, in the order of the charter.</param>
public sealed record InfluenceNode(int Index, string Name, ImmutableArray<OrganId> Organs);
