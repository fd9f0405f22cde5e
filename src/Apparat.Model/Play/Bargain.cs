namespace Apparat.Model;

/// <summary>The terms on which votes are bought with promised seats.</summary>
/// <param name="Until">P(carried) at which the mover stops buying.</param>
/// <param name="Horizon">Months within which a promised seat must fall vacant.</param>
/// <param name="Honesty">Probability that a promise is kept when a seat falls vacant.</param>
/// <param name="Resentment">Hostility that a broken promise leaves.</param>
public readonly record struct Bargain(double Until, double Horizon, double Honesty, double Resentment);
