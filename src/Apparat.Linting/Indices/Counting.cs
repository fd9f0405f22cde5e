namespace Apparat.Linting;

/// <summary>Exact counts over layers in the narrowest whole numbers that hold them.</summary>
internal static class Counting
{
    /// <summary>Winning coalitions and swings by size.</summary>
    public static SwingCounts Swings(StateLayers layers, CancellationToken cancel) => Swings(layers, _ => 1, cancel);

    /// <summary>The same where a player of a class adds more than 1 to the size.</summary>
    public static SwingCounts Swings(StateLayers layers, Func<int, int> step, CancellationToken cancel) =>
        layers.Game.Players switch
        {
            <= 63 => new SizeCounting<ulong>(layers, step, cancel).Swings(),
            <= 127 => new SizeCounting<UInt128>(layers, step, cancel).Swings(),
            _ => new SizeCounting<System.Numerics.BigInteger>(layers, step, cancel).Swings(),
        };
}
