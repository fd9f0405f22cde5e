using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Reads how long a turn is.</summary>
internal static class StepBinder
{
    /// <summary>More turns than 500 years of months have are more than anybody waits for.</summary>
    private const int MostTurns = 6012;

    private const string Meeting = "meeting";
    private const string Of = "meeting of ";

    /// <summary>The step of a scenario; months if it names none or none that is known.</summary>
    public static Step Bind(Context context, Node? node, ImmutableArray<Organ> organs, DateOnly? from, DateOnly? until)
    {
        if (context.Text(node, "The step") is not { } text)
            return Step.Month;
        var meeting = text == Meeting || text.StartsWith(Of, StringComparison.Ordinal);
        if (!meeting && text is not ("month" or "week" or "day"))
            context.Diagnostics.Error(
                "APP119",
                node!.Span,
                $"I cannot step by \"{text}\".",
                "month, week, day, meeting, or meeting of <organ>"
            );
        if (from is not { } first || until is not { } last || last < first || organs.IsEmpty)
            return Step.Month;
        var step = text switch
        {
            "week" => Step.Week,
            "day" => Step.Day,
            Meeting => ByMeetings(context, node!, Busiest(organs, first, last), first, last),
            _ when meeting => ByMeetings(context, node!, Named(context, node!, text[Of.Length..], organs), first, last),
            _ => Step.Month,
        };
        if (new Calendar(first, last) { Step = step }.Turns is > MostTurns and var turns)
            context.Diagnostics.Error(
                "APP136",
                node!.Span,
                $"By the {text} this scenario has {turns} turns; I play at most {MostTurns}.",
                repair: "Step by the month, or end earlier."
            );
        return step;
    }

    private static Step ByMeetings(Context context, Node node, Organ? organ, DateOnly from, DateOnly until)
    {
        if (organ is null)
            return Step.Month;
        var step = Step.Meeting(organ.Name, from, until, organ.Meets.Days(from, until));
        if (step.Starts.IsEmpty)
            context.Diagnostics.Error(
                "APP137",
                node.Span,
                $"{organ.Name} does not meet between {from:yyyy-MM-dd} and {until:yyyy-MM-dd}, so that there is nothing to step by.",
                repair: "Say when it meets, or name another organ: meeting of <organ>"
            );
        return step;
    }

    // The organ that meets most often; of several, the first declared.
    private static Organ? Busiest(ImmutableArray<Organ> organs, DateOnly from, DateOnly until) =>
        organs.Where(o => !o.IsOffice).MaxBy(o => o.Meets.Days(from, until).Count(d => d > from && d <= until));

    private static Organ? Named(Context context, Node node, string name, ImmutableArray<Organ> organs)
    {
        if (organs.FirstOrDefault(o => o.Name == name) is { } organ)
            return organ;
        context.Unknown(node, "organ", name, organs.Select(o => o.Name));
        return null;
    }
}
