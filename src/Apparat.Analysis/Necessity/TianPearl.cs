namespace Apparat.Analysis;

/// <summary>Observed frequencies of a cause X and an outcome Y; they sum to 1.</summary>
/// <param name="CauseAndOutcome">P(x, y).</param>
/// <param name="CauseOnly">P(x, y').</param>
/// <param name="OutcomeOnly">P(x', y).</param>
/// <param name="Neither">P(x', y').</param>
public readonly record struct Observed(double CauseAndOutcome, double CauseOnly, double OutcomeOnly, double Neither)
{
    /// <summary>P(y).</summary>
    public double Outcome => CauseAndOutcome + OutcomeOnly;
}

/// <summary>Probabilities of causation: necessary, sufficient, both.</summary>
/// <param name="Necessary">PN.</param>
/// <param name="Sufficient">PS.</param>
/// <param name="NecessaryAndSufficient">PNS.</param>
public readonly record struct Causation<T>(T Necessary, T Sufficient, T NecessaryAndSufficient);

/// <summary>
/// Bounds on probabilities of causation from P1 = P(Y | do x), P0 = P(Y | do x') and, where X was observed and not set, observed
/// frequencies
/// (Tian and Pearl 2000). For published tables and records; a simulator sets X itself and uses the exogenous form.
/// </summary>
public static class TianPearl
{
    /// <summary>From interventions alone, X being set by us (rulings C8).</summary>
    public static Causation<Bounds> Exogenous(double p1, double p0) =>
        new(Bounds.Of(p1 - p0, 1 - p0, p1), Bounds.Of(p1 - p0, p1, 1 - p0), new(Math.Max(0, p1 - p0), Math.Min(p1, 1 - p0)));

    /// <summary>From interventions and observations together.</summary>
    public static Causation<Bounds> WithObservations(double p1, double p0, Observed seen) =>
        new(
            Bounds.Of(seen.Outcome - p0, 1 - p0 - seen.Neither, seen.CauseAndOutcome),
            Bounds.Of(p1 - seen.Outcome, p1 - seen.CauseAndOutcome, seen.Neither),
            new(
                Math.Max(Math.Max(0, p1 - p0), Math.Max(seen.Outcome - p0, p1 - seen.Outcome)),
                Math.Min(Math.Min(p1, 1 - p0), Math.Min(seen.CauseAndOutcome + seen.Neither, p1 - p0 + seen.CauseOnly + seen.OutcomeOnly))
            )
        );

    /// <summary>Exact values if the cause never prevents the outcome and X is exogenous: PN is then the excess risk ratio.</summary>
    public static Causation<double> Monotone(double p1, double p0) => new((p1 - p0) / p1, (p1 - p0) / (1 - p0), p1 - p0);

    /// <summary>Exact values if the cause never prevents the outcome, X having been observed and not set.</summary>
    public static Causation<double> Monotone(double p1, double p0, Observed seen) =>
        new((seen.Outcome - p0) / seen.CauseAndOutcome, (p1 - seen.Outcome) / seen.Neither, p1 - p0);
}
