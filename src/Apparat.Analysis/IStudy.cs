using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>
/// A question that says what to run and how to read it, and runs nothing itself. One-shot and adaptive studies have the same shape.
/// </summary>
public interface IStudy<TAnswer>
{
    /// <summary>What is still to be run; nothing when the question can be answered.</summary>
    IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar);

    /// <summary>
    /// Reads the answer from the runs there are. Pure: the same tables give the same answer; runs that are missing only widen it.
    /// </summary>
    TAnswer Read(EnsembleSet ensembles);
}
