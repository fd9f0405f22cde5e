namespace Apparat;

/// <summary>A result folder that cannot be written, read or joined, with what to do instead.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="damaged">True if a file in it is bad; false if what was asked for cannot be done.</param>
public sealed class ResultException(string message, bool damaged = false) : Exception(message)
{
    /// <summary>True if a file in it is bad; false if what was asked for cannot be done.</summary>
    public bool Damaged { get; } = damaged;
}
