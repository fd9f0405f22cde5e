using Apparat.Model;

namespace Apparat.Analysis;

/// <summary>A choice of the model that could have been made otherwise: a way of making one number of many, or a constant.</summary>
/// <param name="Name">What was chosen.</param>
/// <param name="Where">Where theory makes the choice.</param>
/// <param name="Standard">As it is.</param>
/// <param name="Alternative">As it could be.</param>
/// <param name="Change">The edit that makes it so.</param>
public sealed record ModellingChoice(string Name, string Where, string Standard, string Alternative, Amendment Change);
