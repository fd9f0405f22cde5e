using System.Numerics;

namespace Apparat.Numerics;

/// <summary>Numbers on which one formula serves exact fractions and intervals alike.</summary>
public interface IArithmetic<T>
    : IAdditionOperators<T, T, T>,
        ISubtractionOperators<T, T, T>,
        IMultiplyOperators<T, T, T>,
        IDivisionOperators<T, T, T>
    where T : IArithmetic<T>
{
    /// <summary>A whole number.</summary>
    static abstract T Of(BigInteger whole);
}
