using System.Globalization;
using Apparat.Linting;

namespace Apparat.Bench;

/// <summary>What the linter costs, beside the straightforward form of the same search.</summary>
internal static class LinterCost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void Print()
    {
        Console.WriteLine("| charter | organs | seats | capture cost | states | linter | every set by size | ratio |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (organs, seats) in new[] { (8, 24), (10, 40), (16, 120), (60, 1000) })
        {
            for (var number = 1UL; number <= (organs == 60 ? 12UL : 3UL); number++)
                Row(number, organs, seats);
        }
        Console.WriteLine();
        Console.WriteLine("| shipped charter | first lint, before the code is warm | median of 50 | longest of 50 |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var name in ScenarioFile.Shipped())
            Shipped(name);
    }

    private static void Row(ulong number, int organs, int seats)
    {
        var graph = InfluenceGraph.Of(LargeCharters.Of(number, organs, seats));
        var game = CaptureGame.Of(graph);
        var target = game.FillAll();
        MinimalCaptureSet.Of(game, target);
        var (ours, answer) = ProcessorClock.Of(() => MinimalCaptureSet.Of(game, target));
        var (theirs, size) = ProcessorClock.Of(() => EverySetBySize(game, target, answer.Size ?? game.Seats));
        if (size is not null && size != answer.Size)
            throw new InvalidOperationException($"{answer.Size} against {size}");
        var more = size is null && answer.Size is not null ? "> " : "";
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| no. {number} | {organs} | {game.Seats} | {(answer.IsExact ? "" : $"{answer.AtLeast}..")}{answer.Size} | {answer.States} | {ours.TotalMilliseconds:0.0} ms | {more}{theirs.TotalMilliseconds:0.0} ms | {more}{theirs / ours:0} |"
            )
        );
    }

    private static void Shipped(string name)
    {
        var scenario = ScenarioFile.Load(name);
        var first = ProcessorClock.Of(() => Lint.Run(scenario)).Time;
        var times = Enumerable
            .Range(0, 50)
            .Select(_ => ProcessorClock.Of(() => Lint.Run(scenario)).Time.TotalMilliseconds)
            .Order()
            .ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {first.TotalMilliseconds:0.0} ms | {times[25]:0.00} ms | {times[49]:0.0} ms |"
            )
        );
    }

    // Every way to hold one seat, two seats and so on, seats of a class alike; null when patience ends.
    private static int? EverySetBySize(CaptureGame game, IReadOnlyList<Hurdle> target, int most)
    {
        var closure = new Closure(game);
        var bought = new int[game.Classes.Length];
        var held = new int[game.Classes.Length];
        var from = ProcessorClock.Now();
        for (var size = 0; size <= most; size++)
        {
            if (Try(0, size) is not { } found)
                return null;
            if (found)
                return size;
        }
        return null;

        bool? Try(int c, int left)
        {
            if (ProcessorClock.Now() - from > Patience)
                return null;
            if (left == 0 || c == bought.Length)
            {
                held = closure.Of(bought);
                return left == 0 && target.All(h => closure.Meets(held, h));
            }
            for (var n = 0; n <= Math.Min(left, game.Classes[c].Seats); n++)
            {
                bought[c] = n;
                var found = Try(c + 1, left - n);
                bought[c] = 0;
                if (found is not false)
                    return found;
            }
            return false;
        }
    }
}
