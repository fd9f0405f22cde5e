namespace Apparat.Analysis;

/// <summary>A branch forces the recorded seats up to a day; ties and leanings up to that day come from the model.</summary>
public sealed record RecordForced : Caution
{
    /// <inheritdoc/>
    public override string Id => "record-forced";

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Branches.Select(day => new Warning(
            Id,
            $"after {day:yyyy-MM-dd}",
            $"Up to {day:yyyy-MM-dd} the recorded seats are forced; who follows whom by then is the model's guess.",
            "What the office had done before that day stays done in both worlds: the difference is only what it still added.",
            "Read it beside the window that starts on the first day, not instead of it."
        ));
    }
}
