namespace Apparat.Numerics;

/// <summary>A belief about a number. Sampling is always the quantile of a uniform draw, so that worlds share their luck monotonically.</summary>
public abstract record Distribution
{
    /// <summary>The value below which a share u of the belief lies, u in (0,1).</summary>
    public abstract double Quantile(double u);

    /// <summary>Its mean.</summary>
    public abstract double Mean { get; }

    /// <summary>Least possible value; may be minus infinity.</summary>
    public abstract double Low { get; }

    /// <summary>Greatest possible value; may be infinity.</summary>
    public abstract double High { get; }

    /// <summary>As a scenario file writes it.</summary>
    public abstract string Notation { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => Notation;

    /// <summary>A number as scenario files write it.</summary>
    protected static string N(double value) => value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A plain number.</summary>
public sealed record Fixed(double Value) : Distribution
{
    /// <inheritdoc/>
    public override double Quantile(double u) => Value;

    /// <inheritdoc/>
    public override double Mean => Value;

    /// <inheritdoc/>
    public override double Low => Value;

    /// <inheritdoc/>
    public override double High => Value;

    /// <inheritdoc/>
    public override string Notation => N(Value);
}

/// <summary>Anywhere between two numbers, written <c>0.25..0.5</c>.</summary>
public sealed record Uniform(double From, double To) : Distribution
{
    /// <inheritdoc/>
    public override double Quantile(double u) => From + (u * (To - From));

    /// <inheritdoc/>
    public override double Mean => 0.5 * (From + To);

    /// <inheritdoc/>
    public override double Low => From;

    /// <inheritdoc/>
    public override double High => To;

    /// <inheritdoc/>
    public override string Notation => $"{N(From)}..{N(To)}";
}

/// <summary>Bell-shaped, written <c>normal(0, 1)</c>.</summary>
public sealed record Normal(double Centre, double Spread) : Distribution
{
    /// <inheritdoc/>
    public override double Quantile(double u) => Centre + (Spread * StableMath.NormalQuantile(u));

    /// <inheritdoc/>
    public override double Mean => Centre;

    /// <inheritdoc/>
    public override double Low => double.NegativeInfinity;

    /// <inheritdoc/>
    public override double High => double.PositiveInfinity;

    /// <inheritdoc/>
    public override string Notation => $"normal({N(Centre)}, {N(Spread)})";
}

/// <summary>Positive, bell-shaped in its logarithm, written <c>lognormal(median, spread)</c>.</summary>
public sealed record LogNormal(double Median, double Sigma) : Distribution
{
    /// <inheritdoc/>
    public override double Quantile(double u) => Median * StableMath.Exp(Sigma * StableMath.NormalQuantile(u));

    /// <inheritdoc/>
    public override double Mean => Median * StableMath.Exp(0.5 * Sigma * Sigma);

    /// <inheritdoc/>
    public override double Low => 0;

    /// <inheritdoc/>
    public override double High => double.PositiveInfinity;

    /// <inheritdoc/>
    public override string Notation => $"lognormal({N(Median)}, {N(Sigma)})";
}

/// <summary>A share between 0 and 1, written <c>beta(6, 3)</c>.</summary>
public sealed record Beta(double A, double B) : Distribution
{
    /// <inheritdoc/>
    public override double Quantile(double u) => StableMath.InverseIncompleteBeta(u, A, B);

    /// <inheritdoc/>
    public override double Mean => A / (A + B);

    /// <inheritdoc/>
    public override double Low => 0;

    /// <inheritdoc/>
    public override double High => 1;

    /// <inheritdoc/>
    public override string Notation => $"beta({N(A)}, {N(B)})";
}

/// <summary>Another belief kept within bounds, written <c>normal(0, 1) within -1..1</c>.</summary>
public sealed record Truncated(Distribution Inner, double From, double To) : Distribution
{
    /// <inheritdoc/>
    public override double Quantile(double u) => Math.Clamp(Inner.Quantile(u), From, To);

    /// <inheritdoc/>
    /// <remarks>The mean of its quantiles at 10,000 midpoints.</remarks>
    public override double Mean
    {
        get
        {
            const int points = 10_000;
            var sum = 0.0;
            for (var i = 0; i < points; i++)
                sum += Quantile((i + 0.5) / points);
            return sum / points;
        }
    }

    /// <inheritdoc/>
    public override double Low => Math.Max(From, Inner.Low);

    /// <inheritdoc/>
    public override double High => Math.Min(To, Inner.High);

    /// <inheritdoc/>
    public override string Notation => $"{Inner.Notation} within {N(From)}..{N(To)}";
}
