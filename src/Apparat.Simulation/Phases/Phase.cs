namespace Apparat.Simulation;

/// <summary>A step of a turn. The order of the phases is part of the model: see <see cref="TurnLoop"/>.</summary>
internal abstract class Phase
{
    /// <summary>Its name for documents that describe the model's schedule.</summary>
    public abstract string Name { get; }

    public abstract void Run(World w);
}
